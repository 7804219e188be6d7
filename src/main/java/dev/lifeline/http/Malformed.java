package dev.lifeline.http;

import dev.lifeline.text.Escapes;
import java.util.Objects;

/// A place at which bytes are no HTTP/1.1.
///
/// @param offset from the first byte of the message, from 0
/// @param expected the thing that should stand there
/// @param found the thing that does; printable whatever was sent
public record Malformed(HttpProblem problem, long offset, String expected, String found) {

    private static final int MOST_SHOWN = 40;

    public Malformed {
        Objects.requireNonNull(problem, "problem");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(found, "found");
    }

    static MalformedException syntax(long offset, String expected, String found) {
        return of(HttpProblem.SYNTAX, offset, expected, found);
    }

    static MalformedException of(HttpProblem problem, long offset, String expected, String found) {
        return new MalformedException(new Malformed(problem, offset, expected, found));
    }

    /// Names one byte.
    static String named(int octet) {
        return switch (octet) {
            case 0 -> "NUL";
            case '\t' -> "a tab";
            case '\n' -> "LF";
            case '\r' -> "CR";
            case ' ' -> "a space";
            default -> octet > ' ' && octet < 0x7F ? "'" + (char) octet + "'" : String.format("the byte 0x%02x", octet);
        };
    }

    /// Quotes text of a peer, as far as a line has room for it.
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < Math.min(text.length(), MOST_SHOWN); i++) {
            Escapes.append(text.charAt(i) & 0xFF, quoted);
        }
        return quoted.append(text.length() > MOST_SHOWN ? "...\"" : "\"").toString();
    }
}
