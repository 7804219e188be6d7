package dev.lifeline.wording;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Verdict;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import java.util.ArrayList;
import java.util.List;

/// How a trace ended and what it amounts to, as sentences.
///
/// @param glyphs the signs that may be used
public record VerdictSentences(Glyphs glyphs) {

    public String summary(TraceIndex index, Verdict verdict) {
        int connections = index.header().connections();
        String where = verdict.stage() == null ? "" : " at " + verdict.stage().label()
                + (verdict.lane() == null ? "" : ", as the " + verdict.lane().label() + " saw it");
        long held = index.timeline().wall() - index.timeline().active();
        long began = index.began();
        return "The trace of " + (connections > 1 ? Counted.grouped(connections) + " connections to " : "")
                + Printable.ascii(index.header().target()) + switch (verdict.result()) {
                    case COMPLETED -> " completed";
                    case FAILED -> " failed" + where + (verdict.code() == null ? "" : ", with " + verdict.code().name());
                    case UNEXPECTED -> " was not what was expected" + where;
                    case INTERRUPTED -> " was interrupted" + where;
                    case INCOMPLETE -> " breaks off" + where;
                } + "; it " + (began > 0 ? "began " + began(began, glyphs) + " and " : "")
                + "lasted " + Durations.of(index.timeline().wall() - began, glyphs)
                + (held > 0 ? ", of which it was held for " + Durations.of(held, glyphs) : "") + ".";
    }

    /// From where the times of a view are counted: `10.9 s after the server started`.
    ///
    /// @param began nanoseconds since the origin
    public static String began(long began, Glyphs glyphs) {
        return FittedText.together(Durations.of(began, glyphs)) + " after the server started";
    }

    public List<String> verdict(Verdict verdict) {
        List<String> sentences = new ArrayList<>();
        add("Happened", Printable.measured(verdict.happened(), glyphs), sentences);
        add("Proved", Printable.measured(verdict.proved(), glyphs), sentences);
        add("Not proved", Printable.measured(verdict.notProved(), glyphs), sentences);
        if (verdict.next() != null) {
            add("Next", Printable.ascii(verdict.next()), sentences);
        }
        return sentences;
    }

    private static void add(String label, String text, List<String> sentences) {
        if (!text.isBlank()) {
            sentences.add(label + ": " + text);
        }
    }
}
