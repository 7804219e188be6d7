package dev.lifeline.diagnosis;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.Lane;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.TcpField;
import dev.lifeline.model.TcpInfo;
import dev.lifeline.model.event.CapturedPacket;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.PacketEvent;

/// Makes events that a kernel and a capture may tell of one connection, for tests.
///
/// @param client the client's end
/// @param server the server's end
public record Sights(Endpoint client, Endpoint server, String device) {

    /// Both ends on this machine.
    public static final Sights LOCAL = new Sights(TraceBuilder.CLIENT_END, TraceBuilder.SERVER_END, "lo");
    /// Both ends on this machine, at two of its addresses that are not loopback's.
    static final Sights OWN = new Sights(new Endpoint("192.0.2.7", 40000), new Endpoint("192.0.2.8", 5432), "lo");
    /// The server is elsewhere.
    public static final Sights REMOTE = new Sights(new Endpoint("192.0.2.7", 40000), new Endpoint("198.51.100.9", 5432), "eth0");

    /// The server is elsewhere, by IPv6.
    static final Sights V6 = new Sights(new Endpoint("2001:db8::7", 40000), new Endpoint("2001:db8::9", 5432), "eth0");

    public PacketEvent segment(Lane from, int flags, long sequence, long acknowledgement, int payload, boolean again) {
        return segment(from, flags, sequence, acknowledgement, payload, 65_536, again);
    }

    public PacketEvent segment(Lane from, int flags, long sequence, long acknowledgement, int payload, long window, boolean again) {
        FourTuple flow = new FourTuple(client, server);
        return new PacketEvent.SegmentSeen(from, from == Lane.CLIENT ? flow : flow.reversed(), flags, sequence, acknowledgement,
                payload, window, again, packet());
    }

    PacketEvent icmp(String offender, int type, int code, String meaning) {
        return new PacketEvent.ErrorSeen(offender, type, code, meaning, new FourTuple(client, server), packet());
    }

    private CapturedPacket packet() {
        return new CapturedPacket("45", 60, device, true, 0, 200);
    }

    /// A look at one end; the client's end sees the tuple one way, the server's the other.
    ///
    /// @param cause the number of the event that made us look; -1 for none
    public KernelEvent socket(Lane end, SocketSnapshot socket, long cause) {
        FourTuple tuple = new FourTuple(client, server);
        return new KernelEvent.SocketSeen(end, end == Lane.CLIENT ? tuple : tuple.reversed(), socket,
                cause < 0 ? Occasion.CHANGE : Occasion.EVENT, cause);
    }

    public KernelEvent destroyed(Lane end, SocketSnapshot socket) {
        FourTuple tuple = new FourTuple(client, server);
        return new KernelEvent.SocketSeen(end, end == Lane.CLIENT ? tuple : tuple.reversed(), socket, Occasion.DESTROYED, -1);
    }

    public KernelEvent listener(long queued, long backlog, long cause) {
        return new KernelEvent.ListenerSeen(server, queued, backlog, Occasion.EVENT, cause);
    }

    KernelEvent route(RouteType type) {
        return new KernelEvent.RouteAnswered(server, new KernelRoute(type, null, null, null, 0, 254));
    }

    /// The route goes through this interface, whose packets have so many bytes at most.
    KernelEvent route(int mtu) {
        return new KernelEvent.RouteAnswered(server, new KernelRoute(RouteType.UNICAST, device, null, client.address(), mtu, 254));
    }

    /// The same segment in a packet of so many bytes, with another time to live.
    static PacketEvent packed(PacketEvent event, int length, int hops) {
        PacketEvent.SegmentSeen seen = (PacketEvent.SegmentSeen) event;
        return new PacketEvent.SegmentSeen(seen.from(), seen.flow(), seen.flags(), seen.sequence(), seen.acknowledgement(),
                seen.payload(), seen.window(), seen.again(),
                new CapturedPacket("4500000000004000" + String.format("%02x", hops), length, seen.packet().device(), true, 0, 200));
    }

    public static SocketSnapshot socket(SocketState state, long inode, long receiveQueue, long sendQueue, TcpInfo info) {
        return socket(state, inode, receiveQueue, sendQueue, SocketTimer.NONE, 0, info);
    }

    public static SocketSnapshot socket(SocketState state, long inode, long receiveQueue, long sendQueue, SocketTimer timer,
                                 int retransmits, TcpInfo info) {
        return new SocketSnapshot(state, 7, inode, receiveQueue, sendQueue, timer, timer == SocketTimer.NONE ? 0 : 800,
                retransmits,
                "cubic", null, info);
    }

    public static TcpInfo info(long bytesAcked, long bytesReceived, long totalRetransmits, long sendWindow) {
        return new TcpInfo.Builder().with(TcpField.TOTAL_RETRANSMITS, totalRetransmits).with(TcpField.ACKED, bytesAcked)
                .with(TcpField.RECEIVED, bytesReceived).with(TcpField.SEND_WINDOW, sendWindow).build("");
    }
}
