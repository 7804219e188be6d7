package dev.lifeline.export;

/// Times and counts as comments have them, the same in every locale.
final class Figures {

    private Figures() {
    }

    /// A moment of the trace: `0.351 ms`.
    ///
    /// @param nanos since the origin
    static String moment(long nanos) {
        return decimal(nanos, 1_000_000, 3) + " ms";
    }

    /// A span of time: `94.0 µs`.
    static String micros(long nanos) {
        return decimal(nanos, 1_000, 1) + " \u00b5s";
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
        return nanos < 0 ? micros(nanos).substring(1) + " before this packet" : micros(nanos) + " after this packet";
    }

    private static String decimal(long nanos, long unit, int digits) {
        long step = unit;
        for (int i = 0; i < digits; i++) {
            step /= 10;
        }
        long whole = nanos / unit;
        long part = Math.abs(nanos % unit) / step;
        StringBuilder out = new StringBuilder(16).append(nanos < 0 ? "-" : "").append(Long.toString(whole).replace("-", ""));
        String fraction = Long.toString(part);
        return out.append('.').append("0".repeat(digits - fraction.length())).append(fraction).toString();
    }
}
