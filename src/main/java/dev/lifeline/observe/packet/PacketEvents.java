package dev.lifeline.observe.packet;

import dev.lifeline.linux.wire.IcmpError;
import dev.lifeline.linux.wire.WireEnd;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.text.AddressText;
import java.util.List;

/// Makes events of packets whose owner is known.
record PacketEvents(PacketSink sink) {

    static final String SOURCE = "packet";

    /// Tells a packet of a flow that has an owner.
    void tell(Flow flow, PendingPacket packet) {
        FlowOwner owner = flow.owner();
        PacketEvent body;
        if (packet.segment() != null) {
            FlowSegment segment = packet.segment();
            Lane from = segment.fromClient() ? Lane.CLIENT : Lane.SERVER;
            body = new PacketEvent.SegmentSeen(from, ends(owner, segment.fromClient()), segment.flags(), segment.sequence(),
                    segment.acknowledgement(), segment.payload(), segment.window(), segment.again(), packet.packet());
        } else {
            IcmpError error = packet.error();
            body = new PacketEvent.ErrorSeen(AddressText.of(error.offender().inet()), error.type(), error.code(), error.meaning(),
                    ends(owner, error.source().equals(flow.key.client())), packet.packet());
        }
        sink.found(packet.at(), Evidence.PACKET, owner.connection(), owner.attempt(), body);
    }

    /// Tells that NAT of this machine sends a connection on, as its SYN shows.
    void sentOn(Flow flow) {
        FlowOwner owner = flow.owner();
        Endpoint to = new Endpoint(text(flow.sentTo(), owner.server()), flow.sentTo().port());
        sink.found(flow.firstAt, Evidence.PACKET, owner.connection(), owner.attempt(), new KernelEvent.Translated(owner.server(), to));
    }

    /// Says how many packets of a flow were not kept since this was said last, if any.
    void left(long at, Flow flow) {
        if (flow.allowance.left() > 0) {
            lost(at, flow.owner().connection(), flow.owner().attempt(), flow.allowance.takeLeft(), LossKind.NOT_KEPT,
                    "packets beyond " + flow.allowance.ordinary() + " are counted, not kept");
        }
    }

    /// Says how many packets may be those of a failed connect, if any: they were captured, and cannot be told as its own.
    ///
    /// @param flows that may be its own
    /// @param why none of them is taken
    void unattributed(Connect connect, List<Flow> flows, String why) {
        long packets = 0;
        for (Flow flow : flows) {
            packets += flow.held.size() + flow.allowance.left();
        }
        if (packets > 0) {
            lost(connect.endedAt(), connect.connection, connect.attempt, packets, LossKind.NOT_ATTRIBUTED,
                    "captured, but not attributed: " + (flows.size() == 1 ? "1 flow" : flows.size() + " flows") + " to " + connect.candidate
                    + " began during this connect, and " + why);
        }
    }

    /// Says that something is missing.
    void lost(long at, int connection, int attempt, long count, LossKind loss, String reason) {
        sink.found(at, Evidence.KERNEL, connection, attempt, new KernelEvent.EvidenceLost(SOURCE, count, loss, reason));
    }

    /// An address of a packet, with the zone of the other end where it needs one: both lie on the same link.
    static String text(WireEnd end, Endpoint other) {
        String text = AddressText.of(end.address().inet());
        int zone = other.address().indexOf('%');
        return zone >= 0 && end.address().linkLocal() ? text + other.address().substring(zone) : text;
    }

    private static FourTuple ends(FlowOwner owner, boolean fromClient) {
        return fromClient ? new FourTuple(owner.client(), owner.server()) : new FourTuple(owner.server(), owner.client());
    }
}
