package dev.lifeline.diagnosis;

import dev.lifeline.model.HoldEvent;
import dev.lifeline.model.Lane;
import dev.lifeline.model.LoopEvent;
import dev.lifeline.model.Outcome;
import dev.lifeline.model.RaceEvent;
import dev.lifeline.model.RunEvent;
import dev.lifeline.model.Stage;
import dev.lifeline.model.StageEvent;
import dev.lifeline.model.StreamEvent;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.TraceHeader.PlannedStage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A trace read once: per side and connection what got done, what failed, what was under way. Not changed after [#of].
final class Facts {

    private record Side(Lane lane, int connection) {
    }

    private static final Story NOTHING = new Story();

    private final Trace trace;
    private final Map<Side, Story> stories = new LinkedHashMap<>();
    private final Map<Long, TraceEvent> started = new LinkedHashMap<>();
    private final List<StageRun> failed = new ArrayList<>();
    private final List<RaceEvent.LeftOut> leftOut = new ArrayList<>();
    private List<StageRun> open = List.of();
    private RunEvent.Interrupted interrupted;
    private RunEvent.ExpectationChecked unheld;
    private boolean expectationHeld;
    private long dropped;

    private Facts(Trace trace) {
        this.trace = trace;
    }

    /// Reads a trace. What the kernel's lane says is evidence beside these facts, not a stage of a program.
    static Facts of(Trace trace) {
        Facts facts = new Facts(trace);
        for (TraceEvent event : trace.events()) {
            if (event.lane() != Lane.KERNEL || event.body() instanceof RunEvent) {
                facts.read(event);
            }
        }
        facts.open = facts.stillOpen();
        return facts;
    }

    private void read(TraceEvent event) {
        switch (event.body()) {
            case StageEvent stage -> stage(event, stage);
            case StreamEvent.ChunkRead chunk -> storyOf(event).chunkRead(chunk.bytes().count());
            case StreamEvent.ChunkWritten chunk -> storyOf(event).chunkWritten(chunk.taken());
            case StreamEvent.EndOfStream _, StreamEvent.OutputShut _ -> { }
            case RaceEvent.LeftOut left -> leftOut.add(left);
            case RaceEvent.Abandoned _ -> storyOf(event).abandon(event.attempt());
            case RaceEvent.Won _ -> storyOf(event).win(event.attempt());
            case RaceEvent.Ordered ordered -> storyOf(event).order(ordered.candidates());
            case RunEvent.Interrupted signal -> interrupted = interrupted == null ? signal : interrupted;
            case RunEvent.ExpectationChecked check -> expectation(check);
            case RunEvent.EventsDropped lost -> dropped += lost.count();
            case RunEvent.Remark _ -> { }
            case HoldEvent _, LoopEvent _ -> { }
        }
    }

    private void stage(TraceEvent event, StageEvent stage) {
        switch (stage) {
            case StageEvent.Started _ -> started.put(event.sequence(), event);
            case StageEvent.Finished done -> {
                started.remove(done.started());
                storyOf(event).finish(done.stage(), event.attempt(), done.outcome());
            }
            case StageEvent.Failed failure -> {
                TraceEvent start = started.remove(failure.started());
                failed.add(new StageRun(event.lane(), event.connection(), event.attempt(), failure.stage(),
                        failure.failure().local(), failure.failure().remote(), start == null ? -1 : event.at() - start.at(),
                        failure.failure()));
            }
            case StageEvent.Skipped skipped -> storyOf(event).skip(skipped.stage());
        }
    }

    private void expectation(RunEvent.ExpectationChecked check) {
        expectationHeld |= check.held();
        if (!check.held() && unheld == null) {
            unheld = check;
        }
    }

    private List<StageRun> stillOpen() {
        List<StageRun> runs = new ArrayList<>();
        for (TraceEvent event : started.values()) {
            if (event.body() instanceof StageEvent.Started start) {
                runs.add(new StageRun(event.lane(), event.connection(), event.attempt(), start.stage(), start.local(),
                        start.remote(), end() - event.at(), null));
            }
        }
        return runs;
    }

    private Story storyOf(TraceEvent event) {
        return stories.computeIfAbsent(new Side(event.lane(), event.connection()), _ -> new Story());
    }

    Trace trace() {
        return trace;
    }

    Mode mode() {
        return trace.header().mode();
    }

    /// What one side of one connection got done; an empty story where it has no event.
    Story story(Lane lane, int connection) {
        return stories.getOrDefault(new Side(lane, connection), NOTHING);
    }

    /// All stories of a lane, in the order in which they began; that of no connection (0) too.
    List<Story> stories(Lane lane) {
        List<Story> all = new ArrayList<>();
        stories.forEach((side, story) -> {
            if (side.lane() == lane) {
                all.add(story);
            }
        });
        return all;
    }

    /// The number of the last connection of a lane; 0 where it had none.
    int lastConnection(Lane lane) {
        int last = 0;
        for (Side side : stories.keySet()) {
            last = side.lane() == lane ? Math.max(last, side.connection()) : last;
        }
        return last;
    }

    /// Every stage that failed, in order of time, those included that were stopped.
    List<StageRun> failed() {
        return failed;
    }

    /// The stages that were under way when the trace ended or was stopped, the last the deepest: the client's,
    /// where there is one.
    List<StageRun> underWay() {
        Lane first = mode() == Mode.SERVER ? Lane.SERVER : Lane.CLIENT;
        List<StageRun> own = underWay(first);
        return own.isEmpty() && mode() == Mode.LOOPBACK ? underWay(Lane.SERVER) : own;
    }

    private List<StageRun> underWay(Lane lane) {
        List<StageRun> runs = new ArrayList<>();
        for (StageRun run : failed) {
            Story story = story(lane, run.connection());
            if (run.lane() == lane && run.stopped() && !story.superseded(run.attempt()) && !story.gaveUp(run.attempt())) {
                runs.add(run);
            }
        }
        for (StageRun run : open) {
            if (run.lane() == lane && !story(lane, run.connection()).superseded(run.attempt())) {
                runs.add(run);
            }
        }
        return runs;
    }

    List<RaceEvent.LeftOut> leftOut() {
        return leftOut;
    }

    /// Who ended the run, or `null`.
    RunEvent.Interrupted interrupted() {
        return interrupted;
    }

    /// The first expectation that did not hold, or `null`.
    RunEvent.ExpectationChecked unheld() {
        return unheld;
    }

    /// Whether there was an expectation that held.
    boolean expectationHeld() {
        return expectationHeld;
    }

    /// How many events the recorder had no room for.
    long dropped() {
        return dropped;
    }

    /// When the last event happened, in nanoseconds since the origin.
    long end() {
        return trace.events().isEmpty() ? 0 : trace.events().getLast().at();
    }

    /// The planned stages of a lane that no connection passed.
    List<Stage> notPassed(Lane lane) {
        List<Stage> missing = new ArrayList<>();
        for (PlannedStage planned : trace.header().plan()) {
            if (planned.lane() == lane && stories(lane).stream().noneMatch(story -> story.passed(planned.stage()))) {
                missing.add(planned.stage());
            }
        }
        return missing;
    }

    /// The outcome of a stage on a connection, or that of no connection where the stage came before there was one;
    /// may be `null`.
    Outcome outcome(Lane lane, int connection, Stage stage) {
        Outcome own = story(lane, connection).outcome(stage);
        return own != null ? own : story(lane, 0).outcome(stage);
    }
}
