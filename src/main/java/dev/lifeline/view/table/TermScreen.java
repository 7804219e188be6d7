package dev.lifeline.view.table;

import dev.lifeline.glossary.Glossary;
import dev.lifeline.glossary.PictureSigns;
import dev.lifeline.glossary.Term;
import dev.lifeline.glossary.TermTopic;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.HangingIndent;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Phrases;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import java.util.ArrayList;
import java.util.List;

/// A term as a person reads it: what it is, its picture, where it can be seen happening, where to read on. It fits 24 lines of 80.
public final class TermScreen {

    /// Beyond this a paragraph is hard to read.
    private static final int WIDEST_TEXT = 100;
    private static final int INDENT = 10;
    private static final int MARGIN = 2;

    private final Term term;
    private final Canvas canvas;
    private final List<Line> lines = new ArrayList<>();

    public TermScreen(Term term, Canvas canvas) {
        this.term = term;
        this.canvas = new Canvas(Math.min(canvas.width(), WIDEST_TEXT), canvas.glyphs());
    }

    /// Draws it.
    public Frame frame() {
        lines.add(Line.of(String.join(", ", term.names()), Role.STRONG));
        lines.add(Line.EMPTY);
        wrap(term.text());
        lines.add(Line.EMPTY);
        draw();
        boolean first = true;
        for (String scenario : term.scenarios()) {
            lines.add(Line.of(first ? "see it    " : " ".repeat(INDENT), Role.DIM).plus("trace run " + scenario, Role.COMMAND));
            first = false;
        }
        for (String code : codes()) {
            lines.add(Line.of("proves    ", Role.DIM).plus("trace explain " + code, Role.COMMAND));
        }
        listed("source", term.sources());
        listed("see also", words(term.see()));
        return new Frame(lines);
    }

    /// The same without a picture and without columns.
    public Frame sentences() {
        wrap(String.join(", ", term.names()) + ":");
        wrap(term.text());
        if (!term.scenarios().isEmpty()) {
            wrap("To see it, type: trace run " + String.join(", or trace run ", term.scenarios()) + ".");
        }
        if (!codes().isEmpty()) {
            wrap("What it proves, type: trace explain " + String.join(", or trace explain ", codes()) + ".");
        }
        wrap("Source: " + String.join(", ", term.sources()) + ".");
        if (!term.see().isEmpty()) {
            wrap("See also: " + String.join(", ", words(term.see())) + ".");
        }
        return new Frame(lines);
    }

    /// All terms by topic.
    public static Frame list(Canvas wide) {
        Canvas canvas = new Canvas(Math.min(wide.width(), WIDEST_TEXT), wide.glyphs());
        List<Line> lines = new ArrayList<>();
        for (TermTopic topic : Glossary.topics()) {
            lines.add(Line.of(topic.title(), Role.STRONG));
            List<String> words = new ArrayList<>();
            topic.terms().forEach(term -> words.add(term.word()));
            for (String line : Phrases.lines(String.join(", ", words), canvas.width() - MARGIN)) {
                lines.add(Line.of(" ".repeat(MARGIN) + line.stripTrailing(), Role.COMMAND));
            }
        }
        lines.add(Line.EMPTY);
        lines.add(Line.of("trace help TERM explains one of them.", Role.DIM));
        return new Frame(lines);
    }

    /// Draws the picture where there is room for all of it: a part of one misleads.
    private void draw() {
        int widest = 0;
        for (String line : term.picture()) {
            widest = Math.max(widest, MARGIN + line.length());
        }
        if (widest == 0 || widest > canvas.width()) {
            return;
        }
        for (String line : term.picture()) {
            lines.add(Line.of(" ".repeat(MARGIN) + (canvas.glyphs() == Glyphs.UNICODE ? line : PictureSigns.ascii(line))));
        }
        lines.add(Line.EMPTY);
    }

    /// The codes of errors among the term's names.
    private List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (ErrorCode code : ErrorCode.values()) {
            if (code != ErrorCode.UNKNOWN && code != ErrorCode.INTERRUPTED && term.names().contains(code.name())) {
                codes.add(code.name());
            }
        }
        return codes;
    }

    private static List<String> words(List<String> names) {
        List<String> words = new ArrayList<>();
        for (String name : names) {
            words.add(Glossary.find(name).word());
        }
        return words;
    }

    private void wrap(String text) {
        for (String line : Wrap.lines(text, canvas.width(), 0)) {
            lines.add(Line.of(line));
        }
    }

    private void listed(String label, List<String> words) {
        HangingIndent.add(lines, label, Role.DIM, String.join(", ", words), Role.PLAIN, INDENT, canvas);
    }
}
