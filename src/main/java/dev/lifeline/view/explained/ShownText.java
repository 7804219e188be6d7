package dev.lifeline.view.explained;

import dev.lifeline.explain.Words;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Marked.Mark;
import java.util.ArrayList;
import java.util.List;

/// A line of a text from outside, made safe to show, with the words in it on which an answer rests.
///
/// @param text printable
/// @param marks the places of those words, in their order, none within another
/// @param aligned whether each character takes one column: only then can something stand below a word
record ShownText(String text, List<Mark> marks, boolean aligned) {

    /// Makes a line safe.
    ///
    /// @param whole the text that the line is in
    /// @param from where it begins
    /// @param to where it ends
    static ShownText of(String whole, int from, int to, List<Words> words, Glyphs glyphs) {
        StringBuilder out = new StringBuilder(to - from);
        int[] place = new int[to - from + 1];
        boolean aligned = true;
        for (int i = from; i < to; i++) {
            place[i - from] = out.length();
            char c = whole.charAt(i);
            if (c >= ' ' && c < 0x7F) {
                out.append(c);
            } else if (c == '\t') {
                out.append(' ');
            } else if (glyphs == Glyphs.ASCII) {
                escape(out, c);
            } else if (narrow(c)) {
                out.append(c);
            } else if (wide(c)) {
                out.append(c);
                aligned = false;
            } else {
                out.append('?');
            }
        }
        place[to - from] = out.length();
        return new ShownText(out.toString(), marks(words, from, to, place), aligned);
    }

    private static List<Mark> marks(List<Words> words, int from, int to, int[] place) {
        List<Mark> marks = new ArrayList<>();
        int behind = from;
        for (Words each : words) {
            int begin = Math.max(behind, each.start());
            int end = Math.min(to, each.end());
            if (begin < end) {
                marks.add(new Mark(place[begin - from], place[end - from]));
                behind = end;
            }
        }
        return marks;
    }

    private static void escape(StringBuilder out, char c) {
        String digits = Integer.toHexString(c);
        out.append(c < 0x100 ? "\\x" : "\\u").append("0".repeat(Math.max(0, (c < 0x100 ? 2 : 4) - digits.length()))).append(digits);
    }

    /// Letters of Europe and signs of print: one column in every terminal.
    private static boolean narrow(char c) {
        return c > 0xA0 && c < 0x300 && c != 0xAD || c >= 0x370 && c < 0x530 && Character.isLetterOrDigit(c) || c >= 0x2010 && c <= 0x2026
                || c >= 0x2190 && c <= 0x2193;
    }

    /// Letters of other writings, whose width is for the terminal to say; nothing that turns the direction of writing.
    private static boolean wide(char c) {
        byte direction = Character.getDirectionality(c);
        boolean turns = direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        return !turns && (Character.isLetterOrDigit(c) || c >= 0x3000 && c < 0x3040 || c >= 0xFF00 && c < 0xFFA0);
    }

    /// A stretch of it, with what is marked there.
    ShownText part(int from, int to) {
        List<Mark> within = new ArrayList<>();
        for (Mark each : marks) {
            int begin = Math.max(from, each.from());
            int end = Math.min(to, each.to());
            if (begin < end) {
                within.add(new Mark(begin - from, end - from));
            }
        }
        return new ShownText(text.substring(from, to), within, aligned);
    }

    /// The same with signs in front and behind.
    ShownText between(String before, String after) {
        List<Mark> moved = new ArrayList<>();
        for (Mark each : marks) {
            moved.add(new Mark(each.from() + before.length(), each.to() + before.length()));
        }
        return new ShownText(before + text + after, moved, aligned);
    }
}
