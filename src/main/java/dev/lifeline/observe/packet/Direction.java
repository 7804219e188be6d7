package dev.lifeline.observe.packet;

/// The sequence numbers of one direction of a flow: which of them passed, counted from the initial one (RFC 9293 section 3.4).
final class Direction {

    private static final int MAX_GAPS = 16;
    private static final long BEGINNING = Long.MIN_VALUE / 2;

    private final long[] gapStarts = new long[MAX_GAPS];
    private final long[] gapEnds = new long[MAX_GAPS];
    private int gaps;
    private boolean known;
    private long initial;
    private long next;

    /// Tells whether a number of this direction was seen.
    boolean known() {
        return known;
    }

    /// One more than the highest number that passed.
    long next() {
        return next;
    }

    /// The first segment that was seen.
    ///
    /// @param sequence as in the header
    /// @param syn whether it is the SYN; else numbers are counted as if the SYN came right before, and nothing earlier has passed
    void begin(long sequence, boolean syn) {
        known = true;
        initial = syn ? sequence : sequence - 1;
        next = syn ? 0 : 1;
        if (!syn) {
            gap(BEGINNING, 1);
        }
    }

    /// The relative number of one in a header, which says only its low 32 bits: the one nearest to what has passed.
    long relative(long sequence) {
        return next + (int) (sequence - initial - next);
    }

    /// Numbers pass.
    ///
    /// @param start relative, inclusive
    /// @param end relative, exclusive
    /// @return whether any of them passed before
    boolean pass(long start, long end) {
        if (end <= start) {
            return false;
        }
        if (start > next) {
            gap(next, start);
        }
        long before = Math.min(end, next) - start;
        boolean again = before > 0 && filled(start, Math.min(end, next)) < before;
        next = Math.max(next, end);
        return again;
    }

    /// Closes gaps, and gives how many numbers were missing until now.
    private long filled(long start, long end) {
        long filled = 0;
        for (int i = gaps - 1; i >= 0; i--) {
            long from = Math.max(start, gapStarts[i]);
            long to = Math.min(end, gapEnds[i]);
            if (from < to) {
                filled += to - from;
                long rest = gapEnds[i];
                gapEnds[i] = from;
                if (from > gapStarts[i] && to < rest && gaps < MAX_GAPS) {
                    gap(to, rest);
                } else if (from == gapStarts[i]) {
                    gapStarts[i] = to;
                    gapEnds[i] = rest;
                }
                if (gapStarts[i] == gapEnds[i]) {
                    remove(i);
                }
            }
        }
        return filled;
    }

    private void gap(long start, long end) {
        if (gaps == MAX_GAPS) {
            remove(0);
        }
        gapStarts[gaps] = start;
        gapEnds[gaps++] = end;
    }

    private void remove(int index) {
        gaps--;
        System.arraycopy(gapStarts, index + 1, gapStarts, index, gaps - index);
        System.arraycopy(gapEnds, index + 1, gapEnds, index, gaps - index);
    }
}
