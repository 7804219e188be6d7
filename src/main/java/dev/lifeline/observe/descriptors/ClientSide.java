package dev.lifeline.observe.descriptors;

import dev.lifeline.linux.descriptor.DescriptorTable;
import dev.lifeline.linux.descriptor.FoundSocket;
import dev.lifeline.linux.descriptor.QueuedError;
import dev.lifeline.linux.wire.WireEnd;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.observe.KernelLane;
import dev.lifeline.observe.WireEnds;
import dev.lifeline.text.AddressText;

/// The sockets that connect: their descriptors, and who said no. Not for several threads at once.
final class ClientSide {

    private final DescriptorTable table;
    private final HeldSockets held;
    private final KernelLane lane;
    private final NewSockets fresh = new NewSockets();

    ClientSide(DescriptorTable table, HeldSockets held, KernelLane lane) {
        this.table = table;
        this.held = held;
        this.lane = lane;
        table.find(fresh);
        fresh.learned();
    }

    /// A client has opened a socket.
    void opened(TraceEvent event) {
        FoundSocket socket = table.find(fresh);
        if (socket != null) {
            held.hold(socket, event.connection(), event.attempt());
        }
    }

    /// A client is connected.
    void connected(TraceEvent event, FourTuple tuple) {
        NamedConnection names = NamedConnection.of(tuple);
        FoundSocket socket = held.connected(event.connection(), event.attempt(), names);
        if (socket == null) {
            socket = table.find(names);
        }
        if (socket != null) {
            lane.record(lane.now(), event.connection(), event.attempt(),
                    new KernelEvent.DescriptorFound(Lane.CLIENT, SocketPurpose.CONNECTING, socket.descriptor(), socket.inode()));
        }
    }

    /// A connect has failed, and the program has closed its socket.
    ///
    /// @param remote where it wanted to connect to, or `null`
    void failed(TraceEvent event, Endpoint remote) {
        WireEnd destination = remote == null ? null : WireEnds.of(remote);
        QueuedError error = held.failed(event.connection(), event.attempt(), destination);
        if (error != null && error.offender() != null) {
            lane.record(lane.now(), event.connection(), event.attempt(), new KernelEvent.ErrorOrigin(
                    AddressText.of(error.offender().address().inet()), error.type(), error.code(), error.meaning()));
        }
    }

    /// An attempt is about to be given up, or failed before it could connect.
    void givenUp(TraceEvent event) {
        held.release(event.connection(), event.attempt());
    }

    /// A server listens: its socket may have been taken for a client's.
    void somebodyListens() {
        held.dropListeners();
    }

    void close() {
        held.close();
    }
}
