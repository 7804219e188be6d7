package dev.lifeline.step.card;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.step.Journey;
import dev.lifeline.step.PlayedScenario;
import dev.lifeline.step.predict.Answers;
import dev.lifeline.text.Printable;
import dev.lifeline.view.answer.Brief;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import java.util.ArrayList;
import java.util.List;

/// The card of a stop: what ended on the way to it, where the person stands, what the kernel showed by then, and what comes next.
public final class StopCard {

    /// Lines of a card at most, its footer not counted.
    public static final int MOST = 8;

    private StopCard() {
    }

    /// Draws it.
    public static Card of(Journey journey, Canvas canvas) {
        StopParts parts = StopParts.of(journey, canvas);
        List<CardLine> done = parts.done();
        List<CardLine> below = new ArrayList<>();
        below.add(parts.stop());
        below.addAll(parts.hits());
        if (journey.stop().isEnd()) {
            return end(journey, parts, below, canvas);
        }
        List<CardLine> facts = parts.kernel();
        int room = Math.max(0, MOST - 1 - below.size() - parts.asked().size() - Math.min(done.size(), 3));
        below.addAll(facts.subList(Math.max(0, facts.size() - room), facts.size()));
        below.add(parts.next());
        below.addAll(parts.asked());
        List<CardLine> lines = kept(done, MOST - below.size());
        lines.addAll(below);
        Card card = CardTable.draw(lines, canvas);
        return new Card(new Frame(joined(claim(journey, MOST - card.frame().lines().size(), canvas), card.frame().lines())), card.lines());
    }

    /// The claim of a scenario, and what there is to watch for as far as it has room: both stand at the beginning of its walk, and nothing
    /// elsewhere. The claim of one that asks comes at its end.
    ///
    /// @param room lines
    public static List<Line> claim(Journey journey, int room, Canvas canvas) {
        PlayedScenario played = journey.stop().number() == 1 ? PlayedScenario.of(journey.header()) : null;
        if (played == null) {
            return List.of();
        }
        List<Line> claim = new ArrayList<>();
        CardTable.wrap(claim, "claim", Role.STRONG, Answers.isAsking(journey) ? "" : Printable.ascii(played.scenario().claim()), canvas);
        List<Line> watch = new ArrayList<>();
        CardTable.wrap(watch, "watch for", Role.STRONG, Printable.ascii(played.scenario().watch()), canvas);
        return claim.size() + watch.size() <= room ? joined(claim, watch) : claim.size() <= room ? claim : List.of();
    }

    private static List<Line> joined(List<Line> above, List<Line> below) {
        List<Line> all = new ArrayList<>(above);
        all.addAll(below);
        return all;
    }

    /// The newest of them; the others are counted. Where there is room beside them, the last of those that failed stays.
    ///
    /// @param room lines, at least one
    public static List<CardLine> kept(List<CardLine> done, int room) {
        if (done.size() <= room) {
            return new ArrayList<>(done);
        }
        int more = done.size() - room + 1;
        List<CardLine> kept = new ArrayList<>(done.subList(more, done.size()));
        CardLine failed = last(done.subList(0, more));
        if (failed != null && !kept.isEmpty() && kept.getFirst().role() != Role.BAD) {
            kept.set(0, failed);
        }
        int hidden = 0;
        for (CardLine each : done.subList(0, more)) {
            hidden += each.role() == Role.BAD && !kept.contains(each) ? 1 : 0;
        }
        kept.addFirst(CardLine.aside("", Role.DIM, "and " + more + " more before these" + (hidden == 0 ? "" : ", " + (hidden == 1 ? "one" : hidden)
                + " failed") + ": back, then step, shows each"));
        return kept;
    }

    /// The last one that failed; `null` where none did.
    private static CardLine last(List<CardLine> lines) {
        CardLine last = null;
        for (CardLine each : lines) {
            last = each.role() == Role.BAD ? each : last;
        }
        return last;
    }

    /// Draws what a run that is over amounts to.
    ///
    /// @param index of all of it
    public static Frame answer(Journey journey, TraceIndex index, Canvas canvas) {
        PlayedScenario played = PlayedScenario.of(journey.header());
        return played != null ? PlayEnd.of(played, index, canvas) : new Brief().draw(index, Diagnosis.of(index), canvas);
    }

    private static Card end(Journey journey, StopParts parts, List<CardLine> below, Canvas canvas) {
        Frame answer = answer(journey, parts.index(), canvas);
        List<CardLine> done = parts.done();
        List<CardLine> lines = kept(done, Math.max(2, MOST - 1 - answer.lines().size()));
        lines.addAll(below);
        Card card = CardTable.draw(lines, canvas);
        return new Card(new Frame(joined(card.frame().lines(), answer.lines())), card.lines());
    }

    /// Draws the line below a card: the keys that do something now.
    public static Frame footer(Journey journey, Card card, Canvas canvas) {
        return footer(StopKeys.of(journey, !card.facts().isEmpty()), canvas);
    }

    /// Draws it out of its keys.
    public static Frame footer(List<StopKeys.Key> keys, Canvas canvas) {
        return new Frame(List.of(Line.of(StopKeys.line(keys, canvas.width()), Role.DIM)));
    }
}
