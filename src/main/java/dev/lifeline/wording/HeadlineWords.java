package dev.lifeline.wording;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.count.SideCounts;
import dev.lifeline.analysis.pace.SlowStage;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import java.util.BitSet;
import java.util.List;

/// The outcome of a trace in the few words of a headline.
public final class HeadlineWords {

    private HeadlineWords() {
    }

    public static String of(TraceIndex index, Verdict verdict, Glyphs glyphs) {
        Mode mode = index.header().mode();
        int repeats = repeats(index);
        return switch (verdict.result()) {
            case COMPLETED -> (repeats > 1 ? several(index, repeats) : passed(mode, index, glyphs)) + other(index, repeats);
            case FAILED -> repeats > 1 ? failedOf(index, verdict)
                    : failed(index.timeline().spans(), verdict, glyphs);
            case UNEXPECTED -> "not what was expected" + at(verdict);
            case INTERRUPTED -> "interrupted" + at(verdict);
            case INCOMPLETE -> "the recording breaks off" + at(verdict);
        };
    }

    private static String at(Verdict verdict) {
        return verdict.stage() == null ? "" : " at " + verdict.stage().label();
    }

    /// The count of the lane that the verdict is about.
    private static String failedOf(TraceIndex index, Verdict verdict) {
        Lane lane = verdict.lane() == null ? Lane.CLIENT : verdict.lane();
        return Counted.grouped(index.failedConnections(lane).cardinality()) + " of "
                + Counted.of(Math.max(index.connectionCount(), repeats(index)), "connection") + " failed";
    }

    private static int repeats(TraceIndex index) {
        return index.header().mode() == Mode.SERVER ? 1 : index.header().connections();
    }

    /// Writes how many connections there were, by each side where they differ: one that the server's program never had is not
    /// completed.
    private static String several(TraceIndex index, int repeats) {
        SideCounts counts = index.counts();
        return counts.fewerAccepted() ? Counted.of(counts.made(), "connection") + " made, " + Counted.grouped(counts.accepted()) + " accepted"
                : (counts.made() > 0 && counts.made() < repeats ? Counted.grouped(counts.made()) + " of " : "")
                + Counted.of(repeats, "connection") + " completed";
    }

    /// Writes that the server's side failed, where the client's went well: `; the server failed at write: EPIPE`.
    private static String other(TraceIndex index, int repeats) {
        BitSet failed = index.header().mode() == Mode.LOOPBACK ? index.failedConnections(Lane.SERVER) : new BitSet();
        if (failed.isEmpty()) {
            return "";
        }
        for (Span span : index.failed()) {
            if (span.lane() == Lane.SERVER && failed.get(span.connection()) && span.state() instanceof Span.Failed failure) {
                return "; the server failed " + (repeats > 1 ? "on " + Counted.grouped(failed.cardinality()) + ", first " : "") + "at "
                        + span.stage().label() + ": " + failure.failure().code().name();
            }
        }
        return "";
    }

    private static String failed(List<Span> spans, Verdict verdict, Glyphs glyphs) {
        Span noticed = noticed(spans, verdict);
        if (noticed != null) {
            return "reset before " + noticed.stage().label() + ", which found it: " + verdict.code().name();
        }
        String code = verdict.code() == null ? "" : ": " + verdict.code().name();
        return "failed" + at(verdict) + code + after(spans, verdict, glyphs);
    }

    /// The stage whose call noticed a reset that came at another one; `null` where the verdict names the stage that failed.
    private static Span noticed(List<Span> spans, Verdict verdict) {
        Span noticed = null;
        for (Span span : spans) {
            if (span.lane() == verdict.lane() && span.state() instanceof Span.Failed) {
                if (span.stage() == verdict.stage()) {
                    return null;
                }
                noticed = span.stage() == Stage.CLOSE || span.stage() == Stage.WRITE ? span : noticed;
            }
        }
        return verdict.code() == ErrorCode.ECONNRESET ? noticed : null;
    }

    /// Writes how long the failed stage took, from its first attempt to its last failure.
    private static String after(List<Span> spans, Verdict verdict, Glyphs glyphs) {
        long start = -1;
        long end = -1;
        for (Span span : spans) {
            if (span.stage() == verdict.stage() && span.lane() == verdict.lane()) {
                start = start < 0 && span.ran() ? span.start() : start;
                end = span.state() instanceof Span.Failed ? Math.max(end, span.end()) : end;
            }
        }
        return start < 0 || end < start ? "" : " after " + Durations.of(end - start, glyphs);
    }

    private static String passed(Mode mode, TraceIndex index, Glyphs glyphs) {
        List<Span> spans = index.stages();
        Lane lane = mode == Mode.SERVER ? Lane.SERVER : Lane.CLIENT;
        int accepted = done(spans, lane, Stage.ACCEPT);
        if (accepted > 1) {
            return Counted.of(accepted, "connection") + " accepted";
        }
        StringBuilder words = new StringBuilder();
        SlowStage slow = index.slow();
        String after = slow == null ? "" : " after " + Durations.of(slow.stage().took(), glyphs);
        boolean itself = index.sides().withItself();
        word(words, done(spans, lane, Stage.CONNECT) > 0, itself ? "connected to itself"
                : untaken(index) ? "connected here, not taken there"
                : "connected" + (slow == null || !slow.isConnect() ? "" : after));
        word(words, accepted > 0, "accepted");
        ConnectionSide side = index.sides().side(lane, index.sides().lastProgressed(lane));
        boolean waited = lane == Lane.CLIENT && !itself && (done(spans, lane, Stage.FIRST_BYTE) > 0 || side.read() > 0);
        word(words, waited, came(index, side) + (slow != null && slow.isAnswer() && side.read() > 0 ? after : ""));
        boolean reset = lane == Lane.CLIENT && index.packets().reset(Lane.SERVER);
        word(words, done(spans, lane, Stage.CLOSE) > 0, (reset ? "closed, reset by the server" : "closed") + (slow != null && slow.isClose() ? after : ""));
        return words.isEmpty() ? "completed" : words.toString();
    }

    /// Tells whether the other end did not take the client's ACK, as far as packets show.
    private static boolean untaken(TraceIndex index) {
        for (Span span : index.timeline().spans()) {
            if (span.state() instanceof Span.Handshake handshake && handshake.flow().untaken()) {
                return true;
            }
        }
        return false;
    }

    /// Tells of the bytes that came, in whichever stage they were read: some may be read only by the close.
    private static String came(TraceIndex index, ConnectionSide side) {
        if (side.read() == 0) {
            return side.written() == 0 && endedEmpty(side) ? "the server ended without a byte" : "nothing came";
        }
        boolean first = index.packets().spokeFirst(index.sides().lastProgressed(Lane.CLIENT), side.tuple());
        return side.written() == 0 || first ? "server spoke first" : "answered";
    }

    /// Says if the wait for a first byte ended because the other end had ended its stream.
    private static boolean endedEmpty(ConnectionSide side) {
        return side.outcome(Stage.FIRST_BYTE) instanceof Outcome.Moved moved && moved.ending() == Ending.END_OF_STREAM;
    }

    private static void word(StringBuilder words, boolean holds, String word) {
        if (holds) {
            words.append(words.isEmpty() ? "" : ", ").append(word);
        }
    }

    private static int done(List<Span> spans, Lane lane, Stage stage) {
        int count = 0;
        for (Span span : spans) {
            if (span.lane() == lane && span.stage() == stage && span.state() instanceof Span.Done) {
                count++;
            }
        }
        return count;
    }
}
