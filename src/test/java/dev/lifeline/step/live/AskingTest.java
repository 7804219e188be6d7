package dev.lifeline.step.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.file.RecordingException;
import dev.lifeline.file.TraceReader;
import dev.lifeline.model.event.RunEvent.Answered;
import dev.lifeline.step.CommandWord;
import dev.lifeline.step.Journey;
import dev.lifeline.step.card.Card;
import dev.lifeline.step.predict.Answers;
import dev.lifeline.step.predict.Asks;
import dev.lifeline.terminal.TypedLine;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A person at a question of a recording that is walked for the first time.
class AskingTest {

    private final List<String> seen = new ArrayList<>();

    private final class Shown implements StepOutput {

        @Override
        public Canvas canvas() {
            return new Canvas(80, Glyphs.ASCII);
        }

        @Override
        public boolean stop(Journey journey, Card card, boolean keys) {
            return seen.add("stop " + journey.cursor() + (keys ? " with its keys" : ""));
        }

        @Override
        public boolean answer(CommandWord word, Journey journey, Card card) {
            return seen.add(card.frame().text());
        }

        @Override
        public boolean keys(Journey journey) {
            return seen.add("keys");
        }

        @Override
        public boolean say(boolean refused, String sentence) {
            return seen.add(sentence);
        }
    }

    private static final class Typed implements Prompt {

        private final Deque<TypedLine> lines = new ArrayDeque<>();

        @Override
        public TypedLine read(String sign) {
            return lines.isEmpty() ? TypedLine.END : lines.removeFirst();
        }

        @Override
        public boolean isPerson() {
            return true;
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /// Walks with these lines; `^C` is Ctrl-C.
    private StepLoop walk(Asks asks, StepLoop.End end, String... lines) throws IOException, RecordingException {
        Typed prompt = new Typed();
        for (String line : lines) {
            prompt.lines.add(line.equals("^C") ? TypedLine.INTERRUPT : TypedLine.of(line));
        }
        Journey journey = Journey.of(TraceReader.read(Path.of("samples/recordings/loopback.ndjson")).trace());
        int connect = 1;
        while (Answers.open(journey.at(connect)).isEmpty()) {
            connect++;
        }
        StepLoop loop = new StepLoop(null, null, journey.at(connect), prompt, new Shown(), null, asks);
        assertEquals(end, loop.run());
        return loop;
    }

    private static List<String> answers(StepLoop loop) {
        List<String> answers = new ArrayList<>();
        loop.journey().spoken().forEach(event -> answers.add(event instanceof Answered each ? each.asked() + " " + each.choice() + " " + each.confidence() : ""));
        return answers;
    }

    @Test
    void ctrlCAtAQuestionLeavesTheWalkAndNothingWasSaid() throws Exception {
        assertEquals(List.of(), answers(walk(Asks.OFFER, StepLoop.End.INTERRUPTED, "p", "^C")));
    }

    @Test
    void ctrlCOrTheEndWhereItIsAskedHowSureKeepTheAnswer() throws Exception {
        assertEquals(List.of("returns waits 0"), answers(walk(Asks.OFFER, StepLoop.End.INTERRUPTED, "p", "a", "^C")));
        assertEquals(List.of("returns waits 0"), answers(walk(Asks.OFFER, StepLoop.End.LEFT, "p a")));
    }

    @Test
    void aPersonIsAskedHowSureAfterAShortAnswerTooAndACommandPassesThatBy() throws Exception {
        assertEquals(List.of("returns waits 2"), answers(walk(Asks.OFFER, StepLoop.End.LEFT, "p a", "2")));
        assertEquals(List.of("returns waits 0"), answers(walk(Asks.OFFER, StepLoop.End.LEFT, "p a", "i sockets")));
        assertEquals(List.of("returns waits 0"), answers(walk(Asks.OFFER, StepLoop.End.LEFT, "p a", "")));
    }

    /// The letter of an answer runs the whole connection one line later.
    @Test
    void aLetterThatWasAnAnswerIsACommandOnlyWhenItIsTypedAgain() throws Exception {
        StepLoop loop = walk(Asks.OFFER, StepLoop.End.LEFT, "p", "a", "c", "2", "c");
        assertEquals(List.of("returns at-once 2"), answers(loop), "before it is kept it is another answer");
        assertEquals("that question is answered, and c is continue now: type it again if you mean that", seen.getLast());

        assertTrue(walk(Asks.OFFER, StepLoop.End.LEFT, "p a 1", "c", "c").journey().isOver());
        assertTrue(walk(Asks.OFFER, StepLoop.End.LEFT, "p a 1", "info", "c").journey().isOver(), "another line has come between");
    }

    @Test
    void belowAnAnswerStandTheKeysThatDoSomething() throws Exception {
        walk(Asks.OFFER, StepLoop.End.LEFT, "p", "a", "1");
        assertEquals("keys", seen.getLast());
        seen.clear();
        walk(Asks.OFFER, StepLoop.End.LEFT, "i sockets");
        assertEquals(0, seen.stream().filter("keys"::equals).count());
    }

    @Test
    void askedByItselfOneComesAfterTheOtherAndASkippedOneNotAgain() throws Exception {
        walk(Asks.ASK, StepLoop.End.LEFT, "", "c", "1", "back", "forward");

        assertEquals(2, seen.stream().filter(text -> text.startsWith("predict ")).count(), seen.toString());
        assertTrue(seen.getFirst().matches("stop [0-9]+"), "Enter is for the question: " + seen);
        assertTrue(seen.getLast().endsWith(" with its keys"), seen.toString());
        assertTrue(seen.stream().anyMatch(text -> text.endsWith("? don't know   Enter skips   q quit\n")), "the keys stand below it");
    }

    @Test
    void anAnswerIsToldOnceHoweverOftenOneGoesThere() throws Exception {
        walk(Asks.OFFER, StepLoop.End.LEFT, "p c 3", "n", "n", "n", "n", "n", "n", "n", "n", "n", "back", "forward", "back", "forward");

        assertEquals(1, seen.stream().filter(text -> text.startsWith("told ")).count(), seen.toString());
        assertEquals(1, seen.stream().filter(text -> text.startsWith("predicted ")).count(), "the summary comes at the end");
    }
}
