package dev.lifeline.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// A text with the parts of it that a person should look at.
///
/// @param text the whole
/// @param marks those parts, by their places, none within another
public record Marked(String text, List<Mark> marks) {

    /// A part of a text.
    ///
    /// @param from its first character
    /// @param to the one behind its last
    public record Mark(int from, int to) {
    }

    public Marked {
        Objects.requireNonNull(text, "text");
        marks = List.copyOf(marks);
    }

    /// A text without marks.
    public static Marked plain(String text) {
        return new Marked(text, List.of());
    }

    /// Marks what differs from another text of the same kind: all behind the words with which both begin. None where they have no
    /// word in common: then there is nothing that need not be read.
    public static Marked unlike(String text, String other) {
        int from = common(text, other);
        return from == 0 || from >= text.length() ? plain(text) : new Marked(text, List.of(new Mark(from, text.length())));
    }

    /// The same, printable ASCII; a text that is not has no marks then, because its characters move.
    public Marked ascii() {
        String safe = Printable.ascii(text);
        return safe.equals(text) ? this : plain(safe);
    }

    /// The same with the sign for microseconds of the tables beside it; what is quoted stays as it came.
    public Marked measured(Glyphs glyphs) {
        Marked safe = ascii();
        return new Marked(Printable.measured(safe.text, glyphs), safe.marks);
    }

    /// Lists the marked parts with the word that says what each is of, from the last comma or colon before it: `send-queue 8`.
    public List<String> parts() {
        List<String> parts = new ArrayList<>();
        for (Mark mark : marks) {
            int comma = text.lastIndexOf(", ", mark.from - 1);
            int colon = text.lastIndexOf(": ", mark.from - 1);
            int begin = Math.max(comma, colon);
            parts.add(text.substring(begin < 0 ? 0 : begin + 2, mark.to));
        }
        return parts;
    }

    /// The place behind the words that both texts begin with; 0 where there is none. A colon is no part of a word.
    public static int common(String text, String other) {
        int at = 0;
        int from = 0;
        while (at < text.length() && at < other.length() && text.charAt(at) == other.charAt(at)) {
            from = text.charAt(at) == ' ' ? at + 1 : from;
            at++;
        }
        return ends(text, at) && ends(other, at) && at > 0 ? Math.min(text.length(), at + (text.startsWith(": ", at) ? 2 : 1))
                : from;
    }

    private static boolean ends(String text, int at) {
        return at == text.length() || text.charAt(at) == ' ' || text.startsWith(": ", at);
    }
}
