package dev.lifeline.step.card;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.step.Journey;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import java.util.List;

/// The parts of a stop before they are laid out: every face shows them, each in its own way.
///
/// @param index the trace as it was then, with what follows from it
/// @param done what ended on the way to the stop, the newest last
/// @param stop where the person stands
/// @param hits the breakpoints and watches that the stop is due to
/// @param kernel what the kernel showed by then: queue, sockets, timers
/// @param next what comes next; `null` where nothing does
/// @param asked what is asked there, and what was answered there
public record StopParts(TraceIndex index, List<CardLine> done, CardLine stop, List<CardLine> hits, List<CardLine> kernel,
                        CardLine next, List<CardLine> asked) {

    public StopParts {
        done = List.copyOf(done);
        hits = List.copyOf(hits);
        kernel = List.copyOf(kernel);
        asked = List.copyOf(asked);
    }

    /// Takes them.
    public static StopParts of(Journey journey, Canvas canvas) {
        return of(new StopSight(journey), canvas, false);
    }

    /// The same with what is done in whole sentences.
    public static StopParts said(Journey journey, Canvas canvas) {
        return of(new StopSight(journey), canvas, true);
    }

    static StopParts of(StopSight sight, Canvas canvas, boolean said) {
        Glyphs glyphs = canvas.glyphs();
        StopLines place = new StopLines(sight, glyphs);
        List<CardLine> done = sight.journey().isBetween() ? List.of(EventCard.line(sight, glyphs)) : new MoveLines(sight, glyphs, said).lines();
        return new StopParts(sight.index(), done, sight.journey().isBetween() ? EventCard.way(sight, glyphs) : place.stop(),
                sight.journey().isBetween() ? List.of() : new HitLines(sight, canvas.width(), glyphs).lines(), sight.stop().isEnd() ? List.of() : place.facts(), place.next(),
                PredictLines.of(sight.journey()));
    }
}
