package dev.lifeline.analysis.packet;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;

/// The packets of one connection by which its life is told: data, acknowledgements, FINs and resets of both sides. All times are
/// nanoseconds since the origin, and -1 where the packet was not seen.
public final class StreamPackets {

    private final long[] data = {-1, -1, -1};
    private final long[] lastData = {-1, -1, -1};
    private final long[] bytes = new long[3];
    private final long[] fin = {-1, -1, -1};
    private final long[] rst = {-1, -1, -1};
    private int synAckHops = -1;
    private int rstHops = -1;
    private long askedAt = -1;
    private long takenAt = -1;
    private int again;
    private long taken;

    void accept(long at, SegmentSeen segment) {
        int from = segment.from().ordinal();
        if (segment.has(TcpFlags.RST)) {
            rstHops = rst[from] < 0 && segment.from() == Lane.SERVER ? Hops.of(segment) : rstHops;
            rst[from] = rst[from] < 0 ? at : rst[from];
            return;
        }
        if (synAckHops < 0 && segment.from() == Lane.SERVER && segment.has(TcpFlags.SYN)) {
            synAckHops = Hops.of(segment);
        }
        if (segment.payload() > 0 && !segment.has(TcpFlags.SYN)) {
            data(at, segment, from);
        }
        if (segment.has(TcpFlags.FIN) && fin[from] < 0) {
            fin[from] = at;
        }
        if (segment.from() == Lane.SERVER && segment.has(TcpFlags.ACK)) {
            taken = Math.max(taken, segment.acknowledgement() - 1);
            boolean all = bytes[Lane.CLIENT.ordinal()] > 0 && taken >= bytes[Lane.CLIENT.ordinal()];
            takenAt = all && takenAt < 0 ? at : takenAt;
        }
    }

    private void data(long at, SegmentSeen segment, int from) {
        long end = segment.sequence() + segment.payload() - 1;
        boolean news = end > bytes[from];
        data[from] = data[from] < 0 ? at : data[from];
        lastData[from] = news ? at : lastData[from];
        bytes[from] = Math.max(bytes[from], end);
        if (segment.from() == Lane.CLIENT && data[Lane.SERVER.ordinal()] < 0) {
            askedAt = news ? at : askedAt;
            takenAt = news ? -1 : takenAt;
            again += news ? 0 : 1;
        }
    }

    /// Tells when the first data of a side was seen.
    public long dataAt(Lane from) {
        return data[from.ordinal()];
    }

    /// Tells when a side's last data was seen that was new.
    public long lastDataAt(Lane from) {
        return lastData[from.ordinal()];
    }

    /// Bytes of data of a side, each counted once.
    public long bytes(Lane from) {
        return bytes[from.ordinal()];
    }

    /// Tells when a side's first FIN was seen.
    public long finAt(Lane from) {
        return fin[from.ordinal()];
    }

    /// Tells when a side's first reset was seen.
    public long rstAt(Lane from) {
        return rst[from.ordinal()];
    }

    /// Tells whether the server's reset came with another number of hops left than its SYN-ACK: another box may have sent it.
    public boolean resetFromElsewhere() {
        return Hops.differ(rstHops, synAckHops);
    }

    /// Tells when the client's last new data was seen before the server's first: the end of its request.
    public long askedAt() {
        return askedAt;
    }

    /// Tells when the server had acknowledged all of that request.
    public long takenAt() {
        return takenAt;
    }

    /// Bytes of the client that the server acknowledged.
    public long taken() {
        return Math.max(0, taken);
    }

    /// Tells how often segments of the request passed again.
    public int again() {
        return again;
    }
}
