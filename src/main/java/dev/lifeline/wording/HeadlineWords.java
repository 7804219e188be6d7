package dev.lifeline.wording;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.VerdictConnection;
import dev.lifeline.analysis.count.SideCounts;
import dev.lifeline.analysis.life.ConnectionLife;
import dev.lifeline.analysis.life.Life;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.Verdict.Result;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.life.LifeWords;
import dev.lifeline.wording.life.SeveralLives;
import java.util.BitSet;

/// The outcome of a trace in the few words of a headline: the life that its connection had, or how many had which. Beside an IPv4
/// target it fits 80 columns. Times in it are those of packets, or of waits that the other side made; never the tool's own costs.
public final class HeadlineWords {

    private HeadlineWords() {
    }

    public static String of(TraceIndex index, Verdict verdict, Glyphs glyphs) {
        return switch (verdict.result()) {
            case COMPLETED -> lives(index, verdict, glyphs) + other(index);
            case FAILED -> lives(index, verdict, glyphs);
            case UNEXPECTED -> "not what was expected" + unexpected(index, verdict, glyphs);
            case INTERRUPTED -> "interrupted" + at(verdict);
            case INCOMPLETE -> "the recording breaks off" + at(verdict);
        };
    }

    /// The code word of a failure that one connection met, as a log has it; empty where there is none.
    public static String code(TraceIndex index, Verdict verdict) {
        boolean one = verdict.result() == Result.FAILED && verdict.code() != null && verdict.code() != ErrorCode.UNKNOWN;
        return one && !several(index) ? verdict.code().name() : "";
    }

    private static String at(Verdict verdict) {
        return verdict.stage() == null ? "" : " at " + verdict.stage().label();
    }

    /// The stage of the server that failed. That of the verdict can be the one in which the connection was when the reset came: no
    /// call need have been made in it.
    private static String call(TraceIndex index, Verdict verdict) {
        for (Span span : index.failed()) {
            if (span.lane() == Lane.SERVER && span.state() instanceof Span.Failed failed && failed.failure().code() == verdict.code()) {
                return " at " + span.stage().label();
            }
        }
        return at(verdict);
    }

    private static boolean several(TraceIndex index) {
        return index.lives().all().size() > 1 || planned(index) > 1;
    }

    private static int planned(TraceIndex index) {
        return index.header().mode() == Mode.SERVER ? 1 : index.header().connections();
    }

    private static String lives(TraceIndex index, Verdict verdict, Glyphs glyphs) {
        boolean ofServer = verdict.result() == Result.FAILED && verdict.lane() == Lane.SERVER && index.header().mode() == Mode.LOOPBACK;
        ConnectionLife life = ofServer ? null : index.lives().of(VerdictConnection.of(index, verdict).number());
        if (ofServer || life == null) {
            return (ofServer ? "the server failed" + call(index, verdict) : "failed" + at(verdict)) + (verdict.code() == null ? "" : ": " + verdict.code().text());
        } else if (!several(index)) {
            return LifeWords.of(life.life(), glyphs);
        }
        SideCounts counts = index.counts();
        return counts.fewerAccepted() && verdict.result() == Result.COMPLETED
                ? Counted.of(counts.made(), "connection") + " made, " + Counted.grouped(counts.accepted()) + " accepted"
                : SeveralLives.of(index.lives().counts(), planned(index));
    }

    /// Writes what came in place of what was expected.
    private static String unexpected(TraceIndex index, Verdict verdict, Glyphs glyphs) {
        ConnectionLife of = several(index) ? null : index.lives().of(VerdictConnection.of(index, verdict).number());
        Life life = of == null ? new Life.Nothing() : of.life();
        return switch (life.kind()) {
            case SILENT -> ": nothing came" + LifeWords.during(((Life.Silent) life).waited(), " in ", glyphs);
            case EMPTY -> ": closed without a byte";
            case ANSWERED -> ": " + Counted.of(((Life.Answered) life).bytes(), "byte") + " of other text";
            case STALLED -> ": " + Counted.of(((Life.Stalled) life).bytes(), "byte") + (((Life.Stalled) life).still() ? "" : ", then silence")
                    + LifeWords.during(((Life.Stalled) life).waited(), " in ", glyphs);
            case NOTHING, ITSELF, UNTAKEN, FOREIGN, UNSECURED, SECURED, RESPONDED, BROKEN, RETIRED, UP, UNACKNOWLEDGED, BLOCKED, RESET, REFUSED, QUEUE_FULL, UNANSWERED, UNREACHABLE, UNNAMED,
                 FAILED, CALLED -> at(verdict);
        };
    }

    /// Writes that the server's side failed, where the client's went well: `; the server failed at write: EPIPE`.
    private static String other(TraceIndex index) {
        BitSet failed = index.header().mode() == Mode.LOOPBACK ? index.failedConnections(Lane.SERVER) : new BitSet();
        if (failed.isEmpty()) {
            return "";
        }
        for (Span span : index.failed()) {
            if (span.lane() == Lane.SERVER && failed.get(span.connection()) && span.state() instanceof Span.Failed failure) {
                return "; the server failed " + (several(index) ? "on " + Counted.grouped(failed.cardinality()) + ", first " : "") + "at "
                        + span.stage().label() + ": " + failure.failure().code().name();
            }
        }
        return "";
    }
}
