package dev.lifeline.export;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.wording.KernelWords;
import dev.lifeline.wording.LossWords;
import dev.lifeline.wording.TraceWords;

/// The note on the file as a whole: what happened, what that proves, and what is not in it.
final class SectionNote {

    private static final int LONGEST_PART = 2000;
    private static final int MOST_LOSSES = 8;

    private SectionNote() {
    }

    /// Lines of text, each about one thing.
    ///
    /// @param withoutPacket how many notes found no packet to stand at
    static String of(TraceIndex index, Verdict verdict, int withoutPacket) {
        StringBuilder out = new StringBuilder();
        line("target", index.header().target().toString(), out);
        line("happened", verdict.happened(), out);
        line("proved", verdict.proved(), out);
        line("not proved", verdict.notProved(), out);
        if (verdict.next() != null) {
            line("next", verdict.next(), out);
        }
        String notReached = TraceWords.notReached(index.timeline().spans());
        if (!notReached.isEmpty()) {
            line("not reached", notReached, out);
        }
        losses(index, out);
        line("times", "packets have the kernel's own stamps; where the programs' events lie beside them is known to within "
                + Durations.within(uncertainty(index)), out);
        if (withoutPacket > 0) {
            line("left out", Counted.of(withoutPacket, "event") + " of connections without a packet in this file", out);
        }
        return out.toString();
    }

    private static void losses(TraceIndex index, StringBuilder out) {
        int told = 0;
        for (TraceEvent event : index.events()) {
            String loss = loss(event);
            if (loss != null && told++ < MOST_LOSSES) {
                line("missing", loss, out);
            }
        }
        if (told > MOST_LOSSES) {
            line("missing", told - MOST_LOSSES + " more of these", out);
        }
    }

    /// Writes what an event says that is missing; `null` where it says nothing of that.
    static String loss(TraceEvent event) {
        if (event.body() instanceof KernelEvent.EvidenceLost lost) {
            return LossWords.of(lost, event.at()).phrase();
        } else if (event.body() instanceof KernelEvent.ClockStepped stepped) {
            return KernelWords.of(stepped, event.at(), Glyphs.UNICODE).phrase();
        }
        return null;
    }

    private static long uncertainty(TraceIndex index) {
        long most = 0;
        for (TraceEvent event : index.events()) {
            if (event.body() instanceof PacketEvent packet) {
                most = Math.max(most, packet.packet().uncertainty());
            }
        }
        return most;
    }

    private static void line(String name, String text, StringBuilder out) {
        out.append(out.isEmpty() ? "" : "\n").append(name).append(": ").append(Printable.line(text, LONGEST_PART));
    }
}
