package dev.lifeline.view.ladder;

import dev.lifeline.analysis.DrawnConnection;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.packet.PacketSequence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.IcmpWords;
import dev.lifeline.wording.PacketWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The arrows of the packets that were seen of the drawn connection.
final class PacketRungs {

    private PacketRungs() {
    }

    /// One rung for each packet, for each jump over bytes that none of them carried, and for each ICMP error that the kernel kept
    /// without its packet being seen.
    ///
    /// @param brief whether a packet has only its name
    static List<Rung> of(TraceIndex index, DrawnConnection connection, Glyphs glyphs, boolean raced, boolean brief) {
        PacketSequence packets = new PacketSequence(index, connection);
        List<Rung> rungs = new ArrayList<>(packets.segments().size());
        Map<FourTuple, PacketWords> words = new HashMap<>();
        for (PacketSequence.Segment each : packets.segments()) {
            SegmentSeen segment = each.segment();
            long at = each.event().at();
            if (each.missing() > 0) {
                rungs.add(new Rung.Missing(at, segment.from(), each.missing()));
            }
            FourTuple tuple = segment.from() == Lane.CLIENT ? segment.flow() : segment.flow().reversed();
            PacketWords.Label label = words.computeIfAbsent(tuple, key -> new PacketWords(glyphs)).next(segment);
            rungs.add(new Rung.Packet(at, segment, attempt(each.event(), raced) + (brief ? label.brief() : label.text()), label.kind(), each.reach()));
        }
        for (PacketSequence.Refusal each : packets.refusals()) {
            rungs.add(new Rung.Refusal(each.event().at(), each.asker(),
                    attempt(each.event(), raced) + IcmpWords.of(each.event().body()).mark(), each.seen()));
        }
        return rungs;
    }

    private static String attempt(TraceEvent event, boolean raced) {
        return raced && event.attempt() > 0 ? "#" + event.attempt() + " " : "";
    }
}
