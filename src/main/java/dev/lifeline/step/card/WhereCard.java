package dev.lifeline.step.card;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.step.CommandException;
import dev.lifeline.step.Journey;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import java.util.ArrayList;
import java.util.List;

/// Draws the events behind a line of a card: when, by which evidence, which call, look or packet.
public final class WhereCard {

    /// Lines of it at most, so that a screen of 24 rows holds it with the prompt.
    private static final int MOST = 20;

    private WhereCard() {
    }

    /// Draws them by time. Looks that showed the same one after the other are one line.
    ///
    /// @param card the card that is asked about
    /// @param number the number that stands at the line, from 1
    /// @throws CommandException when no line has this number
    public static Card of(Card card, int number, Journey journey, Canvas canvas) throws CommandException {
        if (number > card.facts().size()) {
            throw new CommandException(card.facts().isEmpty() ? "nothing on the last card rests on an event"
                    : "the last card has lines 1 to " + card.facts().size());
        }
        CardLine line = card.facts().get(number - 1);
        StopSight sight = new StopSight(journey);
        List<Line> lines = new ArrayList<>();
        CardTable.wrap(lines, "[" + number + "]", Role.STRONG, (line.label() + " " + line.side()).strip() + ": " + plain(line.words()), canvas);
        EventSentences sentences = new EventSentences(sight.index(), sight.began(), canvas.glyphs());
        List<TraceEvent> events = new ArrayList<>(line.evidence());
        events.sort(TraceEvent.BY_TIME);
        for (int i = 0; i < events.size(); i++) {
            TraceEvent event = events.get(i);
            String said = sentences.of(event);
            int last = i;
            while (last + 1 < events.size() && isLike(event, events.get(last + 1)) && sentences.of(events.get(last + 1)).equals(said)) {
                last++;
            }
            List<Line> one = new ArrayList<>();
            CardTable.wrap(one, Durations.moment(event.at() - sight.began()), Role.PLAIN, who(event) + ", event " + event.sequence() + ": " + said
                    + (last == i ? "" : "; " + Counted.of(last - i, "more look") + " showed the same, until "
                    + Durations.moment(events.get(last).at() - sight.began())), canvas);
            if (lines.size() + one.size() > MOST) {
                CardTable.wrap(lines, "", Role.DIM, "and " + Counted.of(events.size() - i, "more event"), canvas);
                break;
            }
            lines.addAll(one);
            i = last;
        }
        return Card.of(new Frame(lines));
    }

    private static boolean isLike(TraceEvent one, TraceEvent other) {
        return one.body() instanceof KernelEvent && one.body().kind() == other.body().kind();
    }

    private static String who(TraceEvent event) {
        return event.evidence().label().equals(event.lane().label()) ? event.lane().label()
                : event.lane().label() + " (" + event.evidence().label() + ")";
    }

    /// The words of a line without the mark for news, and without its columns.
    private static String plain(String words) {
        String said = words.strip();
        return (said.startsWith("* ") ? said.substring(2) : said).strip().replaceAll(" {2,}", " ");
    }
}
