package dev.lifeline.http;

/// The line before a chunk: its size in hexadecimal digits, and extensions that are looked at and not used (RFC 9112 section 7.1).
///
/// @param extensions how many bytes they have
record ChunkLine(long size, int extensions) {

    /// A size of more digits may not fit into a `long`.
    private static final int MOST_DIGITS = 15;

    /// Looks at a byte as it comes.
    ///
    /// @param extensionsLeft bytes that extensions may have yet
    static void check(LineBuffer line, int octet, long extensionsLeft) throws MalformedException {
        long offset = line.start() + line.length();
        if (line.isEmpty() && Octets.hex(octet) < 0) {
            throw Malformed.syntax(offset, "the size of a chunk", Malformed.named(octet));
        }
        if (line.length() >= MOST_DIGITS + extensionsLeft) {
            throw Malformed.of(HttpProblem.BODY_TOO_LARGE, offset, "the end of a chunk's line", "extensions that are too long");
        }
    }

    static ChunkLine of(LineBuffer line) throws MalformedException {
        long size = 0;
        int at = 0;
        while (at < line.length() && Octets.hex(line.at(at)) >= 0) {
            if (at == MOST_DIGITS) {
                throw Malformed.of(HttpProblem.BODY_TOO_LARGE, line.start() + at, "a chunk size of " + MOST_DIGITS + " digits at most",
                        "another digit");
            }
            size = size << 4 | Octets.hex(line.at(at++));
        }
        if (at == 0) {
            throw Malformed.syntax(line.start(), "the size of a chunk", "the end of the line");
        }
        int extensions = line.length() - at;
        while (at < line.length()) {
            at = extension(line, at);
        }
        return new ChunkLine(size, extensions);
    }

    /// Walks over `;name`, `;name=value` or `;name="value"`, with white space where old senders have it.
    private static int extension(LineBuffer line, int from) throws MalformedException {
        int at = demand(line, blanks(line, from), ";");
        at = token(line, blanks(line, at));
        int equals = blanks(line, at);
        if (equals == line.length() || line.at(equals) != '=') {
            return at;
        }
        at = blanks(line, equals + 1);
        return at < line.length() && line.at(at) == '"' ? quoted(line, at + 1) : token(line, at);
    }

    private static int quoted(LineBuffer line, int from) throws MalformedException {
        int at = from;
        while (at < line.length() && line.at(at) != '"') {
            at += line.at(at) == '\\' ? 2 : 1;
        }
        return demand(line, Math.min(at, line.length()), "\"");
    }

    private static int token(LineBuffer line, int from) throws MalformedException {
        int at = from;
        while (at < line.length() && Octets.isToken(line.at(at))) {
            at++;
        }
        if (at == from) {
            throw Malformed.syntax(line.start() + at, "a chunk extension", found(line, at));
        }
        return at;
    }

    private static int demand(LineBuffer line, int at, String wanted) throws MalformedException {
        if (at == line.length() || line.at(at) != wanted.charAt(0)) {
            throw Malformed.syntax(line.start() + at, wanted.equals(";") ? "the end of the line or ;" : "the closing quotation mark",
                    found(line, at));
        }
        return at + 1;
    }

    private static int blanks(LineBuffer line, int from) {
        int at = from;
        while (at < line.length() && Octets.isBlank(line.at(at))) {
            at++;
        }
        return at;
    }

    private static String found(LineBuffer line, int at) {
        return at == line.length() ? "the end of the line" : Malformed.named(line.at(at));
    }
}
