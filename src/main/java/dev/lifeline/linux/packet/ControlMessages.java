package dev.lifeline.linux.packet;

import java.nio.ByteBuffer;

/// Notes that the kernel puts beside a packet (cmsg(3)). Pure: any bytes will do.
///
/// @param wall its stamp (`struct scm_timestamping`), in nanoseconds since 1970; [PacketFrame#UNSTAMPED] where there is none
/// @param length bytes of the whole packet (`tp_len` of `struct tpacket_auxdata`); 0 where it is not said
record ControlMessages(long wall, int length) {

    private static final int HEADER_BYTES = 16;
    private static final int SOL_SOCKET = 1;
    private static final int SCM_TIMESTAMPING = 37;
    private static final int TIME_BYTES = 16;
    private static final int SOL_PACKET = 263;
    private static final int PACKET_AUXDATA = 8;
    private static final int LENGTH_AT = 4;

    /// @param bytes from index 0 to the limit, in the byte order of the machine that recorded them
    static ControlMessages of(ByteBuffer bytes) {
        long wall = PacketFrame.UNSTAMPED;
        int length = 0;
        int at = 0;
        while (at + HEADER_BYTES <= bytes.limit()) {
            long size = bytes.getLong(at);
            if (size < HEADER_BYTES || size > bytes.limit() - at) {
                break;
            }
            int data = at + HEADER_BYTES;
            int level = bytes.getInt(at + 8);
            int type = bytes.getInt(at + 12);
            if (level == SOL_SOCKET && type == SCM_TIMESTAMPING && size >= HEADER_BYTES + TIME_BYTES) {
                wall = bytes.getLong(data) * 1_000_000_000L + bytes.getLong(data + 8);
            } else if (level == SOL_PACKET && type == PACKET_AUXDATA && size >= HEADER_BYTES + LENGTH_AT + Integer.BYTES) {
                length = Math.max(bytes.getInt(data + LENGTH_AT), 0);
            }
            at += (int) (size + 7) & ~7;
        }
        return new ControlMessages(wall, length);
    }
}
