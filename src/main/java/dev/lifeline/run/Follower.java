package dev.lifeline.run;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.record.Recorder;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// Hands the events of a recorder to a sink while they happen, on a thread of its own: the traced programs never wait for a disk.
///
/// It ends when the recorder is closed and all is handed over, or when the sink fails; the failure is told once.
final class Follower {

    /// How long to wait for the next event at a time; the recorder wakes the thread earlier.
    private static final long PATIENCE_NANOS = 1_000_000_000L;

    private final Thread thread;

    private Follower(Thread thread) {
        this.thread = thread;
    }

    /// Starts to follow.
    ///
    /// @param onFailure told on the follower's thread when the sink fails
    static Follower start(Recorder recorder, EventSink sink, Consumer<IOException> onFailure) {
        Thread thread = Thread.ofPlatform().name("trace-follower").daemon(true).start(() -> follow(recorder, sink, onFailure));
        return new Follower(thread);
    }

    /// Waits until all events of the closed recorder are handed over.
    ///
    /// @param timeoutMillis how long at most, in milliseconds: a sink may hang on a pipe that nobody reads
    void finish(long timeoutMillis) {
        try {
            thread.join(timeoutMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void follow(Recorder recorder, EventSink sink, Consumer<IOException> onFailure) {
        long next = 0;
        try {
            while (recorder.await(next, PATIENCE_NANOS)) {
                List<TraceEvent> events = recorder.from(next);
                if (!events.isEmpty()) {
                    sink.take(events);
                    next += events.size();
                }
            }
        } catch (IOException e) {
            onFailure.accept(e);
        } catch (InterruptedException e) {
            // Nobody interrupts this thread but the end of the process.
            Thread.currentThread().interrupt();
        }
    }
}
