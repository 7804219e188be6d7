package dev.lifeline.cli.report;

import java.util.List;

/// Builds one line of NDJSON in printable ASCII. For commands that write lists of their own; traces are written by `file`.
public final class JsonLine {

    private final StringBuilder out = new StringBuilder("{");

    /// Adds a text; leaves the field out where it is `null`.
    public JsonLine text(String name, String value) {
        if (value != null) {
            quoted(name(name), value);
        }
        return this;
    }

    JsonLine whole(String name, long value) {
        name(name).append(value);
        return this;
    }

    public JsonLine flag(String name, boolean value) {
        name(name).append(value);
        return this;
    }

    public JsonLine texts(String name, List<String> values) {
        name(name).append('[');
        for (int i = 0; i < values.size(); i++) {
            quoted(i == 0 ? out : out.append(','), values.get(i));
        }
        out.append(']');
        return this;
    }

    /// The line, ended by a line feed.
    public String end() {
        return out.append("}\n").toString();
    }

    private StringBuilder name(String name) {
        return quoted(out.length() == 1 ? out : out.append(','), name).append(':');
    }

    private static StringBuilder quoted(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '"' || sign == '\\') {
                out.append('\\').append(sign);
            } else if (sign >= ' ' && sign < 0x7f) {
                out.append(sign);
            } else {
                // RFC 8259 section 7: the sixteen bits of each half of a surrogate pair.
                out.append("\\u").append(Character.forDigit(sign >> 12, 16)).append(Character.forDigit(sign >> 8 & 15, 16))
                        .append(Character.forDigit(sign >> 4 & 15, 16)).append(Character.forDigit(sign & 15, 16));
            }
        }
        return out.append('"');
    }
}
