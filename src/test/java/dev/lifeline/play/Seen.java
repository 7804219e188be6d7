package dev.lifeline.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.record.DeadlineClock;
import dev.lifeline.record.Recorder;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.run.TargetException;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.judge.ActorOnTrace;
import dev.lifeline.scenario.judge.PlayRecord;
import dev.lifeline.scenario.judge.StepMark;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.EventWords;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;

/// What a play of a test left behind, for questions.
record Seen(PlayRecord played) {

    Seen(Trace trace) {
        this(PlayRecord.of(TraceIndex.of(trace), Diagnosis.of(trace)));
    }

    static Seen play(Script script) throws InterruptedException {
        return play(script.scenario(), EvidenceChoice.AUTO);
    }

    static Seen play(Scenario scenario, EvidenceChoice evidence) throws InterruptedException {
        return new Seen(prepare(new PlayPlan(scenario, evidence, 20_000_000_000L)).execute(null));
    }

    /// @param limit milliseconds
    static Seen play(Scenario scenario, long limit) throws InterruptedException {
        return new Seen(prepare(new PlayPlan(scenario, EvidenceChoice.AUTO, Script.millis(limit))).execute(null));
    }

    /// Plays until a limit that does not run before the step with this label waits in its stage: it is that step that is cut off,
    /// however long those before it take here.
    ///
    /// @param limit milliseconds
    static Seen cutOff(Scenario scenario, long limit, String label) throws Exception {
        ScenarioRun run = prepare(new PlayPlan(scenario, EvidenceChoice.AUTO, Script.millis(limit)));
        DeadlineClock.stop();
        FutureTask<Void> watching = new FutureTask<>(() -> {
            try {
                awaitStage(run, label);
            } finally {
                DeadlineClock.goOn();
            }
            return null;
        });
        Thread.ofPlatform().daemon().start(watching);
        Seen seen = new Seen(run.execute(null));
        watching.get();
        return seen;
    }

    /// Waits until a step that has this label waits in its stage.
    static void awaitStage(ScenarioRun run, String label) throws InterruptedException {
        Recorder recorder = run.session().recorder();
        boolean step = false;
        long next = 0;
        while (recorder.await(next, 20_000_000_000L)) {
            for (TraceEvent event : recorder.from(next)) {
                next = event.sequence() + 1;
                step |= event.body() instanceof PlayEvent.StepStarted started && label.equals(started.label());
                if (step && event.body() instanceof StageEvent.Started) {
                    return;
                }
            }
        }
    }

    private static ScenarioRun prepare(PlayPlan plan) throws InterruptedException {
        try {
            return ScenarioRun.prepare(plan, "test");
        } catch (CannotPlayException e) {
            assumeTrue(false, () -> "cannot be shown here: " + e.lacks());
            throw new AssertionError(e);
        } catch (TargetException e) {
            return fail(e);
        }
    }

    List<TraceEvent> events() {
        return played.index().trace().events();
    }

    /// The bodies of one kind, whosever they are.
    <T extends EventBody> List<T> all(Class<T> type) {
        List<T> found = new ArrayList<>();
        for (TraceEvent event : events()) {
            if (type.isInstance(event.body())) {
                found.add(type.cast(event.body()));
            }
        }
        return found;
    }

    /// The bodies of one kind of an actor's own events.
    <T extends EventBody> List<T> all(String actor, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (ActorOnTrace.Own own : played.actors().get(actor).connections()) {
            for (TraceEvent event : events()) {
                if (event.lane() == own.lane() && event.connection() == own.connection() && type.isInstance(event.body())) {
                    found.add(type.cast(event.body()));
                }
            }
        }
        return found;
    }

    /// How an actor's stage ended, the first time.
    Outcome finished(String actor, Stage stage) {
        for (StageEvent.Finished each : all(actor, StageEvent.Finished.class)) {
            if (each.stage() == stage) {
                return each.outcome();
            }
        }
        return fail(actor + " did not finish " + stage + ":\n" + text());
    }

    void failed(String actor, Stage stage, ErrorCode code) {
        for (StageEvent.Failed each : all(actor, StageEvent.Failed.class)) {
            if (each.stage() == stage) {
                assertEquals(code, each.failure().code(), () -> each + "\n" + text());
                return;
            }
        }
        fail(actor + " did not fail at " + stage + ":\n" + text());
    }

    StepMark mark(String key) {
        StepMark mark = played.marks().get(key);
        assertNotNull(mark, () -> "no step " + key + ":\n" + text());
        return mark;
    }

    /// The last look at an end of the first connection of an actor within a step.
    KernelEvent.SocketSeen socket(String label, String actor, Lane end) {
        ActorOnTrace.Own own = played.actors().get(actor).connections().getFirst();
        StepMark mark = mark(label);
        KernelEvent.SocketSeen last = null;
        for (TraceEvent event : events()) {
            if (within(event, mark) && event.connection() == own.connection() && event.body() instanceof KernelEvent.SocketSeen seen
                    && seen.end() == end) {
                last = seen;
            }
        }
        assertNotNull(last, () -> "no look at the " + end + " of " + actor + " in " + label + ":\n" + text());
        return last;
    }

    void state(String label, String actor, Lane end, SocketState state) {
        assertEquals(state, socket(label, actor, end).socket().state(), this::text);
    }

    KernelEvent.ListenerSeen queue(String label, String actor) {
        StepMark mark = mark(label);
        KernelEvent.ListenerSeen last = null;
        for (TraceEvent event : events()) {
            if (within(event, mark) && event.body() instanceof KernelEvent.ListenerSeen seen
                    && seen.local().equals(played.actors().get(actor).listener())) {
                last = seen;
            }
        }
        assertNotNull(last, () -> "no look at " + actor + " in " + label + ":\n" + text());
        return last;
    }

    private static boolean within(TraceEvent event, StepMark mark) {
        return event.sequence() >= mark.firstSequence() && event.sequence() <= mark.lastSequence();
    }

    /// Bytes that an actor's reads brought.
    long read(String actor) {
        long count = 0;
        for (StreamEvent.ChunkRead each : all(actor, StreamEvent.ChunkRead.class)) {
            count += each.bytes().count();
        }
        return count;
    }

    boolean remarked(String part) {
        for (TraceEvent event : events()) {
            String said = event.body() instanceof RunEvent.Remark remark ? remark.text()
                    : event.body() instanceof PlayEvent ? new EventWords(Glyphs.ASCII).of(event).mark() : null;
            if (said != null && said.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /// What was waited for in vain.
    List<PlayEvent.WaitFailed> waited() {
        return all(PlayEvent.WaitFailed.class);
    }

    long rose(String counter) {
        long by = 0;
        for (TraceEvent event : events()) {
            if (event.body() instanceof KernelEvent.CounterRose rose && rose.name().equals(counter)) {
                by = rose.by();
            }
        }
        return by;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (TraceEvent event : events()) {
            text.append(event.sequence()).append(' ').append(event.at() / 1000).append(" us ").append(event.lane()).append(' ')
                    .append(event.connection()).append(' ').append(event.body()).append('\n');
        }
        return text.toString();
    }
}
