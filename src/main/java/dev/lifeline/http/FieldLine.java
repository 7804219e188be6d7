package dev.lifeline.http;

/// A line of a head with a name and a value, taken apart (RFC 9112 section 5).
///
/// @param offset of its first byte
record FieldLine(String name, String value, long offset) {

    static FieldLine of(LineBuffer line) throws MalformedException {
        int colon = line.indexOf(':', 0);
        if (colon < 0) {
            throw Malformed.syntax(line.start() + line.length(), "a colon after the name of a field", "the end of the line");
        }
        int from = colon + 1;
        int to = line.length();
        while (from < to && Octets.isBlank(line.at(from))) {
            from++;
        }
        while (to > from && Octets.isBlank(line.at(to - 1))) {
            to--;
        }
        return new FieldLine(line.text(0, colon), line.text(from, to), line.start());
    }

    /// Looks at a byte before the colon, as it comes: what stands there decides where the name ends, and how the message is read.
    static void checkName(LineBuffer line, int octet) throws MalformedException {
        long offset = line.start() + line.length();
        if (line.isEmpty() && Octets.isBlank(octet)) {
            throw Malformed.syntax(offset, "the name of a field or an empty line",
                    Malformed.named(octet) + ": a folded line, which is obsolete");
        }
        if (octet == ':' ? line.isEmpty() : !Octets.isToken(octet)) {
            throw Malformed.syntax(offset, line.isEmpty() ? "the name of a field or an empty line" : "a colon after the name of a field",
                    Malformed.named(octet));
        }
    }

    boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
