package dev.lifeline.view;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.TcpField;
import dev.lifeline.model.TcpInfo;
import dev.lifeline.model.event.CapturedPacket;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.PacketEvent;

/// What the third witness says of one connection, for traces written by hand.
///
/// @param tuple as the client sees it
/// @param device where its packets were seen
public record WitnessedTrace(FourTuple tuple, String device) {

    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int RST = 0x04;
    public static final int PSH = 0x08;
    public static final int ACK = 0x10;

    public WitnessedTrace(Endpoint client, Endpoint server) {
        this(new FourTuple(client, server), "lo");
    }

    public EventBody packet(Lane from, int flags, long sequence, long acknowledgement, int payload) {
        return packet(from, flags, sequence, acknowledgement, payload, 65_536, false);
    }

    public EventBody again(Lane from, int flags, long sequence, long acknowledgement, int payload) {
        return packet(from, flags, sequence, acknowledgement, payload, 65_536, true);
    }

    public EventBody packet(Lane from, int flags, long sequence, long acknowledgement, int payload, long window, boolean again) {
        return new PacketEvent.SegmentSeen(from, from == Lane.CLIENT ? tuple : tuple.reversed(), flags, sequence, acknowledgement,
                payload, window, again, captured(from == Lane.CLIENT && !device.equals("lo")));
    }

    public EventBody error(String offender, String meaning) {
        return new PacketEvent.ErrorSeen(offender, 3, 1, meaning, tuple, captured(false));
    }

    public EventBody socket(Lane end, SocketState state, long inode, long cause) {
        return socket(end, new SocketSnapshot(state, cookie(end), inode, 0, 0, SocketTimer.NONE, 0, 0, "cubic", null, null),
                Occasion.EVENT, cause);
    }

    public EventBody timed(Lane end, SocketState state, SocketTimer timer, long expires, int retransmits, Occasion occasion) {
        return socket(end, new SocketSnapshot(state, cookie(end), 0, 0, 1, timer, expires, retransmits, "cubic", null, null),
                occasion, -1);
    }

    EventBody full(Lane end, long inode, long unread, long unsent, SocketTimer timer, long window, long cause) {
        return socket(end, new SocketSnapshot(SocketState.ESTABLISHED, cookie(end), inode, unread, unsent, timer, 200, 0, "cubic",
                null, info(40, 2, 2, 0, window)), Occasion.EVENT, cause);
    }

    public EventBody destroyed(Lane end, long rtt, long out, long in) {
        return socket(end, new SocketSnapshot(SocketState.CLOSE, cookie(end), 0, 0, 0, SocketTimer.NONE, 0, 0, "cubic", null,
                info(rtt, out, in, 0, 65_536)), Occasion.DESTROYED, -1);
    }

    public EventBody socket(Lane end, SocketSnapshot socket, Occasion occasion, long cause) {
        return new KernelEvent.SocketSeen(end, end == Lane.CLIENT ? tuple : tuple.reversed(), socket, occasion, cause);
    }

    public EventBody queue(long queued, long cause) {
        return new KernelEvent.ListenerSeen(tuple.remote(), queued, 128, Occasion.EVENT, cause);
    }

    private static long cookie(Lane end) {
        return 100 + end.ordinal();
    }

    private CapturedPacket captured(boolean outgoing) {
        return new CapturedPacket("45", 60, device, outgoing, 1_767_323_045_000_000_000L, 210);
    }

    public static TcpInfo info(long rtt, long out, long in, long again, long window) {
        return new TcpInfo.Builder().with(TcpField.RTO, 201_000).with(TcpField.RTT, rtt).with(TcpField.RTTVAR, 10)
                .with(TcpField.MIN_RTT, rtt).with(TcpField.TOTAL_RETRANSMITS, again).with(TcpField.ACKED, 7)
                .with(TcpField.RECEIVED, 5).with(TcpField.SEGMENTS_OUT, out).with(TcpField.SEGMENTS_IN, in)
                .with(TcpField.SEND_WINDOW, 65_536).with(TcpField.RECEIVE_WINDOW, window).build("00");
    }
}
