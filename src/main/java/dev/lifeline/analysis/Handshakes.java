package dev.lifeline.analysis;

import dev.lifeline.analysis.packet.PacketFlow;
import dev.lifeline.analysis.packet.PacketFlows;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Outcome;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The handshake of each connection as its packets show it, right behind the connect that it answers.
final class Handshakes {

    private Handshakes() {
    }

    /// Adds a span for each connection whose SYN was seen; without a connect to stand behind it stands before the accept.
    static void add(List<Span> spans, PacketFlows flows, KernelSpans beside) {
        Map<PacketFlow, Boolean> placed = new IdentityHashMap<>();
        for (Span span : spans) {
            if (span.stage() == Stage.CONNECT && span.lane() == Lane.CLIENT) {
                PacketFlow flow = ofConnect(span, flows);
                if (flow != null && placed.put(flow, true) == null) {
                    beside.putBehind(span, span(flow));
                }
            }
        }
        for (Span span : spans) {
            FourTuple accepted = accepted(span);
            PacketFlow flow = accepted == null ? null : flows.at(accepted.reversed(), span.end());
            if (flow != null && placed.put(flow, true) == null) {
                beside.putBefore(span, span(flow));
            }
        }
        for (PacketFlow flow : flows.all()) {
            if (placed.get(flow) == null) {
                beside.putAlone(span(flow));
            }
        }
    }

    /// The packets of a connect: by its four-tuple, or where the own end is not known by its number. `null` where none were seen.
    static PacketFlow ofConnect(Span connect, PacketFlows flows) {
        FourTuple tuple = null;
        if (connect.outcome() instanceof Outcome.Connected connected) {
            tuple = connected.tuple();
        } else if (connect.state() instanceof Span.Failed failed) {
            tuple = tuple(failed.failure().local(), failed.failure().remote());
        }
        PacketFlow flow = tuple == null ? null : flows.at(tuple, connect.end());
        if (flow != null && flow.connection() == connect.connection()) {
            return flow;
        }
        return tuple == null || connect.state() instanceof Span.Failed ? flows.of(connect.connection(), connect.attempt()) : null;
    }

    /// The tuple of a connection that accept returned, as the server sees it; `null` for any other span.
    static FourTuple accepted(Span span) {
        return span.lane() == Lane.SERVER && span.outcome() instanceof Outcome.Accepted accepted ? accepted.tuple() : null;
    }

    private static FourTuple tuple(Endpoint local, Endpoint remote) {
        return local == null || remote == null ? null : new FourTuple(local, remote);
    }

    private static Span span(PacketFlow flow) {
        return new Span(Stage.HANDSHAKE, Lane.KERNEL, Evidence.PACKET, flow.connection(), flow.attempt(), flow.synAt(),
                flow.handshakeEnd(), flow.tuple().local(), flow.tuple().remote(),
                new Span.Handshake(flow));
    }
}
