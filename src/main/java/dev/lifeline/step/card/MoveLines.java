package dev.lifeline.step.card;

import dev.lifeline.analysis.AbandonedAttempt;
import dev.lifeline.analysis.Span;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Role;
import dev.lifeline.wording.PlayWords;
import dev.lifeline.wording.RaceWords;
import dev.lifeline.wording.StageWords;
import dev.lifeline.wording.line.StageLine;
import dev.lifeline.wording.web.TlsWords;
import java.util.ArrayList;
import java.util.List;

/// The stages that ended since the stop before, one line each, and the calls that are under way.
final class MoveLines {

    private final StopSight sight;
    private final Glyphs glyphs;
    private final StageLine words;
    /// For whole sentences; `null` where nobody wants them.
    private final StageWords sentences;

    /// @param said whether each line has its whole sentence, too
    MoveLines(StopSight sight, Glyphs glyphs, boolean said) {
        this.sight = sight;
        this.glyphs = glyphs;
        this.words = new StageLine(sight.index(), glyphs);
        this.sentences = said ? StageWords.of(sight.index(), glyphs) : null;
    }

    List<CardLine> lines() {
        List<CardLine> lines = new ArrayList<>();
        for (Span span : sight.index().timeline().spans()) {
            switch (span.state().kind()) {
                case DONE, FAILED -> {
                    if (sight.isNew(span.ended())) {
                        lines.add(ended(span));
                    }
                }
                case OPEN -> lines.add(new CardLine(span.stage().label(), Role.PLAIN, side(span), "under way" + patience(span), "", List.of(span.begun())));
                case SKIPPED -> {
                    if (sight.isNew(span.begun())) {
                        lines.add(CardLine.fact(span.stage().label(), Role.DIM, side(span), words.of(span, (Span) null), List.of(span.begun())));
                    }
                }
                case HANDSHAKE, QUEUED, CONCLUDED, NOT_REACHED -> { }
            }
        }
        lines.addAll(new FaultLines(sight, glyphs).lines());
        for (TraceEvent event : sight.index().play()) {
            if (sight.isNew(event)) {
                told(event, lines);
            }
        }
        return lines;
    }

    /// A step that was not done, a wait in vain, and what a person had done.
    private void told(TraceEvent event, List<CardLine> lines) {
        if (event.body() instanceof PlayEvent.HandActed hand) {
            lines.add(CardLine.fact("by hand", Role.HELD, "", Printable.ascii(hand.actor() + " " + hand.action())
                    + (sight.journey().header().scenario() == null ? ": not by its own program" : ": no step of the scenario"), List.of(event)));
            return;
        }
        String words = event.body() instanceof PlayEvent.StepEnded ended ? PlayWords.of(ended).phrase()
                : event.body() instanceof PlayEvent.WaitFailed failed ? PlayWords.of(failed, sight.began()).phrase()
                : event.body() instanceof PlayEvent.PlayCut cut ? PlayWords.of(cut).phrase() : null;
        if (words != null) {
            lines.add(CardLine.fact("play", Role.BAD, "", words, List.of(event)));
        }
    }

    /// The deadline of a wait that can be over while nobody has touched anything.
    private String patience(Span span) {
        boolean limited = span.lane() == Lane.CLIENT && (span.stage() == Stage.LOOKUP || span.stage() == Stage.CONNECT);
        return !limited || sight.stop().patience() == 0 ? "" : "; it gives up after " + Durations.text(sight.stop().patience()) + ", stops not counted";
    }

    private CardLine ended(Span span) {
        boolean failed = span.state() instanceof Span.Failed;
        AbandonedAttempt given = span.stage() == Stage.CONNECT && span.lane() == Lane.CLIENT
                ? AbandonedAttempt.of(span, sight.index().abandoned()) : null;
        Span handshake = span.stage() == Stage.CONNECT ? handshakeOf(span) : null;
        long held = sight.index().timeline().heldWithin(span);
        String found = given != null ? RaceWords.abandoned(given, span.remote()) : (failed ? "FAILED " : "")
                + (span.outcome() instanceof Outcome.Secured secured ? TlsWords.agreed(secured) : words.of(span, handshake));
        String meanwhile = held == 0 ? "" : "; " + Durations.of(held, glyphs) + " more while a side was held";
        return new CardLine(span.stage().label(), failed ? Role.BAD : Role.PLAIN, side(span), found + meanwhile,
                Durations.of(span.took() - held, glyphs), sight.evidence(span.lane(), span.connection(), span.begun(), span.ended()),
                sentences == null || held > 0 || given != null ? null : sentences.sentence(span));
    }

    private Span handshakeOf(Span connect) {
        for (Span span : sight.index().timeline().spans()) {
            if (span.state() instanceof Span.Handshake && span.connection() == connect.connection() && span.attempt() == connect.attempt()) {
                return span;
            }
        }
        return null;
    }

    private String side(Span span) {
        String actor = span.connection() > 0 ? sight.index().actors().name(span.lane(), span.connection()) : null;
        if (actor != null && sight.numbered()) {
            return Printable.ascii(actor);
        }
        return !sight.sides() ? "" : sight.numbered() && span.connection() > 0 ? span.lane().label() + " " + span.connection() : span.lane().label();
    }
}
