package dev.lifeline.analysis;

import dev.lifeline.analysis.packet.PacketFlows;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.EventGroup;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.KernelEvent.SocketGone;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
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
    private final List<TraceEvent> play = new ArrayList<>();
    private final List<TraceEvent> kernel = new ArrayList<>();
    private final List<TraceEvent> web = new ArrayList<>();
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
        return sorter.sorted(last(events));
    }

    /// The time of the last event. What a person said of a run that was over by then makes it no longer.
    private static long last(List<TraceEvent> events) {
        int last = events.size() - 1;
        while (last > 0 && events.get(last).body() instanceof RunEvent run && run.isSaid()) {
            last--;
        }
        return last < 0 ? 0 : events.get(last).at();
    }

    private SortedEvents sorted(long last) {
        return new SortedEvents(pairing.spans(last), failed, holding.holds(last), marks, race, run, play, kernel, web, sides, flows,
                looks, sawServer, last);
    }

    private void sort(TraceEvent event) {
        EventBody body = event.body();
        ConnectionSide side = sides.saw(event);
        switch (body.group()) {
            case STAGE -> stage(event, (StageEvent) body);
            case HOLD -> hold(event, (HoldEvent) body);
            case STREAM -> stream(event, side, (StreamEvent) body);
            case RACE -> race(event, side, (RaceEvent) body);
            case KERNEL -> kernel(event, (KernelEvent) body);
            case PACKET -> flows.accept(event, (PacketEvent) body);
            case TLS -> side.tls();
            case LOOP, RUN, PLAY, HTTP -> { } // joined with nothing
        }
        keep(event, body.group());
    }

    /// Keeps what has no length. A new kind goes where its group goes, without a change here.
    private void keep(TraceEvent event, EventGroup group) {
        List<TraceEvent> own = switch (group) {
            case STAGE, HOLD -> null;
            case RACE -> race;
            case RUN -> run;
            case PLAY -> play;
            case TLS, HTTP -> web;
            case STREAM, LOOP, KERNEL, PACKET -> event.lane() == Lane.KERNEL ? kernel : marks;
        };
        if (own != null) {
            marks.add(event);
        }
        if (own != null && own != marks) {
            own.add(event);
        }
    }

    private void stage(TraceEvent event, StageEvent body) {
        switch (body.kind()) {
            case STARTED -> started(event, (StageEvent.Started) body);
            case FINISHED -> finished(event, (StageEvent.Finished) body);
            case FAILED -> failed(event, (StageEvent.Failed) body);
            case SKIPPED -> sides.of(pairing.skip(event, (StageEvent.Skipped) body)).skip(body.stage());
        }
    }

    private void started(TraceEvent event, StageEvent.Started body) {
        pairing.start(event, body);
        if (body.stage() == Stage.TLS) {
            sides.saw(event).tls();
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
        // A play reads in one stage until it has what it wants: its first byte may have come. What was read before an earlier first byte
        // had ended, as with several requests, is no part of this wait.
        ConnectionSide side = sides.saw(event);
        long read = body.stage() == Stage.FIRST_BYTE && side.outcome(Stage.FIRST_BYTE) == null ? side.read() : 0;
        failed.add(pairing.end(event, body.stage(), body.started(), new Span.Failed(body.failure(), read)));
    }

    private void hold(TraceEvent event, HoldEvent body) {
        switch (body.kind()) {
            case HOLD_STARTED -> holding.start(event);
            case HOLD_ENDED -> holding.end(event.at(), (HoldEvent.HoldEnded) body);
        }
    }

    private static void stream(TraceEvent event, ConnectionSide side, StreamEvent body) {
        switch (body.kind()) {
            case CHUNK_READ -> side.chunkRead(event.at(), ((StreamEvent.ChunkRead) body).bytes());
            case CHUNK_WRITTEN -> side.chunkWritten(((StreamEvent.ChunkWritten) body).taken());
            case OUTPUT_SHUT -> side.shut();
            case INCOMING_FILTERED -> side.filtered();
            case END_OF_STREAM, BUFFER_READ -> { }
        }
    }

    private static void race(TraceEvent event, ConnectionSide side, RaceEvent body) {
        switch (body.kind()) {
            case ORDERED -> side.order(((RaceEvent.Ordered) body).candidates());
            case ABANDONED -> side.abandon(event.attempt());
            case WON -> side.win(event.attempt());
            case JOINED -> side.join(((RaceEvent.Joined) body).candidates());
            case LEFT_OUT, ASKED, ANSWERED, UNANSWERED, DELAYED, PACED -> { }
        }
    }

    private void kernel(TraceEvent event, KernelEvent body) {
        switch (body.kind()) {
            case SOCKET_SEEN -> seen(event, (SocketSeen) body);
            case SOCKET_GONE -> looks.gone(event.at(), (SocketGone) body);
            case LISTENER_SEEN -> looks.listener(event);
            default -> { } // others are joined with nothing
        }
    }

    private void seen(TraceEvent event, SocketSeen body) {
        sawServer |= body.end() == Lane.SERVER;
        looks.seen(event, body);
    }
}
