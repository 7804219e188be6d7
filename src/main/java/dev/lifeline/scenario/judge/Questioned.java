package dev.lifeline.scenario.judge;

import dev.lifeline.model.FindingState;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.scenario.Expectation;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.predict.Proof;
import dev.lifeline.scenario.word.EventText;
import java.util.ArrayList;
import java.util.List;

/// Answers of a play to the questions of its scenario, as far as it has come. Pure.
public final class Questioned {

    private final PlayRecord record;
    private final PlayIndex play;

    public Questioned(Scenario scenario, PlayRecord record) {
        this.record = record;
        this.play = new PlayIndex(scenario, record);
    }

    /// The play that is asked.
    public PlayRecord record() {
        return record;
    }

    /// One finding for each part of a proof, in their order.
    public List<Finding> findings(Proof proof) {
        List<Finding> findings = new ArrayList<>();
        for (Expectation each : proof.parts()) {
            findings.add(Judge.finding(play, each));
        }
        return findings;
    }

    /// Says if all parts of a proof hold; never for one that has none.
    public static boolean holds(List<Finding> findings) {
        for (Finding each : findings) {
            if (each.state() != FindingState.HELD) {
                return false;
            }
        }
        return !findings.isEmpty();
    }

    /// Says if all parts hold and nothing that is still to come can change that.
    public boolean isSettled(List<Finding> findings) {
        for (Finding each : findings) {
            if (!StoppedPlay.isSettled(record, each)) {
                return false;
            }
        }
        return !findings.isEmpty();
    }

    /// Lists the events that a part of a proof rests on, where it chooses them itself; none where it counts all of a kind.
    public List<TraceEvent> restsOn(Expectation part) {
        return part.kind().check().restsOn(play, part.args());
    }

    /// The event that a text stands for; `null` where it has not happened, or was not seen.
    public TraceEvent event(EventText text) {
        return Moments.event(play, text);
    }

    /// Says why an event cannot be seen here; `null` where it can.
    public String unseen(EventText text) {
        return Moments.absent(play, List.of(text));
    }
}
