package dev.lifeline.view.ladder;

import dev.lifeline.analysis.DrawnConnection;
import dev.lifeline.analysis.Hold;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.packet.Reach;
import dev.lifeline.model.Lane;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import java.util.ArrayList;
import java.util.List;

/// The meaning of the signs of a ladder: of those that it has, and of no others.
///
/// @param seen whether packets are drawn
/// @param uncertainty the time of the least certain of them is this exact, in nanoseconds
/// @param concluded whether arrows are drawn that were concluded from both ends
/// @param kept whether an arrow is drawn that only the kernel told of
/// @param unknown whether a packet is drawn of which nobody knows that it arrived
/// @param turnedBack whether a packet is drawn that did not arrive
record LadderLegend(boolean seen, long uncertainty, boolean concluded, boolean kept, boolean unknown, boolean turnedBack) {

    static LadderLegend of(List<Rung> rungs) {
        boolean seen = false;
        boolean concluded = false;
        boolean kept = false;
        boolean unknown = false;
        boolean turnedBack = false;
        long uncertainty = 0;
        for (Rung rung : rungs) {
            concluded |= rung instanceof Rung.Crossing || rung instanceof Rung.Datagram;
            if (rung instanceof Rung.Packet packet) {
                seen = true;
                uncertainty = Math.max(uncertainty, packet.segment().packet().uncertainty());
                unknown |= packet.reach() == Reach.UNKNOWN;
                turnedBack |= packet.reach() == Reach.TURNED_BACK;
            } else if (rung instanceof Rung.Refusal refusal) {
                seen |= refusal.seen();
                kept |= !refusal.seen();
            }
        }
        return new LadderLegend(seen, uncertainty, concluded, kept, unknown, turnedBack);
    }

    /// The meaning of the arrows.
    ///
    /// @param brief whether only what does not explain itself is said
    List<String> arrows(Glyphs glyphs, boolean brief) {
        List<String> lines = new ArrayList<>();
        if (seen && !brief) {
            lines.add("solid: packets that were seen, their times exact to within " + Durations.of(uncertainty, glyphs));
        }
        if (unknown) {
            lines.add("?: not acknowledged, or not before it was sent again; whether it arrived is not known");
        }
        if (turnedBack) {
            lines.add(glyphs.times() + ": did not arrive, says the ICMP error");
        }
        if (concluded) {
            lines.add("dotted: inferred from both ends; no packet was seen");
        }
        if (kept) {
            lines.add("dotted ICMP: an error that the kernel kept; its packet was not seen");
        }
        return lines;
    }

    /// The meaning of the lines of life.
    String lines(TraceIndex index, DrawnConnection connection, Glyphs glyphs) {
        String lines = LadderSigns.of(glyphs).busy() + " a call is under way";
        for (Span span : index.timeline().spans()) {
            if (span.lane() == Lane.KERNEL && span.state() instanceof Span.Observed && Rails.marks(span)
                    && connection.shows(span)) {
                lines += " (kernel: waits for accept)";
                break;
            }
        }
        for (Hold hold : index.timeline().holds()) {
            if (connection.shows(hold.lane(), hold.connection(), hold.start())) {
                return lines + "   " + glyphs.held() + " held on purpose";
            }
        }
        return lines;
    }
}
