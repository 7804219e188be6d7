package dev.lifeline.run;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.observe.Subject;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.TraceClock;
import java.util.List;
import java.util.Set;

/// The frame of every run: its clock and recorder, its gates, its evidence, and how it ends. What is run in it is a [Work].
///
/// Threads: [#run] once, on one thread; [#interrupt] and the accessors on any.
public final class RunSession implements AutoCloseable {

    private final Recorder recorder;
    private final Gates gates = new Gates();
    private final Observation observation;
    private Thread executing;
    private Work working;
    private String interruptedBy;

    /// The work that is done in a session.
    public interface Work {

        /// Does it. Failures of stages are in the recording already.
        ///
        /// @throws InterruptedException when the run was interrupted; that is recorded here
        void perform() throws InterruptedException;

        /// Gives back what it took, however it ended; the recorder is still open, and no interrupt comes any more.
        default void end() {
        }

        /// Has it throw [InterruptedException] soon. Called at most once at a time, on any thread.
        ///
        /// @param executing the thread that performs it
        default void interrupt(Thread executing) {
            executing.interrupt();
        }
    }

    /// A session whose clock starts now.
    ///
    /// @param observation its evidence, tried and ready
    /// @param connections how many the recorder shall have room for
    public RunSession(Observation observation, int connections) {
        this.observation = observation;
        this.recorder = Recorder.forConnections(TraceClock.start(), connections);
    }

    /// Puts the sources of evidence to work on a run that looks up no name.
    ///
    /// @param port the port that is watched; 0 for what the run opens by itself
    /// @throws TargetException when evidence that is insisted on refuses; none is at work then
    public void watch(TraceHeader.Mode mode, int port, int connections) throws TargetException {
        watch(mode, port, connections, null, Set.of());
    }

    /// Puts the sources of evidence to work.
    ///
    /// @param port the port that is watched; 0 for what the run opens by itself
    /// @param host the name that the run looks up, of which name servers may be asked; or `null`
    /// @param counters the kernel's words for counters whose rise is asked for
    /// @throws TargetException when evidence that is insisted on refuses; none is at work then
    public void watch(TraceHeader.Mode mode, int port, int connections, String host, Set<String> counters) throws TargetException {
        observation.start(new Subject(recorder, mode, port, connections, host, counters));
    }

    /// The recorder, for those who watch the progress too.
    public Recorder recorder() {
        return recorder;
    }

    /// The one clock.
    public TraceClock clock() {
        return recorder.clock();
    }

    /// The gates where programs can be held, before the run and while it goes on.
    public Gates gates() {
        return gates;
    }

    /// The evidence.
    public Observation observation() {
        return observation;
    }

    /// A lane, for what belongs to no connection.
    public LaneRecorder lane(Lane lane) {
        return new LaneRecorder(recorder, lane, 0, 0);
    }

    /// Does the work on this thread, and closes the recording: what comes later is not part of it.
    ///
    /// @param teller the lane that says that the run was interrupted
    public void run(Lane teller, Work work) {
        enter(work);
        try (recorder; observation) {
            try {
                work.perform();
            } catch (InterruptedException e) {
                lane(teller).mark(new RunEvent.Interrupted(interruptedBy()));
            } finally {
                leave();
                work.end();
                gates.dismantle();
            }
        }
    }

    /// The trace of a run that is over.
    public Trace trace(TraceHeader header) {
        return trace(header, recorder.from(0));
    }

    /// The same of some of its events.
    public Trace trace(TraceHeader header, List<TraceEvent> events) {
        return new Trace(header, events, true);
    }

    /// Ends the run: whatever waits, waits no more. What was recorded until then is the trace.
    ///
    /// @param signal `INT`, `TERM` or `HUP`
    public synchronized void interrupt(String signal) {
        interruptedBy = signal;
        if (executing != null) {
            working.interrupt(executing);
        }
    }

    private synchronized void enter(Work work) {
        executing = Thread.currentThread();
        working = work;
        if (interruptedBy != null) {
            working.interrupt(executing);
        }
    }

    private synchronized void leave() {
        executing = null;
        // An interrupt that came too late for the last wait must not hit what the caller does next.
        Thread.interrupted();
    }

    private synchronized String interruptedBy() {
        return interruptedBy == null ? "INT" : interruptedBy;
    }

    /// Gives back what a session took that is not run.
    @Override
    public void close() {
        observation.close();
        recorder.close();
    }
}
