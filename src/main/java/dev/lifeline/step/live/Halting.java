package dev.lifeline.step.live;

import dev.lifeline.model.Stage;
import dev.lifeline.record.Gate;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.scenario.Step;
import dev.lifeline.step.Breakpoint;
import dev.lifeline.step.Move;
import dev.lifeline.step.StopPlace;
import dev.lifeline.step.WatchedLooks;
import dev.lifeline.wording.step.StopWords;
import java.util.List;

/// Decides who stops where while a run goes on: by the move that a person wants, and by breakpoints and watches.
///
/// Threads: any; a move begins on the one that walks.
final class Halting {

    /// The end of a stage is among as many of the newest events when its program comes to the gate after it.
    private static final int RECENT = 1 << 10;

    private final Recorder recorder;
    private volatile Move move;
    private volatile WatchedLooks looks = new WatchedLooks(List.of(), List.of());
    private volatile String byHand;

    Halting(Recorder recorder, Move first) {
        this.recorder = recorder;
        this.move = first;
    }

    /// A move begins.
    ///
    /// @param watched follows what its watches ask for
    void begin(Move wanted, WatchedLooks watched) {
        move = wanted;
        looks = watched;
    }

    /// The move that goes on.
    Move move() {
        return move;
    }

    /// The looks at what is watched in it.
    WatchedLooks looks() {
        return looks;
    }

    /// Has an actor stop nowhere, since it does something by hand.
    ///
    /// @param actor `null` for nobody
    void free(String actor) {
        byHand = actor;
    }

    /// Tells whether somebody who comes to a gate stops there, and why; `null` where he does not.
    String reason(String actor, LaneRecorder who, Stage stage, Gate.Side side) {
        Move now = move;
        if (actor != null && actor.equals(byHand)) {
            return null;
        }
        boolean after = side == Gate.Side.AFTER;
        return now.stopsAt(actor, who.lane(), stage, after) || isBreakpoint(now, actor, who, stage, after) || isChanged() ? StopWords.REASON : null;
    }

    /// Asks the same of somebody who came already.
    String reason(Gates.Arrival arrival) {
        return reason(arrival.actor(), arrival.who(), arrival.stage(), arrival.side());
    }

    /// Tells whether the play stops before a step.
    boolean stopsBefore(Step step) {
        return move.stopsBefore(step.number()) || isChanged();
    }

    private boolean isBreakpoint(Move now, String actor, LaneRecorder who, Stage stage, boolean after) {
        for (Breakpoint each : now.breakpoints()) {
            if (each.cause() instanceof StopPlace place && place.isAt(actor, who.lane(), stage, after) && (place.outcome() == null
                    || place.outcome().is(recorder.from(Math.max(0, recorder.next() - RECENT)), who.lane(), who.connection(), stage))) {
                return true;
            }
        }
        return false;
    }

    /// Tells whether a look has found a watched value changed.
    boolean isChanged() {
        WatchedLooks now = looks;
        if (!now.isEmpty()) {
            now.see(recorder.from(now.next()));
        }
        return now.found();
    }
}
