package dev.lifeline.diagnosis.texts;

import java.util.ArrayList;
import java.util.List;

/// The texts of verdicts for an error of which only a text is known: without the parts that say what only a trace can know.
public final class ToldText {

    private static final String CLAUSE = "; ";

    private ToldText() {
    }

    /// Sentences of which those that need a trace are left out, or the clause or the bracket in them that does.
    public static String prose(String text, ToldError about) {
        StringBuilder out = new StringBuilder(text.length());
        int end;
        for (int from = 0; from < text.length(); from = end) {
            end = sentenceEnd(text, from);
            String sentence = sentence(text.substring(from, end).strip(), about);
            if (!sentence.isEmpty()) {
                out.append(out.isEmpty() ? "" : " ").append(Character.toUpperCase(sentence.charAt(0))).append(sentence, 1, sentence.length());
            }
        }
        return out.toString();
    }

    /// The commands whose values are all known and safe to paste, the best first.
    public static List<String> commands(List<String> commands, ToldError about) {
        List<String> known = new ArrayList<>();
        for (String command : commands) {
            String filled = fill(command, about, false);
            if (filled != null) {
                known.add(filled);
            }
        }
        return known;
    }

    /// A sentence with what is known of it; empty where its first clause is not.
    private static String sentence(String sentence, ToldError about) {
        StringBuilder out = new StringBuilder();
        for (String clause : sentence.split(CLAUSE)) {
            String filled = fill(unbracketed(clause, about), about, true);
            if (filled == null && out.isEmpty()) {
                return "";
            } else if (filled != null) {
                out.append(out.isEmpty() ? "" : CLAUSE).append(filled);
            }
        }
        return out.charAt(out.length() - 1) == '.' ? out.toString() : out.append('.').toString();
    }

    /// A clause without the brackets that hold what is not known: ` ({sent})`.
    private static String unbracketed(String clause, ToldError about) {
        int open = clause.indexOf(" (");
        int close = clause.indexOf(')', open + 1);
        if (open < 0 || close < 0) {
            return clause;
        }
        String rest = unbracketed(clause.substring(close + 1), about);
        return clause.substring(0, open) + (fill(clause.substring(open, close + 1), about, true) == null ? "" : clause.substring(open, close + 1)) + rest;
    }

    private static String fill(String text, ToldError about, boolean prose) {
        StringBuilder out = new StringBuilder(text.length() + 32);
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            Placeholder placeholder = Placeholder.of(text.substring(open + 1, close));
            String value = prose ? about.inProse(placeholder) : about.inCommand(placeholder);
            if (value == null) {
                return null;
            }
            out.append(text, from, open).append(value);
            from = close + 1;
        }
        return out.append(text, from, text.length()).toString();
    }

    /// The end of the sentence that begins at a place: a full stop with a space and no small letter behind it.
    private static int sentenceEnd(String text, int from) {
        for (int i = from; i + 2 < text.length(); i++) {
            if (text.charAt(i) == '.' && text.charAt(i + 1) == ' ' && !Character.isLowerCase(text.charAt(i + 2))) {
                return i + 2;
            }
        }
        return text.length();
    }
}
