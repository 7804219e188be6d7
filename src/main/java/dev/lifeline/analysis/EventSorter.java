package dev.lifeline.analysis;

import dev.lifeline.analysis.packet.PacketFlows;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HoldEvent.HoldEnded;
import dev.lifeline.model.event.KernelEvent.SocketGone;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.PacketEvent.ErrorSeen;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import java.util.ArrayList;
import java.util.List;

/// Goes once through the events of a trace and gives each to those that join it with others.
///
/// Time and memory grow with the number of events; bodies are kept as references only.
final class EventSorter {

    private final SpanPairing pairing = new SpanPairing();
    private final HoldPairing holding = new HoldPairing();
    private final List<Span> failed = new ArrayList<>();
    private final List<TraceEvent> marks = new ArrayList<>();
    private final List<TraceEvent> race = new ArrayList<>();
    private final List<TraceEvent> run = new ArrayList<>();
    private final List<TraceEvent> kernel = new ArrayList<>();
    private final ConnectionSides sides = new ConnectionSides();
    private final PacketFlows flows = new PacketFlows();
    private final QueueLooks looks = new QueueLooks();
    private final List<Span> stages;
    private final List<Hold> holds;
    private final long last;

    /// Reads a trace.
    EventSorter(Trace trace) {
        List<TraceEvent> events = trace.events();
        for (int i = 0; i < events.size(); i++) {
            sort(events.get(i));
        }
        last = events.isEmpty() ? 0 : events.getLast().at();
        stages = pairing.spans(last);
        holds = holding.holds(last);
    }

    private void sort(TraceEvent event) {
        EventBody body = event.body();
        ConnectionSide side = sides.saw(event);
        boolean mark = switch (body.kind()) {
            case STARTED -> started(event, (StageEvent.Started) body);
            case FINISHED -> finished(event, (StageEvent.Finished) body);
            case FAILED -> failed(event, (StageEvent.Failed) body);
            case SKIPPED -> skipped(event, (StageEvent.Skipped) body);
            case HOLD_STARTED -> holdStarted(event);
            case HOLD_ENDED -> holdEnded(event, (HoldEnded) body);
            case CHUNK_READ -> read(event, side, (StreamEvent.ChunkRead) body);
            case CHUNK_WRITTEN -> written(side, (StreamEvent.ChunkWritten) body);
            case ORDERED -> ordered(event, side, (RaceEvent.Ordered) body);
            case ABANDONED -> abandoned(event, side);
            case WON -> won(event, side);
            case LEFT_OUT -> race.add(event);
            case EXPECTATION_CHECKED, EVENTS_DROPPED, INTERRUPTED, REMARK, ACTOR_JOINED, ACTOR_PLACED, CONNECTION_OWNED,
                    STEP_STARTED, STEP_ENDED -> run.add(event);
            case SOCKET_SEEN -> seen(event, (SocketSeen) body);
            case SOCKET_GONE -> gone(event, (SocketGone) body);
            case LISTENER_SEEN -> listener(event);
            case SEGMENT_SEEN -> segment(event, (SegmentSeen) body);
            case ERROR_SEEN -> error(event, (ErrorSeen) body);
            case COUNTER_ROSE, ROUTE_ANSWERED, ROUTE_DISAGREED, DESCRIPTOR_FOUND, SYN_SAVED, ERROR_ORIGIN, EVIDENCE_LOST,
                 CLOCK_STEPPED -> kernel(event);
            case END_OF_STREAM, OUTPUT_SHUT, SOCKET_OPENED, REGISTERED, WOKE, ACCEPT_LOOP_ENDED -> true;
        };
        if (mark) {
            marks.add(event);
        }
    }

    private boolean started(TraceEvent event, StageEvent.Started body) {
        pairing.start(event, body);
        return false;
    }

    private boolean finished(TraceEvent event, StageEvent.Finished body) {
        Span span = pairing.end(event, body.stage(), body.started(), new Span.Done(body.outcome()));
        ConnectionSide side = sides.of(span);
        side.finish(body.stage(), span.attempt(), body.outcome());
        if (body.stage() == Stage.CLOSE) {
            side.closing(span.start());
        }
        return false;
    }

    private boolean failed(TraceEvent event, StageEvent.Failed body) {
        failed.add(pairing.end(event, body.stage(), body.started(), new Span.Failed(body.failure())));
        return false;
    }

    private boolean skipped(TraceEvent event, StageEvent.Skipped body) {
        sides.of(pairing.skip(event, body)).skip(body.stage());
        return false;
    }

    private boolean holdStarted(TraceEvent event) {
        holding.start(event);
        return false;
    }

    private boolean holdEnded(TraceEvent event, HoldEnded body) {
        holding.end(event.at(), body);
        return false;
    }

    private boolean read(TraceEvent event, ConnectionSide side, StreamEvent.ChunkRead body) {
        side.chunkRead(event.at(), body.bytes().count());
        return true;
    }

    private boolean written(ConnectionSide side, StreamEvent.ChunkWritten body) {
        side.chunkWritten(body.taken());
        return true;
    }

    private boolean ordered(TraceEvent event, ConnectionSide side, RaceEvent.Ordered body) {
        side.order(body.candidates());
        return race.add(event);
    }

    private boolean abandoned(TraceEvent event, ConnectionSide side) {
        side.abandon(event.attempt());
        return race.add(event);
    }

    private boolean won(TraceEvent event, ConnectionSide side) {
        side.win(event.attempt());
        return race.add(event);
    }

    private boolean seen(TraceEvent event, SocketSeen body) {
        looks.seen(event, body);
        return kernel(event);
    }

    private boolean gone(TraceEvent event, SocketGone body) {
        looks.gone(event.at(), body);
        return kernel(event);
    }

    private boolean listener(TraceEvent event) {
        looks.listener(event);
        return kernel(event);
    }

    private boolean segment(TraceEvent event, SegmentSeen body) {
        flows.accept(event, body);
        return kernel(event);
    }

    private boolean error(TraceEvent event, ErrorSeen body) {
        flows.accept(event, body);
        return kernel(event);
    }

    private boolean kernel(TraceEvent event) {
        if (event.lane() == Lane.KERNEL) {
            kernel.add(event);
        }
        return true;
    }

    /// The stages of the programs, in the order in which they began.
    List<Span> stages() {
        return stages;
    }

    /// Those that failed, in the order in which they did.
    List<Span> failed() {
        return failed;
    }

    /// In the order in which they began.
    List<Hold> holds() {
        return holds;
    }

    /// Events without length, by time.
    List<TraceEvent> marks() {
        return marks;
    }

    /// What is told of connection races, by time.
    List<TraceEvent> race() {
        return race;
    }

    /// What is told of the run as a whole, by time.
    List<TraceEvent> run() {
        return run;
    }

    /// What the kernel and the wire said, by time.
    List<TraceEvent> kernel() {
        return kernel;
    }

    ConnectionSides sides() {
        return sides;
    }

    PacketFlows flows() {
        return flows;
    }

    QueueLooks looks() {
        return looks;
    }

    /// The time of the last event, in nanoseconds since the origin; 0 where there is none.
    long last() {
        return last;
    }
}
