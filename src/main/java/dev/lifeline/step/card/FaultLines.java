package dev.lifeline.step.card;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Role;
import dev.lifeline.wording.step.FaultWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The faults that were added, acted or ended since the stop before, and the sides that they held or hold.
final class FaultLines {

    private final StopSight sight;
    private final Glyphs glyphs;
    private final Map<Integer, String> names = new HashMap<>();
    /// Those that did what they were for: of one that acts once that says that it is over, too.
    private final Set<Integer> acted = new HashSet<>();

    FaultLines(StopSight sight, Glyphs glyphs) {
        this.sight = sight;
        this.glyphs = glyphs;
    }

    List<CardLine> lines() {
        List<CardLine> lines = new ArrayList<>();
        for (TraceEvent event : sight.index().run()) {
            if (event.body() instanceof RunEvent.FaultAdded added) {
                names.put(added.number(), FaultWords.of(added.fault(), added.time(), added.jitter(), added.bytes()));
                told(lines, added.number(), names.get(added.number()), event);
            } else if (event.body() instanceof RunEvent.FaultActed did) {
                acted.add(did.number());
                told(lines, did.number(), FaultWords.did(did), event);
            } else if (event.body() instanceof RunEvent.FaultEnded ended && !(ended.fault().isOnce() && acted.contains(ended.number()))) {
                told(lines, ended.number(), FaultWords.over(ended.fault()), event);
            }
        }
        holds(lines);
        return lines;
    }

    private void told(List<CardLine> lines, int number, String words, TraceEvent event) {
        if (sight.isNew(event)) {
            lines.add(CardLine.fact(label(number), Role.HELD, side(event), words, List.of(event)));
        }
    }

    private static String label(int number) {
        return "fault " + number;
    }

    private void holds(List<CardLine> lines) {
        Map<Long, TraceEvent> open = new HashMap<>();
        for (TraceEvent event : sight.journey().seen().events()) {
            if (event.body() instanceof HoldEvent.HoldStarted hold && hold.fault() > 0) {
                open.put(event.sequence(), event);
            } else if (event.body() instanceof HoldEvent.HoldEnded ended && open.containsKey(ended.started())) {
                TraceEvent begun = open.remove(ended.started());
                if (sight.isNew(event)) {
                    lines.add(held(begun, "held", Durations.of(event.at() - begun.at(), glyphs), event));
                }
            }
        }
        for (TraceEvent begun : sight.journey().seen().events()) {
            if (open.containsKey(begun.sequence())) {
                lines.add(held(begun, "is held", "", null));
            }
        }
    }

    private CardLine held(TraceEvent begun, String how, String time, TraceEvent ended) {
        HoldEvent.HoldStarted hold = (HoldEvent.HoldStarted) begun.body();
        return new CardLine(label(hold.fault()), Role.HELD, side(begun),
                how + " before " + hold.stage().label() + ": " + names.getOrDefault(hold.fault(), Printable.ascii(hold.reason())), time,
                ended == null ? List.of(begun) : List.of(begun, ended));
    }

    private String side(TraceEvent event) {
        return sight.sides() ? event.lane().label() : "";
    }
}
