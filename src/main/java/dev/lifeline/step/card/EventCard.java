package dev.lifeline.step.card;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.step.Journey;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Role;
import java.util.List;

/// The card of one event on the way from a stop to the next.
public final class EventCard {

    private EventCard() {
    }

    /// Draws the last event that is seen.
    public static Card of(Journey journey, Canvas canvas) {
        StopSight sight = new StopSight(journey);
        return CardTable.draw(List.of(line(sight, canvas.glyphs()), way(sight, canvas.glyphs())), canvas);
    }

    /// The event itself.
    static CardLine line(StopSight sight, Glyphs glyphs) {
        EventSentences sentences = new EventSentences(sight.index(), sight.began(), glyphs);
        CardLine line = CardLine.aside("", Role.DIM, "nothing was recorded yet");
        for (TraceEvent event : sight.index().events()) {
            // Those before it are said, too, and not shown: what is news about a look depends on them.
            String said = sentences.of(event);
            if (event.sequence() == sight.journey().upTo() - 1) {
                line = CardLine.fact(Durations.moment(event.at() - sight.began()), Role.PLAIN, event.lane().label(), said, List.of(event));
            }
        }
        return line;
    }

    /// How far it is on the way, and to which stop.
    static CardLine way(StopSight sight, Glyphs glyphs) {
        Journey journey = sight.journey();
        return CardLine.aside("REPLAY", Role.HELD, "event " + (journey.upTo() - journey.since()) + " of "
                + (journey.stop().upTo() - journey.since()) + " on the way to stop " + journey.cursor() + ": "
                + new StopLines(sight, glyphs).stop().words());
    }
}
