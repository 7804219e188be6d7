package dev.lifeline.wording;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.model.event.TlsEvent;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.web.HttpWords;
import dev.lifeline.wording.web.TlsWords;

/// Finds the words for an event of any kind. Stages and holds are told by their spans ([StageWords], [HoldWords]). Events come by
/// time: of the kernel's looks and of packets only those have a sentence that found something new.
public final class EventWords {

    private final Glyphs glyphs;
    private final long origin;
    private final SocketSentences sockets;
    private final PacketSentences packets = new PacketSentences();

    /// @param glyphs the signs that may be used
    public EventWords(Glyphs glyphs) {
        this(glyphs, 0);
    }

    /// @param glyphs the signs that may be used
    /// @param origin from where the times of sentences are counted, in nanoseconds since the origin of the trace
    public EventWords(Glyphs glyphs, long origin) {
        this.glyphs = glyphs;
        this.origin = origin;
        this.sockets = new SocketSentences(glyphs);
    }

    /// Writes the sentence with its time: `At 0.351 ms the client ended its stream.`; `null` for what needs none.
    public String sentence(TraceEvent event) {
        String sentence = of(event).sentence();
        return sentence == null ? null : "At " + Durations.moment(event.at() - origin) + " " + sentence + ".";
    }

    /// Writes an event in its three lengths.
    public Wording of(TraceEvent event) {
        EventBody body = event.body();
        String who = "the " + event.lane().label() + " ";
        return switch (body.group()) {
            case STAGE, HOLD -> Wording.NONE;
            case STREAM -> StreamWords.of((StreamEvent) body, who);
            case LOOP -> LoopWords.of((LoopEvent) body, who, glyphs);
            case RACE -> RaceWords.of((RaceEvent) body, event.attempt(), who);
            case RUN -> RunWords.of((RunEvent) body, who);
            case PLAY -> PlayWords.of((PlayEvent) body, event.connection(), who, origin);
            case KERNEL -> KernelWords.of((KernelEvent) body, event.at(), sockets, glyphs);
            case PACKET -> packets.of((PacketEvent) body);
            case TLS -> TlsWords.of((TlsEvent) body, who);
            case HTTP -> HttpWords.of((HttpEvent) body, who);
        };
    }
}
