package dev.lifeline.cli.report;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.option.Settings;
import dev.lifeline.cli.start.Cli;
import dev.lifeline.step.CommandWord;
import dev.lifeline.step.Journey;
import dev.lifeline.step.card.Card;
import dev.lifeline.step.card.StopCard;
import dev.lifeline.step.live.StepOutput;
import dev.lifeline.terminal.Painter;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.HangingIndent;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import java.util.ArrayList;
import java.util.List;

/// Cards that append, one below the other: copy, scroll-back and recording of a terminal keep working.
public final class StepScreen implements StepOutput {

    private final Io io;
    private final Painter painter;
    private final boolean fixed;
    private Canvas canvas;
    private boolean first = true;

    private StepScreen(Io io, Painter painter, Canvas canvas, boolean fixed) {
        this.io = io;
        this.fixed = fixed;
        this.painter = painter;
        this.canvas = canvas;
    }

    /// A screen as the options ask for.
    ///
    /// @throws UsageException for a width that cannot be drawn
    public static StepScreen of(OutputOptions options, Io io) throws UsageException {
        Canvas canvas = options.canvas(io.terminal());
        return new StepScreen(io, options.look.painter(io, Settings.of(io), options.accessible), canvas, options.width != null);
    }

    @Override
    public Canvas canvas() {
        return canvas;
    }

    @Override
    public void columns(int columns) {
        if (!fixed && columns > 0) {
            canvas = new Canvas(columns, canvas.glyphs());
        }
    }

    @Override
    public boolean stop(Journey journey, Card card, boolean keys) {
        return show(keys ? new Frame(joined(card.frame().lines(), StopCard.footer(journey, canvas).lines())) : card.frame());
    }

    private static List<Line> joined(List<Line> above, List<Line> below) {
        List<Line> all = new ArrayList<>(above);
        all.addAll(below);
        return all;
    }

    @Override
    public boolean answer(CommandWord word, Journey journey, Card card) {
        return show(card.frame());
    }

    @Override
    public boolean say(boolean refused, String sentence) {
        List<Line> lines = new ArrayList<>();
        HangingIndent.add(lines, refused ? "?" : "", Role.BAD, sentence, Role.PLAIN, 2, canvas);
        return Cli.print(io, painter.paint(new Frame(lines)));
    }

    private boolean show(Frame frame) {
        String gap = first ? "" : "\n";
        first = false;
        return Cli.print(io, gap + painter.paint(frame));
    }
}
