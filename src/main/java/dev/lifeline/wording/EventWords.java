package dev.lifeline.wording;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;

/// Finds the words for an event of any kind. Stages and holds are told by their spans ([StageWords], [HoldWords]). Events come by
/// time: of the kernel's looks and of packets only those have a sentence that found something new.
public final class EventWords {

    private final Glyphs glyphs;
    private final SocketSentences sockets;
    private final PacketSentences packets = new PacketSentences();

    /// @param glyphs the signs that may be used
    public EventWords(Glyphs glyphs) {
        this.glyphs = glyphs;
        this.sockets = new SocketSentences(glyphs);
    }

    /// Writes the sentence with its time: `At 0.351 ms the client ended its stream.`; `null` for what needs none.
    public String sentence(TraceEvent event) {
        String sentence = of(event).sentence();
        return sentence == null ? null : "At " + Durations.moment(event.at()) + " " + sentence + ".";
    }

    /// Writes an event in its three lengths.
    public Wording of(TraceEvent event) {
        EventBody body = event.body();
        String who = "the " + event.lane().label() + " ";
        return switch (body.kind()) {
            case STARTED, FINISHED, FAILED, SKIPPED, HOLD_STARTED, HOLD_ENDED -> Wording.NONE;
            case CHUNK_READ -> StreamWords.of((StreamEvent.ChunkRead) body);
            case CHUNK_WRITTEN -> StreamWords.of((StreamEvent.ChunkWritten) body, who);
            case END_OF_STREAM -> StreamWords.ofEnd(who);
            case OUTPUT_SHUT -> StreamWords.ofShut(who);
            case SOCKET_OPENED -> LoopWords.of((LoopEvent.SocketOpened) body);
            case REGISTERED -> LoopWords.of((LoopEvent.Registered) body);
            case WOKE -> LoopWords.of((LoopEvent.Woke) body);
            case ACCEPT_LOOP_ENDED -> LoopWords.of((LoopEvent.AcceptLoopEnded) body, who);
            case ORDERED -> RaceWords.of((RaceEvent.Ordered) body, who);
            case LEFT_OUT -> RaceWords.of((RaceEvent.LeftOut) body, who);
            case ABANDONED -> RaceWords.of((RaceEvent.Abandoned) body, event.attempt(), who);
            case WON -> RaceWords.ofWon(event.attempt());
            case EXPECTATION_CHECKED -> RunWords.of((RunEvent.ExpectationChecked) body, who);
            case EVENTS_DROPPED -> RunWords.of((RunEvent.EventsDropped) body);
            case INTERRUPTED -> RunWords.of((RunEvent.Interrupted) body);
            case REMARK -> RunWords.of((RunEvent.Remark) body);
            case ACTOR_JOINED, ACTOR_PLACED -> Wording.NONE;
            case CONNECTION_OWNED -> PlayWords.of((PlayEvent.ConnectionOwned) body, event.connection(), who);
            case STEP_STARTED -> PlayWords.of((PlayEvent.StepStarted) body);
            case STEP_ENDED -> PlayWords.of((PlayEvent.StepEnded) body);
            case SOCKET_SEEN -> Wording.told(sockets.of((KernelEvent.SocketSeen) body));
            case SOCKET_GONE -> Wording.told(SocketSentences.of((KernelEvent.SocketGone) body));
            case LISTENER_SEEN -> Wording.told(sockets.of((KernelEvent.ListenerSeen) body));
            case COUNTER_ROSE -> KernelWords.of((KernelEvent.CounterRose) body);
            case ROUTE_ANSWERED -> RouteWords.of((KernelEvent.RouteAnswered) body);
            case ROUTE_DISAGREED -> RouteWords.of((KernelEvent.RouteDisagreed) body);
            case DESCRIPTOR_FOUND -> KernelWords.of((KernelEvent.DescriptorFound) body);
            case SYN_SAVED -> KernelWords.of((KernelEvent.SynSaved) body);
            case ERROR_ORIGIN -> IcmpWords.of((KernelEvent.ErrorOrigin) body);
            case EVIDENCE_LOST -> LossWords.of((KernelEvent.EvidenceLost) body, event.at());
            case CLOCK_STEPPED -> KernelWords.of((KernelEvent.ClockStepped) body, event.at(), glyphs);
            case SEGMENT_SEEN -> Wording.told(packets.of((PacketEvent.SegmentSeen) body));
            case ERROR_SEEN -> IcmpWords.of((PacketEvent.ErrorSeen) body);
        };
    }
}
