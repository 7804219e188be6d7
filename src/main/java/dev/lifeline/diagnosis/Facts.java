package dev.lifeline.diagnosis;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.TraceHeader.PlannedStage;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A trace read once: per side and connection what got done, what failed, what was under way. Not changed after [#of].
///
/// No pattern switches here: each process that traces runs through, and Java links such a switch anew in each, some milliseconds
/// that no start-up cache spares. A test holds this to every kind of event that there is.
public final class Facts {

    private static final ConnectionSide NOTHING = new ConnectionSide();

    private final TraceIndex index;
    private final Trace trace;
    private final Map<Lane, Map<Integer, ConnectionSide>> stories = new EnumMap<>(Lane.class);
    private final Map<Long, TraceEvent> started = new LinkedHashMap<>();
    private final List<UnfinishedStage> failed = new ArrayList<>();
    private final List<RaceEvent.LeftOut> leftOut = new ArrayList<>();
    private final List<TraceEvent> kernel = new ArrayList<>();
    private List<UnfinishedStage> open = List.of();
    private RunEvent.Interrupted interrupted;
    private RunEvent.ExpectationChecked unheld;
    private final BitSet unheldOn = new BitSet();
    private boolean expectationHeld;
    private long dropped;

    private Facts(TraceIndex index) {
        this.index = index;
        trace = index.trace();
    }

    /// Reads a trace of which nothing else is asked.
    public static Facts of(Trace trace) {
        return of(TraceIndex.of(trace));
    }

    /// Reads a trace. What the kernel's lane says is evidence beside these facts, not a stage of a program: [StageEvidence] reads it.
    public static Facts of(TraceIndex index) {
        Facts facts = new Facts(index);
        for (TraceEvent event : index.events()) {
            if (event.lane() != Lane.KERNEL || event.body() instanceof RunEvent) {
                facts.read(event);
            } else {
                facts.kernel.add(event);
            }
        }
        facts.open = facts.stillOpen();
        return facts;
    }

    private void read(TraceEvent event) {
        EventBody body = event.body();
        if (body instanceof StageEvent stage) {
            stage(event, stage);
        } else if (body instanceof StreamEvent stream) {
            stream(event, stream);
        } else if (body instanceof RaceEvent race) {
            race(event, race);
        } else if (body instanceof RunEvent run) {
            run(event, run);
        } else if (!(body instanceof HoldEvent || body instanceof LoopEvent || body instanceof KernelEvent
                || body instanceof PacketEvent)) {
            throw unknown(body);
        }
    }

    private void stage(TraceEvent event, StageEvent stage) {
        if (stage instanceof StageEvent.Started) {
            started.put(event.sequence(), event);
        } else if (stage instanceof StageEvent.Finished done) {
            TraceEvent start = started.remove(done.started());
            ConnectionSide story = storyOf(event);
            story.finish(done.stage(), event.attempt(), done.outcome());
            if (done.stage() == Stage.CLOSE) {
                story.closing(start == null ? event.at() : start.at());
            }
        } else if (stage instanceof StageEvent.Failed failure) {
            TraceEvent start = started.remove(failure.started());
            failed.add(new UnfinishedStage(event.lane(), event.connection(), event.attempt(), failure.stage(), failure.failure().local(),
                    failure.failure().remote(), start == null ? -1 : event.at() - start.at(), failure.failure(), event.at(),
                    event.sequence()));
        } else if (stage instanceof StageEvent.Skipped skipped) {
            storyOf(event).skip(skipped.stage());
        } else {
            throw unknown(stage);
        }
    }

    private void stream(TraceEvent event, StreamEvent stream) {
        if (stream instanceof StreamEvent.ChunkRead chunk) {
            storyOf(event).chunkRead(chunk.bytes().count());
        } else if (stream instanceof StreamEvent.ChunkWritten chunk) {
            storyOf(event).chunkWritten(chunk.taken());
        } else if (!(stream instanceof StreamEvent.EndOfStream || stream instanceof StreamEvent.OutputShut)) {
            throw unknown(stream);
        }
    }

    private void race(TraceEvent event, RaceEvent race) {
        if (race instanceof RaceEvent.Ordered ordered) {
            storyOf(event).order(ordered.candidates());
        } else if (race instanceof RaceEvent.LeftOut left) {
            leftOut.add(left);
        } else if (race instanceof RaceEvent.Abandoned) {
            storyOf(event).abandon(event.attempt());
        } else if (race instanceof RaceEvent.Won) {
            storyOf(event).win(event.attempt());
        } else {
            throw unknown(race);
        }
    }

    private void run(TraceEvent event, RunEvent run) {
        if (run instanceof RunEvent.Interrupted signal) {
            interrupted = interrupted == null ? signal : interrupted;
        } else if (run instanceof RunEvent.ExpectationChecked check) {
            expectation(event, check);
        } else if (run instanceof RunEvent.EventsDropped lost) {
            dropped += lost.count();
        } else if (!(run instanceof RunEvent.Remark)) {
            throw unknown(run);
        }
    }

    private static MatchException unknown(EventBody body) {
        return new MatchException("not known what follows from " + body, null);
    }

    private void expectation(TraceEvent event, RunEvent.ExpectationChecked check) {
        expectationHeld |= check.held();
        if (!check.held()) {
            unheldOn.set(event.connection());
        }
        if (!check.held() && unheld == null) {
            unheld = check;
        }
    }

    private List<UnfinishedStage> stillOpen() {
        List<UnfinishedStage> runs = new ArrayList<>();
        for (TraceEvent event : started.values()) {
            if (event.body() instanceof StageEvent.Started start) {
                runs.add(new UnfinishedStage(event.lane(), event.connection(), event.attempt(), start.stage(), start.local(),
                        start.remote(), end() - event.at(), null, end(), -1));
            }
        }
        return runs;
    }

    private ConnectionSide storyOf(TraceEvent event) {
        return stories.computeIfAbsent(event.lane(), _ -> new LinkedHashMap<>())
                .computeIfAbsent(event.connection(), _ -> new ConnectionSide());
    }

    public Trace trace() {
        return trace;
    }

    /// All that follows from the trace.
    public TraceIndex index() {
        return index;
    }

    public Mode mode() {
        return trace.header().mode();
    }

    /// What one side of one connection got done; an empty story where it has no event.
    public ConnectionSide story(Lane lane, int connection) {
        return ofLane(lane).getOrDefault(connection, NOTHING);
    }

    private Map<Integer, ConnectionSide> ofLane(Lane lane) {
        return stories.getOrDefault(lane, Map.of());
    }

    /// All stories of a lane, in the order in which they began; that of no connection (0) too.
    Collection<ConnectionSide> stories(Lane lane) {
        return ofLane(lane).values();
    }

    /// The number of the last connection of a lane; 0 where it had none.
    int lastConnection(Lane lane) {
        int last = 0;
        for (int connection : ofLane(lane).keySet()) {
            last = Math.max(last, connection);
        }
        return last;
    }

    /// Every stage that failed, in order of time, those included that were stopped.
    public List<UnfinishedStage> failed() {
        return failed;
    }

    /// What the kernel and the wire said, in order of time.
    public List<TraceEvent> kernel() {
        return kernel;
    }

    /// The number of the connection of a lane that has these ends, as that lane sees them; -1 where it has none.
    public int connectionOf(Lane lane, FourTuple tuple) {
        for (Map.Entry<Integer, ConnectionSide> entry : ofLane(lane).entrySet()) {
            if (tuple.equals(entry.getValue().tuple())) {
                return entry.getKey();
            }
        }
        return -1;
    }

    /// The server's side of a client's connection, joined by the four-tuple; `null` where the server never accepted it.
    ///
    /// @param client as the client sees it, or `null`
    public ConnectionSide serverOf(FourTuple client) {
        if (client == null) {
            return null;
        }
        for (ConnectionSide story : stories(Lane.SERVER)) {
            if (client.reversed().equals(story.tuple()) && story.outcome(Stage.ACCEPT) instanceof Outcome.Accepted) {
                return story;
            }
        }
        return null;
    }

    /// The stages that were under way when the trace ended or was stopped, the last the deepest: the client's,
    /// where there is one.
    List<UnfinishedStage> underWay() {
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

    /// Whether an expectation of this connection did not hold.
    boolean unheld(int connection) {
        return unheldOn.get(connection);
    }

    /// Whether there was an expectation that held.
    boolean expectationHeld() {
        return expectationHeld;
    }

    /// How many events the recorder had no room for.
    public long dropped() {
        return dropped;
    }

    /// When the last event happened, in nanoseconds since the origin.
    public long end() {
        return trace.events().isEmpty() ? 0 : trace.events().getLast().at();
    }

    /// The planned stages of a lane that no connection passed.
    List<Stage> notPassed(Lane lane) {
        List<Stage> missing = new ArrayList<>();
        for (PlannedStage planned : trace.header().plan()) {
            if (planned.lane() == lane && !passed(lane, planned.stage())) {
                missing.add(planned.stage());
            }
        }
        return missing;
    }

    private boolean passed(Lane lane, Stage stage) {
        for (ConnectionSide story : stories(lane)) {
            if (story.passed(stage)) {
                return true;
            }
        }
        return false;
    }

    /// Whether this stage was asked for.
    boolean planned(Lane lane, Stage stage) {
        for (PlannedStage planned : trace.header().plan()) {
            if (planned.lane() == lane && planned.stage() == stage) {
                return true;
            }
        }
        return false;
    }

    /// The outcome of a stage on a connection, or that of no connection where the stage came before there was one;
    /// may be `null`.
    Outcome outcome(Lane lane, int connection, Stage stage) {
        Outcome own = story(lane, connection).outcome(stage);
        return own != null ? own : story(lane, 0).outcome(stage);
    }
}
