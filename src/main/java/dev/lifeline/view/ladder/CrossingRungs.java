package dev.lifeline.view.ladder;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.packet.Crossings.Crossing;
import dev.lifeline.analysis.packet.Crossings;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Printable;
import java.util.ArrayList;
import java.util.List;

/// Draws what crossed between the programs without its packet being seen, each before the rung that shows its effect.
final class CrossingRungs {

    /// Longer texts stand at the ends, where they were seen.
    private static final int MOST_SHOWN = 24;

    private final Crossings crossings;

    CrossingRungs(Crossings crossings) {
        this.crossings = crossings;
    }

    /// The rungs with the arrows between them.
    List<Rung> addTo(List<Rung> rungs) {
        List<Rung> out = new ArrayList<>(rungs.size() + 8);
        for (Rung rung : rungs) {
            Crossing crossing = before(rung);
            if (crossing != null) {
                out.add(new Rung.Crossing(crossing.at(), crossing.from(), crossing.sort() == Crossings.Sort.HANDSHAKE, label(crossing)));
            }
            out.add(rung);
        }
        return out;
    }

    private Crossing before(Rung rung) {
        if (rung instanceof Rung.End(Span span)) {
            return crossings.beforeEnd(span);
        } else if (rung instanceof Rung.Chunks chunks && chunks.read()) {
            return crossings.beforeRead(chunks.at(), chunks.lane(), chunks.bytes(), null);
        } else if (rung instanceof Rung.Moment(TraceEvent event)) {
            if (event.body() instanceof StreamEvent.ChunkRead chunk) {
                return crossings.beforeRead(event.at(), event.lane(), chunk.bytes().count(), chunk.bytes());
            } else if (event.body() instanceof StreamEvent.EndOfStream) {
                return crossings.beforeEndOfStream(event.at(), event.lane());
            }
        }
        return null;
    }

    private static String label(Crossing crossing) {
        Bytes bytes = crossing.bytes();
        return switch (crossing.sort()) {
            case HANDSHAKE -> "handshake";
            case FIN -> "FIN";
            case RST -> "RST";
            case BYTES -> bytes != null && !bytes.truncated() && bytes.preview().length() <= MOST_SHOWN
                    ? "\"" + Printable.ascii(bytes.preview()) + "\"" : Counted.of(crossing.count(), "byte");
        };
    }
}
