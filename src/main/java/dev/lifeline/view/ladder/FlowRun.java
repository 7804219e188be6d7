package dev.lifeline.view.ladder;

import dev.lifeline.analysis.packet.PacketKind;
import dev.lifeline.analysis.packet.Reach;
import dev.lifeline.model.Lane;
import dev.lifeline.model.event.StreamEvent.ChunkRead;
import dev.lifeline.model.event.StreamEvent.ChunkWritten;
import java.util.List;

/// The chunks or packets of one lane and kind, inside a stretch in which bytes flowed and nothing else happened.
final class FlowRun {

    /// The kinds that are summed up for themselves.
    private enum Kind { READ, WRITTEN, DATA, ACK }

    private final Lane lane;
    private final Kind kind;
    private int count;
    private long bytes;
    private long first;
    private long last;

    private FlowRun(Lane lane, Kind kind) {
        this.lane = lane;
        this.kind = kind;
    }

    /// Says if a rung belongs into such a stretch: a chunk, or a packet of which many say no more than one.
    static boolean flows(Rung rung) {
        return rung instanceof Rung.Moment moment && Rungs.isChunk(moment.event())
                || rung instanceof Rung.Packet packet && packet.kind().flows() && packet.reach() == Reach.ARRIVED;
    }

    /// Adds the rungs of a stretch; of each lane and kind that has too many, the first and a sum of the rest.
    static void collapse(List<Rung> stretch, List<Rung> out) {
        int start = out.size();
        for (Lane lane : List.of(Lane.CLIENT, Lane.SERVER)) {
            for (Kind kind : Kind.values()) {
                new FlowRun(lane, kind).collect(stretch, out);
            }
        }
        out.subList(start, out.size()).sort(Rung.BY_TIME);
    }

    private void collect(List<Rung> stretch, List<Rung> out) {
        int start = out.size();
        for (Rung rung : stretch) {
            long moved = moved(rung);
            if (moved >= 0) {
                out.add(rung);
                if (out.size() - start > 1) {
                    first = count++ == 0 ? rung.at() : first;
                    bytes += moved;
                    last = rung.at();
                }
            }
        }
        if (count >= Rungs.CHUNKS_SHOWN) {
            out.subList(start + 1, out.size()).clear();
            out.add(switch (kind) {
                case READ, WRITTEN -> new Rung.Chunks(first, last, lane, kind == Kind.READ, count, bytes);
                case DATA -> new Rung.Packets(first, last, lane, PacketKind.DATA, count, bytes);
                case ACK -> new Rung.Packets(first, last, lane, PacketKind.ACK, count, bytes);
            });
        }
    }

    /// Counts the bytes that a rung of this lane and kind moved; -1 for another rung.
    private long moved(Rung rung) {
        if (rung instanceof Rung.Packet packet) {
            boolean ours = packet.segment().from() == lane
                    && packet.kind() == (kind == Kind.DATA ? PacketKind.DATA : kind == Kind.ACK ? PacketKind.ACK : null);
            return ours ? packet.segment().payload() : -1;
        }
        if (!(rung instanceof Rung.Moment moment) || moment.event().lane() != lane) {
            return -1;
        }
        return kind == Kind.READ && moment.event().body() instanceof ChunkRead chunk ? chunk.bytes().count()
                : kind == Kind.WRITTEN && moment.event().body() instanceof ChunkWritten chunk ? chunk.taken() : -1;
    }
}
