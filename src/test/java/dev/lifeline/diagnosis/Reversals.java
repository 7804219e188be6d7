package dev.lifeline.diagnosis;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.Lane;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TcpInfo;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.PacketEvent.ErrorSeen;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.model.event.RunEvent;
import java.util.ArrayList;
import java.util.List;

/// Near misses of a trace: all its evidence is there, and one fact of it is reversed, or came when the wait was over, or something is
/// added that makes what is missing mean nothing.
final class Reversals {

    private static final long LATER = 60_000_000_000L;
    private static final List<EventBody> ADDED = List.of(new RunEvent.EventsDropped(3), new KernelEvent.ClockStepped(3_600_000_000_000L),
            new KernelEvent.ClockStepped(-3_600_000_000_000L),
            new KernelEvent.EvidenceLost("packet", 3, LossKind.MISSED, "the ring was full"));

    private Reversals() {
    }

    /// The trace itself, each near miss of it, and each of those with each addition.
    static List<Trace> of(Trace all) {
        List<Trace> one = new ArrayList<>(List.of(all));
        for (int i = 0; i < all.events().size(); i++) {
            TraceEvent event = all.events().get(i);
            if (event.lane() == Lane.KERNEL) {
                for (EventBody other : reversed(event.body())) {
                    one.add(with(all, i, new TraceEvent(event.sequence(), event.at(), event.lane(), event.evidence(),
                            event.connection(), event.attempt(), other)));
                }
                one.add(with(all, i, null));
                one.add(with(all, i, new TraceEvent(event.sequence(), event.at() + LATER, event.lane(), event.evidence(),
                        event.connection(), event.attempt(), event.body())));
            }
        }
        List<Trace> traces = new ArrayList<>(one);
        for (Trace trace : one) {
            for (EventBody added : ADDED) {
                List<TraceEvent> events = new ArrayList<>(trace.events());
                Lane lane = added instanceof RunEvent ? Lane.CLIENT : Lane.KERNEL;
                events.add(new TraceEvent(events.size() + 1, 0, lane, Evidence.KERNEL, 0, 0, added));
                traces.add(new Trace(trace.header(), events, trace.complete()));
            }
        }
        return traces;
    }

    /// @param event what takes its place, or `null` for nothing
    private static Trace with(Trace all, int at, TraceEvent event) {
        List<TraceEvent> events = new ArrayList<>(all.events());
        events.remove(at);
        if (event != null) {
            events.add(event);
        }
        return new Trace(all.header(), events, all.complete());
    }

    private static List<EventBody> reversed(EventBody body) {
        return switch (body) {
            case SocketSeen look -> sockets(look);
            case ListenerSeen look -> List.of(new ListenerSeen(look.local(), look.queued() > look.backlog() ? 0 : look.backlog() + 1,
                            look.backlog(), look.occasion(), look.cause()),
                    new ListenerSeen(new Endpoint(look.local().address(), look.local().port() + 1), look.queued(), look.backlog(),
                            look.occasion(), look.cause()));
            case SegmentSeen packet -> segments(packet);
            case ErrorSeen error -> List.of(
                    new ErrorSeen("198.51.100.77", error.type(), error.code(), error.meaning(), error.about(), error.packet()),
                    new ErrorSeen(error.offender(), 3, 4, "fragmentation needed", error.about(), error.packet()));
            case KernelEvent.RouteAnswered answer -> List.of(new KernelEvent.RouteAnswered(answer.destination(),
                    new KernelRoute(answer.route().type() == RouteType.UNICAST ? RouteType.BLACKHOLE
                            : RouteType.UNICAST, null, null, null, 0, 254)));
            case KernelEvent.CounterRose rose -> List.of(new KernelEvent.CounterRose("TCPTimeouts", rose.by()));
            default -> List.of();
        };
    }

    private static List<EventBody> sockets(SocketSeen look) {
        List<EventBody> all = new ArrayList<>();
        SocketSnapshot now = look.socket();
        for (SocketState state : List.of(SocketState.ESTABLISHED, SocketState.SYN_SENT, SocketState.NEW_SYN_RECV, SocketState.CLOSE_WAIT,
                SocketState.FIN_WAIT1, SocketState.FIN_WAIT2)) {
            all.add(seen(look, state, now.inode(), now.receiveQueue(), now.sendQueue(), now.timer(), now.retransmits(), now.info()));
        }
        all.add(seen(look, now.state(), now.inode() == 0 ? 42 : 0, now.receiveQueue(), now.sendQueue(), now.timer(), now.retransmits(),
                now.info()));
        all.add(seen(look, now.state(), now.inode(), now.receiveQueue() == 0 ? 5 : 0, now.sendQueue(), now.timer(), now.retransmits(),
                now.info()));
        all.add(seen(look, now.state(), now.inode(), now.receiveQueue(), now.sendQueue() == 0 ? 5 : 0, now.timer(), now.retransmits(),
                now.info()));
        for (SocketTimer timer : List.of(SocketTimer.NONE, SocketTimer.RETRANSMIT, SocketTimer.PROBE)) {
            all.add(seen(look, now.state(), now.inode(), now.receiveQueue(), now.sendQueue(), timer, now.retransmits(), now.info()));
        }
        all.add(seen(look, now.state(), now.inode(), now.receiveQueue(), now.sendQueue(), now.timer(), now.retransmits() == 0 ? 2 : 0,
                now.info()));
        for (TcpInfo info : infos(now.info())) {
            all.add(seen(look, now.state(), now.inode(), now.receiveQueue(), now.sendQueue(), now.timer(), now.retransmits(), info));
        }
        return all;
    }

    /// Figures that say less: fewer bytes on their way there or back, none sent again, an open window, a closed one.
    private static List<TcpInfo> infos(TcpInfo now) {
        return now == null ? List.of() : List.of(
                Sights.info(Math.max(0, now.bytesAcked() - 1), now.bytesReceived(), now.totalRetransmits(), now.sendWindow()),
                Sights.info(now.bytesAcked(), Math.max(0, now.bytesReceived() - 1), now.totalRetransmits(), now.sendWindow()),
                Sights.info(now.bytesAcked(), now.bytesReceived(), 0, now.sendWindow()),
                Sights.info(now.bytesAcked(), now.bytesReceived(), now.totalRetransmits(), now.sendWindow() == 0 ? 65_536 : 0));
    }

    private static SocketSeen seen(SocketSeen look, SocketState state, long inode, long receiveQueue, long sendQueue, SocketTimer timer,
            int retransmits, TcpInfo info) {
        return new SocketSeen(look.end(), look.tuple(), Sights.socket(state, inode, receiveQueue, sendQueue, timer, retransmits, info),
                look.occasion(), look.cause());
    }

    private static List<EventBody> segments(SegmentSeen now) {
        return List.of(segment(now, now.from(), now.flags() & ~TcpFlags.RST, now.acknowledgement(), now.window(), now.again()),
                segment(now, now.from(), now.flags() & ~TcpFlags.SYN, now.acknowledgement(), now.window(), now.again()),
                segment(now, now.from(), now.flags() & ~TcpFlags.ACK, 0, now.window(), now.again()),
                segment(now, now.from() == Lane.CLIENT ? Lane.SERVER : Lane.CLIENT, now.flags(), now.acknowledgement(), now.window(),
                        now.again()),
                segment(now, now.from(), now.flags(), Math.max(0, now.acknowledgement() - 1), now.window(), now.again()),
                segment(now, now.from(), now.flags(), now.acknowledgement(), now.window() == 0 ? 65_536 : 0, now.again()),
                segment(now, now.from(), now.flags(), now.acknowledgement(), now.window(), !now.again()));
    }

    private static SegmentSeen segment(SegmentSeen now, Lane from, int flags, long acknowledgement, long window, boolean again) {
        return new SegmentSeen(from, from == now.from() ? now.flow() : now.flow().reversed(), flags, now.sequence(), acknowledgement,
                now.payload(), window, again, now.packet());
    }
}
