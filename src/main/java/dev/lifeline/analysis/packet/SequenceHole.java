package dev.lifeline.analysis.packet;

/// The first stretch of a direction's sequence space (RFC 9293 section 3.4) that no packet carried, while later ones were seen. Packets
/// that only came out of order, or again, leave none.
public final class SequenceHole {

    /// Stretches beyond the hole that are remembered: more than this many and it is not known whether the hole is still one.
    private static final int MOST = 64;

    /// The number behind the last byte up to which all were seen; the first byte has the number 1.
    private long edge = 1;
    private final long[] from = new long[MOST];
    private final long[] to = new long[MOST];
    private int beyond;
    private boolean overflown;

    /// Takes the next packet's bytes.
    ///
    /// @param first the number of the first of them
    /// @param end the number behind the last of them; one without bytes has the same
    public void saw(long first, long end) {
        if (end <= first || end <= edge) {
            return;
        }
        if (first > edge) {
            keep(first, end);
            return;
        }
        edge = end;
        join();
    }

    private void keep(long first, long end) {
        for (int i = 0; i < beyond; i++) {
            if (first <= to[i] && end >= from[i]) {
                from[i] = Math.min(from[i], first);
                to[i] = Math.max(to[i], end);
                return;
            }
        }
        if (beyond == MOST) {
            overflown = true;
            return;
        }
        from[beyond] = first;
        to[beyond++] = end;
    }

    /// Takes what the edge reached now, until it reaches nothing more.
    private void join() {
        for (int i = 0; i < beyond; i++) {
            if (from[i] <= edge) {
                edge = Math.max(edge, to[i]);
                beyond--;
                from[i] = from[beyond];
                to[i] = to[beyond];
                i = -1;
            }
        }
    }

    /// How many bytes are missing before the first that were seen beyond the hole; 0 where none are, or that is not known.
    public long bytes() {
        long nearest = Long.MAX_VALUE;
        for (int i = 0; i < beyond; i++) {
            nearest = Math.min(nearest, from[i]);
        }
        return beyond == 0 || overflown ? 0 : nearest - edge;
    }
}
