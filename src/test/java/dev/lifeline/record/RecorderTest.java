package dev.lifeline.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecorderTest {

    private static final EventBody STAGE = new StageEvent.Started(Stage.CONNECT, null, null);
    private static final EventBody CHUNK = new StreamEvent.ChunkRead(Bytes.of(new byte[] {'x'}));
    private static final int SMALL = Recorder.RESERVED_FOR_STAGES + 2;

    private final FakeTime time = new FakeTime(0);

    @Test
    void numbersEventsInOrderOfArrivalAndStampsThem() {
        Recorder recorder = new Recorder(time.clock());

        assertEquals(0, mark(recorder, STAGE));
        assertEquals(1, mark(recorder, CHUNK));

        List<TraceEvent> events = recorder.from(0);
        assertEquals(List.of(0L, 1L), events.stream().map(TraceEvent::sequence).toList());
        assertEquals(List.of(1L, 2L), events.stream().map(TraceEvent::at).toList());
        assertEquals(List.of(STAGE, CHUNK), events.stream().map(TraceEvent::body).toList());
    }

    @Test
    void keepsAnEarlierStampOfALaterArrival() {
        Recorder recorder = new Recorder(time.clock());
        mark(recorder, STAGE);

        recorder.record(-5, Lane.KERNEL, Evidence.KERNEL, 2, 3, STAGE);

        assertEquals(new TraceEvent(1, -5, Lane.KERNEL, Evidence.KERNEL, 2, 3, STAGE), recorder.from(1).getFirst());
    }

    @Test
    void readsFromAnyNumberAndNothingBehindTheEnd() {
        Recorder recorder = new Recorder(time.clock());
        mark(recorder, STAGE);

        assertEquals(1, recorder.next());
        assertEquals(1, recorder.from(0).size());
        assertEquals(List.of(), recorder.from(1));
        assertEquals(List.of(), recorder.from(99));
    }

    @Test
    void handsOutWhatLaterEventsDoNotChange() {
        Recorder recorder = new Recorder(time.clock());
        mark(recorder, STAGE);
        List<TraceEvent> before = recorder.from(0);

        mark(recorder, STAGE);

        assertEquals(1, before.size());
    }

    @Test
    void dropsChunksAndLoopTurnsFirstAndKeepsTheReserveForStages() {
        Recorder recorder = new Recorder(time.clock(), SMALL);
        assertEquals(0, mark(recorder, CHUNK));
        assertEquals(1, mark(recorder, CHUNK));

        assertEquals(-1, mark(recorder, CHUNK));
        assertEquals(-1, mark(recorder, new StreamEvent.ChunkWritten(9, 3)));
        assertEquals(-1, mark(recorder, new LoopEvent.Woke(1, 1)));
        assertEquals(-1, mark(recorder, new LoopEvent.AcceptLoopEnded(1)));

        assertEquals(2, mark(recorder, new StreamEvent.EndOfStream()), "the end of a stream is said once and is not bulk");
        assertEquals(3, mark(recorder, STAGE));
        assertEquals(4, recorder.from(0).size());
    }

    @Test
    void isBoundedForStagesToo() {
        Recorder recorder = new Recorder(time.clock(), SMALL);
        for (int i = 0; i < SMALL; i++) {
            assertEquals(i, mark(recorder, STAGE));
        }

        assertEquals(-1, mark(recorder, STAGE));
        assertEquals(SMALL, recorder.from(0).size());
    }

    @Test
    void saysAtCloseHowManyWereDropped() {
        Recorder recorder = new Recorder(time.clock(), SMALL);
        for (int i = 0; i < SMALL + 3; i++) {
            mark(recorder, STAGE);
        }

        recorder.close();
        recorder.close();

        List<TraceEvent> last = recorder.from(SMALL);
        assertEquals(1, last.size(), "said once, also in a full buffer");
        assertEquals(3, assertInstanceOf(RunEvent.EventsDropped.class, last.getFirst().body()).count());
    }

    @Test
    void saysNothingAtCloseWhenNothingWasDropped() {
        Recorder recorder = new Recorder(time.clock());
        mark(recorder, STAGE);

        recorder.close();

        assertEquals(1, recorder.from(0).size());
    }

    @Test
    void takesNothingAfterClose() {
        Recorder recorder = new Recorder(time.clock());
        recorder.close();

        assertEquals(-1, mark(recorder, STAGE));
        assertEquals(List.of(), recorder.from(0));
    }

    @Test
    void refusesACapacityThatIsAllReserve() {
        TraceClock clock = time.clock();

        assertThrows(IllegalArgumentException.class, () -> new Recorder(clock, Recorder.RESERVED_FOR_STAGES));
    }

    @Test
    void awaitReturnsAtOnceForAnEventThatIsThere() throws InterruptedException {
        Recorder recorder = new Recorder(time.clock());
        mark(recorder, STAGE);

        assertTrue(recorder.await(0, 0));
    }

    @Test
    void awaitGivesUpAfterItsTimeAndSaysThatMoreMayCome() throws InterruptedException {
        Recorder recorder = new Recorder(time.clock());

        assertTrue(recorder.await(0, 1));
        assertEquals(List.of(), recorder.from(0));
    }

    @Test
    void awaitSaysThatNoMoreComesOnceClosed() throws InterruptedException {
        Recorder recorder = new Recorder(time.clock());
        mark(recorder, STAGE);
        recorder.close();

        assertTrue(recorder.await(0, Long.MAX_VALUE), "what is there can still be read");
        assertFalse(recorder.await(1, Long.MAX_VALUE));
    }

    private static long mark(Recorder recorder, EventBody body) {
        return recorder.record(Lane.CLIENT, Evidence.APPLICATION, 1, 0, body);
    }
}
