package dev.lifeline.view;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.EventBody;
import dev.lifeline.model.HoldEvent;
import dev.lifeline.model.KernelEvent;
import dev.lifeline.model.LoopEvent;
import dev.lifeline.model.PacketEvent;
import dev.lifeline.model.RaceEvent;
import dev.lifeline.model.RunEvent;
import dev.lifeline.model.StageEvent;
import dev.lifeline.model.StreamEvent;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.timeline.Hold;
import java.util.List;

/// What happened at one moment, as a sentence; chunks and wake-ups are told by their stages. Events come by time: of the kernel's
/// looks only those are told that found something new.
///
/// @param glyphs the signs that may be used
/// @param kernel for what the kernel said
/// @param packets for what passed on the wire
record MarkSentences(Glyphs glyphs, KernelSentences kernel, PacketSentences packets) {

    MarkSentences(Glyphs glyphs) {
        this(glyphs, new KernelSentences(glyphs), new PacketSentences());
    }

    String of(Hold hold) {
        return "At " + Plain.moment(hold.start()) + " the " + hold.lane().label() + " was held before " + hold.before().label()
                + " (" + Text.safe(hold.reason()) + "), for " + Time.of(hold.took(), glyphs) + ".";
    }

    /// The sentence, or `null` for what its stage tells.
    String of(TraceEvent event) {
        String what = what(event.body(), event);
        return what == null ? null : "At " + Plain.moment(event.at()) + " " + what + ".";
    }

    private String what(EventBody body, TraceEvent event) {
        String who = "the " + event.lane().label() + " ";
        return switch (body) {
            case StageEvent stage -> null;
            case HoldEvent hold -> null;
            case KernelEvent said -> kernel.of(said);
            case PacketEvent seen -> packets.of(seen);
            case StreamEvent.ChunkRead chunk -> null;
            case StreamEvent.ChunkWritten chunk -> chunk.taken() == chunk.offered() ? null : "the kernel took "
                    + Details.grouped(chunk.taken()) + " of " + Details.bytes(chunk.offered()) + " that " + who + "offered";
            case StreamEvent.EndOfStream end -> who + "read the end of the other side's stream";
            case StreamEvent.OutputShut shut -> who + "ended its stream";
            case LoopEvent.SocketOpened opened -> null;
            case LoopEvent.Registered registered -> null;
            case LoopEvent.Woke woke -> null;
            case LoopEvent.AcceptLoopEnded ended -> ended.accepted() < 2 ? null : who + "had accepted "
                    + Details.counted(ended.accepted(), "connection") + " in one wake-up";
            case RaceEvent.Ordered ordered -> ordered.candidates().size() < 2 ? null : who + "had this order by the rules of "
                    + Text.safe(ordered.personality()) + ": " + list(ordered.candidates());
            case RaceEvent.LeftOut left -> who + "left out " + Details.endpoint(left.candidate()) + ": "
                    + Text.safe(left.reason());
            case RaceEvent.Abandoned abandoned -> who + "gave up attempt " + event.attempt() + ": "
                    + Text.safe(abandoned.reason());
            case RaceEvent.Won won -> event.attempt() < 2 ? null : "attempt " + event.attempt() + " had won";
            case RunEvent.ExpectationChecked check -> who + "expected \"" + Text.safe(check.expected()) + "\", and "
                    + (check.held() ? "it was there" : "got \"" + Text.safe(check.observed()) + "\" instead");
            case RunEvent.EventsDropped dropped -> Details.counted(dropped.count(), "event")
                    + (dropped.count() == 1 ? " was" : " were") + " missing, because the buffer was full";
            case RunEvent.Interrupted interrupted -> "the run was interrupted by " + Text.safe(interrupted.signal());
            case RunEvent.Remark remark -> remark.owner() == null ? "it was remarked: " + unended(Text.safe(remark.text()))
                    : "connection " + event.connection() + " of " + who + "became that of " + Text.safe(remark.owner());
        };
    }

    private static String unended(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String list(List<Endpoint> candidates) {
        StringBuilder out = new StringBuilder();
        for (Endpoint candidate : candidates) {
            out.append(out.isEmpty() ? "" : ", ").append(Details.endpoint(candidate));
        }
        return out.toString();
    }
}
