package dev.lifeline.step.card;

import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.step.Journey;
import dev.lifeline.step.PlayedScenario;
import dev.lifeline.step.Stop;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Printable;
import dev.lifeline.view.answer.Brief;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.HangingIndent;
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
        StopSight sight = new StopSight(journey);
        StopLines place = new StopLines(sight, canvas.glyphs());
        List<CardLine> done = new MoveLines(sight, canvas.glyphs()).lines();
        List<CardLine> below = new ArrayList<>();
        below.add(place.stop());
        below.addAll(new HitLines(sight, canvas.width(), canvas.glyphs()).lines());
        if (journey.stop().isEnd()) {
            return end(sight, done, below, canvas);
        }
        List<CardLine> facts = place.facts();
        CardLine next = place.next();
        int room = Math.max(0, MOST - 1 - below.size() - Math.min(done.size(), 3));
        below.addAll(facts.subList(Math.max(0, facts.size() - room), facts.size()));
        below.add(next);
        List<CardLine> lines = kept(done, MOST - below.size());
        lines.addAll(below);
        Card card = CardTable.draw(lines, canvas);
        PlayedScenario played = journey.stop().number() == 1 ? PlayedScenario.of(journey.header()) : null;
        return played == null ? card : new Card(new Frame(joined(claim(played, MOST - card.frame().lines().size(), canvas), card.frame().lines())), card.facts());
    }

    /// The claim of a scenario, and what there is to watch for as far as it has room: both stand at the beginning of its walk.
    private static List<Line> claim(PlayedScenario played, int room, Canvas canvas) {
        List<Line> claim = new ArrayList<>();
        HangingIndent.add(claim, "claim", Role.STRONG, Printable.ascii(played.scenario().claim()), Role.PLAIN, CardTable.LABEL, canvas);
        List<Line> watch = new ArrayList<>();
        HangingIndent.add(watch, "watch for", Role.STRONG, Printable.ascii(played.scenario().watch()), Role.PLAIN, CardTable.LABEL, canvas);
        return claim.size() + watch.size() <= room ? joined(claim, watch) : claim.size() <= room ? claim : List.of();
    }

    private static List<Line> joined(List<Line> above, List<Line> below) {
        List<Line> all = new ArrayList<>(above);
        all.addAll(below);
        return all;
    }

    /// The newest of them; the others are counted.
    private static List<CardLine> kept(List<CardLine> done, int room) {
        if (done.size() <= room) {
            return new ArrayList<>(done);
        }
        List<CardLine> kept = new ArrayList<>();
        int more = done.size() - room + 1;
        kept.add(CardLine.aside("", Role.DIM, "and " + Counted.of(more, "stage") + " before these: back, then step, shows each"));
        kept.addAll(done.subList(more, done.size()));
        return kept;
    }

    private static Card end(StopSight sight, List<CardLine> done, List<CardLine> below, Canvas canvas) {
        PlayedScenario played = PlayedScenario.of(sight.journey().header());
        Frame answer = played != null ? PlayEnd.of(played, sight.index(), canvas)
                : new Brief().draw(sight.index(), Diagnosis.of(sight.index()), canvas);
        List<CardLine> lines = kept(done, Math.max(1, MOST - 1 - answer.lines().size()));
        lines.addAll(below);
        Card card = CardTable.draw(lines, canvas);
        return new Card(new Frame(joined(card.frame().lines(), answer.lines())), card.facts());
    }

    /// Draws the line below a card: the keys that do something now.
    public static Frame footer(Journey journey, Canvas canvas) {
        return new Frame(List.of(Line.of(keys(journey, canvas.width()), Role.DIM)));
    }

    private static String keys(Journey journey, int width) {
        Stop stop = journey.stop();
        String rest = "i inspect   " + (stop.isHeld() || stop.kind() == Stop.Kind.STEP ? "w why   " : "") + "? N where from   h help   q quit";
        String move = journey.isOver() ? "b back   nb notebook   " + (journey.live() ? "rerun   " : "")
                : !journey.isReplay() ? "Enter next   s step   c continue   "
                : stop.number() == 1 ? "Enter forward   " : "Enter forward   b back   ";
        String live = journey.live() && journey.isReplay() ? "live   " : "";
        String all = move + live + rest;
        return all.length() <= width ? all : move + live + "i inspect   h help   q quit";
    }
}
