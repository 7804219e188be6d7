package dev.lifeline.record;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import java.util.Objects;

/// One place where a program can be held: a side of one stage of one connection. [Gates] holds and releases it.
///
/// @param lane whose
/// @param connection which connection of this lane, from 1; 0 for every one, and for what belongs to none
/// @param attempt which attempt of the race, from 1; 0 for every one
/// @param stage of a program: stages of the kernel have no gates
/// @param side before the stage is stamped as started, or past its Finished and before the next one begins
public record Gate(Lane lane, int connection, int attempt, Stage stage, Side side) {

    /// The two places of a gate.
    public enum Side {
        /// Before the stage is stamped as started. On a server also before each further read and write of a stage that goes on.
        BEFORE,
        /// Past Finished; a stage that failed does not come here.
        AFTER
    }

    /// @throws IllegalArgumentException for a stage of the kernel: it does not stop
    public Gate {
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(side, "side");
        if (!isAt(stage)) {
            throw new IllegalArgumentException("nothing can be held at " + stage.label());
        }
    }

    /// The gate before a stage, of all connections of a lane.
    public static Gate before(Lane lane, Stage stage) {
        return new Gate(lane, 0, 0, stage, Side.BEFORE);
    }

    /// The gate after a stage, of all connections of a lane.
    public static Gate after(Lane lane, Stage stage) {
        return new Gate(lane, 0, 0, stage, Side.AFTER);
    }

    /// Says if a stage has gates.
    public static boolean isAt(Stage stage) {
        return stage != Stage.HANDSHAKE && stage != Stage.ACCEPT_QUEUE && stage != Stage.WORKER_QUEUE;
    }

    /// The same of one connection.
    public Gate connection(int number) {
        return new Gate(lane, number, attempt, stage, side);
    }

    /// The same of one attempt of the race.
    public Gate attempt(int number) {
        return new Gate(lane, connection, number, stage, side);
    }

    /// Says if one who comes to a stage stands before this gate.
    boolean isFor(LaneRecorder who, Stage its, Side where) {
        return stage == its && side == where && lane == who.lane() && (connection == 0 || connection == who.connection())
                && (attempt == 0 || attempt == who.attempt());
    }
}
