package dev.lifeline.wording.line;

import dev.lifeline.analysis.Span;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.wording.EndpointWords;
import dev.lifeline.wording.FailureWords;
import dev.lifeline.wording.OutcomeWords;
import dev.lifeline.wording.StageWords;

/// The end of a stage at a rung of a short ladder: its name, what came of it, and how long it took where that is a good part of all.
///
/// @param words the same stages in full
/// @param worth nanoseconds from which on a duration is worth its place: the times beside the rungs tell the others
public record LadderLine(StageWords words, long worth) {

    /// Characters of a text that is shown in an arrow.
    private static final int GLANCE = 16;

    /// Writes the end of a stage, well or not.
    public String end(Span span) {
        String took = Durations.of(span.took(), words.glyphs());
        String stage = words.attempt(span.attempt()) + span.stage().label();
        if (span.state() instanceof Span.Failed failed) {
            String how = failed.read() > 0 ? "" : " failed";
            return words.givenUp(span) ? stage + " given up after " + took
                    : stage + how + (span.took() >= worth ? " after " + took : "") + ": " + FailureWords.mark(failed);
        }
        Outcome outcome = ((Span.Done) span.state()).outcome();
        String found = switch (outcome.kind()) {
            case ROUTE_CHOSEN -> "source " + Printable.ascii(((Outcome.RouteChosen) outcome).source().address());
            case CLOSED -> OutcomeWords.how((Outcome.Closed) outcome);
            case MOVED -> moved((Outcome.Moved) outcome);
            // One of several that a wake-up brought says so; of a single one it is no news.
            case ACCEPTED -> ((Outcome.Accepted) outcome).position() > 1 ? OutcomeWords.mark(outcome, words.target(), words.glyphs())
                    : "from " + EndpointWords.of(((Outcome.Accepted) outcome).tuple().remote());
            case ANSWERS, BOUND, LISTENING, CONNECTED, TAKEN, HANDLED, SECURED, REQUESTED, RESPONDED ->
                OutcomeWords.mark(outcome, words.target(), words.glyphs());
        };
        return stage + ": " + found + (span.took() >= worth && span.stage() != Stage.ACCEPT ? ", " + took : "");
    }

    private String moved(Outcome.Moved moved) {
        if (moved.bytes().count() == 0 && moved.ending() == Ending.END_OF_STREAM) {
            return "end of stream";
        }
        return moved.chunks() == 1 && moved.bytes().count() > 0 ? data(moved.bytes()) + OutcomeWords.ending(moved)
                : OutcomeWords.mark(moved, words.target(), words.glyphs());
    }

    /// Writes a wait in the accept queue at its end.
    public static String queued(Span span, Glyphs glyphs) {
        return Durations.of(span.took(), glyphs) + " in the queue";
    }

    /// Writes the bytes of a write on its packet: `4 bytes "ping"`.
    public static String data(Bytes bytes) {
        String text = Printable.ascii(bytes.preview());
        return bytes.truncated() || text.length() > GLANCE ? Counted.of(bytes.count(), "byte") : "\"" + text + "\", "
                + Counted.of(bytes.count(), "byte");
    }
}
