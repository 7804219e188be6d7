package dev.lifeline.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.StreamEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecorderThreadsTest {

    private static final int THREADS = 4;
    private static final int EVENTS_EACH = 5_000;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdownNow();
        assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS));
    }

    @Test
    void numbersAreDenseAndTheTimesOfEachThreadDoNotDecrease() throws Exception {
        Recorder recorder = new Recorder(TraceClock.start());
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 1; thread <= THREADS; thread++) {
            LaneRecorder lane = new LaneRecorder(recorder, Lane.CLIENT, thread, 0);
            running.add(threads.submit(() -> {
                start.await(10, TimeUnit.SECONDS);
                for (int i = 0; i < EVENTS_EACH; i++) {
                    lane.mark(new StreamEvent.ChunkWritten(i, i));
                }
                return null;
            }));
        }
        for (Future<?> one : running) {
            one.get(30, TimeUnit.SECONDS);
        }

        List<TraceEvent> events = recorder.from(0);
        assertEquals(THREADS * EVENTS_EACH, events.size());
        long[] lastTime = new long[THREADS + 1];
        long[] lastChunk = new long[THREADS + 1];
        Arrays.fill(lastChunk, -1);
        for (int i = 0; i < events.size(); i++) {
            TraceEvent event = events.get(i);
            int thread = event.connection();
            long chunk = ((StreamEvent.ChunkWritten) event.body()).offered();
            assertEquals(i, event.sequence());
            assertTrue(event.at() >= lastTime[thread], "time goes on within a thread");
            assertEquals(lastChunk[thread] + 1, chunk, "arrival keeps the order of each thread");
            lastTime[thread] = event.at();
            lastChunk[thread] = chunk;
        }
    }

    @Test
    void aReaderThatWaitsSeesEveryEventOnceAndThenTheEnd() throws Exception {
        Recorder recorder = new Recorder(TraceClock.start());
        Future<List<TraceEvent>> reader = threads.submit(() -> {
            List<TraceEvent> seen = new ArrayList<>();
            while (recorder.await(seen.size(), Long.MAX_VALUE)) {
                seen.addAll(recorder.from(seen.size()));
            }
            return seen;
        });
        LaneRecorder lane = new LaneRecorder(recorder, Lane.SERVER, 1, 0);
        for (int i = 0; i < EVENTS_EACH; i++) {
            lane.mark(new StreamEvent.ChunkWritten(i, i));
        }
        recorder.close();

        assertEquals(recorder.from(0), reader.get(30, TimeUnit.SECONDS));
    }

    @Test
    void aWaitThatIsInterruptedEnds() throws Exception {
        Recorder recorder = new Recorder(TraceClock.start());
        Thread waiting = new Thread(() -> assertThrows(InterruptedException.class, () -> recorder.await(0, Long.MAX_VALUE)));
        List<Throwable> wrong = new ArrayList<>();
        waiting.setUncaughtExceptionHandler((thread, error) -> wrong.add(error));
        waiting.start();

        waiting.interrupt();
        waiting.join(10_000);

        assertFalse(waiting.isAlive());
        assertEquals(List.of(), wrong);
    }

    @Test
    void closeWakesAWaitingReader() throws Exception {
        Recorder recorder = new Recorder(TraceClock.start());
        Future<Boolean> reader = threads.submit(() -> recorder.await(0, Long.MAX_VALUE));

        recorder.close();

        assertFalse(reader.get(10, TimeUnit.SECONDS));
    }
}
