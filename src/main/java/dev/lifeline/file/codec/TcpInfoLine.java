package dev.lifeline.file.codec;

import dev.lifeline.file.LineMistake;
import dev.lifeline.model.TcpInfo;

/// The object in a socket that holds its `tcp_info`: what the kernel gave, and nothing for what it did not give.
final class TcpInfoLine {

    /// A struct of more bytes than this is none: Linux 6.18 has 280.
    private static final int MOST_BYTES = 4096;

    private static final int INFO_BYTES = 240;

    private TcpInfoLine() {
    }

    static void write(TcpInfo info, FieldWriter out) {
        out.start(Field.TCP_INFO);
        field(Field.RTO_MICROS, info.rto(), out);
        field(Field.RTT_MICROS, info.rtt(), out);
        field(Field.RTTVAR_MICROS, info.rttvar(), out);
        field(Field.MIN_RTT_MICROS, info.minRtt(), out);
        field(Field.SEND_MSS_BYTES, info.sendMss(), out);
        field(Field.RECEIVE_MSS_BYTES, info.receiveMss(), out);
        field(Field.PMTU_BYTES, info.pmtu(), out);
        field(Field.CONGESTION_WINDOW_SEGMENTS, info.congestionWindow(), out);
        field(Field.UNACKED_SEGMENTS, info.unacked(), out);
        field(Field.SACKED_SEGMENTS, info.sacked(), out);
        field(Field.LOST_SEGMENTS, info.lost(), out);
        field(Field.RETRANSMITS, info.retransmits(), out);
        field(Field.TOTAL_RETRANSMITS, info.totalRetransmits(), out);
        field(Field.PROBES, info.probes(), out);
        field(Field.ACKED_BYTES, info.bytesAcked(), out);
        field(Field.RECEIVED_BYTES, info.bytesReceived(), out);
        field(Field.SEGMENTS_OUT, info.segmentsOut(), out);
        field(Field.SEGMENTS_IN, info.segmentsIn(), out);
        field(Field.NOT_SENT_BYTES, info.notSent(), out);
        field(Field.DELIVERY_RATE, info.deliveryRate(), out);
        field(Field.BUSY_MICROS, info.busyTime(), out);
        field(Field.RECEIVE_WINDOW_LIMITED_MICROS, info.receiveWindowLimited(), out);
        field(Field.SEND_BUFFER_LIMITED_MICROS, info.sendBufferLimited(), out);
        field(Field.SEND_WINDOW_BYTES, info.sendWindow(), out);
        field(Field.RECEIVE_WINDOW_BYTES, info.receiveWindow(), out);
        out.text(Field.RAW, info.raw());
        out.end();
    }

    static TcpInfo read(FieldReader in) throws LineMistake {
        in.weigh(INFO_BYTES);
        return new TcpInfo(in.hex(Field.RAW, MOST_BYTES), field(Field.RTO_MICROS, in), field(Field.RTT_MICROS, in),
                field(Field.RTTVAR_MICROS, in), field(Field.MIN_RTT_MICROS, in), field(Field.SEND_MSS_BYTES, in),
                field(Field.RECEIVE_MSS_BYTES, in), field(Field.PMTU_BYTES, in), field(Field.CONGESTION_WINDOW_SEGMENTS, in),
                field(Field.UNACKED_SEGMENTS, in), field(Field.SACKED_SEGMENTS, in), field(Field.LOST_SEGMENTS, in),
                field(Field.RETRANSMITS, in), field(Field.TOTAL_RETRANSMITS, in), field(Field.PROBES, in),
                field(Field.ACKED_BYTES, in), field(Field.RECEIVED_BYTES, in), field(Field.SEGMENTS_OUT, in),
                field(Field.SEGMENTS_IN, in), field(Field.NOT_SENT_BYTES, in), field(Field.DELIVERY_RATE, in),
                field(Field.BUSY_MICROS, in), field(Field.RECEIVE_WINDOW_LIMITED_MICROS, in),
                field(Field.SEND_BUFFER_LIMITED_MICROS, in), field(Field.SEND_WINDOW_BYTES, in),
                field(Field.RECEIVE_WINDOW_BYTES, in));
    }

    private static void field(Field field, long value, FieldWriter out) {
        out.wholeUnless(TcpInfo.ABSENT, field, value);
    }

    private static long field(Field field, FieldReader in) throws LineMistake {
        return in.sizeOr(field, TcpInfo.ABSENT);
    }
}
