package dev.lifeline.cli.command;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.report.JsonLine;
import dev.lifeline.cli.report.NeedsReport;
import dev.lifeline.cli.start.Cli;
import dev.lifeline.scenario.Catalogue;
import dev.lifeline.scenario.Head;
import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.ScenarioException;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The catalogue as a person reads it: by topic, each with its claim, and why this machine cannot show it where it cannot.
final class ScenarioList {

    private static final int GAP = 2;

    private final List<Catalogue.Topic> topics;
    private final NeedsReport needs;

    ScenarioList(List<Catalogue.Topic> topics, NeedsReport needs) {
        this.topics = topics;
        this.needs = needs;
    }

    /// The part of a scenario that is shown.
    ///
    /// @param claim what it shows
    /// @param not why this machine cannot show it, or `null`
    private record Entry(String claim, List<String> needs, String not) {
    }

    Frame frame(Canvas canvas) {
        int names = 0;
        int count = 0;
        int missing = 0;
        for (Catalogue.Topic topic : topics) {
            for (String id : topic.ids()) {
                names = Math.max(names, id.length());
            }
        }
        int indent = 2 + names + GAP;
        List<Line> lines = new ArrayList<>();
        for (Catalogue.Topic topic : topics) {
            for (String line : Wrap.lines(topic.name() + "   " + topic.title(), canvas.width(), 0)) {
                lines.add(Line.of(line, Role.STRONG));
            }
            for (String id : topic.ids()) {
                Entry entry = entry(id);
                boolean here = entry.not() == null;
                count++;
                missing += here ? 0 : 1;
                Line line = Line.of(here ? "  " : FittedText.left(canvas.glyphs().times(), 2), Role.BAD).plus(id, Role.COMMAND)
                        .plus(" ".repeat(names - id.length() + GAP), Role.PLAIN);
                if (!entry.claim().isEmpty()) {
                    add(lines, line, entry.claim(), here ? Role.PLAIN : Role.DIM, indent, canvas);
                    line = Line.of(" ".repeat(indent));
                }
                if (!here) {
                    add(lines, line, "not here: " + entry.not(), Role.BAD, indent, canvas);
                }
            }
            lines.add(Line.EMPTY);
        }
        String last = count + (count == 1 ? " scenario" : " scenarios") + (missing == 0 ? "" : ", " + missing
                + " of them cannot be shown on this machine (" + canvas.glyphs().times() + "); trace doctor says more")
                + ". trace run ID plays one, trace scenarios WORD lists those of a topic or with that word, "
                + "trace scenarios show ID prints a file, trace scenarios new NAME begins one of your own.";
        for (String line : Wrap.lines(last, canvas.width(), 0)) {
            lines.add(Line.of(line, Role.DIM));
        }
        return new Frame(lines);
    }

    private static void add(List<Line> lines, Line begun, String text, Role role, int indent, Canvas canvas) {
        Line line = begun;
        for (String piece : Wrap.lines(Printable.ascii(text), canvas.width() - indent, 0)) {
            lines.add(line.plus(piece, role));
            line = Line.of(" ".repeat(indent));
        }
    }

    /// One line a scenario, until nobody reads any more.
    void json(Io io) {
        for (Catalogue.Topic topic : topics) {
            for (String id : topic.ids()) {
                Entry entry = entry(id);
                String line = new JsonLine().text("id", id).text("topic", topic.name()).text("claim", entry.claim())
                        .texts("needs", entry.needs()).flag("available", entry.not() == null).text("reason", entry.not()).end();
                if (!Cli.print(io, line)) {
                    return;
                }
            }
        }
    }

    private Entry entry(String id) {
        try {
            Head head = Catalogue.head(id);
            return new Entry(head.claim(), Need.labels(head.needs()), needs.missing(head));
        } catch (IOException | ScenarioException e) {
            // One damaged file of the program's own must not hide the others.
            return new Entry("", List.of(), ScenarioCheck.first(e));
        }
    }
}
