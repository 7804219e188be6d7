package dev.lifeline.scenario.judge;

import dev.lifeline.analysis.Connections.Ends;
import dev.lifeline.analysis.Span;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.Crowd;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.text.Durations;
import java.util.ArrayList;
import java.util.List;

/// A play, in the terms of expectations: whose an event is, and what happened during a step.
public final class PlayIndex {

    private final Scenario scenario;
    private final PlayRecord play;
    private final List<StageRun> runs = new ArrayList<>();

    PlayIndex(Scenario scenario, PlayRecord play) {
        this.scenario = scenario;
        this.play = play;
        for (Span span : play.index().stages()) {
            runs.add(new StageRun(span));
        }
    }

    /// Gives the verdict of the diagnosis.
    public Verdict verdict() {
        return play.verdict();
    }

    /// Lists all events by time.
    public List<TraceEvent> events() {
        return play.index().events();
    }

    /// The event with a number of arrival, or `null`.
    TraceEvent event(long sequence) {
        for (TraceEvent event : events()) {
            if (event.sequence() == sequence) {
                return event;
            }
        }
        return null;
    }

    /// Lists all stages as they began.
    public List<StageRun> runs() {
        return runs;
    }

    /// Writes a moment as views of this play count it, from the first stage of its first client, in milliseconds: `2.104 ms`; what
    /// was set up before that is before 0.
    public String moment(long at) {
        return Durations.moment(at - play.index().began());
    }

    /// Finds the place of a step, or `null` where it was never begun.
    public StepMark mark(String label) {
        return play.marks().get(label);
    }

    /// The actor, or `null` where it never came to be.
    public ActorOnTrace actor(String name) {
        return play.actors().get(name);
    }

    /// The crowd of this name, or `null`.
    public Crowd crowd(String name) {
        return scenario.crowd(name);
    }

    /// A connection as one of its programs sees it; `null` where it was never made.
    public FourTuple tuple(Own own) {
        return play.index().sides().side(own.lane(), own.connection()).tuple();
    }

    /// The connections of an actor, or their other ends.
    ///
    /// @param end `client` or `server`; `null` for the actor's own
    public List<Own> sides(String actor, String end) {
        ActorOnTrace its = actor(actor);
        List<Own> sides = new ArrayList<>();
        if (its == null) {
            return sides;
        }
        for (Own own : its.connections()) {
            if (end == null || own.lane().label().equals(end)) {
                sides.add(own);
            } else if (its.kind() != ActorKind.RELAY) {
                Own other = otherEnd(own);
                if (other != null) {
                    sides.add(other);
                }
            }
        }
        return sides;
    }

    /// The other end of the same connection, or `null` where no program has it.
    Own otherEnd(Own own) {
        Ends ends = play.index().connections().of(own.lane(), own.connection());
        int number = own.lane() == Lane.CLIENT ? ends.server() : ends.client();
        return number == 0 ? null : new Own(own.lane() == Lane.CLIENT ? Lane.SERVER : Lane.CLIENT, number);
    }

    /// Tells whether an event of the kernel's lane is about a connection: it carries the number of the client's, or of the server's
    /// where no client of this trace has it.
    public boolean isAbout(TraceEvent event, Own own) {
        return event.lane() == Lane.KERNEL && event.connection() == kernelNumber(own);
    }

    /// The number that the kernel's events have for a connection.
    int kernelNumber(Own own) {
        Own other = own.lane() == Lane.SERVER ? otherEnd(own) : null;
        return other == null ? own.connection() : other.connection();
    }

    /// Tells whether a stage is an actor's, or one of these ends'.
    public boolean isOf(StageRun run, String actor, List<Own> sides) {
        return isOf(run.any(), run.local(), actor, sides) || isServing(run, actor, sides);
    }

    /// Tells whether a stage that only servers have is of the other end of a client's connection: the client has none of its own.
    private boolean isServing(StageRun run, String actor, List<Own> sides) {
        boolean serving = run.stage() == Stage.ACCEPT || run.stage() == Stage.WORKER_QUEUE || run.stage() == Stage.HANDLER;
        if (!serving || run.any().connection() == 0 || actor(actor) == null || actor(actor).kind() != ActorKind.CLIENT) {
            return false;
        }
        for (Own own : sides) {
            Own other = own.lane() == Lane.CLIENT ? otherEnd(own) : null;
            if (other != null && other.connection() == run.any().connection()) {
                return true;
            }
        }
        return false;
    }

    /// Tells whether an event of the programs is an actor's, or one of these ends'.
    ///
    /// @param local the local end that the event tells, or `null`
    public boolean isOf(TraceEvent event, Endpoint local, String actor, List<Own> sides) {
        for (Own own : sides) {
            if (own.lane() == event.lane() && own.connection() == event.connection()) {
                return true;
            }
        }
        ActorOnTrace its = actor(actor);
        if (event.connection() != 0 || event.lane() != Lane.SERVER || its != null && its.kind() == ActorKind.CLIENT) {
            return false;
        }
        // Several listeners share number 0: the address tells whose it is, or the step that it happened in.
        if (its != null && its.listener() != null && local != null && local.port() != Endpoint.UNKNOWN_PORT) {
            return its.listener().equals(local);
        }
        return ownsListening(event, actor);
    }

    /// Tells whether what was found of a listening socket is an actor's: the only one's, or found during one of its steps.
    public boolean ownsListening(TraceEvent event, String actor) {
        return inStepOf(event, actor) || onlyListener(actor);
    }

    private boolean onlyListener(String actor) {
        int listeners = 0;
        boolean itself = false;
        for (ActorSpec each : scenario.actors()) {
            if (each.kind().listens()) {
                listeners++;
                itself |= each.name().equals(actor);
            }
        }
        return itself && listeners == 1;
    }

    private boolean inStepOf(TraceEvent event, String actor) {
        for (Step step : scenario.steps()) {
            StepMark mark = step.actor().equals(actor) ? mark(StepMark.key(step)) : null;
            if (mark != null && event.sequence() >= mark.firstSequence() && event.sequence() <= mark.lastSequence()) {
                return true;
            }
        }
        return false;
    }

    /// Tells whether an event happened while a step ran; without a step always.
    ///
    /// @param label of the step, or `null`
    public boolean during(TraceEvent event, String label) {
        if (label == null) {
            return true;
        }
        StepMark mark = mark(label);
        return mark != null && event != null && (event.at() >= mark.begin() && event.at() <= mark.end());
    }

    /// Tells what a source of evidence lost, or `null`: then what is not there may have happened all the same.
    public String lost(String source) {
        for (TraceEvent event : events()) {
            if (event.body() instanceof KernelEvent.EvidenceLost lost && lost.source().equals(source)) {
                return source + " lost evidence: " + lost.reason();
            }
        }
        return dropped();
    }

    /// Tells what the recorder could not keep, or `null`.
    String dropped() {
        for (TraceEvent event : events()) {
            if (event.body() instanceof RunEvent.EventsDropped dropped && dropped.count() > 0) {
                return "the recorder was full: " + dropped.count() + " events are missing";
            }
        }
        return null;
    }

    /// Tells why a source of evidence could not show anything, or `null` where it took part.
    public String absent(String source) {
        if (play.index().header().available(source)) {
            return null;
        }
        for (var status : play.index().header().evidence()) {
            if (status.name().equals(source)) {
                return source + " did not take part: " + status.reason();
            }
        }
        return source + " did not take part";
    }
}
