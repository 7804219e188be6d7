package dev.lifeline.analysis;

import dev.lifeline.analysis.packet.PacketFlow;
import dev.lifeline.analysis.packet.PacketFlows;
import dev.lifeline.model.AppLag;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Measures how much later than the packet each program knew: from the SYN-ACK to the return of connect, from the handshake's last
/// ACK to the return of accept, from the first data to the return of the read that brought it. The stage of the first byte ends
/// later than that read: by whatever the program and its observers do with the bytes.
///
/// The lag of accept contains the time in the accept queue, and of a reader that was held the hold: it is all the time in which the
/// kernel knew and the program did not. For a server that waits for connections that is the program's and the scheduler's share.
final class AppLags {

    private final PacketFlows flows;
    private final List<Hold> holds;
    private final ConnectionSides sides;
    private final List<AppLag> lags = new ArrayList<>();
    private final Map<Integer, PacketFlow> ofClient = new HashMap<>();
    private final Map<Integer, PacketFlow> ofServer = new HashMap<>();

    private AppLags(SortedEvents events) {
        flows = events.flows();
        holds = events.holds();
        sides = events.sides();
    }

    /// All lags by the time of their packets.
    static List<AppLag> of(SortedEvents events) {
        List<Span> spans = events.stages();
        if (events.flows().all().isEmpty()) {
            return List.of();
        }
        AppLags all = new AppLags(events);
        for (Span span : spans) {
            all.opened(span);
        }
        for (Span span : spans) {
            all.firstByte(span);
        }
        all.lags.sort(new ByPacket());
        return all.lags;
    }

    private void opened(Span span) {
        FourTuple accepted = Handshakes.accepted(span);
        if (accepted != null) {
            PacketFlow flow = flows.at(accepted.reversed(), span.end());
            if (flow != null) {
                ofServer.put(span.connection(), flow);
                add(span, AppLag.Packet.ACK, flow.queuedAt(span.end()), span.end(), flow);
            }
        } else if (span.stage() == Stage.CONNECT && span.lane() == Lane.CLIENT && span.state() instanceof Span.Done) {
            PacketFlow flow = Handshakes.ofConnect(span, flows);
            if (flow != null) {
                ofClient.put(span.connection(), flow);
                add(span, AppLag.Packet.SYN_ACK, flow.synAckAt(), span.end(), flow);
            }
        }
    }

    private void firstByte(Span span) {
        if (span.stage() == Stage.FIRST_BYTE && span.outcome() instanceof Outcome.Moved moved && moved.bytes().count() > 0) {
            // Each flow is asked once: a later stage of the same name waits for later bytes.
            PacketFlow flow = (span.lane() == Lane.CLIENT ? ofClient : ofServer).remove(span.connection());
            // Above TLS the first data is the handshake's: no packet tells which one had the byte.
            if (flow != null && !sides.side(span.lane(), span.connection()).spokeTls()) {
                long read = sides.side(span.lane(), span.connection()).firstRead();
                long back = read >= span.start() ? Math.min(read, span.end()) : span.end();
                add(span, AppLag.Packet.DATA, flow.dataAt(span.lane() == Lane.CLIENT ? Lane.SERVER : Lane.CLIENT), back, flow);
            }
        }
    }

    private void add(Span span, AppLag.Packet packet, long at, long back, PacketFlow flow) {
        // A packet that comes clearly after the call knew of it is another one than that which told the call.
        if (at >= 0 && back >= at - flow.uncertainty()) {
            lags.add(new AppLag(span.stage(), span.lane(), span.connection(), packet, at, back, held(span, at, back),
                    flow.uncertainty()));
        }
    }

    /// Sums how much of a time the program of a span was held on purpose.
    private long held(Span span, long from, long to) {
        long held = 0;
        for (Hold hold : holds) {
            if (hold.lane() == span.lane() && (hold.connection() == 0 || hold.connection() == span.connection())) {
                held += Math.max(0, Math.min(hold.end(), to) - Math.max(hold.start(), from));
            }
        }
        return held;
    }

    private static final class ByPacket implements Comparator<AppLag> {
        @Override
        public int compare(AppLag one, AppLag other) {
            return Long.compare(one.packetAt(), other.packetAt());
        }
    }
}
