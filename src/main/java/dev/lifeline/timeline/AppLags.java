package dev.lifeline.timeline;

import dev.lifeline.model.AppLag;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Outcome;
import dev.lifeline.model.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How much later than the packet each program knew: from the SYN-ACK to the return of connect, from the handshake's last ACK to
/// the return of accept, from the first data to the return of the read that brought it.
///
/// The lag of accept contains the time in the accept queue, and of a reader that was held the hold: it is all the time in which
/// the kernel knew and the program did not. For a server that waits for connections that is the program's and the scheduler's share.
final class AppLags {

    private final Flows flows;
    private final List<AppLag> lags = new ArrayList<>();
    private final Map<Integer, Flow> ofClient = new HashMap<>();
    private final Map<Integer, Flow> ofServer = new HashMap<>();

    private AppLags(Flows flows) {
        this.flows = flows;
    }

    /// All lags by the time of their packets.
    static List<AppLag> of(List<Span> spans, Flows flows) {
        if (flows.all().isEmpty()) {
            return List.of();
        }
        AppLags all = new AppLags(flows);
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
            Flow flow = flows.at(accepted.reversed(), span.end());
            if (flow != null) {
                ofServer.put(span.connection(), flow);
                add(span, "ACK", flow.queuedAt(span.end()), flow);
            }
        } else if (span.stage() == Stage.CONNECT && span.lane() == Lane.CLIENT && span.state() instanceof Span.Done) {
            Flow flow = Handshakes.ofConnect(span, flows);
            if (flow != null) {
                ofClient.put(span.connection(), flow);
                add(span, "SYN-ACK", flow.synAckAt(), flow);
            }
        }
    }

    private void firstByte(Span span) {
        if (span.stage() == Stage.FIRST_BYTE && span.state() instanceof Span.Done done
                && done.outcome() instanceof Outcome.Moved moved && moved.bytes().count() > 0) {
            // Each flow is asked once: a later stage of the same name waits for later bytes.
            Flow flow = (span.lane() == Lane.CLIENT ? ofClient : ofServer).remove(span.connection());
            if (flow != null) {
                add(span, "data", flow.dataAt(span.lane() == Lane.CLIENT ? Lane.SERVER : Lane.CLIENT), flow);
            }
        }
    }

    private void add(Span span, String packet, long at, Flow flow) {
        // A packet that comes clearly after the call knew of it is another one than that which told the call.
        if (at >= 0 && span.end() >= at - flow.uncertainty()) {
            lags.add(new AppLag(span.stage(), span.lane(), span.connection(), packet, at, span.end(), flow.uncertainty()));
        }
    }

    private static final class ByPacket implements Comparator<AppLag> {
        @Override
        public int compare(AppLag one, AppLag other) {
            return Long.compare(one.packetAt(), other.packetAt());
        }
    }
}
