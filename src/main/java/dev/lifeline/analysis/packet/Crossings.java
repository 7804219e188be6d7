package dev.lifeline.analysis.packet;

import dev.lifeline.analysis.DrawnConnection;
import dev.lifeline.analysis.JoinedConnection;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StreamEvent;
import java.util.ArrayList;
import java.util.List;

/// Concludes what crossed between the two programs from what both saw. Where the packet was seen there is nothing to conclude;
/// where none was, something crossed only where both ends tell of it: written here and read there, ended here and end of stream
/// there, reset here and reset there, and the same four-tuple on both sides.
///
/// All answers are `null` where nothing can be concluded.
public final class Crossings {

    /// The sort of a crossing.
    public enum Sort { HANDSHAKE, BYTES, FIN, RST }

    /// Something that crossed.
    ///
    /// @param at when its effect was seen, in nanoseconds since the origin
    /// @param from who sent it; of a handshake, which crosses both ways, the client
    /// @param sort its sort
    /// @param count of bytes how many
    /// @param bytes the same where a single call returned them; else `null`
    public record Crossing(long at, Lane from, Sort sort, long count, Bytes bytes) {
    }

    private final SeenBytes seen;
    private final List<Span> spans = new ArrayList<>();
    private final List<TraceEvent> shut = new ArrayList<>();
    private final long[] written = new long[Lane.values().length];
    private final long[] read = new long[Lane.values().length];
    private JoinedConnection joined;

    /// Ready for the drawn connection; to be asked in the order of time.
    public Crossings(TraceIndex index, DrawnConnection connection) {
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

    /// Tells what crossed before a stage ended.
    public Crossing beforeEnd(Span span) {
        if (joined != null && (span == joined.connect() || span == joined.accept())) {
            joined = null;
            return seen.handshake() ? null : new Crossing(span.end(), Lane.CLIENT, Sort.HANDSHAKE, 0, null);
        }
        if (span.stage() != Stage.WRITE && span.movedAtOnce()) {
            Bytes bytes = ((Outcome.Moved) span.outcome()).bytes();
            return beforeRead(span.end(), span.lane(), bytes.count(), bytes);
        }
        Lane peer = other(span.lane());
        if (span.state() instanceof Span.Failed failed && failed.failure().code() == ErrorCode.ECONNRESET && !seen.reset(peer)
                && closing(peer, span.end(), true)) {
            return new Crossing(span.end(), peer, Sort.RST, 0, null);
        }
        return null;
    }

    /// Tells what crossed before these bytes were read.
    ///
    /// @param count how many they are
    /// @param bytes what they are where a single call returned them; else `null`
    public Crossing beforeRead(long at, Lane reader, long count, Bytes bytes) {
        read[reader.ordinal()] += count;
        Lane writer = other(reader);
        if (read[reader.ordinal()] > written[writer.ordinal()] || !startedToWrite(writer, at)
                || seen.bytes(writer, read[reader.ordinal()] - count, read[reader.ordinal()])) {
            return null;
        }
        return new Crossing(at, writer, Sort.BYTES, count, bytes);
    }

    /// Tells what crossed before a side found the end of the other one's stream.
    public Crossing beforeEndOfStream(long at, Lane reader) {
        Lane writer = other(reader);
        if (seen.fin(writer)) {
            return null;
        }
        boolean known = closing(writer, at, false);
        for (TraceEvent event : shut) {
            known |= event.lane() == writer && event.at() <= at;
        }
        return known ? new Crossing(at, writer, Sort.FIN, 0, null) : null;
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
