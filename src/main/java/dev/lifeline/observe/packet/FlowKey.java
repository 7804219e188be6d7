package dev.lifeline.observe.packet;

import dev.lifeline.linux.packet.WireAddress;
import dev.lifeline.linux.packet.WireEnd;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import java.net.InetAddress;

/// A connection by its two ends, as packets name them.
record FlowKey(WireEnd client, WireEnd server) {

    /// The key of a connection as the client's socket sees it, or `null` where an address is none.
    static FlowKey of(FourTuple client) {
        WireEnd local = end(client.local());
        WireEnd remote = end(client.remote());
        return local == null || remote == null ? null : new FlowKey(local, remote);
    }

    /// An endpoint without its zone, which packets do not carry; `null` where its address is none.
    static WireEnd end(Endpoint endpoint) {
        int zone = endpoint.address().indexOf('%');
        try {
            InetAddress address = InetAddress.ofLiteral(zone < 0 ? endpoint.address() : endpoint.address().substring(0, zone));
            return new WireEnd(WireAddress.of(address), endpoint.port());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    // By hand: those of a record are put together by method handles on their first use, which costs a cold start some 10 ms.
    @Override
    public boolean equals(Object other) {
        return other instanceof FlowKey that && client.equals(that.client) && server.equals(that.server);
    }

    @Override
    public int hashCode() {
        return 31 * client.hashCode() + server.hashCode();
    }
}
