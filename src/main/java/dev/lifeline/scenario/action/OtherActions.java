package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.action.ServerActions.timeout;
import static dev.lifeline.scenario.word.Parameter.optional;
import static dev.lifeline.scenario.word.Parameter.required;
import static dev.lifeline.scenario.word.Word.word;

import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.List;

/// What UDP sockets, relays and the machine do.
public final class OtherActions {

    public static final List<Word> UDP = List.of(
            // Stage bind.
            word("bind", "Opens the socket and binds it."),
            // Stage write; one datagram a step.
            word("send", "Sends one datagram; it succeeds whether or not anybody hears it.",
                    required("text", ValueType.BYTES, "what is in it")),
            // Stage first-byte, then data; one ChunkRead a datagram.
            word("receive", "Waits for one datagram.", timeout()),
            // Stage close.
            word("close", "Closes the socket."));

    public static final List<Word> RELAY = List.of(
            word("start", "Listens, and relays from here on."),
            word("stop", "Closes its sockets and ends."));

    public static final List<Word> MACHINE = List.of(
            // Nothing happens in user space; the kernel goes on.
            word("pause", "Waits: as short as the phenomenon needs, and only where no state can be awaited.",
                    required("time", ValueType.TIME, "for how long")),
            // SocketSeen of both ends of each connection, ListenerSeen of each listener, CounterRose.
            word("look", "Has the kernel looked at now: all sockets of the scenario, its listeners and the counters.")
                    .needing("sockdiag"),
            // The end of a background step.
            word("await", "Waits until a step that runs in the background has ended.",
                    required("step", ValueType.STEP, "which"),
                    timeout()),
            // Repeated looks, quietly; the one that fits is recorded. Time out: a Remark, and the play goes on.
            word("await-state", "Waits until the kernel says so of a socket: better than a pause, because it ends as soon as "
                    + "it is true.",
                    required("of", ValueType.ACTOR, "whose connection; or which listener, with length")
                            .of("client", "connection", "server", "loop", "relay"),
                    optional("end", ValueType.WORD, "whose socket of that connection; without, the actor's own")
                            .of("client", "server"),
                    optional("state", ValueType.WORD, "its state").of(Vocabulary.states()),
                    optional("receive-queue", ValueType.BOUND, "bytes that wait for its program"),
                    optional("send-queue", ValueType.BOUND, "bytes that the peer has not acknowledged"),
                    optional("length", ValueType.BOUND, "connections in the accept queue of a server or loop"),
                    timeout()).needing("sockdiag"),
            // Stage accept, failed: by the recording, because a look would take a descriptor. Time out: a Remark.
            word("await-failed-accepts", "Waits until the accepts of an event loop have failed so often.",
                    required("of", ValueType.ACTOR, "whose accepts").of("loop"),
                    optional("count", ValueType.NUMBER, "how often; the first 64 are recorded").otherwise("1"),
                    timeout()),
            // RLIMIT_NOFILE of the process. Given back at the end of the play at the latest.
            word("limit-descriptors", "Leaves so few descriptors free that the next calls find none: setrlimit(2), EMFILE.",
                    optional("free", ValueType.NUMBER, "how many are left").otherwise("0")).needing("linux"),
            word("restore-descriptors", "Ends that limit.").needing("linux"),
            // Only in the scenario's own network namespace.
            word("sysctl", "Sets a switch of the kernel in the scenario's own network namespace.",
                    required("name", ValueType.WORD, "which").of("net.ipv4.tcp_abort_on_overflow", "net.ipv4.tcp_syncookies",
                            "net.ipv4.tcp_max_syn_backlog", "net.core.somaxconn", "net.ipv4.ip_unprivileged_port_start"),
                    required("value", ValueType.NUMBER, "to what")).needing("namespace"),
            // On interface lo of the namespace.
            word("add-address", "Gives the machine one more address, in the scenario's own network namespace.",
                    required("address", ValueType.ADDRESS, "which")).needing("namespace"),
            word("add-route", "Adds a route, in the scenario's own network namespace.",
                    required("to", ValueType.TEXT, "which destinations, for example 198.51.100.0/24"),
                    required("type", ValueType.WORD, "what the kernel does with packets to there: ip-route(8)")
                            .of("unreachable", "blackhole", "prohibit", "throw")).needing("namespace"));

    private OtherActions() {
    }
}
