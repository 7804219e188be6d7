package dev.lifeline.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/// The kernel's figures of a connection: `struct tcp_info` of `linux/tcp.h`. Kernels give more or less of it.
public final class TcpInfo {

    /// The value of a field that this kernel did not give.
    public static final long ABSENT = -1;

    private static final TcpField[] FIELDS = TcpField.values();

    private final String raw;
    private final long[] values;

    private TcpInfo(String raw, long[] values) {
        this.raw = Objects.requireNonNull(raw, "raw");
        this.values = values;
    }

    /// Takes one field after the other; those that are not given are absent. Good for one result.
    public static final class Builder {

        private long[] values = new long[FIELDS.length];

        public Builder() {
            Arrays.fill(values, ABSENT);
        }

        /// Sets a field to a value in its unit, or to [#ABSENT].
        public Builder with(TcpField field, long value) {
            values[field.ordinal()] = value;
            return this;
        }

        /// Ends the building: the values are handed over, not copied, and nothing can be set any more.
        ///
        /// @param raw the bytes as they came, in hexadecimal, so that fields that are not named here are not lost
        public TcpInfo build(String raw) {
            TcpInfo built = new TcpInfo(raw, values);
            values = null;
            return built;
        }
    }

    /// Takes the fields from the bytes of this machine's kernel.
    ///
    /// @param struct as long as the kernel made it
    public static TcpInfo of(byte[] struct) {
        ByteBuffer view = ByteBuffer.wrap(struct).order(ByteOrder.nativeOrder());
        Builder builder = new Builder();
        for (TcpField field : FIELDS) {
            builder.with(field, field.in(view));
        }
        return builder.build(HexFormat.of().formatHex(struct));
    }

    /// The bytes as they came, in hexadecimal.
    public String raw() {
        return raw;
    }

    /// A field in its unit, or [#ABSENT].
    public long get(TcpField field) {
        return values[field.ordinal()];
    }

    /// The smoothed round-trip time in microseconds, or [#ABSENT].
    public long rtt() {
        return get(TcpField.RTT);
    }

    /// Segments sent again over the whole life, or [#ABSENT].
    public long totalRetransmits() {
        return get(TcpField.TOTAL_RETRANSMITS);
    }

    /// Bytes that the peer acknowledged, SYN and FIN counted as one each, or [#ABSENT].
    public long bytesAcked() {
        return get(TcpField.ACKED);
    }

    /// Bytes that came in order, or [#ABSENT].
    public long bytesReceived() {
        return get(TcpField.RECEIVED);
    }

    /// Segments sent, or [#ABSENT].
    public long segmentsOut() {
        return get(TcpField.SEGMENTS_OUT);
    }

    /// Segments received, or [#ABSENT].
    public long segmentsIn() {
        return get(TcpField.SEGMENTS_IN);
    }

    /// The peer's window in bytes, or [#ABSENT].
    public long sendWindow() {
        return get(TcpField.SEND_WINDOW);
    }

    /// Tells that the kernel has wiped these figures: it does so where it resets a socket (`tcp_disconnect`), before it tells the
    /// last of them. A socket that was connected, or tried to be, has sent a segment, and what is counted over a life never goes
    /// down.
    ///
    /// @param earlier what was seen of the same socket before, or `null`
    public boolean wipedAfter(TcpInfo earlier) {
        return segmentsOut() == 0 && segmentsIn() == 0
                || earlier != null && (fell(earlier, TcpField.SEGMENTS_OUT) || fell(earlier, TcpField.SEGMENTS_IN)
                || fell(earlier, TcpField.ACKED) || fell(earlier, TcpField.RECEIVED) || fell(earlier, TcpField.TOTAL_RETRANSMITS));
    }

    private boolean fell(TcpInfo earlier, TcpField field) {
        return get(field) != ABSENT && get(field) < earlier.get(field);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TcpInfo info && raw.equals(info.raw) && Arrays.equals(values, info.values);
    }

    @Override
    public int hashCode() {
        return 31 * raw.hashCode() + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("TcpInfo[");
        for (TcpField field : FIELDS) {
            if (get(field) != ABSENT) {
                out.append(field.wireName()).append('=').append(get(field)).append(", ");
            }
        }
        return out.append("raw=").append(raw).append(']').toString();
    }
}
