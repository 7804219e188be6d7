package dev.lifeline.view.ladder;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.datagram.Datagrams;
import dev.lifeline.model.Lane;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.datagram.DatagramWords;
import java.util.ArrayList;
import java.util.List;

/// The arrows of the datagrams of a play: from the one that sends on the left to the one that receives on the right.
final class DatagramRungs {

    private DatagramRungs() {
    }

    /// One rung for each datagram, for each receive, and for each call that failed; none where the play has no UDP sockets.
    static List<Rung> of(TraceIndex index, Glyphs glyphs) {
        if (!index.actors().hasDatagrams()) {
            return List.of();
        }
        Datagrams datagrams = new Datagrams(index);
        List<Rung> rungs = new ArrayList<>();
        for (Datagrams.Sent each : datagrams.sent()) {
            if (index.hasCrowds() && index.crowds().hasPacketsOf(each.sent().connection())) {
                continue;
            }
            rungs.add(new Rung.Datagram(each.sent().start(), DatagramWords.mark(each, glyphs), each.received() != null));
            if (each.received() != null) {
                rungs.add(new Rung.DatagramEnd(each.received().end(), Lane.SERVER, DatagramWords.received(each), false));
            }
        }
        for (Datagrams.Refused each : datagrams.refused()) {
            if (index.hasCrowds() && index.crowds().hasPacketsOf(each.call().connection())) {
                continue;
            }
            rungs.add(new Rung.DatagramEnd(each.call().end(), Lane.CLIENT, DatagramWords.refused(each), true));
        }
        if (index.hasCrowds()) {
            rungs.addAll(CrowdRungs.ofSockets(index, glyphs));
        }
        return rungs;
    }
}
