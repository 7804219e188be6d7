package dev.lifeline.diagnosis;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.analysis.ConnectionSides;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.TraceHeader.PlannedStage;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.RunEvent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// The facts of a trace as the diagnosis asks for them: per side and connection what got done, what failed, what was under way.
/// Reads the [TraceIndex], and is not changed after [#of].
public final class Facts {

    private final TraceIndex index;
    private final List<UnfinishedStage> failed = new ArrayList<>();
    private final List<UnfinishedStage> open = new ArrayList<>();
    private final BitSet unheldOn = new BitSet();
    private RunEvent.Interrupted interrupted;
    private RunEvent.ExpectationChecked unheld;
    private boolean expectationHeld;
    private long dropped;

    private Facts(TraceIndex index) {
        this.index = index;
        for (Span span : index.failed()) {
            failed.add(UnfinishedStage.failed(span));
        }
        for (Span span : index.stages()) {
            if (span.state() instanceof Span.Open) {
                open.add(UnfinishedStage.open(span));
            }
        }
        for (TraceEvent event : index.run()) {
            read(event);
        }
    }

    /// Reads a trace of which nothing else is asked.
    public static Facts of(Trace trace) {
        return of(TraceIndex.of(trace));
    }

    /// Reads a trace. What the kernel's lane says is evidence beside these facts, not a stage of a program: [StageEvidence] reads
    /// it.
    public static Facts of(TraceIndex index) {
        return new Facts(index);
    }

    private void read(TraceEvent event) {
        if (!(event.body() instanceof RunEvent run)) {
            return;
        }
        switch (run.kind()) {
            case INTERRUPTED -> interrupted = interrupted == null ? (RunEvent.Interrupted) run : interrupted;
            case EXPECTATION_CHECKED -> expectation(event, (RunEvent.ExpectationChecked) run);
            case EVENTS_DROPPED -> dropped += ((RunEvent.EventsDropped) run).count();
            case REMARK, NOTED, ANSWERED, FAULT_ADDED, FAULT_ACTED, FAULT_ENDED -> { } // decide nothing
        }
    }

    private void expectation(TraceEvent event, RunEvent.ExpectationChecked check) {
        expectationHeld |= check.held();
        if (!check.held()) {
            unheldOn.set(event.connection());
            unheld = unheld == null ? check : unheld;
        }
    }

    /// The trace that they are about.
    public Trace trace() {
        return index.trace();
    }

    /// All that follows from the trace.
    public TraceIndex index() {
        return index;
    }

    public Mode mode() {
        return index.header().mode();
    }

    /// The sides of all connections.
    public ConnectionSides sides() {
        return index.sides();
    }

    /// The number of connections that the server accepted.
    public long accepted() {
        long count = 0;
        for (ConnectionSide side : index.sides().all(Lane.SERVER)) {
            count += side.outcome(Stage.ACCEPT) == null ? 0 : 1;
        }
        return count;
    }

    /// One side of one connection; an empty one where it has no event.
    public ConnectionSide story(Lane lane, int connection) {
        return index.sides().side(lane, connection);
    }

    /// Every stage that failed, in order of time, those included that were stopped.
    public List<UnfinishedStage> failed() {
        return failed;
    }

    /// The events of the kernel and the wire, in order of time.
    public List<TraceEvent> kernel() {
        return index.kernel();
    }

    /// The stages that were under way when the trace ended or was stopped, the last the deepest: the client's,
    /// where there is one.
    public List<UnfinishedStage> underWay() {
        Lane first = mode() == Mode.SERVER ? Lane.SERVER : Lane.CLIENT;
        List<UnfinishedStage> own = underWay(first);
        return own.isEmpty() && mode() == Mode.LOOPBACK ? underWay(Lane.SERVER) : own;
    }

    private List<UnfinishedStage> underWay(Lane lane) {
        List<UnfinishedStage> runs = new ArrayList<>();
        for (UnfinishedStage run : failed) {
            ConnectionSide story = story(lane, run.connection());
            if (run.lane() == lane && run.stopped() && !story.superseded(run.attempt()) && !story.gaveUp(run.attempt())) {
                runs.add(run);
            }
        }
        for (UnfinishedStage run : open) {
            if (run.lane() == lane && !story(lane, run.connection()).superseded(run.attempt())) {
                runs.add(run);
            }
        }
        return runs;
    }

    /// The candidates that a connection race left out, by time.
    List<RaceEvent.LeftOut> leftOut() {
        List<RaceEvent.LeftOut> leftOut = new ArrayList<>();
        for (TraceEvent event : index.race()) {
            if (event.body() instanceof RaceEvent.LeftOut left) {
                leftOut.add(left);
            }
        }
        return leftOut;
    }

    /// The signal that ended the run, or `null`.
    public RunEvent.Interrupted interrupted() {
        return interrupted;
    }

    /// The first expectation that did not hold, or `null`.
    public RunEvent.ExpectationChecked unheld() {
        return unheld;
    }

    /// Tells whether an expectation of this connection did not hold.
    boolean unheld(int connection) {
        return unheldOn.get(connection);
    }

    /// Tells whether there was an expectation that held.
    public boolean expectationHeld() {
        return expectationHeld;
    }

    /// The number of events that the recorder had no room for.
    public long dropped() {
        return dropped;
    }

    /// The time of the last event, in nanoseconds since the origin.
    public long end() {
        return index.last();
    }

    /// The planned stages of a lane that no connection passed.
    public List<Stage> notPassed(Lane lane) {
        List<Stage> missing = new ArrayList<>();
        for (PlannedStage planned : index.header().plan()) {
            if (planned.lane() == lane && !index.sides().passed(lane, planned.stage())) {
                missing.add(planned.stage());
            }
        }
        return missing;
    }

    /// Tells whether this stage was asked for.
    boolean planned(Lane lane, Stage stage) {
        for (PlannedStage planned : index.header().plan()) {
            if (planned.lane() == lane && planned.stage() == stage) {
                return true;
            }
        }
        return false;
    }
}
