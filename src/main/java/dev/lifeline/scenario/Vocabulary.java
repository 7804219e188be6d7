package dev.lifeline.scenario;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.Stage;
import java.util.ArrayList;
import java.util.List;

/// Words that several parts of scenarios share. The words for actors are in [dev.lifeline.scenario.action.ActorKind], for what they
/// do in the kinds of [dev.lifeline.scenario.action.Action], for what is expected in
/// [dev.lifeline.scenario.expectation.ExpectationKind]; reader, JSON Schema, help, engine and judge all go by those.
public final class Vocabulary {

    /// The longest name or label.
    public static final int MAX_NAME = 40;

    /// A socket that is not in the kernel's table any more.
    public static final String GONE = "GONE";

    /// The stages of programs, as they are written in scenarios: `first-byte`. What only the kernel sees (its handshake, its
    /// accept queue) are `packet`, `socket` and `queue`.
    public static final List<String> STAGES;

    /// Errors of errno(3), and the tool's own.
    public static final List<String> CODES;

    /// States of sockets.
    public static final List<String> STATES;

    /// Timers of sockets.
    public static final List<String> TIMERS;

    static {
        List<String> stages = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            if (stage != Stage.HANDSHAKE && stage != Stage.ACCEPT_QUEUE) {
                stages.add(word(stage));
            }
        }
        STAGES = List.copyOf(stages);
        List<String> codes = new ArrayList<>();
        for (ErrorCode code : ErrorCode.values()) {
            codes.add(code.name());
        }
        CODES = List.copyOf(codes);
        List<String> states = new ArrayList<>();
        for (SocketState state : SocketState.values()) {
            states.add(state.label());
        }
        states.add(GONE);
        STATES = List.copyOf(states);
        List<String> timers = new ArrayList<>();
        for (SocketTimer timer : SocketTimer.values()) {
            timers.add(timer.label());
        }
        TIMERS = List.copyOf(timers);
    }

    private Vocabulary() {
    }

    /// Writes a stage as it is written in scenarios.
    public static String word(Stage stage) {
        return stage.label().replace(' ', '-');
    }

    /// Finds the stage that is written like this; `null` for none.
    public static Stage stage(String word) {
        for (Stage stage : Stage.values()) {
            if (word(stage).equals(word)) {
                return stage;
            }
        }
        return null;
    }
}
