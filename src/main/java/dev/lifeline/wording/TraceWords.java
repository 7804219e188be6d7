package dev.lifeline.wording;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.Verdict;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import java.util.List;

/// A trace as a whole in words: how it ended, how long it is, and what is not in it. Safe to print.
public final class TraceWords {

    private static final String LATER = "what came later is not known";

    private TraceWords() {
    }

    /// Writes how a trace ended and how long it took, as a sentence.
    public static String summary(TraceIndex index, Verdict verdict, Glyphs glyphs) {
        int connections = index.header().connections();
        String where = verdict.stage() == null ? "" : " at " + verdict.stage().label()
                + (verdict.lane() == null ? "" : ", as the " + verdict.lane().label() + " saw it");
        long held = index.timeline().wall() - index.timeline().active();
        long began = index.began();
        return "The trace of " + (connections > 1 ? Counted.grouped(connections) + " connections to " : "")
                + Printable.ascii(index.header().target().toString()) + switch (verdict.result()) {
                    case COMPLETED -> " completed";
                    case FAILED -> " failed" + where + (verdict.code() == null ? "" : ", with " + verdict.code().name());
                    case UNEXPECTED -> " was not what was expected" + where;
                    case INTERRUPTED -> " was interrupted" + where;
                    case INCOMPLETE -> " breaks off" + where;
                } + "; it " + (began > 0 ? "began " + began(index, glyphs) + " and " : "")
                + "lasted " + Durations.of(index.timeline().wall() - began, glyphs)
                + (held > 0 ? ", of which it was held for " + Durations.of(held, glyphs) : "") + ".";
    }

    /// Writes from where the times of a view are counted; a label or verb `began` stands before it.
    ///
    /// @param index of a trace that began after its origin
    public static String counted(TraceIndex index, Glyphs glyphs) {
        return began(index, glyphs) + "; times are counted from then on";
    }

    private static String began(TraceIndex index, Glyphs glyphs) {
        return FittedText.together(Durations.of(index.began(), glyphs))
                + (index.header().mode() == TraceHeader.Mode.SERVER ? " after the server started" : " after the recording");
    }

    /// Writes that a side is not observed.
    ///
    /// @param side CLIENT or SERVER
    /// @param seen whether the kernel showed the side's socket all the same
    public static Wording unobserved(Lane side, boolean seen) {
        boolean program = side == Lane.SERVER && seen;
        return new Wording("not observed", (program ? "its program is " : "") + "not observed: "
                + (side == Lane.SERVER ? "the target is not this process" : "the clients are not this process"),
                "The " + side.label() + (program ? "'s program" : "") + " was not observed.");
    }

    /// Writes that a recording breaks off.
    public static Wording brokenOff() {
        String phrase = "the recording breaks off: " + LATER;
        return new Wording(phrase, phrase, "The recording breaks off here: " + LATER + ".");
    }

    /// Writes which stages never ran: `connect (client), first byte (client)`; empty where none.
    public static String notReached(List<Span> spans) {
        StringBuilder out = new StringBuilder();
        for (Span span : spans) {
            if (span.state().kind() == Span.Kind.NOT_REACHED) {
                out.append(out.isEmpty() ? "" : ", ").append(span.stage().label())
                        .append(" (").append(span.lane().label()).append(')');
            }
        }
        return out.toString();
    }
}
