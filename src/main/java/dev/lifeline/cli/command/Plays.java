package dev.lifeline.cli.command;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.cli.report.ExpectationResults;
import dev.lifeline.cli.report.NeedsReport;
import dev.lifeline.cli.report.PlayResult;
import dev.lifeline.cli.start.Version;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.model.Trace;
import dev.lifeline.model.Verdict;
import dev.lifeline.play.CannotPlayException;
import dev.lifeline.play.PlayPlan;
import dev.lifeline.play.ScenarioRun;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.run.TargetException;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.judge.Judge;
import dev.lifeline.scenario.judge.PlayRecord;
import dev.lifeline.wording.PlayWords;
import java.util.ArrayList;
import java.util.List;

/// Plays scenarios for their result alone, several at a time, until somebody ends it.
final class Plays {

    private final EvidenceChoice evidence;
    private final List<ScenarioRun> running = new ArrayList<>();
    private String endedBy;

    Plays(EvidenceChoice evidence) {
        this.evidence = evidence;
    }

    /// Hears of a play that came to its end.
    interface Judged {

        /// Called on the thread that played it.
        void take(int number, TraceIndex index, Verdict verdict, ExpectationResults found);
    }

    /// Plays one to its end. Any thread.
    ///
    /// @param number which play of it
    /// @param judged hears of it, or `null`
    PlayResult play(Scenario scenario, int number, Judged judged) {
        long begin = System.nanoTime();
        ScenarioRun run = null;
        try {
            if (ended()) {
                return PlayResult.interrupted(scenario, 0);
            }
            run = ScenarioRun.prepare(new PlayPlan(scenario, evidence), Version.number());
            enter(run);
            Trace trace = run.execute(null);
            if (ended()) {
                return PlayResult.interrupted(scenario, System.nanoTime() - begin);
            }
            TraceIndex index = TraceIndex.of(trace);
            Verdict verdict = Diagnosis.of(index);
            ExpectationResults found = new ExpectationResults(Judge.judge(scenario, PlayRecord.of(index, verdict)));
            if (judged != null) {
                judged.take(number, index, verdict, found);
            }
            return PlayResult.of(scenario, found, PlayWords.unmet(index), System.nanoTime() - begin);
        } catch (CannotPlayException e) {
            return PlayResult.notHere(scenario.id(), scenario.topic(), NeedsReport.sentence(e.lacks()));
        } catch (TargetException e) {
            return PlayResult.notHere(scenario.id(), scenario.topic(), e.getMessage());
        } catch (InterruptedException e) {
            return PlayResult.interrupted(scenario, System.nanoTime() - begin);
        } catch (RuntimeException e) {
            // One that breaks must not take the others with it, nor leave its place in the list empty.
            return PlayResult.broken(scenario.id(), scenario.topic(), e.toString(), System.nanoTime() - begin);
        } finally {
            leave(run);
        }
    }

    /// Ends what runs, and begins nothing more.
    synchronized void end(String signal) {
        endedBy = signal;
        for (ScenarioRun run : running) {
            run.interrupt(signal);
        }
    }

    synchronized boolean ended() {
        return endedBy != null;
    }

    private synchronized void enter(ScenarioRun run) {
        running.add(run);
        if (endedBy != null) {
            run.interrupt(endedBy);
        }
    }

    private synchronized void leave(ScenarioRun run) {
        running.remove(run);
    }
}
