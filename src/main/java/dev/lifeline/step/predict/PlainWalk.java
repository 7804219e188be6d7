package dev.lifeline.step.predict;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.ScenarioException;
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.judge.ActorOnTrace;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.judge.PlayRecord;
import dev.lifeline.scenario.judge.StepMark;
import dev.lifeline.scenario.yaml.ScenarioReader;
import dev.lifeline.step.Stop;
import dev.lifeline.step.StopPlace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The walk over loopback without a scenario, in the words of one. Its file is a scenario like any other, of which only the questions
/// are used: a step stands for the stage of the same side, and a look of the machine for the hold before the stage that follows it.
final class PlainWalk {

    private static final String FILE = "walk.yaml";
    private static final String READ = "read";

    /// The walk has one connection.
    private static final int CONNECTION = 1;

    private static Scenario known;

    private PlainWalk() {
    }

    /// The scenario of the file.
    static synchronized Scenario scenario() {
        if (known == null) {
            try (InputStream in = PlainWalk.class.getResourceAsStream(FILE)) {
                if (in == null) {
                    throw new IOException("this build of the program has no file " + FILE);
                }
                known = ScenarioReader.read(in.readAllBytes(), FILE, "walk", ScenarioReader.OWN);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ScenarioException e) {
                throw new IllegalStateException(e.getMessage(), e);
            }
        }
        return known;
    }

    /// The label of the step that stands for what a program is held before; `null` where none does.
    static String label(Scenario walk, Stop stop) {
        if (!stop.isHeld() || stop.after() || stop.connection() > CONNECTION) {
            return null;
        }
        for (Step step : walk.steps()) {
            if (step.label() != null && stage(step) == stop.stage() && lane(walk, step) == stop.lane()) {
                return step.label();
            }
        }
        return null;
    }

    /// The stop that a step stands for; `null` where it stands for none.
    static StopPlace place(Scenario walk, Step step) {
        return stage(step) == null ? null : new StopPlace(stage(step), false, lane(walk, step));
    }

    /// The walk as its questions see it.
    static PlayRecord record(Scenario walk, TraceIndex index, Verdict verdict) {
        Map<String, ActorOnTrace> actors = new HashMap<>();
        actors.put("client", new ActorOnTrace(ActorKind.CLIENT, List.of(new Own(Lane.CLIENT, CONNECTION)), null));
        actors.put("server", new ActorOnTrace(ActorKind.SERVER, List.of(new Own(Lane.SERVER, CONNECTION)), null));
        actors.put("peer", new ActorOnTrace(ActorKind.CONNECTION, List.of(new Own(Lane.SERVER, CONNECTION)), null));
        Map<String, StepMark> marks = new HashMap<>();
        List<Step> steps = walk.steps();
        for (int i = 0; i + 1 < steps.size(); i++) {
            Step next = steps.get(i + 1);
            if (steps.get(i).label() != null && stage(steps.get(i)) == null && stage(next) != null) {
                StepMark mark = hold(index, stage(next), lane(walk, next), i == 0 ? -1 : ended(index, walk, steps.get(i - 1)));
                if (mark != null) {
                    marks.put(steps.get(i).label(), mark);
                }
            }
        }
        return new PlayRecord(index, verdict, marks, actors);
    }

    /// The time for which a side was held before a stage first, once the step before had ended; `null` where it was not, or nobody looked
    /// meanwhile. A side may stand there long before the other has done that step.
    ///
    /// @param from when the step before ended, in nanoseconds since the origin of the trace
    private static StepMark hold(TraceIndex index, Stage stage, Lane lane, long from) {
        TraceEvent began = null;
        TraceEvent last = null;
        boolean looked = false;
        for (TraceEvent event : index.events()) {
            if (began == null) {
                boolean here = event.lane() == lane && event.connection() <= CONNECTION;
                began = here && event.body() instanceof HoldEvent.HoldStarted hold && hold.stage() == stage && !hold.after() ? event : null;
            } else {
                looked |= event.body() instanceof KernelEvent.SocketSeen && event.at() >= from;
                last = event;
                if (event.body() instanceof HoldEvent.HoldEnded ended && ended.started() == began.sequence()) {
                    break;
                }
            }
        }
        return looked ? new StepMark(began.sequence(), last.sequence(), Math.max(from, began.at()), last.at()) : null;
    }

    /// The time at which what a step stands for ended first; later than all where it has not.
    private static long ended(TraceIndex index, Scenario walk, Step step) {
        for (Span span : index.stages()) {
            if (span.stage() == stage(step) && span.lane() == lane(walk, step) && span.connection() <= CONNECTION && span.ended() != null) {
                return span.ended().at();
            }
        }
        return Long.MAX_VALUE;
    }

    /// The stage that a step stands for; `null` for a look.
    private static Stage stage(Step step) {
        String word = step.action().kind().label();
        return word.equals(READ) ? Stage.FIRST_BYTE : Vocabulary.stage(word);
    }

    /// An accepted connection has its name from a step, and none under `actors`.
    private static Lane lane(Scenario walk, Step step) {
        return walk.actor(step.actor()) == null ? Lane.SERVER : walk.actor(step.actor()).kind().lane();
    }
}
