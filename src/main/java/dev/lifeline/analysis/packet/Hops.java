package dev.lifeline.analysis.packet;

import dev.lifeline.model.event.PacketEvent.SegmentSeen;

/// The hops that a packet had left when it was captured: by them packets of one box are told from those of another, which stands
/// elsewhere on the way.
public final class Hops {

    private Hops() {
    }

    /// The time to live of a packet (RFC 791 section 3.1), or its hop limit (RFC 8200 section 3); -1 where it was not kept.
    public static int of(SegmentSeen segment) {
        String data = segment.packet().data();
        int at = data.startsWith("6") ? 14 : 16;
        return data.length() < at + 2 ? -1 : Integer.parseInt(data, at, at + 2, 16);
    }

    /// Tells whether two packets came with another number of hops left; not where one of them is not known.
    ///
    /// @param one the hops that a packet had left, -1 where that is not known
    public static boolean differ(int one, int other) {
        return one >= 0 && other >= 0 && one != other;
    }
}
