package dev.lifeline.observe.packet;

import dev.lifeline.linux.wire.TcpSegment;
import dev.lifeline.linux.wire.WireEnd;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/// Connections that NAT of this machine may have sent on: a SYN that left for another end while a connect was under way. Its sender
/// tells whose it is, when the connect's own end is known. Answers come from that other end, and on loopback in the name of the one
/// that was asked. For one thread.
final class SentOn {

    /// Others connect meanwhile, too.
    private static final int MOST = 32;
    private static final int MOST_PORTS = 8;

    /// Connections as the program knows them, by their ends as packets show them.
    private final Map<FlowKey, FlowKey> asked = new LinkedHashMap<>();

    /// A SYN passed.
    ///
    /// @param remote where the only connect connects to that is under way, or `null`
    void syn(TcpSegment syn, WireEnd remote) {
        if (remote != null && !remote.equals(syn.destination()) && remote.address().six() == syn.destination().address().six()) {
            asked.put(new FlowKey(syn.source(), syn.destination()), new FlowKey(syn.source(), remote));
            if (asked.size() > MOST) {
                Iterator<FlowKey> eldest = asked.keySet().iterator();
                eldest.next();
                eldest.remove();
            }
        }
    }

    /// The connection that a segment between two ends may belong to, from the first of them, or `null`.
    FlowKey asked(WireEnd client, WireEnd sentTo) {
        return asked.isEmpty() ? null : asked.get(new FlowKey(client, sentTo));
    }

    /// Ports of the other ends, each once.
    int[] ports() {
        Ports ports = Ports.NONE;
        for (FlowKey each : asked.keySet()) {
            ports = ports.count() < MOST_PORTS ? ports.with(each.server().port()) : ports;
        }
        return ports.numbers();
    }
}
