package dev.lifeline.step.card;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.EventWords;
import dev.lifeline.wording.FailureWords;
import dev.lifeline.wording.OutcomeWords;
import dev.lifeline.wording.PacketWords;
import dev.lifeline.wording.SocketWords;
import dev.lifeline.wording.Wording;
import dev.lifeline.wording.step.StopWords;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Says single events of a run in words, whatever they are: what a call, a look or a packet showed.
final class EventSentences {

    private final TraceIndex index;
    private final Glyphs glyphs;
    private final EventWords words;
    /// The words on each packet, by its number of arrival; `null` as long as none was asked for.
    private Map<Long, String> packets;

    /// @param index of all that was recorded up to the moment
    /// @param began the time from which times are counted, in nanoseconds since the origin
    EventSentences(TraceIndex index, long began, Glyphs glyphs) {
        this.index = index;
        this.glyphs = glyphs;
        this.words = new EventWords(glyphs, began);
    }

    /// Writes one event. Events are to be asked for in their order: what is news about a look depends on those before it.
    String of(TraceEvent event) {
        if (event.body() instanceof StageEvent stage) {
            return switch (stage.kind()) {
                case STARTED -> stage.stage().label() + " began";
                case FINISHED -> stage.stage().label() + " returned: " + OutcomeWords.phrase(((StageEvent.Finished) stage).outcome(), glyphs, " ");
                case FAILED -> stage.stage().label() + " failed: " + failed(event, (StageEvent.Failed) stage);
                case SKIPPED -> stage.stage().label() + " was skipped";
            };
        }
        if (event.body() instanceof HoldEvent.HoldStarted hold) {
            return "held " + StopWords.place(hold.stage(), hold.after(), event.lane(), null, 0);
        } else if (event.body() instanceof HoldEvent) {
            return "went on";
        } else if (event.body() instanceof KernelEvent.SocketSeen seen && seen.occasion() != Occasion.DESTROYED) {
            return "the table showed the " + seen.end().label() + "'s socket: " + StopWords.socket(seen.socket(), seen.end());
        } else if (event.body() instanceof KernelEvent.ListenerSeen seen) {
            return "the table showed the listener: " + SocketWords.queue(seen);
        } else if (event.body() instanceof SegmentSeen segment) {
            return "from the " + segment.from().label() + ": " + packet(event);
        }
        Wording said = words.of(event);
        return said.sentence() != null ? said.sentence() : said.phrase() != null ? said.phrase() : said.mark() != null ? said.mark()
                : event.body().kind().toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// A stage that had read bytes before it failed says so.
    private String failed(TraceEvent event, StageEvent.Failed failed) {
        for (Span span : index.stages()) {
            if (span.ended() == event && span.state() instanceof Span.Failed state) {
                return FailureWords.mark(state);
            }
        }
        return FailureWords.mark(failed.failure());
    }

    private String packet(TraceEvent asked) {
        if (packets == null) {
            packets = new HashMap<>();
            Map<Integer, PacketWords> flows = new HashMap<>();
            for (TraceEvent event : index.kernel()) {
                if (event.body() instanceof SegmentSeen segment) {
                    packets.put(event.sequence(), flows.computeIfAbsent(event.connection(), _ -> new PacketWords(glyphs)).next(segment).text());
                }
            }
        }
        return packets.getOrDefault(asked.sequence(), "a segment");
    }
}
