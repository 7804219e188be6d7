package dev.lifeline.view.ladder;

import dev.lifeline.analysis.AbandonedAttempt;
import dev.lifeline.analysis.Hold;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.packet.PacketKind;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.wording.LookupWords;
import dev.lifeline.wording.StageDetails;
import java.util.List;

/// The words at a rung. They name neither lane nor time of day: both are where the rung stands.
///
/// @param target what the person asked for
/// @param glyphs the signs that may be used
/// @param raced whether several attempts ran, so that each must be named
/// @param abandoned attempts that were given up
record RungWords(String target, Glyphs glyphs, boolean raced, List<AbandonedAttempt> abandoned) {

    private static final int GLANCE = 24;

    String begin(Span span) {
        String words = switch (span.stage()) {
            case CONNECT -> "connect" + to(span.remote());
            case FIRST_BYTE -> "waits for the first byte";
            case DATA -> "reads on";
            case LOOKUP, ROUTE, BIND, HANDSHAKE, ACCEPT_QUEUE, ACCEPT, TLS, WRITE, IDLE, PROTOCOL, CLOSE ->
                    span.stage().label() + " begins";
        };
        return attempt(span.attempt()) + words + (span.state() instanceof Span.Open ? ", still under way at the end" : "");
    }

    /// Whether a span failed, and not because its attempt was given up.
    boolean failed(Span span) {
        return span.state() instanceof Span.Failed && !givenUp(span);
    }

    private boolean givenUp(Span span) {
        for (AbandonedAttempt attempt : abandoned) {
            if (attempt.covers(span) && span.state() instanceof Span.Failed) {
                return true;
            }
        }
        return false;
    }

    String end(Span span) {
        String took = Durations.of(span.took(), glyphs);
        if (givenUp(span)) {
            return attempt(span.attempt()) + span.stage().label() + " ended after " + took;
        }
        return attempt(span.attempt()) + span.stage().label() + (span.state() instanceof Span.Failed failed
                ? " failed after " + took + ": " + StageDetails.reason(failed.failure())
                : ", " + took + ": " + outcome(((Span.Done) span.state()).outcome()));
    }

    /// Shorter than [StageDetails]: what the diagram itself shows need not be said.
    private String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answers answers -> String.join(", ", answers.addresses().stream().map(Printable::ascii).toList())
                    + " (" + answers.source().label() + ")" + besides(answers);
            case Outcome.Moved moved -> moved.chunks() == 1 && moved.bytes().count() > 0
                    ? Counted.of(moved.bytes().count(), "byte") + " " + preview(moved.bytes()) + ending(moved)
                    : StageDetails.of(outcome, glyphs);
            case Outcome.Closed closed -> closed.how().label() + ", " + Counted.of(closed.read(), "byte") + " read, "
                    + Counted.grouped(closed.written()) + " written";
            case Outcome.RouteChosen route -> StageDetails.of(route, glyphs);
            case Outcome.Bound bound -> StageDetails.of(bound, glyphs);
            case Outcome.Listening listening -> StageDetails.of(listening, glyphs);
            case Outcome.Connected connected -> StageDetails.of(connected, glyphs);
            case Outcome.Accepted accepted -> StageDetails.of(accepted, glyphs);
        };
    }

    private String besides(Outcome.Answers answers) {
        String words = LookupWords.of(answers, target);
        return words.isEmpty() ? "" : "; " + words;
    }

    /// The first bytes, cut to what can be read at a glance.
    private String preview(Bytes bytes) {
        String text = Printable.ascii(bytes.preview());
        boolean cut = bytes.truncated() || text.length() > GLANCE;
        return "\"" + text.substring(0, Math.min(GLANCE, text.length())) + (cut ? glyphs.ellipsis() : "") + "\"";
    }

    private static String ending(Outcome.Moved moved) {
        return moved.ending() == Ending.COMPLETE ? "" : ", " + moved.ending().label();
    }

    String aside(Span span) {
        if (span.state() instanceof Span.Skipped skipped) {
            return span.stage().label() + " skipped: " + Printable.ascii(skipped.reason());
        }
        return span.stage().label() + ", at least " + Durations.of(span.took(), glyphs) + " (inferred)";
    }

    String held(Hold hold) {
        return "held before " + hold.before().label() + ": " + Printable.ascii(hold.reason());
    }

    String released(Hold hold) {
        return "goes on, " + Durations.of(hold.took(), glyphs) + " held";
    }

    String chunks(Rung.Chunks chunks) {
        return glyphs.ellipsis() + " " + Counted.of(chunks.count(), chunks.read() ? "more read" : "more write") + ", "
                + Counted.of(chunks.bytes(), "byte") + " in " + Durations.of(chunks.until() - chunks.at(), glyphs);
    }

    /// A FIN takes a number like a byte (RFC 9293 section 3.4).
    String missing(Rung.Missing missing) {
        return (missing.bytes() == 1 ? "1 byte or FIN" : Counted.of(missing.bytes(), "byte")) + " from the " + missing.from().label()
                + " not captured";
    }

    /// As much as fits: a figure that is cut would be another one.
    String packets(Rung.Packets packets, int room) {
        String words = glyphs.ellipsis() + " " + Counted.of(packets.count(),
                packets.kind() == PacketKind.DATA ? "more packet" : "more ACK");
        String bytes = packets.kind() == PacketKind.DATA ? ", " + Counted.of(packets.bytes(), "byte") : "";
        String took = " in " + Durations.of(packets.until() - packets.at(), glyphs);
        if (words.length() + bytes.length() + took.length() <= room) {
            return words + bytes + took;
        }
        return words.length() + bytes.length() <= room ? words + bytes : words;
    }

    String moment(TraceEvent event) {
        EventBody body = event.body();
        return attempt(event.attempt()) + switch (body) {
            case StreamEvent.ChunkRead chunk -> "read " + Counted.of(chunk.bytes().count(), "byte");
            case StreamEvent.ChunkWritten chunk -> "wrote " + (chunk.taken() == chunk.offered() ? Counted.of(chunk.taken(), "byte")
                    : Counted.grouped(chunk.taken()) + " of " + Counted.of(chunk.offered(), "byte"));
            case StreamEvent.EndOfStream end -> "end of stream";
            case StreamEvent.OutputShut shut -> "ends its stream";
            case RaceEvent.Ordered ordered -> "order (" + Printable.ascii(ordered.personality()) + "): " + list(ordered.candidates());
            case RaceEvent.LeftOut left -> "left out " + StageDetails.endpoint(left.candidate()) + ": " + Printable.ascii(left.reason());
            case RaceEvent.Abandoned abandoned -> "given up: " + Printable.ascii(abandoned.reason());
            case RaceEvent.Won won -> "won the race";
            case RunEvent.ExpectationChecked check -> "expected \"" + Printable.ascii(check.expected()) + "\": " + (check.held()
                    ? "it came" : "got \"" + Printable.ascii(check.observed()) + "\"");
            case RunEvent.EventsDropped dropped -> Counted.of(dropped.count(), "event") + " missing: the buffer was full";
            case RunEvent.Interrupted interrupted -> "interrupted by " + Printable.ascii(interrupted.signal());
            case RunEvent.Remark remark -> Printable.ascii(remark.text());
            case LoopEvent loop -> "";
            case StageEvent stage -> stage.stage().label();
            case HoldEvent hold -> "";
            case KernelEvent kernel -> "";
            case PacketEvent packet -> "";
        };
    }

    private String attempt(int number) {
        return raced && number > 0 ? "#" + number + " " : "";
    }

    private static String to(Endpoint remote) {
        return remote == null ? "" : " to " + StageDetails.endpoint(remote);
    }

    private static String list(List<Endpoint> candidates) {
        StringBuilder out = new StringBuilder();
        for (Endpoint candidate : candidates) {
            out.append(out.isEmpty() ? "" : ", ").append(StageDetails.endpoint(candidate));
        }
        return out.toString();
    }
}
