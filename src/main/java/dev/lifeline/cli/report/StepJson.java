package dev.lifeline.cli.report;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.start.Cli;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.step.CommandWord;
import dev.lifeline.step.Journey;
import dev.lifeline.step.Stop;
import dev.lifeline.step.card.Card;
import dev.lifeline.step.card.CardLine;
import dev.lifeline.step.live.StepOutput;
import dev.lifeline.step.predict.Answers;
import dev.lifeline.step.predict.OpenQuestion;
import dev.lifeline.step.predict.Told;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cards for programs: a line of type `stop`, `answer`, `said` or `refused` for each, `prediction` for a question and `reveal` for what
/// came of its answer.
public final class StepJson implements StepOutput {

    private static final Canvas CANVAS = new Canvas(100, Glyphs.ASCII);

    private final Io io;

    public StepJson(Io io) {
        this.io = io;
    }

    @Override
    public Canvas canvas() {
        return CANVAS;
    }

    @Override
    public boolean stop(Journey journey, Card card, boolean keys) {
        Stop stop = journey.stop();
        JsonLine line = new JsonLine().text("type", "stop").whole("run", journey.run()).whole("stop", stop.number())
                .text("kind", stop.kind().toString().toLowerCase(Locale.ROOT)).flag("replay", journey.isReplay());
        if (stop.isHeld()) {
            line.text("lane", stop.lane().label()).text("actor", stop.actor()).whole("connection", stop.connection())
                    .text("side", stop.after() ? "after" : "before").text("stage", stop.stage().label());
        }
        List<String> open = new ArrayList<>();
        for (OpenQuestion each : Answers.open(journey)) {
            open.add(each.id());
        }
        if (!open.isEmpty()) {
            line.texts("predictions", open);
        }
        return Cli.print(io, card(line, card).end());
    }

    @Override
    public boolean question(Journey journey, OpenQuestion question, Card card, boolean keys) {
        return Cli.print(io, card(new JsonLine().text("type", "prediction").whole("stop", journey.cursor()).text("id", question.id())
                .text("question", question.question().label()).text("ask", question.ask()).texts("options", question.lines()), card).end());
    }

    @Override
    public boolean reveal(Journey journey, Told told, Card card) {
        return Cli.print(io, card(new JsonLine().text("type", "reveal").whole("stop", journey.cursor()).text("id", told.id())
                .text("question", told.question().label()).text("outcome", told.outcome()).text("said", told.said())
                .text("shown", told.shown()).text("saw", told.saw()), card).end());
    }

    @Override
    public boolean answer(CommandWord word, Journey journey, Card card) {
        return Cli.print(io, card(new JsonLine().text("type", "answer").text("command", word.word()).whole("stop", journey.cursor()), card).end());
    }

    @Override
    public boolean say(boolean refused, String sentence) {
        return Cli.print(io, new JsonLine().text("type", refused ? "refused" : "said").text("text", sentence).end());
    }

    private static JsonLine card(JsonLine line, Card card) {
        List<String> text = new ArrayList<>();
        for (Line each : card.frame().lines()) {
            text.add(each.text());
        }
        List<String> events = new ArrayList<>();
        for (CardLine fact : card.facts()) {
            StringBuilder numbers = new StringBuilder();
            for (TraceEvent event : fact.evidence()) {
                numbers.append(numbers.isEmpty() ? "" : " ").append(event.sequence());
            }
            events.add(numbers.toString());
        }
        return line.texts("lines", text).texts("events", events);
    }
}
