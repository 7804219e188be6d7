package dev.lifeline.linux.diag;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/// The bytes of a `struct tcp_info` of `linux/tcp.h`, however many of them the kernel gave. Its fields never move; newer kernels
/// add to the end. The offsets that are read:
///
/// `tcpi_state` 0 … `tcpi_rto` 8, `tcpi_unacked` 24, `tcpi_pmtu` 60, `tcpi_rtt` 68, `tcpi_total_retrans` 100, `tcpi_bytes_acked`
/// 120, `tcpi_min_rtt` 148, `tcpi_delivery_rate` 160, `tcpi_busy_time` 168, `tcpi_snd_wnd` 228, `tcpi_rcv_wnd` 232
public final class TcpInfoBytes {

    /// The value of a field that this kernel did not give.
    public static final long ABSENT = -1;

    private final byte[] bytes;
    private final ByteBuffer view;

    private TcpInfoBytes(byte[] bytes) {
        this.bytes = bytes;
        this.view = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    /// A copy of the bytes from position 0 to the limit.
    public static TcpInfoBytes of(ByteBuffer value) {
        byte[] bytes = new byte[value.limit()];
        value.get(0, bytes);
        return new TcpInfoBytes(bytes);
    }

    /// How many bytes the kernel gave.
    public int length() {
        return bytes.length;
    }

    /// All bytes in hexadecimal.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /// An unsigned field of one byte at this offset, or [#ABSENT].
    public long u8(int offset) {
        return offset + Byte.BYTES > bytes.length ? ABSENT : bytes[offset] & 0xFF;
    }

    /// An unsigned field of four bytes at this offset, or [#ABSENT].
    public long u32(int offset) {
        return offset + Integer.BYTES > bytes.length ? ABSENT : view.getInt(offset) & 0xFFFF_FFFFL;
    }

    /// An unsigned field of eight bytes at this offset, or [#ABSENT]. What does not fit into 63 bits is the largest number that
    /// does.
    public long u64(int offset) {
        if (offset + Long.BYTES > bytes.length) {
            return ABSENT;
        }
        long value = view.getLong(offset);
        return value < 0 ? Long.MAX_VALUE : value;
    }
}
