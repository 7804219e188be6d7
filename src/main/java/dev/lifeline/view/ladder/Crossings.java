package dev.lifeline.view.ladder;

import dev.lifeline.analysis.DrawnConnection;
import dev.lifeline.analysis.JoinedConnection;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.packet.SeenBytes;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Printable;
import java.util.ArrayList;
import java.util.List;

/// Concludes what crossed between the lines of life from what both programs saw. Where the packet was seen there is nothing to
/// conclude; where none was, a crossing is made only where both ends tell of it: written here and read there, ended here and end
/// of stream there, reset here and reset there, and the same four-tuple on both sides.
final class Crossings {

    /// Longer texts stand at the ends, where they were seen.
    private static final int MOST_SHOWN = 24;

    private final SeenBytes seen;
    private final List<Span> spans = new ArrayList<>();
    private final List<TraceEvent> shut = new ArrayList<>();
    private final long[] written = new long[Lane.values().length];
    private final long[] read = new long[Lane.values().length];
    private JoinedConnection joined;

    Crossings(TraceIndex index, DrawnConnection connection) {
        seen = new SeenBytes(index, connection);
        for (Span span : index.timeline().spans()) {
            if (span.ran() && connection.shows(span)) {
                spans.add(span);
            }
        }
        for (JoinedConnection both : index.joined()) {
            if (joined == null && connection.shows(both.connect()) && connection.shows(both.accept())) {
                joined = both;
            }
        }
        long[] chunks = new long[written.length];
        for (TraceEvent mark : index.timeline().marks()) {
            if (connection.shows(mark.lane(), mark.connection(), mark.at())) {
                if (mark.body() instanceof StreamEvent.OutputShut) {
                    shut.add(mark);
                } else if (mark.body() instanceof StreamEvent.ChunkWritten chunk) {
                    chunks[mark.lane().ordinal()] += chunk.taken();
                }
            }
        }
        for (Span span : spans) {
            if (span.stage() == Stage.WRITE && span.outcome() instanceof Outcome.Moved moved) {
                written[span.lane().ordinal()] += moved.bytes().count();
            }
        }
        for (int lane = 0; lane < written.length; lane++) {
            written[lane] = Math.max(written[lane], chunks[lane]);
        }
    }

    /// The rungs with each crossing before the rung that shows its effect.
    List<Rung> addTo(List<Rung> rungs) {
        List<Rung> out = new ArrayList<>(rungs.size() + 8);
        for (Rung rung : rungs) {
            Rung crossing = before(rung);
            if (crossing != null) {
                out.add(crossing);
            }
            out.add(rung);
        }
        return out;
    }

    private Rung before(Rung rung) {
        return switch (rung) {
            case Rung.End(Span span) -> beforeEnd(span);
            case Rung.Chunks chunks -> chunks.read() ? bytes(chunks.at(), chunks.lane(), chunks.bytes(), null) : null;
            case Rung.Moment(TraceEvent event) -> switch (event.body()) {
                case StreamEvent.ChunkRead chunk -> bytes(event.at(), event.lane(), chunk.bytes().count(), chunk.bytes());
                case StreamEvent.EndOfStream end -> ended(event.at(), event.lane());
                default -> null;
            };
            case Rung.Begin begin -> null;
            case Rung.Whole whole -> null;
            case Rung.Aside aside -> null;
            case Rung.Held held -> null;
            case Rung.Released released -> null;
            case Rung.LeftOut left -> null;
            case Rung.Crossing crossing -> null;
            case Rung.Packet packet -> null;
            case Rung.Packets packets -> null;
            case Rung.Missing missing -> null;
            case Rung.Refusal refusal -> null;
            case Rung.Note note -> null;
        };
    }

    private Rung beforeEnd(Span span) {
        if (joined != null && (span == joined.connect() || span == joined.accept())) {
            joined = null;
            return seen.handshake() ? null : new Rung.Crossing(span.end(), Lane.CLIENT, true, "handshake");
        }
        if (span.stage() != Stage.WRITE && Rungs.movedAtOnce(span)) {
            Bytes bytes = ((Outcome.Moved) ((Span.Done) span.state()).outcome()).bytes();
            return bytes(span.end(), span.lane(), bytes.count(), bytes);
        }
        if (span.state() instanceof Span.Failed failed && failed.failure().code() == ErrorCode.ECONNRESET
                && !seen.reset(other(span.lane())) && closing(other(span.lane()), span.end(), true)) {
            return new Rung.Crossing(span.end(), other(span.lane()), false, "RST");
        }
        return null;
    }

    private Rung bytes(long at, Lane reader, long count, Bytes preview) {
        read[reader.ordinal()] += count;
        Lane writer = other(reader);
        if (read[reader.ordinal()] > written[writer.ordinal()] || !startedToWrite(writer, at)
                || seen.bytes(writer, read[reader.ordinal()] - count, read[reader.ordinal()])) {
            return null;
        }
        boolean shown = preview != null && !preview.truncated() && preview.preview().length() <= MOST_SHOWN;
        String label = shown ? "\"" + Printable.ascii(preview.preview()) + "\"" : Counted.of(count, "byte");
        return new Rung.Crossing(at, writer, false, label);
    }

    private Rung ended(long at, Lane reader) {
        Lane writer = other(reader);
        if (seen.fin(writer)) {
            return null;
        }
        boolean known = closing(writer, at, false);
        for (TraceEvent event : shut) {
            known |= event.lane() == writer && event.at() <= at;
        }
        return known ? new Rung.Crossing(at, writer, false, "FIN") : null;
    }

    private boolean startedToWrite(Lane lane, long by) {
        for (Span span : spans) {
            if (span.lane() == lane && span.stage() == Stage.WRITE && span.start() <= by) {
                return true;
            }
        }
        return false;
    }

    private boolean closing(Lane lane, long by, boolean byReset) {
        for (Span span : spans) {
            if (span.lane() == lane && span.stage() == Stage.CLOSE && span.start() <= by
                    && span.outcome() instanceof Outcome.Closed closed
                    && byReset == (closed.how() == CloseKind.RESET)) {
                return true;
            }
        }
        return false;
    }

    private static Lane other(Lane lane) {
        return lane == Lane.CLIENT ? Lane.SERVER : Lane.CLIENT;
    }
}
