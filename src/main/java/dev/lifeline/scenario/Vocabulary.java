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

    /// Needs that a scenario can have: sources of evidence by their names in `trace doctor`, and what the machine must have or allow.
    ///
    /// - `linux`: the kernel is Linux, with native calls (socket options that Java does not have)
    /// - `ipv6`: `::1` is there
    /// - `resolver`: look-ups of one thread can be sent to a resolver of our own (`dns` actors)
    /// - `privileged-ports`: ports below 1024 are privileged here (`net.ipv4.ip_unprivileged_port_start`)
    /// - `syn-cookies`: the kernel answers with SYN cookies where a SYN queue is full (`net.ipv4.tcp_syncookies`)
    /// - `namespace`: an own network namespace can be had (`unshare -rn`); the whole scenario is played in one
    /// - `root`: this is the superuser
    public static final List<String> NEEDS = List.of("sockdiag", "packet", "getaddrinfo", "route", "descriptors", "linux", "ipv6",
            "resolver", "privileged-ports", "syn-cookies", "namespace", "root");

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
