package dev.lifeline.cli.report;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.option.Setting;
import dev.lifeline.cli.option.Settings;
import dev.lifeline.cli.start.Cli;
import dev.lifeline.step.CommandWord;
import dev.lifeline.step.Journey;
import dev.lifeline.step.card.Card;
import dev.lifeline.step.card.StopCard;
import dev.lifeline.step.card.StopKeys;
import dev.lifeline.step.card.StopParts;
import dev.lifeline.step.face.AnswerPane;
import dev.lifeline.step.face.BigFace;
import dev.lifeline.step.face.Face;
import dev.lifeline.step.face.FaceChoice;
import dev.lifeline.step.face.FullFace;
import dev.lifeline.step.face.PlainFace;
import dev.lifeline.step.face.StepFrame;
import dev.lifeline.step.live.StepOutput;
import dev.lifeline.step.predict.OpenQuestion;
import dev.lifeline.terminal.Painter;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.HangingIndent;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import java.util.ArrayList;
import java.util.List;

/// A walk in the face that a person wishes for, as far as the terminal can show it.
public final class StepScreen implements StepOutput {

    /// The row of the prompt, and the one below it that Enter goes to.
    private static final int PROMPT_ROWS = 2;

    private final Io io;
    private final Painter painter;
    private final Canvas first;
    /// True where the width was asked for, so that the terminal is not.
    private final boolean fixed;
    /// True where somebody looks at a terminal that can be painted on.
    private final boolean screen;
    private final ScreenPaint paint = new ScreenPaint();
    private final List<String> said = new ArrayList<>();
    private Face wish;
    private FaceChoice choice;
    private String told;
    private int columns;
    private int rows;
    private boolean gap;
    private Journey journey;
    /// Cards that answer the last line.
    private final List<Card> answers = new ArrayList<>();
    /// True while a question stands open: its card says what the keys do.
    private boolean asking;
    private List<StopKeys.Key> keys = List.of();
    /// True where the card of the stop has lines that `?` can be asked of.
    private boolean facts;

    private StepScreen(Io io, Painter painter, Canvas canvas, boolean fixed, boolean screen, Face wish) {
        this.io = io;
        this.fixed = fixed;
        this.painter = painter;
        this.first = canvas;
        this.screen = screen;
        this.wish = wish;
        this.columns = io.terminal().columns();
        size(0, 0);
    }

    /// A screen as the options ask for.
    ///
    /// @param person whether somebody types at it
    /// @throws UsageException for a width that cannot be drawn, and a face that there is not
    public static StepScreen of(OutputOptions options, String face, boolean person, Settings settings, Io io) throws UsageException {
        Canvas canvas = options.canvas(io.terminal());
        Face wish = options.accessible ? Face.PLAIN : face != null ? named(face) : settings.get(Setting.FACE) == null ? null
                : Face.named(settings.get(Setting.FACE));
        return new StepScreen(io, options.look.painter(io, settings, wish == Face.PLAIN), canvas, options.width != null,
                person && !io.dumb(), wish);
    }

    private static Face named(String word) throws UsageException {
        Face face = Face.named(word);
        if (face == null) {
            throw new UsageException("--face " + Quoted.typed(word) + " is not known" + Nearest.hint(word, Face.words()) + ": there are "
                    + String.join(", ", Face.words()));
        }
        return face;
    }

    /// Tells whether it has to know the size of the terminal before the first stop is shown.
    public boolean paints() {
        return screen && (wish == Face.FULL || wish == Face.BIG);
    }

    @Override
    public Canvas canvas() {
        return new Canvas(choice.face() == Face.BIG ? BigFace.COLUMNS : width(), first.glyphs());
    }

    private int width() {
        return fixed ? first.width() : columns;
    }

    @Override
    public void size(int wide, int high) {
        columns = wide > 0 ? wide : columns;
        rows = high > 0 ? high : FaceChoice.FULL_ROWS;
        choice = FaceChoice.of(wish, screen, width(), rows);
    }

    @Override
    public void repaint() {
        if (journey != null && screen && (choice.face() == Face.FULL || choice.face() == Face.BIG)) {
            Card whole = card(journey);
            if (whole != null) {
                over(whole.frame());
            }
        }
    }

    @Override
    public String face(Face face) {
        wish = face;
        choice = FaceChoice.of(wish, screen, width(), rows);
        told = choice.why();
        return choice.why() == null ? "face " + face.label() : choice.why();
    }

    @Override
    public boolean sentences() {
        return choice.face() == Face.PLAIN;
    }

    @Override
    public String sign() {
        return sentences() ? "Command: " : "> ";
    }

    @Override
    public String typed(String line) {
        said.clear();
        answers.clear();
        asking = false;
        return sentences() ? PlainFace.chosen(keys, line) : line;
    }

    @Override
    public Card card(Journey now) {
        return switch (choice.face()) {
            case LINE -> StepOutput.super.card(now);
            case FULL -> FullFace.draw(frame(now), canvas(), rows - PROMPT_ROWS);
            case BIG -> BigFace.draw(frame(now), canvas(), rows - PROMPT_ROWS);
            case PLAIN -> PlainFace.draw(frame(now), canvas(), width());
        };
    }

    private StepFrame frame(Journey now) {
        StopParts parts = sentences() ? StopParts.said(now, canvas()) : StopParts.of(now, canvas());
        boolean facts = !parts.done().isEmpty() || !parts.kernel().isEmpty() || !parts.hits().isEmpty();
        return new StepFrame(now, parts, AnswerPane.of(answers), said, asking ? List.of() : StopKeys.of(now, facts));
    }

    @Override
    public boolean stop(Journey now, Card card, boolean person) {
        journey = now;
        facts = !card.facts().isEmpty();
        keys = StopKeys.of(now, facts);
        boolean reads = explained();
        return reads & switch (choice.face()) {
            case LINE -> append(person ? joined(card.frame(), StopCard.footer(now, card, canvas())) : card.frame());
            case FULL -> over(card.frame());
            case BIG -> screen ? over(person ? card.frame() : unkeyed(card.frame())) : append(card.frame());
            case PLAIN -> append(person ? joined(card.frame(), PlainFace.choices(keys, width())) : card.frame());
        };
    }

    /// A question comes below it, which has keys of its own: those of the stop are its last line.
    private static Frame unkeyed(Frame frame) {
        return new Frame(frame.lines().subList(0, Math.max(0, frame.lines().size() - 1)));
    }

    @Override
    public boolean keys(Journey now) {
        keys = StopKeys.of(now, facts);
        return switch (choice.face()) {
            case LINE, BIG -> append(StopCard.footer(keys, canvas()));
            case PLAIN -> append(PlainFace.choices(keys, width()));
            case FULL -> true;
        };
    }

    /// Says once why another face is shown than was wished for.
    private boolean explained() {
        boolean news = choice.why() != null && !choice.why().equals(told);
        told = choice.why();
        return !news || (sentences() ? append(PlainFace.text(choice.why(), width())) : sentence("", choice.why()));
    }

    @Override
    public boolean answer(CommandWord word, Journey now, Card card) {
        return switch (choice.face()) {
            case LINE, BIG -> append(card.frame());
            case PLAIN -> append(PlainFace.card(card, canvas(), width()).frame());
            case FULL -> {
                if (now.isOver() && (word == CommandWord.PREDICT || word == CommandWord.SUMMARY)) {
                    // It comes by itself, and what the run amounts to stays to be read.
                    yield append(card.frame());
                }
                answers.add(card);
                Card whole = card(now);
                yield whole == null ? append(card.frame()) : over(whole.frame());
            }
        };
    }

    @Override
    public boolean question(Journey now, OpenQuestion question, Card card, boolean person) {
        asking = true;
        return sentences() ? append(PlainFace.question(question, person, width())) : StepOutput.super.question(now, question, card, person);
    }

    @Override
    public boolean sure(Journey now) {
        asking = true;
        return StepOutput.super.sure(now);
    }

    @Override
    public boolean say(boolean refused, String sentence) {
        said.add((refused ? "? " : "") + sentence);
        return switch (choice.face()) {
            case LINE, BIG -> sentence(refused ? "?" : "", sentence);
            case PLAIN -> append(PlainFace.text(sentence, width()));
            case FULL -> {
                Card whole = journey == null ? null : card(journey);
                yield whole == null ? sentence(refused ? "?" : "", sentence) : over(whole.frame());
            }
        };
    }

    private boolean sentence(String sign, String sentence) {
        List<Line> lines = new ArrayList<>();
        HangingIndent.add(lines, sign, Role.BAD, sentence, Role.PLAIN, 2, canvas());
        paint.other();
        return Cli.print(io, painter.paint(new Frame(lines)));
    }

    private static Frame joined(Frame above, Frame below) {
        List<Line> all = new ArrayList<>(above.lines());
        all.addAll(below.lines());
        return new Frame(all);
    }

    private boolean over(Frame frame) {
        gap = true;
        return Cli.print(io, paint.over(painter.paint(frame), rows));
    }

    private boolean append(Frame frame) {
        String between = gap ? "\n" : "";
        gap = true;
        paint.other();
        return Cli.print(io, between + painter.paint(frame));
    }
}
