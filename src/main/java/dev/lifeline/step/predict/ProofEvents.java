package dev.lifeline.step.predict;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.EventGroup;
import dev.lifeline.scenario.judge.Questioned;
import dev.lifeline.scenario.predict.Proof;
import java.util.ArrayList;
import java.util.List;

/// Finds the events on which a proof rests: with all that was seen up to them it holds, and without any one of them it does not.
final class ProofEvents {

    /// Among more events than these the last ones are tried alone.
    private static final int MOST_TRIED = 150;

    private final Questioner questioner;
    private final Trace trace;
    private final Proof proof;
    private final Verdict verdict;

    private ProofEvents(Questioner questioner, Trace trace, Proof proof) {
        this.questioner = questioner;
        this.trace = trace;
        this.proof = proof;
        this.verdict = Diagnosis.of(trace);
    }

    /// Lists them in order of arrival; none where the proof does not hold.
    static List<TraceEvent> of(Questioner questioner, Trace trace, Proof proof) {
        return new ProofEvents(questioner, trace, proof).find();
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
