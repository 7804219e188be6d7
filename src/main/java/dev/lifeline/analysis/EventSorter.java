package dev.lifeline.analysis;

import dev.lifeline.analysis.packet.PacketFlows;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HoldEvent.HoldEnded;
import dev.lifeline.model.event.KernelEvent.SocketGone;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.PacketEvent.ErrorSeen;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.RunEvent;
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
    private boolean sawServer;

    private EventSorter() {
    }

    /// Reads a trace.
    static SortedEvents sort(List<TraceEvent> events) {
        EventSorter sorter = new EventSorter();
        for (int i = 0; i < events.size(); i++) {
            sorter.sort(events.get(i));
        }
        return sorter.sorted(events.isEmpty() ? 0 : events.getLast().at());
    }

    private SortedEvents sorted(long last) {
        return new SortedEvents(pairing.spans(last), failed, holding.holds(last), marks, race, run, kernel, sides, flows, looks,
                sawServer, last);
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
            case SOCKET_SEEN -> seen(event, (SocketSeen) body);
            case SOCKET_GONE -> gone(event, (SocketGone) body);
            case LISTENER_SEEN -> listener(event);
            case SEGMENT_SEEN -> segment(event, (SegmentSeen) body);
            case ERROR_SEEN -> error(event, (ErrorSeen) body);
            // Other kinds are joined with nothing here: they are marks of their group, and a new kind is one without a change.
            default -> other(event, body);
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
        sawServer |= body.end() == Lane.SERVER;
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

    private boolean other(TraceEvent event, EventBody body) {
        if (body instanceof KernelEvent || body instanceof PacketEvent) {
            return kernel(event);
        } else if (body instanceof RunEvent) {
            return run.add(event);
        }
        return !(body instanceof RaceEvent) || race.add(event);
    }

    private boolean kernel(TraceEvent event) {
        if (event.lane() == Lane.KERNEL) {
            kernel.add(event);
        }
        return true;
    }
}
