package dev.lifeline.view.frame;

import java.util.ArrayList;
import java.util.List;

/// Breaks text into lines, at spaces where there are any.
public final class Wrap {

    /// Stands for a space at which no line ends; in the lines it is an ordinary space again.
    private static final char TIE = '\u00a0';

    private Wrap() {
    }

    /// The text as one word that is not broken at its spaces: a figure and its unit.
    public static String together(String text) {
        return text.replace(' ', TIE);
    }

    /// The lines of a text.
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
            lines.add((margin + rest.substring(0, end).stripTrailing()).replace(TIE, ' '));
            rest = rest.substring(end).stripLeading();
            margin = " ".repeat(indent);
        }
        lines.add((margin + rest).replace(TIE, ' '));
        return lines;
    }

    /// How long the word behind a space is: one that fits on no line is cut where it stands.
    private static int word(String text, int space) {
        int end = text.indexOf(' ', space + 1);
        return (end < 0 ? text.length() : end) - space - 1;
    }
}
