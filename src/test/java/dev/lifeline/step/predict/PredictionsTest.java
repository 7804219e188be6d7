package dev.lifeline.step.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.play.CannotPlayException;
import dev.lifeline.play.PlayPlan;
import dev.lifeline.play.ScenarioRun;
import dev.lifeline.scenario.Catalogue;
import dev.lifeline.scenario.predict.Belief;
import dev.lifeline.scenario.predict.Option;
import dev.lifeline.scenario.predict.OrderPuzzle;
import dev.lifeline.scenario.predict.Prediction;
import dev.lifeline.scenario.predict.Proof;
import dev.lifeline.scenario.word.EventText;
import dev.lifeline.step.Journey;
import dev.lifeline.step.predict.Revealed.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Predictions over the recording of a real play.
@Timeout(60)
class PredictionsTest {

    private static Trace trace;

    @BeforeAll
    static void plays() throws Exception {
        try (ScenarioRun run = ScenarioRun.prepare(PlayPlan.of(Catalogue.read("connected-not-accepted")), "test")) {
            trace = run.execute(null);
        } catch (CannotPlayException e) {
            Assumptions.abort(e.getMessage());
        }
    }

    /// The journey at the stop where a question is asked.
    private static Journey asking(String id) {
        Journey journey = Journey.of(trace);
        Predictions predictions = Predictions.of(trace.header());
        for (int stop = 1; stop <= journey.stops().size(); stop++) {
            Journey there = journey.at(stop);
            if (predictions.open(there).stream().anyMatch(each -> each.id().equals(id))
                    || predictions.openPuzzles(there).stream().anyMatch(each -> each.id().equals(id))) {
                return there;
            }
        }
        throw new AssertionError(id + " is asked nowhere");
    }

    private static Journey end() {
        Journey journey = Journey.of(trace);
        return journey.at(journey.stops().size());
    }

    private static Answered answer(String id, String choice, int confidence) {
        Journey there = asking(id);
        Prediction prediction = Predictions.of(trace.header()).open(there).stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        return new Answered(prediction, choice == null ? null : prediction.option(choice), confidence, there.cursor());
    }

    private static OrderPuzzle puzzle() {
        return Predictions.of(trace.header()).openPuzzles(asking("life")).getFirst();
    }

    private static Ordered order(String... texts) {
        List<EventText> events = new ArrayList<>();
        for (String text : texts) {
            events.add(EventText.parse(text));
        }
        return new Ordered(puzzle(), events, asking("life").cursor());
    }

    @Test
    void aQuestionIsAskedBeforeItsStepAndOnce() {
        Journey there = asking("returns");
        Predictions fresh = Predictions.of(trace.header());

        assertEquals(List.of("returns", "holder"), fresh.open(there).stream().map(Prediction::id).toList());
        Predictions answered = fresh.answered(answer("returns", "waits", 2));
        assertEquals(List.of("holder"), answered.open(there).stream().map(Prediction::id).toList());
        assertTrue(there.seen().events().stream().noneMatch(each -> each.body() instanceof StageEvent stage && stage.stage().label().equals("connect")),
                "nothing of its step has happened");
        assertEquals(List.of(), fresh.open(end()));
    }

    /// Event by event: what is beyond the cursor changes nothing, and nothing can be revealed before all that it rests on was seen.
    @Test
    void nothingIsRevealedAMomentTooEarly() {
        Predictions predictions = Predictions.of(trace.header()).answered(answer("returns", "waits", 3)).answered(answer("holder", "orphan", 1));
        long returned = last(predictions.reveal(end(), predictions.asked("returns")));
        long looked = trace.recorded().stream().filter(each -> each.body() instanceof PlayEvent.StepEnded step && step.number() == 3)
                .findFirst().orElseThrow().sequence();
        int steps = 0;
        for (Journey journey = asking("returns"); journey != null; journey = journey.event()) {
            List<String> ready = predictions.ready(journey).stream().map(each -> each.prediction().id()).toList();
            assertTrue(!ready.contains("returns") || journey.upTo() > returned, () -> "returns");
            assertTrue(!ready.contains("holder") || journey.upTo() > looked, () -> "holder");
            long upTo = journey.upTo();
            Journey short_ = new Journey(journey.header(), journey.seen().recorded(), journey.stops(), journey.cursor(), journey.upTo(), List.of(),
                    List.of(), 1, false, false, journey.shown(), true);
            for (Answered each : predictions.asked()) {
                Revealed now = predictions.reveal(journey, each);
                assertEquals(predictions.reveal(short_, each), now, "what is beyond the cursor is not looked at");
                assertTrue(now.evidence().stream().allMatch(one -> one.sequence() < upTo), "it rests on what was seen");
                assertTrue(!ready.contains(each.prediction().id()) || now.shown() != null, "what is ready is shown");
            }
            steps++;
        }
        assertTrue(steps > 20, "events: " + steps);
        Journey before = asking("returns");
        assertEquals(Outcome.NOT_SHOWN, predictions.reveal(before, predictions.asked("returns")).outcome());
        assertEquals(List.of(), predictions.ready(before));
    }

    private static long last(Revealed revealed) {
        assertFalse(revealed.evidence().isEmpty(), revealed.asked().prediction().id());
        return revealed.evidence().getLast().sequence();
    }

    @Test
    void whatTheRunSaidStandsBesideTheAnswerWithItsEvents() {
        Predictions predictions = Predictions.of(trace.header());
        Revealed wrong = predictions.reveal(end(), answer("returns", "waits", 3));
        Revealed right = predictions.reveal(end(), answer("holder", "orphan", 1));
        Revealed open = predictions.reveal(end(), answer("holder", null, 0));

        assertEquals(Outcome.OTHERWISE, wrong.outcome());
        assertEquals("at-once", wrong.shown().id());
        List<String> stages = wrong.evidence().stream().filter(each -> each.body() instanceof StageEvent)
                .map(each -> each.lane() + " " + ((StageEvent) each.body()).stage().label() + " " + each.body().kind()).toList();
        assertTrue(stages.contains("CLIENT connect FINISHED") && stages.contains("SERVER accept STARTED"), stages::toString);
        assertEquals(Outcome.AS_SAID, right.outcome());
        assertTrue(right.evidence().stream().anyMatch(each -> each.body() instanceof KernelEvent.SocketSeen seen && seen.socket().inode() == 0),
                () -> right.evidence().toString());
        assertEquals(Outcome.NOT_KNOWN, open.outcome());
        assertEquals("orphan", open.shown().id());
        assertEquals("orphan", predictions.seen(end(), right.asked().prediction()).id());
    }

    /// Without the looks of the kernel the run shows nothing of the socket, and nothing is said of it.
    @Test
    void aRunThatDidNotShowItSaysSo() {
        List<TraceEvent> blind = trace.recorded().stream().filter(each -> !(each.body() instanceof KernelEvent)).toList();
        Journey journey = Journey.of(new Trace(trace.header(), blind, true));
        journey = journey.at(journey.stops().size());
        Predictions predictions = Predictions.of(trace.header()).answered(answer("holder", "orphan", 3)).answered(answer("returns", "at-once", 3));

        assertEquals(2, predictions.ready(journey).size(), "at the end all is told");
        assertEquals(Outcome.NOT_SHOWN, predictions.reveal(journey, predictions.asked("holder")).outcome());
        Summary summary = predictions.summary(journey);
        assertEquals(List.of(predictions.asked("holder")), summary.waiting().stream().map(Revealed::asked).toList());
        assertEquals(1, summary.asSaid());
    }

    @Test
    void anOrderIsHeldToThatOfTheRun() {
        Predictions predictions = Predictions.of(trace.header());
        RevealedOrder right = predictions.reveal(end(), order("server bind finished", "client connect finished", "step before-accept",
                "server accept finished", "peer close started"));
        RevealedOrder early = predictions.reveal(end(), order("server bind finished", "server accept finished", "client connect finished",
                "step before-accept", "peer close started"));
        RevealedOrder never = predictions.reveal(end(), order("server bind finished", "client connect failed", "client connect finished",
                "step before-accept", "server accept finished", "peer close started"));
        RevealedOrder few = predictions.reveal(end(), order("client connect finished", "step before-accept", "server accept finished",
                "peer close started"));
        RevealedOrder open = predictions.reveal(end(), order());

        assertTrue(right.right());
        assertNull(right.breaks());
        assertEquals(right.ordered().order(), right.order());
        assertEquals(5, right.evidence().size());
        assertEquals(List.of(EventText.parse("client connect failed")), right.never());
        assertFalse(early.right());
        assertEquals(new RevealedOrder.Break(RevealedOrder.Break.Kind.TOO_EARLY, EventText.parse("server accept finished"),
                EventText.parse("client connect finished")), early.breaks());
        assertEquals(new RevealedOrder.Break(RevealedOrder.Break.Kind.NEVER_HAPPENED, EventText.parse("client connect failed"), null), never.breaks());
        assertEquals(new RevealedOrder.Break(RevealedOrder.Break.Kind.LEFT_OUT, EventText.parse("server bind finished"), null), few.breaks());
        assertFalse(open.right());
        assertNull(open.breaks());
        assertEquals(right.order(), open.order());
    }

    /// Both ways round are right where the puzzle says so.
    @Test
    void ofALoosePairEitherMayComeFirst() {
        OrderPuzzle strict = puzzle();
        EventText one = EventText.parse("step before-accept");
        EventText other = EventText.parse("server accept finished");
        OrderPuzzle loose = new OrderPuzzle(strict.id(), strict.at(), strict.ask(), null, strict.events(), strict.never(),
                List.of(new OrderPuzzle.Loose(other, one)), strict.position());
        List<EventText> turned = new ArrayList<>(order("server bind finished", "client connect finished", "step before-accept",
                "server accept finished", "peer close started").order());
        Collections.swap(turned, 2, 3);
        Predictions predictions = Predictions.of(trace.header());

        assertFalse(predictions.reveal(end(), new Ordered(strict, turned, 1)).right());
        assertTrue(predictions.reveal(end(), new Ordered(loose, turned, 1)).right());
    }

    /// That something never happened nobody knows before the end.
    @Test
    void aPuzzleWithAnEventThatNeverHappensWaitsForTheEnd() {
        Predictions predictions = Predictions.of(trace.header()).answered(order("server bind finished"));
        Journey journey = end();

        assertEquals(List.of(), predictions.readyPuzzles(journey.at(journey.stops().size() - 1)));
        assertEquals(1, predictions.readyPuzzles(journey).size());
    }

    @Test
    void theSummaryBeginsWithTheFirmestBelief() {
        Prediction returns = answer("returns", "refused", 1).prediction();
        Option made = new Option("refused", "It is refused", "a full queue refuses", false, Belief.FULL_REFUSES, Proof.NONE);
        Prediction other = new Prediction(returns.id(), returns.at(), returns.ask(), List.of(made, returns.right()), true, returns.proof(), null,
                false, returns.position());
        Predictions predictions = Predictions.of(trace.header()).answered(new Answered(other, made, 1, 2)).answered(answer("holder", "nothing", 3));
        Summary summary = predictions.summary(end());

        assertEquals("returns", summary.first().asked().prediction().id());
        assertEquals(List.of(Belief.CONNECTED_IS_ACCEPTED, Belief.FULL_REFUSES), summary.beliefs().stream().map(Summary.Touched::belief).toList());
        assertEquals(3, summary.beliefs().getFirst().confidence());
        assertEquals(0, summary.asSaid());
        assertTrue(Predictions.of(trace.header()).summary(end()).isEmpty());
    }
}
