package dev.lifeline.analysis;

import dev.lifeline.analysis.packet.PacketFlows;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.KernelEvent.SocketGone;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.PacketEvent.ErrorSeen;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.model.event.PlayEvent;
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
    private final List<TraceEvent> play = new ArrayList<>();
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
        return new SortedEvents(pairing.spans(last), failed, holding.holds(last), marks, race, run, play, kernel, sides, flows,
                looks, sawServer, last);
    }

    private void sort(TraceEvent event) {
        EventBody body = event.body();
        join(event, body, sides.saw(event));
        if (body instanceof StageEvent || body instanceof HoldEvent) {
            return;
        }
        marks.add(event);
        if (body instanceof RunEvent) {
            run.add(event);
        } else if (body instanceof PlayEvent) {
            play.add(event);
        } else if (body instanceof RaceEvent) {
            race.add(event);
        } else if (event.lane() == Lane.KERNEL) {
            kernel.add(event);
        }
    }

    private void join(TraceEvent event, EventBody body, ConnectionSide side) {
        switch (body.kind()) {
            case STARTED -> pairing.start(event, (StageEvent.Started) body);
            case FINISHED -> finished(event, (StageEvent.Finished) body);
            case FAILED -> failed(event, (StageEvent.Failed) body);
            case SKIPPED -> sides.of(pairing.skip(event, (StageEvent.Skipped) body)).skip(((StageEvent) body).stage());
            case HOLD_STARTED -> holding.start(event);
            case HOLD_ENDED -> holding.end(event.at(), (HoldEvent.HoldEnded) body);
            case CHUNK_READ -> side.chunkRead(event.at(), ((StreamEvent.ChunkRead) body).bytes().count());
            case CHUNK_WRITTEN -> side.chunkWritten(((StreamEvent.ChunkWritten) body).taken());
            case ORDERED -> side.order(((RaceEvent.Ordered) body).candidates());
            case ABANDONED -> side.abandon(event.attempt());
            case WON -> side.win(event.attempt());
            case SOCKET_SEEN -> seen(event, (SocketSeen) body);
            case SOCKET_GONE -> looks.gone(event.at(), (SocketGone) body);
            case LISTENER_SEEN -> looks.listener(event);
            case SEGMENT_SEEN -> flows.accept(event, (SegmentSeen) body);
            case ERROR_SEEN -> flows.accept(event, (ErrorSeen) body);
            default -> { } // joined with nothing: a new kind is a mark of its group without a change here
        }
    }

    private void finished(TraceEvent event, StageEvent.Finished body) {
        Span span = pairing.end(event, body.stage(), body.started(), new Span.Done(body.outcome()));
        ConnectionSide side = sides.of(span);
        side.finish(body.stage(), span.attempt(), body.outcome());
        if (body.stage() == Stage.CLOSE) {
            side.closing(span.start());
        }
    }

    private void failed(TraceEvent event, StageEvent.Failed body) {
        failed.add(pairing.end(event, body.stage(), body.started(), new Span.Failed(body.failure())));
    }

    private void seen(TraceEvent event, SocketSeen body) {
        sawServer |= body.end() == Lane.SERVER;
        looks.seen(event, body);
    }
}
