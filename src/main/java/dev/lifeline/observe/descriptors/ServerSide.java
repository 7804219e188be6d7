package dev.lifeline.observe.descriptors;

import dev.lifeline.linux.descriptor.DescriptorTable;
import dev.lifeline.linux.descriptor.FoundSocket;
import dev.lifeline.linux.descriptor.SavedSyn;
import dev.lifeline.linux.wire.WireEnd;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.model.socket.SynFacts;
import dev.lifeline.observe.KernelLane;
import dev.lifeline.observe.WireEnds;

/// The server's sockets: their descriptors, and the SYN that began each connection. Not for several threads at once.
final class ServerSide {

    private final DescriptorTable table;
    private final AcceptedFindings numbers;
    private final KernelLane lane;

    ServerSide(DescriptorTable table, AcceptedFindings numbers, KernelLane lane) {
        this.table = table;
        this.numbers = numbers;
        this.lane = lane;
    }

    /// The server listens: from now on the kernel is to keep each SYN.
    void listening(TraceEvent event, Endpoint local) {
        WireEnd name = WireEnds.of(local);
        FoundSocket socket = name == null ? null : table.find(new NamedListener(name));
        if (socket != null) {
            socket.socket().saveSyns();
            lane.record(lane.now(), event.connection(), 0,
                    new KernelEvent.DescriptorFound(Lane.SERVER, SocketPurpose.LISTENING, socket.descriptor(), socket.inode()));
        }
    }

    /// The server has accepted a connection.
    void accepted(TraceEvent event, FourTuple tuple) {
        NamedConnection names = NamedConnection.of(tuple);
        FoundSocket socket = table.find(names);
        if (socket != null) {
            SavedSyn syn = socket.socket().savedSyn();
            numbers.accepted(new AcceptedSocket(lane.now(), event.connection(), names,
                    new KernelEvent.DescriptorFound(Lane.SERVER, SocketPurpose.ACCEPTED, socket.descriptor(), socket.inode()),
                    syn == null ? null : new KernelEvent.SynSaved(tuple, facts(syn))));
        }
    }

    private static SynFacts facts(SavedSyn syn) {
        return new SynFacts(syn.hopLimit(), syn.window(), Math.max(0, syn.options().mss()), syn.options().windowScale(),
                syn.options().sackPermitted(), syn.options().timestamps());
    }
}
