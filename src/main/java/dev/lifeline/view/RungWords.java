package dev.lifeline.view;

import dev.lifeline.model.Bytes;
import dev.lifeline.model.Ending;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.EventBody;
import dev.lifeline.model.HoldEvent;
import dev.lifeline.model.KernelEvent;
import dev.lifeline.model.LoopEvent;
import dev.lifeline.model.PacketEvent;
import dev.lifeline.model.Outcome;
import dev.lifeline.model.RaceEvent;
import dev.lifeline.model.RunEvent;
import dev.lifeline.model.StageEvent;
import dev.lifeline.model.StreamEvent;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.timeline.Abandoned;
import dev.lifeline.timeline.Hold;
import dev.lifeline.timeline.Span;
import java.util.List;

/// The words at a rung. They name neither lane nor time of day: both are where the rung stands.
///
/// @param target what the person asked for
/// @param glyphs the signs that may be used
/// @param raced whether several attempts ran, so that each must be named
/// @param abandoned attempts that were given up
record RungWords(String target, Glyphs glyphs, boolean raced, List<Abandoned> abandoned) {

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
        for (Abandoned attempt : abandoned) {
            if (attempt.covers(span) && span.state() instanceof Span.Failed) {
                return true;
            }
        }
        return false;
    }

    String end(Span span) {
        String took = Time.of(span.took(), glyphs);
        if (givenUp(span)) {
            return attempt(span.attempt()) + span.stage().label() + " ended after " + took;
        }
        return attempt(span.attempt()) + span.stage().label() + (span.state() instanceof Span.Failed failed
                ? " failed after " + took + ": " + Details.reason(failed.failure())
                : ", " + took + ": " + outcome(((Span.Done) span.state()).outcome()));
    }

    /// Shorter than [Details]: what the diagram itself shows need not be said.
    private String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answers answers -> String.join(", ", answers.addresses().stream().map(Text::safe).toList())
                    + " (" + answers.source().label() + ")" + besides(answers);
            case Outcome.Moved moved -> moved.chunks() == 1 && moved.bytes().count() > 0
                    ? Details.bytes(moved.bytes().count()) + " " + preview(moved.bytes()) + ending(moved)
                    : Details.of(outcome, glyphs);
            case Outcome.Closed closed -> closed.how().label() + ", " + Details.bytes(closed.read()) + " read, "
                    + Details.grouped(closed.written()) + " written";
            case Outcome.RouteChosen route -> Details.of(route, glyphs);
            case Outcome.Bound bound -> Details.of(bound, glyphs);
            case Outcome.Listening listening -> Details.of(listening, glyphs);
            case Outcome.Connected connected -> Details.of(connected, glyphs);
            case Outcome.Accepted accepted -> Details.of(accepted, glyphs);
        };
    }

    private String besides(Outcome.Answers answers) {
        String words = LookupWords.of(answers, target);
        return words.isEmpty() ? "" : "; " + words;
    }

    /// The first bytes, cut to what can be read at a glance.
    private String preview(Bytes bytes) {
        String text = Text.safe(bytes.preview());
        boolean cut = bytes.truncated() || text.length() > GLANCE;
        return "\"" + text.substring(0, Math.min(GLANCE, text.length())) + (cut ? glyphs.ellipsis() : "") + "\"";
    }

    private static String ending(Outcome.Moved moved) {
        return moved.ending() == Ending.COMPLETE ? "" : ", " + moved.ending().label();
    }

    String aside(Span span) {
        if (span.state() instanceof Span.Skipped skipped) {
            return span.stage().label() + " skipped: " + Text.safe(skipped.reason());
        }
        return span.stage().label() + ", at least " + Time.of(span.took(), glyphs) + " (inferred)";
    }

    String held(Hold hold) {
        return "held before " + hold.before().label() + ": " + Text.safe(hold.reason());
    }

    String released(Hold hold) {
        return "goes on, " + Time.of(hold.took(), glyphs) + " held";
    }

    String chunks(Rung.Chunks chunks) {
        return glyphs.ellipsis() + " " + Details.counted(chunks.count(), chunks.read() ? "more read" : "more write") + ", "
                + Details.bytes(chunks.bytes()) + " in " + Time.of(chunks.until() - chunks.at(), glyphs);
    }

    /// A FIN takes a number like a byte (RFC 9293 section 3.4).
    String missing(Rung.Missing missing) {
        return (missing.bytes() == 1 ? "1 byte or FIN" : Details.bytes(missing.bytes())) + " from the " + missing.from().label()
                + " not captured";
    }

    /// As much as fits: a figure that is cut would be another one.
    String packets(Rung.Packets packets, int room) {
        String words = glyphs.ellipsis() + " " + Details.counted(packets.count(),
                packets.kind() == PacketKind.DATA ? "more packet" : "more ACK");
        String bytes = packets.kind() == PacketKind.DATA ? ", " + Details.bytes(packets.bytes()) : "";
        String took = " in " + Time.of(packets.until() - packets.at(), glyphs);
        if (words.length() + bytes.length() + took.length() <= room) {
            return words + bytes + took;
        }
        return words.length() + bytes.length() <= room ? words + bytes : words;
    }

    String moment(TraceEvent event) {
        EventBody body = event.body();
        return attempt(event.attempt()) + switch (body) {
            case StreamEvent.ChunkRead chunk -> "read " + Details.bytes(chunk.bytes().count());
            case StreamEvent.ChunkWritten chunk -> "wrote " + (chunk.taken() == chunk.offered() ? Details.bytes(chunk.taken())
                    : Details.grouped(chunk.taken()) + " of " + Details.bytes(chunk.offered()));
            case StreamEvent.EndOfStream end -> "end of stream";
            case StreamEvent.OutputShut shut -> "ends its stream";
            case RaceEvent.Ordered ordered -> "order (" + Text.safe(ordered.personality()) + "): " + list(ordered.candidates());
            case RaceEvent.LeftOut left -> "left out " + Details.endpoint(left.candidate()) + ": " + Text.safe(left.reason());
            case RaceEvent.Abandoned abandoned -> "given up: " + Text.safe(abandoned.reason());
            case RaceEvent.Won won -> "won the race";
            case RunEvent.ExpectationChecked check -> "expected \"" + Text.safe(check.expected()) + "\": " + (check.held()
                    ? "it came" : "got \"" + Text.safe(check.observed()) + "\"");
            case RunEvent.EventsDropped dropped -> Details.counted(dropped.count(), "event") + " missing: the buffer was full";
            case RunEvent.Interrupted interrupted -> "interrupted by " + Text.safe(interrupted.signal());
            case RunEvent.Remark remark -> Text.safe(remark.text());
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
        return remote == null ? "" : " to " + Details.endpoint(remote);
    }

    private static String list(List<Endpoint> candidates) {
        StringBuilder out = new StringBuilder();
        for (Endpoint candidate : candidates) {
            out.append(out.isEmpty() ? "" : ", ").append(Details.endpoint(candidate));
        }
        return out.toString();
    }
}
