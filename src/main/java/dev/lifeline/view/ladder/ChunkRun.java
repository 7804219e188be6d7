package dev.lifeline.view.ladder;

import dev.lifeline.analysis.packet.PacketKind;
import dev.lifeline.analysis.packet.Reach;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.StreamEvent;
import java.util.Comparator;
import java.util.List;

/// The chunks of one lane and direction, inside a stretch in which bytes flowed and nothing else happened.
final class ChunkRun {

    private final Lane lane;
    private final boolean read;
    private int count;
    private long bytes;
    private long first;
    private long last;

    private ChunkRun(Lane lane, boolean read) {
        this.lane = lane;
        this.read = read;
    }

    /// Says if a rung belongs into such a stretch: a chunk, or a packet of which many say no more than one.
    static boolean flows(Rung rung) {
        return rung instanceof Rung.Moment moment && Rungs.isChunk(moment.event())
                || rung instanceof Rung.Packet packet && packet.kind().flows() && packet.reach() == Reach.ARRIVED;
    }

    /// Adds the rungs of a stretch; of each lane and direction that has too many, the first and a sum of the rest.
    static void collapse(List<Rung> stretch, List<Rung> out) {
        int start = out.size();
        for (Lane lane : List.of(Lane.CLIENT, Lane.SERVER)) {
            new ChunkRun(lane, true).collect(stretch, out);
            new ChunkRun(lane, false).collect(stretch, out);
            new PacketRun(lane, PacketKind.DATA).collect(stretch, out);
            new PacketRun(lane, PacketKind.ACK).collect(stretch, out);
        }
        out.subList(start, out.size()).sort(Comparator.comparingLong(Rung::at));
    }

    private void collect(List<Rung> stretch, List<Rung> out) {
        int start = out.size();
        for (Rung rung : stretch) {
            if (rung instanceof Rung.Moment(TraceEvent event) && event.lane() == lane
                    && read == event.body() instanceof StreamEvent.ChunkRead) {
                out.add(rung);
                if (out.size() - start > 1) {
                    first = count++ == 0 ? event.at() : first;
                    bytes += bytes(event);
                    last = event.at();
                }
            }
        }
        if (count >= Rungs.CHUNKS_SHOWN) {
            out.subList(start + 1, out.size()).clear();
            out.add(new Rung.Chunks(first, last, lane, read, count, bytes));
        }
    }

    /// Counts the bytes that a chunk moved.
    static long bytes(TraceEvent event) {
        return event.body() instanceof StreamEvent.ChunkRead chunk ? chunk.bytes().count()
                : event.body() instanceof StreamEvent.ChunkWritten chunk ? chunk.taken() : 0;
    }
}
