package dev.lifeline.step;

import dev.lifeline.glossary.Glossary;
import dev.lifeline.glossary.Term;
import dev.lifeline.text.Nearest;
import java.util.List;
import java.util.Locale;

/// Guesses at a word that is typed as a command and is none: a way to leave that other programs have, a stage, the number of a stop, a term,
/// a slip.
final class UnknownWord {

    private static final List<String> LEAVE = List.of("exit", "bye", "end", "leave", ":q", ":q!", "stop", "kill");

    private UnknownWord() {
    }

    /// Writes what was meant, as the end of a sentence.
    static String hint(String typed) {
        String small = typed.toLowerCase(Locale.ROOT);
        if (LEAVE.contains(small)) {
            return ": q leaves";
        }
        if (StageNames.words().contains(small)) {
            return ": it is a stage; until " + small + " goes there, break " + small + " stops there";
        }
        if (isNumber(small)) {
            return ": goto " + small + " looks at stop " + small + ", ? " + small + " tells where line " + small + " comes from";
        }
        String near = Nearest.of(typed, CommandParser.words());
        if (near != null) {
            return " (did you mean " + near + "?); h lists them";
        }
        Term term = Glossary.find(typed);
        if (term != null) {
            return ": help " + term.word() + " explains the word";
        }
        String stage = Nearest.of(typed, StageNames.words());
        return stage == null ? "; h lists them" : ", nor a stage (did you mean until " + stage + "?); h lists them";
    }

    private static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return !word.isEmpty() && word.length() <= 4;
    }
}
