package dev.lifeline.wording;

import dev.lifeline.analysis.Hold;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.view.plain.Plain;
import java.util.List;

/// What happened at one moment, as a sentence; chunks and wake-ups are told by their stages. Events come by time: of the kernel's
/// looks only those are told that found something new.
///
/// @param glyphs the signs that may be used
/// @param kernel for what the kernel said
/// @param packets for what passed on the wire
public record MarkSentences(Glyphs glyphs, KernelSentences kernel, PacketSentences packets) {

    public MarkSentences(Glyphs glyphs) {
        this(glyphs, new KernelSentences(glyphs), new PacketSentences());
    }

    public String of(Hold hold) {
        return "At " + Plain.moment(hold.start()) + " the " + hold.lane().label() + " was held before " + hold.before().label()
                + " (" + Printable.ascii(hold.reason()) + "), for " + Durations.of(hold.took(), glyphs) + ".";
    }

    /// The sentence, or `null` for what its stage tells.
    public String of(TraceEvent event) {
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
                    + Counted.grouped(chunk.taken()) + " of " + Counted.of(chunk.offered(), "byte") + " that " + who + "offered";
            case StreamEvent.EndOfStream end -> who + "read the end of the other side's stream";
            case StreamEvent.OutputShut shut -> who + "ended its stream";
            case LoopEvent.SocketOpened opened -> null;
            case LoopEvent.Registered registered -> null;
            case LoopEvent.Woke woke -> null;
            case LoopEvent.AcceptLoopEnded ended -> ended.accepted() < 2 ? null : who + "had accepted "
                    + Counted.of(ended.accepted(), "connection") + " in one wake-up";
            case RaceEvent.Ordered ordered -> ordered.candidates().size() < 2 ? null : who + "had this order by the rules of "
                    + Printable.ascii(ordered.personality()) + ": " + list(ordered.candidates());
            case RaceEvent.LeftOut left -> who + "left out " + StageDetails.endpoint(left.candidate()) + ": "
                    + Printable.ascii(left.reason());
            case RaceEvent.Abandoned abandoned -> who + "gave up attempt " + event.attempt() + ": "
                    + Printable.ascii(abandoned.reason());
            case RaceEvent.Won won -> event.attempt() < 2 ? null : "attempt " + event.attempt() + " had won";
            case RunEvent.ExpectationChecked check -> who + "expected \"" + Printable.ascii(check.expected()) + "\", and "
                    + (check.held() ? "it was there" : "got \"" + Printable.ascii(check.observed()) + "\" instead");
            case RunEvent.EventsDropped dropped -> Counted.of(dropped.count(), "event")
                    + (dropped.count() == 1 ? " was" : " were") + " missing, because the buffer was full";
            case RunEvent.Interrupted interrupted -> "the run was interrupted by " + Printable.ascii(interrupted.signal());
            case RunEvent.Remark remark -> remark.owner() == null ? "it was remarked: " + unended(Printable.ascii(remark.text()))
                    : "connection " + event.connection() + " of " + who + "became that of " + Printable.ascii(remark.owner());
        };
    }

    private static String unended(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String list(List<Endpoint> candidates) {
        StringBuilder out = new StringBuilder();
        for (Endpoint candidate : candidates) {
            out.append(out.isEmpty() ? "" : ", ").append(StageDetails.endpoint(candidate));
        }
        return out.toString();
    }
}
