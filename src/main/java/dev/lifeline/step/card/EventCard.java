package dev.lifeline.step.card;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.step.Journey;
import dev.lifeline.text.Durations;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Role;
import dev.lifeline.wording.EventWords;
import java.util.ArrayList;
import java.util.List;

/// The card of one event on the way from a stop to the next.
public final class EventCard {

    private EventCard() {
    }

    /// Draws the last event that is seen.
    public static Card of(Journey journey, Canvas canvas) {
        StopSight sight = new StopSight(journey);
        List<CardLine> lines = new ArrayList<>();
        EventWords words = new EventWords(canvas.glyphs(), sight.began());
        for (TraceEvent event : sight.index().events()) {
            // Those before it are said, too, and not shown: what is news about a look depends on them.
            String said = WhereCard.said(event, words, canvas.glyphs());
            if (event.sequence() == journey.upTo() - 1) {
                lines.add(CardLine.fact(Durations.moment(event.at() - sight.began()), Role.PLAIN, event.lane().label(), said, List.of(event)));
            }
        }
        CardLine stop = new StopLines(sight, canvas.glyphs()).stop();
        lines.add(CardLine.aside("REPLAY", Role.HELD, "event " + (journey.upTo() - journey.since()) + " of "
                + (journey.stop().upTo() - journey.since()) + " on the way to stop " + journey.cursor() + ": " + stop.words()));
        return CardTable.draw(lines, canvas);
    }
}
