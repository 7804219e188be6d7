package dev.lifeline.view;

import dev.lifeline.model.Trace;
import dev.lifeline.model.Verdict;
import dev.lifeline.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;

/// How a trace ended and what it amounts to, as sentences.
///
/// @param glyphs the signs that may be used
record VerdictSentences(Glyphs glyphs) {

    String summary(Trace trace, Timeline timeline, Verdict verdict) {
        int connections = trace.header().connections();
        String where = verdict.stage() == null ? "" : " at " + verdict.stage().label()
                + (verdict.lane() == null ? "" : ", as the " + verdict.lane().label() + " saw it");
        long held = timeline.wall() - timeline.active();
        long began = Began.of(trace, timeline);
        return "The trace of " + (connections > 1 ? Details.grouped(connections) + " connections to " : "")
                + Text.safe(trace.header().target()) + switch (verdict.result()) {
                    case COMPLETED -> " completed";
                    case FAILED -> " failed" + where + (verdict.code() == null ? "" : ", with " + verdict.code().name());
                    case UNEXPECTED -> " was not what was expected" + where;
                    case INTERRUPTED -> " was interrupted" + where;
                    case INCOMPLETE -> " breaks off" + where;
                } + "; it " + (began > 0 ? "began " + Began.words(began, glyphs) + " and " : "")
                + "lasted " + Time.of(timeline.wall() - began, glyphs)
                + (held > 0 ? ", of which it was held for " + Time.of(held, glyphs) : "") + ".";
    }

    List<String> verdict(Verdict verdict) {
        List<String> sentences = new ArrayList<>();
        add("Happened", Text.measured(verdict.happened(), glyphs), sentences);
        add("Proved", Text.measured(verdict.proved(), glyphs), sentences);
        add("Not proved", Text.measured(verdict.notProved(), glyphs), sentences);
        if (verdict.next() != null) {
            add("Next", Text.safe(verdict.next()), sentences);
        }
        return sentences;
    }

    private static void add(String label, String text, List<String> sentences) {
        if (!text.isBlank()) {
            sentences.add(label + ": " + text);
        }
    }
}
