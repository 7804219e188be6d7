package dev.lifeline.wording;

import dev.lifeline.analysis.AbandonedAttempt;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.AppLag;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import java.util.List;

/// Stages in words, safe to print.
///
/// @param target what the person asked for
/// @param glyphs the signs that may be used
/// @param abandoned attempts that were given up
/// @param numbered whether there are several connections, so that each must be named
/// @param raced whether several attempts ran, so that each must be named
/// @param origin from where its times are counted, in nanoseconds since the origin of the trace
public record StageWords(Target target, Glyphs glyphs, List<AbandonedAttempt> abandoned, boolean numbered, boolean raced,
                         long origin) {

    /// Ready for the spans of a trace.
    public static StageWords of(TraceIndex index, Glyphs glyphs) {
        boolean numbered = false;
        boolean raced = false;
        for (Span span : index.timeline().spans()) {
            numbered |= span.connection() > 1;
            raced |= span.attempt() > 1;
        }
        return new StageWords(index.header().target(), glyphs, index.abandoned(), numbered, raced, index.began());
    }

    /// Writes what a stage found out, in the few words that stand right of its bar. They name neither stage nor lane nor time.
    public static String phrase(Span span, Glyphs glyphs) {
        return found(span, glyphs, "  ");
    }

    /// Writes the same with another gap.
    ///
    /// @param gap between what was found and what goes with it: two spaces in a column, one in a text
    public static String found(Span span, Glyphs glyphs, String gap) {
        Span.State state = span.state();
        return switch (state.kind()) {
            case DONE -> OutcomeWords.phrase(((Span.Done) state).outcome(), glyphs, gap);
            case HANDSHAKE, QUEUED -> ObservedWords.of(span);
            case CONCLUDED -> ObservedWords.concluded();
            case FAILED -> FailureWords.phrase((Span.Failed) state, glyphs, gap);
            case OPEN -> EndpointWords.before(span.local(), span.remote(), glyphs, gap) + "under way when the trace ended";
            case SKIPPED -> Printable.ascii(((Span.Skipped) state).reason());
            case NOT_REACHED -> "not reached";
        };
    }

    /// Writes that a stage began, for a comment in a file: `connect began at 0.050 ms`.
    public static String began(Span span) {
        return span.stage().label() + " began at " + Durations.moment(span.start());
    }

    /// Writes how a stage ended, for a comment in a file.
    public static String ended(Span span) {
        String how = switch (span.state().kind()) {
            case DONE -> "finished";
            case FAILED -> "failed";
            case HANDSHAKE, QUEUED -> ((Span.Observed) span.state()).complete() ? "ended" : "had not ended";
            case CONCLUDED -> "ended";
            case OPEN -> "had not ended";
            case SKIPPED, NOT_REACHED -> "";
        };
        return span.stage().label() + (how.isEmpty() ? "" : " " + how + " at " + Durations.moment(span.end()) + " after "
                + Durations.span(span.took())) + ": " + found(span, Glyphs.UNICODE, " ");
    }

    /// Writes the mark at which a stage begins.
    public String beginMark(Span span) {
        return begins(span) + (span.state().kind() == Span.Kind.OPEN ? ", still under way at the end" : "");
    }

    /// Writes the same while the run goes on: a stage without an end is under way.
    public String runningMark(Span span) {
        return begins(span) + (span.state().kind() == Span.Kind.OPEN ? ", under way" : "");
    }

    private String begins(Span span) {
        Stage stage = span.stage();
        String words = stage == Stage.CONNECT ? "connect" + EndpointWords.to(span.remote())
                : stage == Stage.FIRST_BYTE ? "waits for the first byte"
                : stage == Stage.DATA ? "reads on" : stage.label() + " begins";
        return attempt(span.attempt()) + words;
    }

    /// Writes the mark at which a stage ends, well or not.
    public String endMark(Span span) {
        String took = Durations.of(span.took(), glyphs);
        String stage = attempt(span.attempt()) + span.stage().label();
        if (span.state() instanceof Span.Failed failed) {
            return stage + (givenUp(span) ? " ended after " + took : failed.read() > 0 ? ", " + took + ": " + FailureWords.mark(failed)
                    : " failed after " + took + ": " + FailureWords.mark(failed));
        }
        return stage + ", " + took + ": " + OutcomeWords.mark(((Span.Done) span.state()).outcome(), target, glyphs);
    }

    /// Writes the mark of a stage that was skipped, or that nobody measured.
    public String asideMark(Span span) {
        return span.stage().label() + (span.state() instanceof Span.Skipped skipped
                ? " skipped: " + Printable.ascii(skipped.reason())
                : ", at least " + Durations.of(span.took(), glyphs) + " (inferred)");
    }

    /// Writes the mark of a stage that was observed, at its end: before it, its length was not known.
    public static String observedMark(Span span, Glyphs glyphs) {
        String took = Durations.of(span.took(), glyphs);
        String how = span.stage() != Stage.ACCEPT_QUEUE ? took
                : span.evidence() == Evidence.PACKET ? took + " since the ACK" : "at least " + took;
        boolean complete = span.state() instanceof Span.Observed observed && observed.complete();
        return span.stage().label() + ", " + how + (complete ? "" : ": not accepted when last seen");
    }

    /// Says if the span is of an attempt that was given up.
    public boolean givenUp(Span span) {
        return AbandonedAttempt.of(span, abandoned) != null;
    }

    /// Writes `#2 ` where attempts must be named; nothing otherwise.
    public String attempt(int number) {
        return raced && number > 0 ? "#" + number + " " : "";
    }

    /// Writes a stage as a sentence.
    public String sentence(Span span) {
        String took = Durations.of(span.took(), glyphs);
        Span.State state = span.state();
        return switch (state.kind()) {
            case DONE -> began(span, OutcomeWords.sentence(((Span.Done) state).outcome(), span.stage(), took, target));
            case FAILED -> began(span, givenUp(span) ? "it was given up after " + took
                    : failed((Span.Failed) state, took));
            case OPEN -> began(span, "it was still under way when the trace ended, after " + took);
            case SKIPPED -> "The " + who(span) + " skipped " + span.stage().label() + ": " + phrase(span, glyphs) + ".";
            case NOT_REACHED -> capital(span.stage().label()) + " was not reached by the " + span.lane().label() + ".";
            case HANDSHAKE, QUEUED -> observed(span, ((Span.Observed) state).complete(), took) + ".";
            case CONCLUDED -> "It is concluded, not measured, that from " + moment(span.start())
                    + " the connection was in the accept queue for at least " + took + ".";
        };
    }

    private static String failed(Span.Failed failed, String took) {
        String why = " with " + FailureWords.sentence(failed.failure());
        return failed.read() == 0 ? "it failed after " + took + why
                : "it had read " + Counted.of(failed.read(), "byte") + " when it failed, after " + took + "," + why;
    }

    /// Writes a lag as a sentence at the time at which the program knew.
    public String sentence(AppLag lag) {
        return "At " + moment(lag.callbackAt()) + " " + LagWords.sentence(lag, whose(lag.connection(), 0), glyphs) + ".";
    }

    /// Writes a time as the words of this trace count it.
    public String moment(long at) {
        return Durations.moment(at - origin);
    }

    private String observed(Span span, boolean complete, String took) {
        String start = moment(span.start());
        String note = phrase(span, glyphs);
        if (span.state().kind() == Span.Kind.HANDSHAKE) {
            return "At " + start + " the first packet of the handshake" + whose(span.connection(), span.attempt())
                    + " was seen; it was " + (complete ? "complete after " + took : "not completed") + ": " + note;
        }
        String which = numbered && span.connection() > 0 ? " with number " + span.connection() : "";
        return "From " + start + " for " + took + " the connection" + which + " was seen " + note;
    }

    private String began(Span span, String ended) {
        Stage stage = span.stage();
        String verb = stage == Stage.BIND && span.lane() == Lane.SERVER ? "started to bind and to listen" : stage.verb();
        return "At " + moment(span.start()) + " the " + who(span) + " " + verb
                + (stage == Stage.ROUTE || stage == Stage.CONNECT ? EndpointWords.to(span.remote()) : "") + "; " + ended + ".";
    }

    private String whose(int connection, int attempt) {
        return (numbered && connection > 0 ? " of connection " + connection : "")
                + (raced && attempt > 0 ? " of attempt " + attempt : "");
    }

    private String who(Span span) {
        return span.lane().label() + (numbered && span.connection() > 0 ? ", connection " + span.connection() + "," : "")
                + (raced && span.attempt() > 0 ? ", attempt " + span.attempt() + "," : "");
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
