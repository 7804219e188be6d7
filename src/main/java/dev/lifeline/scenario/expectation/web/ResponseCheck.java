package dev.lifeline.scenario.expectation.web;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.http.BodyFraming;
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
import java.util.ArrayList;
import java.util.List;

/// Looks for responses that crossed whole, as the program at one end has them: the ends of stage response, with the fields before them.
public final class ResponseCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "HTTP responses that were whole: a client read them, or a server handed all of them to its kernel.",
                Subjects.OF_HTTP, Subjects.END, Subjects.DURING,
                optional("status", ValueType.BOUND, "the status code, for example 200 or 400..499"),
                optional("framing", ValueType.WORD, "how the end of the body was found: RFC 9112 section 6.3")
                        .of(framings()),
                optional("body", ValueType.BOUND, "bytes of its content"),
                optional("field", ValueType.TEXT, "a field that it had, for example 'Connection: close'"),
                optional("keeps-alive", ValueType.FLAG, "whether the connection can take another request"),
                optional("count", ValueType.BOUND, "how many such responses; without, one or more"));
    }

    @Override
    public boolean holdsByLack(Args args) {
        return true;
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        WholeMessages all = WholeMessages.of(play, args, Stage.RESPONSE);
        Bound status = args.bound("status");
        Bound body = args.bound("body");
        return all.answer(Subjects.of(args), args, wanted(args), each -> {
            Outcome.Responded response = (Outcome.Responded) each.outcome();
            return (status == null || status.holds(response.status())) && (body == null || body.holds(response.bodyBytes()))
                    && (!args.has("framing") || args.text("framing").equals(word(response.framing())))
                    && (!args.has("keeps-alive") || args.flag("keeps-alive") == response.keepsAlive()) && each.has(args.text("field"));
        }, ResponseCheck::told);
    }

    private static List<String> framings() {
        List<String> words = new ArrayList<>();
        for (BodyFraming each : BodyFraming.values()) {
            words.add(word(each));
        }
        return words;
    }

    private static String word(BodyFraming framing) {
        return framing.label().replace(' ', '-');
    }

    private static String wanted(Args args) {
        StringBuilder text = new StringBuilder("response");
        text.append(args.has("status") ? " " + args.bound("status").text() : "").append(args.has("field") ? " " + args.text("field") : "")
                .append(args.has("framing") ? ", body " + args.text("framing") : "")
                .append(args.has("body") ? ", " + args.bound("body").text() + " bytes of content" : "");
        return text + (args.has("keeps-alive") ? args.flag("keeps-alive") ? ", kept alive" : ", not kept alive" : "");
    }

    private static String told(Message message) {
        Outcome.Responded response = (Outcome.Responded) message.outcome();
        return response.status() + (response.reason().isEmpty() ? "" : " " + response.reason()) + ", body " + word(response.framing())
                + ", " + response.bodyBytes() + " bytes of content" + (response.keepsAlive() ? ", kept alive" : ", not kept alive");
    }
}
