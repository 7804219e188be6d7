package dev.lifeline.view.frame;

import dev.lifeline.text.Counted;
import dev.lifeline.text.FittedText;
import java.util.ArrayList;
import java.util.List;

/// Breaks text into lines, at spaces where there are any.
public final class Wrap {

    private Wrap() {
    }

    /// Breaks a text into lines. Neither a [FittedText#TIE] is a place to break at nor the space between a figure and its unit.
    ///
    /// @param width columns of every line, the indent included; more than the indent
    /// @param indent spaces before every line but the first
    public static List<String> lines(String text, int width, int indent) {
        List<String> lines = new ArrayList<>();
        String margin = "";
        String rest = stripped(text);
        while (margin.length() + rest.length() > width) {
            int room = width - margin.length();
            int cut = place(rest, room);
            int end = cut > 0 && word(rest, cut) <= width - indent ? cut : room;
            lines.add((margin + rest.substring(0, end).stripTrailing()).replace(FittedText.TIE, ' '));
            rest = rest.substring(end).stripLeading();
            margin = " ".repeat(indent);
        }
        lines.add((margin + rest).replace(FittedText.TIE, ' '));
        return lines;
    }

    /// Without spaces at both ends. Not as `strip` does it: beside the arrow of an address that asks for the kinds of all characters, a
    /// millisecond of a start.
    private static String stripped(String text) {
        int from = 0;
        int to = text.length();
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        return text.substring(from, to);
    }

    /// The last space at which a line can end, or none.
    private static int place(String text, int room) {
        int cut = text.lastIndexOf(' ', room);
        int before = cut > 0 && Counted.unitBehind(text, cut) ? text.lastIndexOf(' ', cut - 1) : cut;
        return before > 0 ? before : cut;
    }

    /// Measures the word behind a space: one that fits on no line is cut where it stands.
    private static int word(String text, int space) {
        int end = text.indexOf(' ', space + 1);
        return (end < 0 ? text.length() : end) - space - 1;
    }
}
