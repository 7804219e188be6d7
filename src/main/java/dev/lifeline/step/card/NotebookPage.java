package dev.lifeline.step.card;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.step.Breakpoint;
import dev.lifeline.step.Journey;
import dev.lifeline.step.Stop;
import dev.lifeline.step.Watch;
import dev.lifeline.step.card.asked.SummaryCard;
import dev.lifeline.step.predict.Answers;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.wording.step.StopWords;
import java.util.ArrayList;
import java.util.List;

/// The session as a page: every stop with its card, and the notes beside it.
public final class NotebookPage {

    private static final int LONGEST_NOTE = 1_000;
    private static final int MARKDOWN_WIDTH = 100;

    private NotebookPage() {
    }

    /// Draws it for a screen.
    public static Frame frame(Journey journey, Canvas canvas) {
        List<Line> lines = new ArrayList<>();
        for (Stop stop : stops(journey)) {
            lines.addAll(StopCard.of(journey.at(stop.number()), canvas).unnumbered().lines());
            for (String note : notes(journey, stop)) {
                lines.add(Line.of("note          ", Role.DIM).plus(note, Role.STRONG));
            }
            lines.add(Line.EMPTY);
        }
        if (isAnswered(journey)) {
            lines.addAll(SummaryCard.of(furthest(journey), canvas).unnumbered().lines());
        }
        return new Frame(lines);
    }

    /// Draws the stops, the breakpoints and the notes, a line each.
    public static Frame info(Journey journey, Canvas canvas) {
        List<CardLine> lines = new ArrayList<>();
        for (Stop stop : stops(journey)) {
            StringBuilder words = new StringBuilder(place(stop));
            for (String note : notes(journey, stop)) {
                words.append("; note: ").append(note);
            }
            lines.add(CardLine.aside((stop.number() == journey.cursor() ? "> " : "  ") + "stop " + stop.number(), Role.PLAIN, words.toString()));
        }
        for (Breakpoint each : journey.breakpoints()) {
            lines.add(CardLine.aside((each.cause() instanceof Watch ? "  watch " : "  break ") + each.number(), Role.HELD,
                    each.cause().text() + (each.hits() == 0 ? ", no stop yet" : ", " + Counted.of(each.hits(), "stop"))));
        }
        if (journey.breakpoints().isEmpty()) {
            lines.add(CardLine.aside("  break", Role.DIM, "none; break STAGE sets one, watch VALUE stops at a change"));
        }
        return CardTable.draw(lines, canvas).frame();
    }

    /// Writes the page as Markdown.
    public static String markdown(Journey journey) {
        StringBuilder page = new StringBuilder("# A walk through a connection to ").append(Printable.ascii(journey.header().target().host()))
                .append(", port ").append(journey.header().target().port()).append("\n\nRecorded at ").append(journey.header().origin())
                .append(" by ").append(Printable.ascii(journey.header().tool())).append(".\n");
        for (Stop stop : stops(journey)) {
            page.append("\n## Stop ").append(stop.number()).append(": ").append(place(stop)).append("\n\n```\n")
                    .append(StopCard.of(journey.at(stop.number()), new Canvas(MARKDOWN_WIDTH, Glyphs.UNICODE)).unnumbered().text()).append("```\n");
            for (String note : notes(journey, stop)) {
                page.append("\n> ").append(note).append('\n');
            }
        }
        if (isAnswered(journey)) {
            page.append("\n## Predictions\n\n```\n").append(SummaryCard.of(furthest(journey), new Canvas(MARKDOWN_WIDTH, Glyphs.UNICODE)).unnumbered().text())
                    .append("```\n");
        }
        if (stops(journey).size() == journey.stops().size() && journey.last().isEnd()) {
            page.append("\n**").append(Printable.measured(Diagnosis.of(TraceIndex.of(journey.at(journey.stops().size()).seen())).happened(), Glyphs.UNICODE)).append("**\n");
        }
        return page.toString();
    }

    private static boolean isAnswered(Journey journey) {
        return !Answers.isEmpty(journey) && Answers.of(journey).isAnswered();
    }

    /// The stops that the page tells of. Of a recording that asks questions no stop is told that nobody has come to yet.
    private static List<Stop> stops(Journey journey) {
        return journey.live() || Answers.isEmpty(journey) ? journey.stops() : journey.stops().subList(0, furthest(journey).cursor());
    }

    /// The walk seen from the last stop that was seen.
    private static Journey furthest(Journey journey) {
        int last = journey.cursor();
        for (Stop stop : journey.stops()) {
            last = stop.upTo() <= journey.shown() ? Math.max(last, stop.number()) : last;
        }
        return journey.at(last);
    }

    /// The notes beside a stop, safe to print.
    private static List<String> notes(Journey journey, Stop stop) {
        List<String> notes = new ArrayList<>();
        for (RunEvent event : journey.spoken()) {
            if (event instanceof RunEvent.Noted note && note.stop() == stop.number()) {
                notes.add(Printable.line(note.text(), LONGEST_NOTE));
            }
        }
        return notes;
    }

    private static String place(Stop stop) {
        return switch (stop.kind()) {
            case HELD -> StopWords.place(stop.stage(), stop.after(), stop.lane(), stop.actor(), 0);
            case STEP -> "before step " + stop.step() + ", " + Printable.ascii(stop.actor());
            case RUNNING -> "nobody stood at a gate";
            case END -> "the end";
        };
    }
}
