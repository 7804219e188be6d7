package dev.lifeline.step.live;

import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.walk.Question;
import dev.lifeline.scenario.predict.Prediction;
import dev.lifeline.step.CommandException;
import dev.lifeline.step.CommandParser;
import dev.lifeline.step.CommandWord;
import dev.lifeline.step.Journey;
import dev.lifeline.step.StopCause;
import dev.lifeline.step.card.Card;
import dev.lifeline.step.card.asked.QuestionCard;
import dev.lifeline.step.card.asked.RevealCard;
import dev.lifeline.step.card.asked.SummaryCard;
import dev.lifeline.step.predict.Answered;
import dev.lifeline.step.predict.Answers;
import dev.lifeline.step.predict.Asks;
import dev.lifeline.step.predict.OpenQuestion;
import dev.lifeline.step.predict.Ordered;
import dev.lifeline.step.predict.Predictions;
import dev.lifeline.step.predict.Revealed;
import dev.lifeline.step.predict.RevealedOrder;
import dev.lifeline.step.predict.Told;
import dev.lifeline.terminal.TypedLine;
import dev.lifeline.view.frame.Frame;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Asks a person what comes next, before it exists, and tells what came. Nothing waits for an answer: an empty line skips a question,
/// and any command leaves it.
final class Asking {

    private final StepLoop loop;
    private final Prompt prompt;
    private final StepOutput output;
    private final Asks asks;
    /// Ids of what was told of each run, and of questions that were skipped at their stop.
    private final Set<String> told = new HashSet<>();
    private final Set<String> skipped = new HashSet<>();
    /// The question that stands open; `null` where none does.
    private OpenQuestion question;
    /// An answer for which it is asked how sure the person is; `null` where none is.
    private RunEvent.Answered unsure;
    /// The question of that answer, or of the one that was given by the last line; `null` where the last line was something else.
    private OpenQuestion answered;

    Asking(StepLoop loop, Prompt prompt, StepOutput output, Asks asks) {
        this.loop = loop;
        this.prompt = prompt;
        this.output = output;
        this.asks = asks;
    }

    /// Takes a line while a question stands open.
    ///
    /// @return whether it was one for the question; any other command leaves it, and so do Ctrl-C and the end of all lines
    boolean take(TypedLine typed) {
        String line = typed.text();
        if (typed.kind() == TypedLine.Kind.DROPPED) {
            return true;
        } else if (typed.kind() != TypedLine.Kind.LINE) {
            leave();
            return false;
        } else if (unsure != null) {
            return rated(line);
        } else if (question == null) {
            return isSlip(line);
        }
        OpenQuestion asked = question;
        if (line.isBlank()) {
            question = null;
            skip(asked);
            return true;
        }
        try {
            if (asked.isAnswer(line)) {
                answer(asked, line, true);
                return true;
            }
            if (!isCommand(line)) {
                throw new CommandException(asked.possible() + "; Enter skips it");
            }
        } catch (CommandException e) {
            say(true, e.getMessage());
            return true;
        }
        question = null;
        if (asked.question() == Question.SEE) {
            skip(asked);
        } else {
            skipped.add(key(asked.id()));
        }
        return false;
    }

    /// A letter that was an answer one line before is a command now, and some of them run all to the end: once it is asked for again.
    private boolean isSlip(String line) {
        OpenQuestion before = answered;
        answered = null;
        String letter = line.strip();
        CommandWord meant = letter.length() == 1 ? CommandParser.find(letter) : null;
        if (before == null || !prompt.isPerson() || meant == null || !before.isAnswer(letter)) {
            return false;
        }
        say(true, "that question is answered, and " + letter + " is " + meant.word() + " now: type it again if you mean that");
        return true;
    }

    private static boolean isCommand(String line) {
        try {
            CommandParser.parse(line);
            return true;
        } catch (CommandException e) {
            return false;
        }
    }

    /// Nothing is asked any more: an answer that was given without saying how sure is kept as it is.
    private void leave() {
        question = null;
        if (unsure != null) {
            keep(unsure);
        }
    }

    private boolean rated(String line) {
        RunEvent.Answered answer = unsure;
        if (line.isBlank()) {
            keep(answer);
            next(true);
            return true;
        }
        try {
            if (answered != null && answered.isAnswer(line)) {
                unsure = null;
                say(false, "another answer: " + line.strip());
                answer(answered, line, true);
                return true;
            }
            keep(new RunEvent.Answered(answer.stop(), answer.asked(), answer.question(), answer.choice(), OpenQuestion.confidence(line)));
            next(true);
            return true;
        } catch (CommandException e) {
            if (isCommand(line)) {
                keep(answer);
                return false;
            }
            say(true, e.getMessage());
            return true;
        }
    }

    /// Asks, or takes an answer that stands behind the word.
    ///
    /// @throws CommandException where nothing is asked, or the answer is none
    void predict(String answer) throws CommandException {
        Journey journey = loop.here();
        if (Answers.open(journey).isEmpty()) {
            throw new CommandException(nothing(journey));
        }
        OpenQuestion first = Answers.open(journey).getFirst();
        if (answer.isEmpty()) {
            ask(first);
        } else {
            answer(first, answer, prompt.isPerson());
        }
    }

    private static String nothing(Journey journey) {
        Predictions predictions = Answers.of(journey);
        if (!journey.asks()) {
            return "questions are off: --predict offer has them";
        } else if (predictions.isEmpty()) {
            return "nothing is asked in this walk";
        } else if (Answers.isKnown(journey)) {
            return "what comes next was seen already, so it is no prediction any more" + (journey.live() ? ": live goes to the sockets, "
                    + "rerun makes a new connection" : "");
        }
        return "nothing is asked at this stop" + (predictions.asked().isEmpty() ? "" : "; summary tells what you said");
    }

    private void ask(OpenQuestion next) {
        question = next;
        Card card = QuestionCard.of(next, output.canvas());
        loop.shown(card, output.question(loop.here(), next, card, prompt.isPerson()));
    }

    /// @param sure whether a confidence that is missing is asked for
    private void answer(OpenQuestion asked, String line, boolean sure) throws CommandException {
        RunEvent.Answered answer = asked.answer(line, loop.here().cursor());
        question = null;
        answered = asked;
        if (sure && asked.sure() && answer.choice() != null && answer.confidence() == 0) {
            unsure = answer;
            loop.shown(Card.of(new Frame(List.of())), output.sure(loop.here()));
            return;
        }
        keep(answer);
        next(true);
    }

    private void keep(RunEvent.Answered answer) {
        unsure = null;
        loop.said(answer);
        if (answer.question() != Question.SEE) {
            int more = Answers.open(loop.here()).size();
            say(false, (answer.choice() == null ? "noted: don't know" : "noted") + "; it is told once it was seen"
                    + (more > 0 && asks == Asks.OFFER ? "; p asks another one" : ""));
        }
    }

    private void skip(OpenQuestion asked) {
        if (asked.question() == Question.SEE) {
            skipped.add(key(Question.SEE + asked.id()));
        } else {
            skipped.add(key(asked.id()));
            say(false, "skipped; p asks again as long as you stand here");
        }
        next(true);
    }

    /// The places at which something will be asked by itself: nobody runs past them. None where questions only come when they are wished for.
    List<StopCause> places() {
        Journey journey = loop.here();
        return asks != Asks.ASK || Answers.isKnown(journey) ? List.of() : Answers.of(journey).places(id -> skipped.contains(key(id)));
    }

    /// Comes after the card of a stop: tells what can be told by now, and asks where that is wanted.
    void arrived() {
        next(isDue());
    }

    /// A thing that was told or skipped: of another run it was not.
    private String key(String id) {
        return loop.here().run() + " " + id;
    }

    /// Says if a question comes by itself below the card of this stop: then Enter is for it.
    boolean isDue() {
        Journey journey = loop.here();
        if (Answers.isEmpty(journey) || Answers.isKnown(journey)) {
            return false;
        }
        for (Answered each : Answers.of(journey).ready(journey)) {
            String id = each.prediction().id();
            if (!told.contains(key(id)) && Answers.seeing(journey, each) != null && !skipped.contains(key(Question.SEE + id))) {
                return true;
            }
        }
        for (OpenQuestion each : byItself(journey)) {
            if (!skipped.contains(key(each.id()))) {
                return true;
            }
        }
        return false;
    }

    private List<OpenQuestion> byItself(Journey journey) {
        return asks == Asks.ASK ? Answers.open(journey) : List.of();
    }

    /// @param owed whether the keys that do something are to stand below all that is told, where nothing is asked
    private void next(boolean owed) {
        Journey journey = loop.here();
        if (question != null || unsure != null || Answers.isEmpty(journey)) {
            return;
        }
        boolean keys = owed;
        Predictions predictions = Answers.of(journey);
        for (Answered each : predictions.ready(journey)) {
            if (!told.contains(key(each.prediction().id()))) {
                OpenQuestion seeing = Answers.seeing(journey, each);
                if (seeing != null && !Answers.isKnown(journey) && skipped.add(key(Question.SEE + each.prediction().id()))) {
                    ask(seeing);
                    return;
                }
                tell(journey, predictions, each);
                keys = true;
            }
        }
        for (Ordered each : predictions.readyPuzzles(journey)) {
            if (told.add(key(each.puzzle().id()))) {
                RevealedOrder revealed = predictions.reveal(journey, each);
                reveal(Told.of(revealed), RevealCard.of(revealed, output.canvas()));
                keys = true;
            }
        }
        if (journey.isOver() && predictions.isAnswered() && told.add(key(""))) {
            tellAll();
            keys = true;
        }
        for (OpenQuestion each : byItself(journey)) {
            if (!skipped.contains(key(each.id()))) {
                ask(each);
                return;
            }
        }
        if (keys && prompt.isPerson()) {
            loop.shown(Card.of(new Frame(List.of())), output.keys(journey));
        }
    }

    private void tell(Journey journey, Predictions predictions, Answered asked) {
        Prediction prediction = asked.prediction();
        told.add(key(prediction.id()));
        Revealed revealed = predictions.reveal(journey, asked);
        reveal(Told.of(revealed), RevealCard.of(revealed, predictions.seen(journey, prediction), output.canvas()));
    }

    private void reveal(Told one, Card card) {
        loop.shown(card, output.reveal(loop.here(), one, card));
    }

    private void answer(CommandWord word, Card card) {
        loop.shown(card, output.answer(word, loop.here(), card));
    }

    private void say(boolean refused, String sentence) {
        loop.shown(Card.of(new Frame(List.of())), output.say(refused, sentence));
    }

    /// Tells what was predicted so far, and what came of it.
    void tellAll() {
        answer(CommandWord.SUMMARY, SummaryCard.of(loop.here(), output.canvas()));
    }
}
