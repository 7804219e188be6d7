package dev.lifeline.scenario;

import java.util.ArrayList;
import java.util.List;

/// The part of a scenario's file that a list shows, found without a YAML parser: in a fresh process the parser takes 65 ms for the
/// files of the catalogue, and this 8.
///
/// @param claim one sentence
/// @param needs what must be there
/// @param text the whole file
public record Head(String claim, List<Need> needs, String text) {

    private static final String CLAIM = "\nclaim: ";
    private static final String NEEDS = "\nneeds: [";

    public Head {
        needs = List.copyOf(needs);
    }

    /// Reads the head of a file that writes its claim as one plain line, and what it needs as one line in brackets or not at all.
    /// Gives `null` for any other: what that says only a parser can tell.
    static Head of(String file) {
        String text = "\n" + file;
        String claim = line(text, CLAIM);
        String needs = line(text, NEEDS);
        if (claim == null || !isPlain(claim)) {
            return null;
        }
        if (needs == null) {
            return text.contains("\nneeds") ? null : new Head(claim, List.of(), file);
        }
        List<Need> found = needs.endsWith("]") ? needs(needs.substring(0, needs.length() - 1)) : null;
        return found == null ? null : new Head(claim, found, file);
    }

    /// Finds the needs in a list of words; `null` where one is no need.
    private static List<Need> needs(String words) {
        List<String> labels = Need.labels(List.of(Need.values()));
        List<Need> needs = new ArrayList<>();
        for (String word : words.split(", ")) {
            int at = labels.indexOf(word);
            if (at < 0) {
                return null;
            }
            needs.add(Need.values()[at]);
        }
        return needs;
    }

    /// Finds the rest of the line that begins with these words; `null` where they are not there, nothing is behind them, or it goes
    /// on in the next line.
    private static String line(String text, String begin) {
        int from = text.indexOf(begin) + begin.length();
        int end = text.indexOf('\n', from);
        boolean whole = from >= begin.length() && end > from && end + 1 < text.length() && text.charAt(end + 1) > ' ';
        return whole ? text.substring(from, end) : null;
    }

    /// Tells whether this is a sentence in which YAML finds nothing but text.
    private static boolean isPlain(String claim) {
        return Character.isLetter(claim.charAt(0)) && claim.endsWith(".") && !claim.contains(": ") && !claim.contains(" #");
    }
}
