package dev.lifeline.scenario.action;

import dev.lifeline.model.Stage;
import java.util.List;

/// Something that an actor is told to do, with all that it was told. Whoever carries actions out switches over their kinds, so
/// that a player that forgets one does not compile.
public sealed interface Action permits ServerAction, LoopAction, PoolAction, ConnectionAction, ClientAction, UdpAction, RelayAction,
        MachineAction, AwaitAction, GateAction, WebAction {

    /// Time that something may take where no step says anything else, in nanoseconds; the default of the parameter `timeout`.
    long DEFAULT_TIMEOUT = 2_000_000_000L;

    /// Its word.
    ActionKind kind();

    /// The stages that it is meant to reach, in their order.
    default List<Stage> plans() {
        return kind().plans();
    }

    /// Time that it may take, in nanoseconds. The end of that time is a failure with code TIMEOUT.
    default long timeout() {
        return DEFAULT_TIMEOUT;
    }

    /// Names of the connections that it brings, for later steps; none where it brings none, or nameless ones.
    default List<String> brings() {
        return List.of();
    }

    /// Tells whether a socket throws away from here on what comes: not every kernel lets every user have that.
    default boolean dropsIncoming() {
        return false;
    }
}
