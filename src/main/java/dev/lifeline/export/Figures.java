package dev.lifeline.export;

/// Times and counts as comments have them, the same in every locale.
final class Figures {

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private Figures() {
    }

    /// A moment of the trace: `0.351 ms`, rounded as the views round it.
    ///
    /// @param nanos since the origin
    static String moment(long nanos) {
        return decimal(nanos, MILLI, 3) + " ms";
    }

    /// A span of time in the unit that suits it: `94.0 µs`, `1.420 ms`, `4.005 s`.
    static String span(long nanos) {
        // Each bound lies half of the last digit below the round number, so that nothing is rounded up to 1000 of a unit.
        if (nanos > -MILLI + 50 && nanos < MILLI - 50) {
            return decimal(nanos, MICRO, 1) + " \u00b5s";
        }
        return nanos > -SECOND + 500 && nanos < SECOND - 500 ? moment(nanos) : decimal(nanos, SECOND, 3) + " s";
    }

    /// How exact a time is: rounded up, since less would be claimed to be more exact than it is.
    ///
    /// @param nanos not negative
    static String within(long nanos) {
        if (nanos < MICRO) {
            return nanos + " ns";
        }
        long step = nanos > MILLI - 100 ? MICRO : MICRO / 10;
        return span(nanos % step == 0 ? nanos : nanos - nanos % step + step);
    }

    /// `1 byte`, `2 bytes`.
    static String counted(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /// Where an event lies as seen from a packet: `5.2 µs before this packet`.
    ///
    /// @param nanos from the packet to the event; negative where the event came first
    static String distance(long nanos) {
        if (nanos == 0) {
            return "at the time of this packet";
        }
        // No negation of a smallest long: a hostile file may hold any two times.
        String span = span(nanos);
        return nanos < 0 ? span.substring(1) + " before this packet" : span + " after this packet";
    }

    private static String decimal(long nanos, long unit, int digits) {
        long step = unit;
        for (int i = 0; i < digits; i++) {
            step /= 10;
        }
        long steps = nanos / step;
        if (Math.abs(nanos % step) * 2 >= step) {
            steps += nanos < 0 ? -1 : 1;
        }
        String figures = Long.toString(steps).replace("-", "");
        String padded = "0".repeat(Math.max(0, digits + 1 - figures.length())) + figures;
        int point = padded.length() - digits;
        return (nanos < 0 ? "-" : "") + padded.substring(0, point) + '.' + padded.substring(point);
    }
}
