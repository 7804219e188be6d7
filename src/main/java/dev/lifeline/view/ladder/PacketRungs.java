package dev.lifeline.view.ladder;

import dev.lifeline.analysis.DrawnConnection;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.packet.MissingBytes;
import dev.lifeline.analysis.packet.PacketReach;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.PacketEvent.ErrorSeen;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.wording.IcmpWords;
import dev.lifeline.wording.PacketWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The arrows of the packets that were seen of the drawn connection.
final class PacketRungs {

    private final List<TraceEvent> packets = new ArrayList<>();
    private final List<TraceEvent> origins = new ArrayList<>();
    private final PacketReach reach = new PacketReach();
    private final MissingBytes missing = new MissingBytes();
    private final boolean raced;

    private PacketRungs(TraceIndex index, DrawnConnection connection, boolean raced) {
        this.raced = raced;
        for (TraceEvent mark : index.timeline().marks()) {
            if (!connection.shows(mark.lane(), mark.connection(), mark.at())) {
                continue;
            }
            if (mark.body() instanceof PacketEvent packet) {
                packets.add(mark);
                switch (packet) {
                    case SegmentSeen segment -> {
                        reach.saw(segment);
                        missing.saw(segment);
                    }
                    case ErrorSeen error -> reach.refused(error.about(), error.offender());
                }
            } else if (mark.body() instanceof KernelEvent.ErrorOrigin) {
                origins.add(mark);
            }
        }
    }

    /// One rung for each packet, for each jump over bytes that none of them carried, and for each ICMP error that the kernel kept
    /// without its packet being seen.
    static List<Rung> of(TraceIndex index, DrawnConnection connection, boolean raced) {
        return new PacketRungs(index, connection, raced).rungs();
    }

    private List<Rung> rungs() {
        List<Rung> rungs = new ArrayList<>(packets.size());
        Map<FourTuple, PacketWords> words = new HashMap<>();
        for (TraceEvent event : packets) {
            if (event.body() instanceof SegmentSeen segment) {
                long jumped = missing.before(segment);
                if (jumped > 0) {
                    rungs.add(new Rung.Missing(event.at(), segment.from(), jumped));
                }
                FourTuple tuple = segment.from() == Lane.CLIENT ? segment.flow() : segment.flow().reversed();
                PacketWords.Label label = words.computeIfAbsent(tuple, key -> new PacketWords()).next(segment);
                rungs.add(new Rung.Packet(event.at(), segment, attempt(event) + label.text(), label.kind(), reach.of(segment)));
            } else if (event.body() instanceof ErrorSeen error) {
                rungs.add(new Rung.Refusal(event.at(), askedBy(error.about()),
                        attempt(event) + IcmpWords.of(error).mark(), true));
            }
        }
        for (TraceEvent event : origins) {
            KernelEvent.ErrorOrigin origin = (KernelEvent.ErrorOrigin) event.body();
            if (!seen(origin)) {
                rungs.add(new Rung.Refusal(event.at(), Lane.CLIENT,
                        attempt(event) + IcmpWords.of(origin).mark(), false));
            }
        }
        return rungs;
    }

    /// Finds the end whose segment an error quotes: it gets the error.
    private Lane askedBy(FourTuple flow) {
        for (TraceEvent event : packets) {
            if (event.body() instanceof SegmentSeen segment && segment.flow().equals(flow)) {
                return segment.from();
            }
        }
        return Lane.CLIENT;
    }

    private boolean seen(KernelEvent.ErrorOrigin origin) {
        for (TraceEvent event : packets) {
            if (event.body() instanceof ErrorSeen error && error.type() == origin.type() && error.code() == origin.code()
                    && error.offender().equals(origin.offender())) {
                return true;
            }
        }
        return false;
    }

    private String attempt(TraceEvent event) {
        return raced && event.attempt() > 0 ? "#" + event.attempt() + " " : "";
    }
}
