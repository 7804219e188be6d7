package dev.lifeline.run;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.record.Recorder;
import java.io.IOException;
import java.util.List;

/// Hands the events of a recorder to a witness while they happen, on a thread of its own: the traced programs never wait for a
/// disk.
///
/// It ends when the recorder is closed and all is handed over, or when the witness fails; the failure is told once.
public final class Follower {

    /// The wait for the next event at a time; the recorder wakes the thread earlier.
    private static final long PATIENCE_NANOS = 1_000_000_000L;

    /// The time that a witness may take for what is left when the run is over, in milliseconds: it may hang on a pipe that nobody
    /// reads.
    private static final long FINISH_MILLIS = 5_000;

    private final Thread thread;

    private Follower(Thread thread) {
        this.thread = thread;
    }

    /// Tells the witness the header and starts to follow.
    ///
    /// @param witness told of its failure on the thread that met it; `null` where nobody wants to hear
    public static Follower start(Recorder recorder, TraceHeader header, RunObserver witness) {
        return start(recorder, header, witness, null);
    }

    /// The same, where the witness is to hear of some events only.
    ///
    /// @param own which; `null` for all
    static Follower start(Recorder recorder, TraceHeader header, RunObserver witness, OwnEvents own) {
        if (witness == null) {
            return new Follower(null);
        }
        try {
            witness.header(header);
        } catch (IOException e) {
            witness.failed(e);
            return new Follower(null);
        }
        return new Follower(Thread.ofPlatform().name("trace-follower").daemon(true).start(() -> follow(recorder, witness, own)));
    }

    /// Waits until all events of the closed recorder are handed over, or has waited long enough.
    public void finish() {
        if (thread == null) {
            return;
        }
        try {
            thread.join(FINISH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void follow(Recorder recorder, RunObserver witness, OwnEvents own) {
        long next = 0;
        try {
            while (recorder.await(next, PATIENCE_NANOS)) {
                List<TraceEvent> fresh = recorder.from(next);
                next += fresh.size();
                List<TraceEvent> events = own == null ? fresh : own.pass(fresh);
                if (!events.isEmpty()) {
                    witness.take(events);
                }
            }
            List<TraceEvent> last = own == null ? List.of() : own.rest();
            if (!last.isEmpty()) {
                witness.take(last);
            }
        } catch (IOException e) {
            witness.failed(e);
        } catch (InterruptedException e) {
            // Nobody interrupts this thread but the end of the process.
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            // Above all: no memory. Without a word the recording would look whole.
            witness.failed(new IOException(e.toString(), e));
        }
    }
}
