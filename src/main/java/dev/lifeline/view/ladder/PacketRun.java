package dev.lifeline.view.ladder;

import dev.lifeline.analysis.packet.PacketKind;
import dev.lifeline.model.Lane;
import java.util.List;

/// The packets of one direction and kind, inside a stretch in which bytes flowed and nothing else happened.
final class PacketRun {

    private final Lane from;
    private final PacketKind kind;
    private int count;
    private long bytes;
    private long first;
    private long last;

    PacketRun(Lane from, PacketKind kind) {
        this.from = from;
        this.kind = kind;
    }

    /// Adds the packets of a stretch; of too many the first, and one arrow for the rest.
    void collect(List<Rung> stretch, List<Rung> out) {
        int start = out.size();
        for (Rung rung : stretch) {
            if (rung instanceof Rung.Packet packet && packet.segment().from() == from && packet.kind() == kind) {
                out.add(packet);
                if (out.size() - start > 1) {
                    first = count++ == 0 ? packet.at() : first;
                    bytes += packet.segment().payload();
                    last = packet.at();
                }
            }
        }
        if (count >= Rungs.CHUNKS_SHOWN) {
            out.subList(start + 1, out.size()).clear();
            out.add(new Rung.Packets(first, last, from, kind, count, bytes));
        }
    }
}
