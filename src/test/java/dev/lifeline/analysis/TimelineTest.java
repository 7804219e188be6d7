package dev.lifeline.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.StreamEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Endpoint PEER = new Endpoint("127.0.0.1", 9);
    private static final Outcome MOVED = new Outcome.Moved(new Bytes(1, "x", false), 1, Ending.COMPLETE);

    private final TraceBuilder life = new TraceBuilder("localhost:9", Mode.LOOPBACK);

    @Test
    void joinsAnEndToItsBeginningByNumberEvenWhereStagesOfOneKindOverlap() {
        long first = life.attempt(1).add(10, Lane.CLIENT, new StageEvent.Started(Stage.WRITE, null, PEER));
        long second = life.add(20, Lane.CLIENT, new StageEvent.Started(Stage.WRITE, null, PEER));
        life.add(30, Lane.CLIENT, new StageEvent.Finished(Stage.WRITE, first, MOVED));
        life.add(50, Lane.CLIENT, new StageEvent.Finished(Stage.WRITE, second, MOVED));
        assertEquals(List.of(20_000L, 30_000L), spans().stream().map(Span::took).toList());
    }

    @Test
    void joinsAnEndWithoutNumberToTheLatestBeginningOfTheSameStage() {
        life.add(10, Lane.CLIENT, new StageEvent.Started(Stage.WRITE, null, PEER));
        life.add(30, Lane.CLIENT, new StageEvent.Finished(Stage.WRITE, -1, MOVED));
        assertEquals(List.of(20_000L), spans().stream().map(Span::took).toList());
    }

    @Test
    void keepsAnEndWhoseBeginningWasDropped() {
        life.add(30, Lane.CLIENT, new StageEvent.Finished(Stage.WRITE, -1, MOVED));
        Span only = spans().getFirst();
        assertEquals(30_000, only.end());
        assertInstanceOf(Span.Done.class, only.state());
    }

    @Test
    void doesNotJoinTheEndOfAnotherStageOrLane() {
        long started = life.add(10, Lane.CLIENT, new StageEvent.Started(Stage.WRITE, null, PEER));
        life.add(30, Lane.SERVER, new StageEvent.Finished(Stage.WRITE, started, MOVED));
        assertEquals(List.of(Lane.CLIENT, Lane.SERVER), spans().stream().map(Span::lane).toList());
        assertInstanceOf(Span.Open.class, spans().getFirst().state());
    }

    @Test
    void leavesAStageOpenUntilTheLastEventWhereTheTraceBreaksOff() {
        life.open(Lane.CLIENT, Stage.CONNECT, 10, PEER).mark(70, Lane.CLIENT, new StreamEvent.EndOfStream());
        Span connect = spans().getFirst();
        assertInstanceOf(Span.Open.class, connect.state());
        assertEquals(60_000, connect.took());
        assertEquals(PEER, connect.remote());
    }

    @Test
    void takesTheConnectionFromTheEndWhereTheBeginningDidNotKnowIt() {
        long started = life.connection(0).add(10, Lane.SERVER, new StageEvent.Started(Stage.ACCEPT, null, null));
        life.connection(3).add(12, Lane.SERVER, new StageEvent.Finished(Stage.ACCEPT, started, MOVED));
        assertEquals(3, spans().getFirst().connection());
    }

    @Test
    void putsWhatWasPlannedAndNeverBeganAtItsPlannedPlace() {
        life.plan(Lane.SERVER, Stage.BIND).plan(Lane.CLIENT, Stage.LOOKUP, Stage.CONNECT).plan(Lane.SERVER, Stage.ACCEPT)
                .plan(Lane.CLIENT, Stage.CLOSE)
                .skipped(Lane.CLIENT, Stage.LOOKUP, 5, "a literal address")
                .failed(Lane.CLIENT, Stage.CONNECT, 10, 20,
                        TraceBuilder.failure(ErrorCode.ECONNREFUSED, Operation.CONNECT, null, PEER));
        assertEquals("bind NotReached, lookup Skipped, connect Failed, accept NotReached, close NotReached", words(spans()));
    }

    @Test
    void keepsAnUnplannedStageWithThePlannedOneBeforeIt() {
        life.plan(Lane.CLIENT, Stage.FIRST_BYTE, Stage.CLOSE)
                .done(Lane.CLIENT, Stage.FIRST_BYTE, 1, 2, MOVED).done(Lane.CLIENT, Stage.DATA, 3, 4, MOVED);
        assertEquals("first byte Done, data Done, close NotReached", words(spans()));
    }

    @Test
    void giveNoTimeToWhatNeverRan() {
        life.plan(Lane.CLIENT, Stage.CLOSE);
        assertEquals(0, spans().getFirst().took());
        assertTrue(spans().stream().noneMatch(Span::ran));
    }

    @Test
    void countsTimeInWhichTwoLanesWereHeldOnlyOnce() {
        long client = life.add(10, Lane.CLIENT, new HoldEvent.HoldStarted(Stage.CONNECT, "a"));
        long server = life.add(20, Lane.SERVER, new HoldEvent.HoldStarted(Stage.ACCEPT, "b"));
        life.add(30, Lane.CLIENT, new HoldEvent.HoldEnded(client));
        life.add(50, Lane.SERVER, new HoldEvent.HoldEnded(server));
        life.mark(100, Lane.CLIENT, new StreamEvent.EndOfStream());
        Timeline timeline = TraceIndex.of(life.trace()).timeline();
        assertEquals(100_000, timeline.wall());
        assertEquals(60_000, timeline.active());
        assertEquals(List.of(20_000L, 30_000L), timeline.holds().stream().map(Hold::took).toList());
    }

    @Test
    void takeNoHoldOfTheServerOutOfAConnectThatWaitsInTheKernel() {
        long started = life.add(5, Lane.CLIENT, new StageEvent.Started(Stage.CONNECT, null, null));
        long held = life.add(10, Lane.SERVER, new HoldEvent.HoldStarted(Stage.ACCEPT, "a"));
        life.mark(80, Lane.SERVER, new HoldEvent.HoldEnded(held));
        life.mark(100, Lane.CLIENT, new StageEvent.Finished(Stage.CONNECT, started, MOVED));
        Timeline timeline = TraceIndex.of(life.trace()).timeline();
        assertEquals(0, timeline.heldWithin(timeline.spans().getFirst()));
        assertEquals(95_000, timeline.spans().getFirst().took());
    }

    @Test
    void countsNoTimeInWhichAPlayStoodBeforeAStep() {
        long started = life.add(5, Lane.CLIENT, new StageEvent.Started(Stage.FIRST_BYTE, null, null));
        life.mark(10, Lane.CLIENT, new PlayEvent.StepHeld(2, "peer", "write", null))
                .mark(40, Lane.CLIENT, new PlayEvent.StepStarted(2, "peer", "write", null, 0, 0))
                .mark(60, Lane.CLIENT, new StageEvent.Finished(Stage.FIRST_BYTE, started, MOVED))
                .mark(70, Lane.CLIENT, new PlayEvent.StepHeld(3, "peer", "close", null))
                .mark(100, Lane.CLIENT, new StreamEvent.EndOfStream());
        Timeline timeline = TraceIndex.of(life.trace()).timeline();

        Span read = timeline.spans().getFirst();
        assertEquals(40_000, timeline.active(), "the last stand never ended");
        assertEquals(30_000, timeline.heldWithin(read));
        assertTrue(timeline.held(read));
        assertEquals(List.of(), timeline.holds(), "no program was held");
    }

    @Test
    void holdsUntilTheLastEventWhatWasNeverReleased() {
        life.mark(10, Lane.CLIENT, new HoldEvent.HoldStarted(Stage.CONNECT, "a"))
                .mark(40, Lane.CLIENT, new StreamEvent.EndOfStream());
        assertEquals(30_000, TraceIndex.of(life.trace()).timeline().holds().getFirst().took());
    }

    @Test
    void givesTheEmptyTraceAnEmptyTimeline() {
        assertEquals(new Timeline(List.of(), List.of(), List.of(), List.of(), 0, 0, List.of()), TraceIndex.of(life.trace()).timeline());
    }

    @Test
    void marksAreTheSameObjectsAsTheEvents() {
        life.mark(10, Lane.CLIENT, new StreamEvent.ChunkRead(new Bytes(3, "abc", false)));
        var trace = life.trace();
        assertSame(trace.events().getFirst(), TraceIndex.of(trace).timeline().marks().getFirst());
    }

    @Test
    void takesLinearTimeForEndlessStagesThatNeverEndAndEndsThatNeverBegan() {
        for (int i = 0; i < 200_000; i++) {
            life.add(i, Lane.CLIENT, new StageEvent.Started(Stage.WRITE, null, PEER));
            life.add(i, Lane.SERVER, new StageEvent.Finished(Stage.WRITE, -1, MOVED));
        }
        var trace = life.trace();
        Timeline timeline = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> TraceIndex.of(trace).timeline());
        assertEquals(400_000, timeline.spans().size());
    }

    @Test
    void gradesNotReachedAsInferred() {
        life.plan(Lane.CLIENT, Stage.CLOSE);
        assertEquals(Evidence.INFERRED, spans().getFirst().evidence());
    }

    private List<Span> spans() {
        return TraceIndex.of(life.trace()).timeline().spans();
    }

    private static String words(List<Span> spans) {
        List<String> words = new ArrayList<>();
        for (Span span : spans) {
            words.add(span.stage().label() + " " + span.state().getClass().getSimpleName());
        }
        return String.join(", ", words);
    }
}
