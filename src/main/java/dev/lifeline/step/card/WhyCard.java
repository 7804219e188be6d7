package dev.lifeline.step.card;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.glossary.Glossary;
import dev.lifeline.glossary.Term;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Verdict;
import dev.lifeline.step.CommandException;
import dev.lifeline.step.Journey;
import dev.lifeline.step.PlayedScenario;
import dev.lifeline.step.Stop;
import dev.lifeline.step.predict.Answers;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.table.TermScreen;
import dev.lifeline.wording.FailureWords;
import dev.lifeline.wording.step.StopWords;
import java.util.ArrayList;
import java.util.List;

/// Explains a stop: a sentence and its source, the term of its stage, and the term with its picture and neighbours.
public final class WhyCard {

    private static final int WHOLE_TERM = 2;
    private static final String WITHHELD = "more would tell what is asked here: p predicts it, Enter runs it, and then why says more";

    private WhyCard() {
    }

    /// Draws it.
    ///
    /// @param depth 1 to 3
    /// @param sentences whether pictures are left out
    /// @throws CommandException where nobody is stopped, and no call is under way
    public static Frame of(Journey journey, int depth, boolean sentences, Canvas canvas) throws CommandException {
        Stop stop = journey.stop();
        boolean hidden = Answers.isHidden(journey);
        PlayedScenario played = stop.kind() == Stop.Kind.STEP ? PlayedScenario.of(journey.header()) : null;
        if (played != null) {
            return of(played, stop, depth, Answers.isAsking(journey), canvas);
        }
        if (journey.isOver() && journey.whole()) {
            return end(journey, depth, sentences, canvas);
        } else if (!stop.isHeld()) {
            return running(journey, depth, sentences, hidden, canvas);
        }
        Span failed = hidden ? null : failed(new StopSight(journey));
        Span.Failed failure = failed == null ? null : (Span.Failed) failed.state();
        Term meant = failure == null ? null : Glossary.find(failure.failure().code().name());
        Term term = meant != null ? meant : term(stop.stage());
        if (depth > WHOLE_TERM && !hidden) {
            return sentences ? new TermScreen(term, canvas).sentences() : new TermScreen(term, canvas).frame();
        }
        List<Line> lines = new ArrayList<>();
        CardTable.wrap(lines, "here", Role.STRONG, StopWords.place(stop.stage(), stop.after(), stop.lane(), stop.actor(), 0), canvas);
        CardTable.wrap(lines, "next", Role.DIM, StopWords.next(stop.stage(), stop.after(), stop.lane(), journey.header().target()), canvas);
        if (hidden) {
            CardTable.wrap(lines, "not yet", Role.DIM, WITHHELD, canvas);
            return new Frame(lines);
        }
        if (failure != null) {
            CardTable.wrap(lines, "before it", Role.BAD, failed.stage().label() + ", " + failed.lane().label() + ", failed: " + FailureWords.mark(failure), canvas);
        }
        explain(lines, term, depth, canvas);
        return new Frame(lines);
    }

    /// Nobody is stopped: the last call that is under way is explained.
    private static Frame running(Journey journey, int depth, boolean sentences, boolean hidden, Canvas canvas) throws CommandException {
        Span open = null;
        for (Span span : new StopSight(journey).index().stages()) {
            open = span.state().kind() == Span.Kind.OPEN ? span : open;
        }
        if (journey.isOver() || open == null || hidden) {
            throw new CommandException(journey.isOver() ? "this run was ended before its end; help TERM explains a word"
                    : "nobody is stopped here: Enter waits on, and help TERM explains a word");
        }
        Term term = term(open.stage());
        if (depth > WHOLE_TERM) {
            return sentences ? new TermScreen(term, canvas).sentences() : new TermScreen(term, canvas).frame();
        }
        List<Line> lines = new ArrayList<>();
        CardTable.wrap(lines, "here", Role.STRONG, open.stage().label() + " of the " + open.lane().label() + " is under way, and nobody is stopped", canvas);
        explain(lines, term, depth, canvas);
        return new Frame(lines);
    }

    /// The last failure on the way to a stop; `null` where nothing failed.
    private static Span failed(StopSight sight) {
        Span last = null;
        for (Span span : sight.index().stages()) {
            last = span.state() instanceof Span.Failed && sight.isNew(span.ended()) ? span : last;
        }
        return last;
    }

    /// The end: what happened, and what the failure that decided it means.
    private static Frame end(Journey journey, int depth, boolean sentences, Canvas canvas) {
        PlayedScenario played = PlayedScenario.of(journey.header());
        Verdict verdict = played == null ? Diagnosis.of(TraceIndex.of(journey.seen())) : null;
        Term term = verdict == null || verdict.code() == null ? null : Glossary.find(verdict.code().name());
        if (term != null && depth > WHOLE_TERM) {
            return sentences ? new TermScreen(term, canvas).sentences() : new TermScreen(term, canvas).frame();
        }
        List<Line> lines = new ArrayList<>();
        CardTable.wrap(lines, "here", Role.STRONG, "the end of this run", canvas);
        if (played != null) {
            CardTable.wrap(lines, "claim", Role.DIM, Printable.ascii(played.scenario().claim()), canvas);
            CardTable.wrap(lines, "why", Role.DIM, Printable.ascii(played.scenario().why()), canvas);
            return new Frame(lines);
        }
        CardTable.wrap(lines, "happened", Role.STRONG, Printable.measured(verdict.happened(), canvas.glyphs()), canvas);
        if (term == null) {
            CardTable.wrap(lines, "proved", Role.DIM, Printable.measured(verdict.proved(), canvas.glyphs()), canvas);
            return new Frame(lines);
        }
        explain(lines, term, depth, canvas);
        return new Frame(lines);
    }

    /// The reason why is told when the play is over: it tells how it ends.
    private static Frame of(PlayedScenario played, Stop stop, int depth, boolean asks, Canvas canvas) {
        List<Line> lines = new ArrayList<>();
        CardTable.wrap(lines, "step " + stop.step(), Role.STRONG, played.line(stop.step()), canvas);
        CardTable.wrap(lines, "watch", Role.DIM, Printable.ascii(played.scenario().watch()), canvas);
        if (asks) {
            CardTable.wrap(lines, "not yet", Role.DIM, "its claim would tell what this walk asks; its end tells it", canvas);
            return new Frame(lines);
        }
        if (depth >= WHOLE_TERM) {
            CardTable.wrap(lines, "claim", Role.DIM, Printable.ascii(played.scenario().claim()), canvas);
        }
        if (depth > WHOLE_TERM) {
            CardTable.wrap(lines, "why", Role.DIM, Printable.ascii(played.scenario().why()), canvas);
        } else {
            lines.add(Line.of("why " + (depth + 1) + " says more" + (depth == WHOLE_TERM ? ", and how it ends" : ""), Role.DIM));
        }
        return new Frame(lines);
    }

    private static void explain(List<Line> lines, Term term, int depth, Canvas canvas) {
        CardTable.wrap(lines, term.word(), Role.STRONG, depth == WHOLE_TERM ? term.text() : first(term.text()), canvas);
        CardTable.wrap(lines, "source", Role.DIM, String.join(", ", term.sources()), canvas);
        lines.add(Line.of("why " + (depth + 1) + " says more", Role.DIM));
    }

    private static Term term(Stage stage) {
        Term term = Glossary.find(stage.label() + " stage");
        return term != null ? term : Glossary.find(stage.label());
    }

    private static String first(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }
}
