package dev.lifeline.linux.wire;

import java.nio.ByteBuffer;

/// The options of a TCP header (RFC 9293 section 3.2, RFC 7323, RFC 2018) as far as they say how a connection is run.
///
/// @param mss maximum segment size in bytes; -1 where it was not given
/// @param windowScale by how many bits windows are shifted; -1 where it was not given
/// @param sackPermitted whether selective acknowledgements are allowed
/// @param timestamps whether the segment carries time stamps
public record TcpOptions(int mss, int windowScale, boolean sackPermitted, boolean timestamps) {

    /// No option, or none that is understood.
    public static final TcpOptions NONE = new TcpOptions(-1, -1, false, false);

    private static final TcpOptions STAMPED = new TcpOptions(-1, -1, false, true);

    private static final int END = 0;
    private static final int NO_OPERATION = 1;
    private static final int MSS = 2;
    private static final int WINDOW_SCALE = 3;
    private static final int SACK_PERMITTED = 4;
    private static final int TIMESTAMPS = 8;
    /// RFC 7323 section 2.3: a larger shift counts as this one.
    private static final int LARGEST_SHIFT = 14;

    /// Reads options; what comes after one that does not fit is not read.
    ///
    /// @param from big-endian
    /// @param start where the options begin
    /// @param end where they end, at most the limit of the buffer
    static TcpOptions read(ByteBuffer from, int start, int end) {
        int mss = -1;
        int scale = -1;
        boolean sack = false;
        boolean stamps = false;
        int at = start;
        while (at < end) {
            int kind = from.get(at) & 0xFF;
            if (kind == END) {
                break;
            }
            if (kind == NO_OPERATION) {
                at++;
                continue;
            }
            int length = at + 1 < end ? from.get(at + 1) & 0xFF : 0;
            if (length < 2 || at + length > end) {
                break;
            }
            if (kind == MSS && length == 4) {
                mss = from.getShort(at + 2) & 0xFFFF;
            } else if (kind == WINDOW_SCALE && length == 3) {
                scale = Math.min(from.get(at + 2) & 0xFF, LARGEST_SHIFT);
            } else if (kind == SACK_PERMITTED && length == 2) {
                sack = true;
            } else if (kind == TIMESTAMPS && length == 10) {
                stamps = true;
            }
            at += length;
        }
        if (mss < 0 && scale < 0 && !sack) {
            return stamps ? STAMPED : NONE;
        }
        return new TcpOptions(mss, scale, sack, stamps);
    }
}
