package dev.lifeline.observe.packet;

import dev.lifeline.linux.wire.WireEnd;
import dev.lifeline.model.FourTuple;
import dev.lifeline.observe.WireEnds;

/// A connection by its two ends, as packets name them.
record FlowKey(WireEnd client, WireEnd server) {

    /// The key of a connection as the client's socket sees it, or `null` where an address is none.
    static FlowKey of(FourTuple client) {
        WireEnd local = WireEnds.of(client.local());
        WireEnd remote = WireEnds.of(client.remote());
        return local == null || remote == null ? null : new FlowKey(local, remote);
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
