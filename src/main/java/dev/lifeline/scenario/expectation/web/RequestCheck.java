package dev.lifeline.scenario.expectation.web;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.scenario.expectation.Check;
import dev.lifeline.scenario.expectation.Subjects;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.judge.WholeMessages.Message;
import dev.lifeline.scenario.judge.WholeMessages;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Bound;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;

/// Looks for requests that crossed whole, as the program at one end has them: the ends of stage request, with the fields before them.
public final class RequestCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "HTTP requests that were whole: a client wrote them, or a server's parser had all of them.",
                Subjects.OF_HTTP, Subjects.END, Subjects.DURING,
                optional("method", ValueType.TEXT, "the method, for example POST"),
                optional("target", ValueType.TEXT, "the target, for example /hello"),
                optional("field", ValueType.TEXT, "a field that it had, for example 'Expect: 100-continue'"),
                optional("body", ValueType.BOUND, "bytes of its content"),
                optional("count", ValueType.BOUND, "how many such requests; without, one or more"));
    }

    @Override
    public boolean holdsByLack(Args args) {
        return true;
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        WholeMessages all = WholeMessages.of(play, args, Stage.REQUEST);
        Bound body = args.bound("body");
        return all.answer(Subjects.of(args), args, wanted(args), each -> {
            Outcome.Requested request = (Outcome.Requested) each.outcome();
            return fits(args, "method", request.method()) && fits(args, "target", request.target()) && each.has(args.text("field"))
                    && (body == null || body.holds(each.body()));
        }, RequestCheck::told);
    }

    private static boolean fits(Args args, String name, String is) {
        return !args.has(name) || args.text(name).equals(is);
    }

    private static String wanted(Args args) {
        StringBuilder text = new StringBuilder();
        for (String name : new String[] {"method", "target", "field"}) {
            text.append(args.has(name) ? (text.isEmpty() ? "" : " ") + args.text(name) : "");
        }
        text.append(args.has("body") ? " with a body of " + args.bound("body").text() + " bytes" : "");
        return text.isEmpty() ? "a request" : text.toString().strip();
    }

    private static String told(Message message) {
        Outcome.Requested request = (Outcome.Requested) message.outcome();
        return request.method() + ' ' + request.target() + (message.body() > 0 ? " with a body of " + message.body() + " bytes" : "");
    }
}
