package dev.lifeline.step.predict;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.EventGroup;
import dev.lifeline.scenario.Expectation;
import dev.lifeline.scenario.judge.PlayRecord;
import dev.lifeline.scenario.judge.Questioned;
import dev.lifeline.scenario.predict.Proof;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the events on which a proof rests: those that its parts choose; of a part that counts, those without any one of which it would
/// not hold, among all that came until it did.
final class ProofEvents {

    /// Among more events than these the last ones are tried alone.
    private static final int MOST_TRIED = 150;

    private final Questioner questioner;
    private final Trace trace;
    private final Proof proof;
    private final Verdict verdict;

    private ProofEvents(Questioner questioner, PlayRecord record, Proof proof) {
        this.questioner = questioner;
        this.trace = record.index().trace();
        this.proof = proof;
        this.verdict = record.verdict();
    }

    /// Lists them in order of arrival; none where the proof does not hold.
    ///
    /// @param whole all that was seen
    static List<TraceEvent> of(Questioner questioner, Questioned whole, Proof proof) {
        Set<TraceEvent> all = new HashSet<>();
        for (Expectation part : proof.parts()) {
            List<TraceEvent> chosen = whole.restsOn(part);
            all.addAll(chosen.isEmpty() ? new ProofEvents(questioner, whole.record(), new Proof(List.of(part))).find() : chosen);
        }
        List<TraceEvent> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingLong(TraceEvent::sequence));
        return sorted;
    }

    private List<TraceEvent> find() {
        List<TraceEvent> all = trace.recorded();
        List<TraceEvent> found = new ArrayList<>();
        if (!holds(all)) {
            return found;
        }
        int fewest = 0;
        int enough = all.size();
        while (enough - fewest > 1) {
            int half = (fewest + enough) / 2;
            if (holds(all.subList(0, half))) {
                enough = half;
            } else {
                fewest = half;
            }
        }
        List<TraceEvent> needed = all.subList(0, enough);
        for (int i = Math.max(0, needed.size() - MOST_TRIED); i < needed.size(); i++) {
            if (tells(needed.get(i)) && !holds(without(needed, i))) {
                found.add(needed.get(i));
            }
        }
        return found;
    }

    private boolean holds(List<TraceEvent> events) {
        TraceIndex index = TraceIndex.of(new Trace(trace.header(), events, trace.complete()));
        return Questioned.holds(questioner.ask(index, verdict).findings(proof));
    }

    /// How a play is made says nothing of what happened in it.
    private static boolean tells(TraceEvent event) {
        EventGroup group = event.body().group();
        return group != EventGroup.PLAY && group != EventGroup.RUN && group != EventGroup.HOLD;
    }

    private static List<TraceEvent> without(List<TraceEvent> events, int which) {
        List<TraceEvent> others = new ArrayList<>(events);
        others.remove(which);
        return others;
    }
}
