package dev.lifeline.analysis.packet;

import dev.lifeline.analysis.DrawnConnection;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.ErrorOrigin;
import dev.lifeline.model.event.PacketEvent.ErrorSeen;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import java.util.ArrayList;
import java.util.List;

/// The packets of the drawn connection, by time, each with what follows from all of them.
public final class PacketSequence {

    /// A segment that was seen.
    ///
    /// @param event its event
    /// @param segment the same event's body
    /// @param reach how far it is known to have come
    /// @param missing how many bytes are missing that it is the first to be beyond
    public record Segment(TraceEvent event, SegmentSeen segment, Reach reach, long missing) {
    }

    /// An ICMP error.
    ///
    /// @param event an [ErrorSeen], or an [ErrorOrigin] where the kernel kept what it said
    /// @param asker whose packet it is about
    /// @param seen whether its packet was seen
    public record Refusal(TraceEvent event, Lane asker, boolean seen) {
    }

    private final List<Segment> segments = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /// Reads what was seen of a connection.
    public PacketSequence(TraceIndex index, DrawnConnection connection) {
        List<TraceEvent> packets = new ArrayList<>();
        List<TraceEvent> errors = new ArrayList<>();
        List<TraceEvent> origins = new ArrayList<>();
        PacketReach reach = new PacketReach();
        MissingBytes missing = new MissingBytes();
        for (TraceEvent event : index.kernel()) {
            if (!connection.shows(event.lane(), event.connection(), event.at())) {
                continue;
            }
            if (event.body() instanceof SegmentSeen segment) {
                packets.add(event);
                reach.saw(segment);
                missing.saw(segment);
            } else if (event.body() instanceof ErrorSeen error) {
                errors.add(event);
                reach.refused(error.about(), error.offender());
            } else if (event.body() instanceof ErrorOrigin) {
                origins.add(event);
            }
        }
        for (TraceEvent event : packets) {
            SegmentSeen segment = (SegmentSeen) event.body();
            segments.add(new Segment(event, segment, reach.of(segment), missing.before(segment)));
        }
        for (TraceEvent event : errors) {
            ErrorSeen error = (ErrorSeen) event.body();
            refusals.add(new Refusal(event, asker(error.about()), true));
        }
        for (TraceEvent event : origins) {
            ErrorOrigin origin = (ErrorOrigin) event.body();
            if (!seen(origin, errors)) {
                refusals.add(new Refusal(event, Lane.CLIENT, false));
            }
        }
    }

    /// Finds whose segment an error quotes: that end gets the error.
    private Lane asker(FourTuple flow) {
        for (Segment each : segments) {
            if (each.segment().flow().equals(flow)) {
                return each.segment().from();
            }
        }
        return Lane.CLIENT;
    }

    private static boolean seen(ErrorOrigin origin, List<TraceEvent> errors) {
        for (TraceEvent event : errors) {
            ErrorSeen error = (ErrorSeen) event.body();
            if (error.type() == origin.type() && error.code() == origin.code() && error.offender().equals(origin.offender())) {
                return true;
            }
        }
        return false;
    }

    /// The segments, by time.
    public List<Segment> segments() {
        return segments;
    }

    /// The ICMP errors whose packets were seen, by time, then those that only the kernel told of.
    public List<Refusal> refusals() {
        return refusals;
    }
}
