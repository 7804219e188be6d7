package dev.lifeline.view.frame;

import dev.lifeline.text.FittedText;
import java.util.ArrayList;
import java.util.List;

/// Breaks text into lines, at spaces where there are any.
public final class Wrap {

    private Wrap() {
    }

    /// Breaks a text into lines; a [FittedText#TIE] is no place to break at.
    ///
    /// @param width columns of every line, the indent included; more than the indent
    /// @param indent spaces before every line but the first
    public static List<String> lines(String text, int width, int indent) {
        List<String> lines = new ArrayList<>();
        String margin = "";
        String rest = text.strip();
        while (margin.length() + rest.length() > width) {
            int room = width - margin.length();
            int cut = rest.lastIndexOf(' ', room);
            int end = cut > 0 && word(rest, cut) <= width - indent ? cut : room;
            lines.add((margin + rest.substring(0, end).stripTrailing()).replace(FittedText.TIE, ' '));
            rest = rest.substring(end).stripLeading();
            margin = " ".repeat(indent);
        }
        lines.add((margin + rest).replace(FittedText.TIE, ' '));
        return lines;
    }

    /// Measures the word behind a space: one that fits on no line is cut where it stands.
    private static int word(String text, int space) {
        int end = text.indexOf(' ', space + 1);
        return (end < 0 ? text.length() : end) - space - 1;
    }
}
