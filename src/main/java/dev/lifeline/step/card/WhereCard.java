package dev.lifeline.step.card;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.step.CommandException;
import dev.lifeline.step.Journey;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.wording.EventWords;
import dev.lifeline.wording.FailureWords;
import dev.lifeline.wording.OutcomeWords;
import dev.lifeline.wording.SocketWords;
import dev.lifeline.wording.Wording;
import dev.lifeline.wording.step.StopWords;
import java.util.ArrayList;
import java.util.List;

/// Draws the events behind a line of a card: when, by which evidence, which call, look or packet.
public final class WhereCard {

    private static final int MOST = 14;

    private WhereCard() {
    }

    /// Draws them.
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
        long began = new StopSight(journey).began();
        List<Line> lines = new ArrayList<>();
        CardTable.wrap(lines, "[" + number + "]", Role.STRONG, (line.label() + " " + line.side()).strip() + ": " + plain(line.words()), canvas);
        EventWords words = new EventWords(canvas.glyphs(), began);
        List<TraceEvent> events = line.evidence();
        for (TraceEvent event : events.subList(0, Math.min(MOST, events.size()))) {
            String who = event.evidence().label().equals(event.lane().label()) ? event.lane().label()
                    : event.lane().label() + " (" + event.evidence().label() + ")";
            CardTable.wrap(lines, Durations.moment(event.at() - began), Role.PLAIN, who + ": " + said(event, words, canvas.glyphs()) + ", event "
                    + event.sequence(), canvas);
        }
        if (events.size() > MOST) {
            CardTable.wrap(lines, "", Role.DIM, "and " + (events.size() - MOST) + " more", canvas);
        }
        return Card.of(new Frame(lines));
    }

    /// The words of a line without the mark for news, and without its columns.
    private static String plain(String words) {
        String said = words.strip();
        return (said.startsWith("* ") ? said.substring(2) : said).strip().replaceAll(" {2,}", " ");
    }

    /// Writes one event, whatever it is.
    static String said(TraceEvent event, EventWords words, Glyphs glyphs) {
        if (event.body() instanceof StageEvent stage) {
            return switch (stage.kind()) {
                case STARTED -> stage.stage().label() + " began";
                case FINISHED -> stage.stage().label() + " returned: " + OutcomeWords.phrase(((StageEvent.Finished) stage).outcome(), glyphs, " ");
                case FAILED -> stage.stage().label() + " failed: " + FailureWords.mark(((StageEvent.Failed) stage).failure());
                case SKIPPED -> stage.stage().label() + " was skipped";
            };
        }
        if (event.body() instanceof HoldEvent.HoldStarted hold) {
            return "held " + StopWords.place(hold.stage(), hold.after(), event.lane(), null, 0);
        } else if (event.body() instanceof HoldEvent) {
            return "went on";
        } else if (event.body() instanceof KernelEvent.SocketSeen seen) {
            return "the table showed the " + seen.end().label() + "'s socket: " + StopWords.socket(seen.socket(), seen.end());
        } else if (event.body() instanceof KernelEvent.ListenerSeen seen) {
            return "the table showed the listener: " + SocketWords.queue(seen);
        }
        Wording said = words.of(event);
        return said.sentence() != null ? said.sentence() : said.phrase() != null ? said.phrase() : said.mark() != null ? said.mark()
                : event.body().kind().toString().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
