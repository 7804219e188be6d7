package dev.lifeline.step;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import java.util.List;
import java.util.Objects;

/// A moment at which a person can look around.
///
/// @param number its number, from 1
/// @param kind what made it one
/// @param actor the name of who stands there in a scenario; `null` elsewhere
/// @param lane whose program stands there; `null` where none does
/// @param connection which connection of the lane, from 1; 0 for none
/// @param stage the stage that is held back or has ended; `null` where none is
/// @param after whether past the end of that stage
/// @param step the number of the step of a scenario that the play stands before; 0 elsewhere
/// @param upTo events with lower numbers of arrival had been recorded by then
/// @param patience nanoseconds after which a look-up or a connect of the client gives up; 0 where that is not known
/// @param hits breakpoints and watches that it is due to
public record Stop(int number, Kind kind, String actor, Lane lane, int connection, Stage stage, boolean after, int step, long upTo,
                   long patience, List<StopHit> hits) {

    /// The kinds of stops.
    public enum Kind {
        /// A program stands at a gate.
        HELD,
        /// A play stands before a step.
        STEP,
        /// Nobody stands anywhere: a call is under way.
        RUNNING,
        /// The run is over, or the recording.
        END
    }

    public Stop {
        Objects.requireNonNull(kind, "kind");
        hits = List.copyOf(hits);
    }

    /// A program stands at a gate.
    public static Stop held(int number, String actor, Lane lane, int connection, Stage stage, boolean after, long upTo) {
        return new Stop(number, Kind.HELD, actor, Objects.requireNonNull(lane, "lane"), connection,
                Objects.requireNonNull(stage, "stage"), after, 0, upTo, 0, List.of());
    }

    /// A play stands before a step.
    public static Stop step(int number, int step, String actor, long upTo) {
        return new Stop(number, Kind.STEP, Objects.requireNonNull(actor, "actor"), null, 0, null, false, step, upTo, 0, List.of());
    }

    /// The same moment, at which more is seen.
    public Stop seeing(long more) {
        return new Stop(number, kind, actor, lane, connection, stage, after, step, more, patience, hits);
    }

    /// The same moment with what it is due to.
    public Stop due(List<StopHit> causes) {
        return new Stop(number, kind, actor, lane, connection, stage, after, step, upTo, patience, causes);
    }

    /// The same moment in a run whose client gives up at some time.
    public Stop within(long time) {
        return new Stop(number, kind, actor, lane, connection, stage, after, step, upTo, time, hits);
    }

    /// A call is under way, and nobody stands at a gate.
    public static Stop running(int number, long upTo) {
        return new Stop(number, Kind.RUNNING, null, null, 0, null, false, 0, upTo, 0, List.of());
    }

    /// All is over.
    public static Stop end(int number, long upTo) {
        return new Stop(number, Kind.END, null, null, 0, null, false, 0, upTo, 0, List.of());
    }

    /// Says if a program stands at a gate.
    public boolean isHeld() {
        return kind == Kind.HELD;
    }

    /// Says if all is over.
    public boolean isEnd() {
        return kind == Kind.END;
    }
}
