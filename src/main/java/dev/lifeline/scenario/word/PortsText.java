package dev.lifeline.scenario.word;

/// A range of ports, as scenarios write it: `40000-40001`, or `2` for so many free ports next to each other.
///
/// @param first the lowest port, or 0 where the engine chooses
/// @param last the highest port, or how many where the engine chooses
public record PortsText(int first, int last) {

    private static final int MOST = 1000;

    /// Takes a text apart.
    ///
    /// @throws IllegalArgumentException with what is wrong
    public static PortsText parse(String text) {
        String value = text.strip();
        int hyphen = value.indexOf('-');
        if (hyphen < 0) {
            int count = Literals.isDigits(value) ? Literals.port(value) : 0;
            if (count < 1 || count > MOST) {
                throw new IllegalArgumentException("so many ports cannot be had: 1 to " + MOST);
            }
            return new PortsText(0, count);
        }
        String from = value.substring(0, hyphen);
        String to = value.substring(hyphen + 1);
        if (!Literals.isDigits(from) || !Literals.isDigits(to)) {
            throw new IllegalArgumentException("a range is two ports with a hyphen between");
        }
        PortsText range = new PortsText(Literals.port(from), Literals.port(to));
        if (range.first() < 1 || range.first() > range.last()) {
            throw new IllegalArgumentException("a range begins at 1 or higher, and ends where it began or higher");
        }
        return range;
    }

    /// Tells whether the engine chooses which ports.
    public boolean chosen() {
        return first == 0;
    }

    /// Counts the ports.
    public int count() {
        return chosen() ? last : last - first + 1;
    }
}
