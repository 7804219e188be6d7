package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;
import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.model.Lane;
import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Bound;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.Locale;

/// Something that is nobody's: time, the kernel's table, limits, and the network of a namespace of the scenario's own.
public sealed interface MachineAction extends Action {

    @Override
    Kind kind();

    /// One that says all by its kind.
    record Plain(Kind kind) implements MachineAction {
    }

    /// Waits: nothing happens in user space, the kernel goes on.
    ///
    /// @param time nanoseconds
    record Pause(Kind kind, long time) implements MachineAction {
    }

    /// Waits for the end of a step in the background.
    ///
    /// @param step its label
    record Await(Kind kind, String step, long timeout) implements MachineAction {
    }

    /// Looks again and again, quietly; the look that fits is recorded. Time out: WaitFailed, and the play goes on.
    ///
    /// @param of whose connection or listener
    /// @param end `null` for the actor's own
    /// @param state as scenarios write it, [Vocabulary#GONE] included; `null` for any
    /// @param window that the peer last advertised, bytes
    /// @param timer as scenarios write it; `null` for any
    /// @param length of the accept queue; where it is given, the listener is looked at and nothing else
    record AwaitState(Kind kind, String of, Lane end, String state, Bound receiveQueue, Bound sendQueue, Bound window, String timer,
                      Bound retransmits, Bound length, long timeout) implements MachineAction {
    }

    /// Waits by the recording, because a look would take a descriptor. Time out: WaitFailed, and the play goes on.
    record AwaitFailedAccepts(Kind kind, String of, long count, long timeout) implements MachineAction {
    }

    /// Waits by what a pool itself knows. Time out: a Remark, and the play goes on.
    ///
    /// @param of which pool
    /// @param busy workers that have a connection; `null` for any number
    /// @param queued connections that wait in the program for a worker; `null` for any number
    record AwaitWorkers(Kind kind, String of, Bound busy, Bound queued, long timeout) implements MachineAction {
    }

    /// Lowers RLIMIT_NOFILE of the process. Given back at the end of the play at the latest.
    record LimitDescriptors(Kind kind, long free) implements MachineAction {
    }

    /// Sets a switch of the kernel.
    record Sysctl(Kind kind, String name, long value) implements MachineAction {
    }

    /// Gives interface lo one more address.
    record AddAddress(Kind kind, String address) implements MachineAction {
    }

    /// Adds a route.
    ///
    /// @param to a network, as `198.51.100.0/24`; no more than that it is a text is checked
    record AddRoute(Kind kind, String to, Refusal type) implements MachineAction {
        /// Types of routes by which the kernel sends no packet on: ip-route(8).
        public enum Refusal { UNREACHABLE, BLACKHOLE, PROHIBIT, THROW }
    }

    /// The words of the machine.
    enum Kind implements ActionKind {
        PAUSE,
        /// SocketSeen of both ends of each connection, ListenerSeen of each listener, CounterRose.
        LOOK,
        AWAIT, AWAIT_STATE, AWAIT_FAILED_ACCEPTS, AWAIT_WORKERS, LIMIT_DESCRIPTORS, RESTORE_DESCRIPTORS, SYSCTL, ADD_ADDRESS, ADD_ROUTE;

        @Override
        public Word word() {
            return switch (this) {
                case PAUSE -> Word.of(label(), "Waits: as short as the phenomenon needs, and only where no state can be awaited.",
                        required("time", ValueType.TIME, "for how long"));
                case LOOK -> Word.of(label(), "Has the kernel looked at now: all sockets of the scenario, its listeners and the "
                        + "counters.").needing(Need.SOCKDIAG);
                case AWAIT -> Word.of(label(), "Waits until a step that runs in the background has ended.",
                        required("step", ValueType.STEP, "which"), Shared.timeout());
                case AWAIT_STATE -> Word.of(label(), "Waits until the kernel says so of a socket: better than a pause, because it "
                        + "ends as soon as it is true.",
                        required("of", ValueType.ACTOR, "whose connection; or which listener, with length")
                                .of("client", "connection", "server", "loop", "pool", "relay"),
                        optional("end", ValueType.WORD, "whose socket of that connection; without, the actor's own")
                                .of("client", "server"),
                        optional("state", ValueType.WORD, "its state; GONE where the kernel does not have it any more").of(Vocabulary.STATES),
                        optional("receive-queue", ValueType.BOUND, "bytes that wait for its program"),
                        optional("send-queue", ValueType.BOUND, "bytes that the peer has not acknowledged"),
                        optional("window", ValueType.BOUND, "the window that its peer last advertised, in bytes"),
                        optional("timer", ValueType.WORD, "which timer runs").of(Vocabulary.TIMERS),
                        optional("retransmits", ValueType.BOUND, "how often it has expired without an answer"),
                        optional("length", ValueType.BOUND, "connections in the accept queue of a server or loop"),
                        Shared.timeout()).needing(Need.SOCKDIAG)
                        .with(Rule.some("state", "receive-queue", "send-queue", "window", "timer", "retransmits", "length"));
                case AWAIT_FAILED_ACCEPTS -> Word.of(label(), "Waits until the accepts of an event loop have failed so often.",
                        required("of", ValueType.ACTOR, "whose accepts").of("loop"),
                        optional("count", ValueType.NUMBER, "how often; the first 64 are recorded").otherwise("1"),
                        Shared.timeout());
                case AWAIT_WORKERS -> Word.of(label(), "Waits until so many workers of a pool have a connection, or so many "
                        + "connections wait in its program.",
                        required("of", ValueType.ACTOR, "whose workers").of("pool"),
                        optional("busy", ValueType.BOUND, "workers that have a connection"),
                        optional("queued", ValueType.BOUND, "connections that wait in the program for a worker"),
                        Shared.timeout()).with(Rule.some("busy", "queued"));
                case LIMIT_DESCRIPTORS -> Word.of(label(), "Leaves so few descriptors free that the next calls find none: "
                        + "setrlimit(2), EMFILE.",
                        optional("free", ValueType.NUMBER, "how many are left").otherwise("0")).needing(Need.LINUX);
                case RESTORE_DESCRIPTORS -> Word.of(label(), "Ends that limit.").needing(Need.LINUX);
                case SYSCTL -> Word.of(label(), "Sets a switch of the kernel in the scenario's own network namespace.",
                        required("name", ValueType.WORD, "which").of("net.ipv4.tcp_abort_on_overflow", "net.ipv4.tcp_syncookies",
                                "net.ipv4.tcp_max_syn_backlog", "net.core.somaxconn", "net.ipv4.ip_unprivileged_port_start"),
                        required("value", ValueType.NUMBER, "to what")).needing(Need.NAMESPACE);
                case ADD_ADDRESS -> Word.of(label(), "Gives the machine one more address, in the scenario's own network namespace.",
                        required("address", ValueType.ADDRESS, "which")).needing(Need.NAMESPACE);
                case ADD_ROUTE -> Word.of(label(), "Adds a route, in the scenario's own network namespace.",
                        required("to", ValueType.TEXT, "which destinations, for example 198.51.100.0/24"),
                        required("type", ValueType.WORD, "what the kernel does with packets to there: ip-route(8)")
                                .of("unreachable", "blackhole", "prohibit", "throw")).needing(Need.NAMESPACE);
            };
        }

        @Override
        public Action read(Args given) {
            return switch (this) {
                case LOOK, RESTORE_DESCRIPTORS -> new Plain(this);
                case PAUSE -> new Pause(this, given.number("time"));
                case AWAIT -> new Await(this, given.text("step"), given.number("timeout"));
                case AWAIT_STATE -> new AwaitState(this, given.text("of"), given.lane("end"), given.text("state"),
                        given.bound("receive-queue"), given.bound("send-queue"), given.bound("window"), given.text("timer"),
                        given.bound("retransmits"), given.bound("length"), given.number("timeout"));
                case AWAIT_FAILED_ACCEPTS -> new AwaitFailedAccepts(this, given.text("of"), given.number("count"),
                        given.number("timeout"));
                case AWAIT_WORKERS -> new AwaitWorkers(this, given.text("of"), given.bound("busy"), given.bound("queued"),
                        given.number("timeout"));
                case LIMIT_DESCRIPTORS -> new LimitDescriptors(this, given.number("free"));
                case SYSCTL -> new Sysctl(this, given.text("name"), given.number("value"));
                case ADD_ADDRESS -> new AddAddress(this, given.text("address"));
                case ADD_ROUTE -> new AddRoute(this, given.text("to"),
                        AddRoute.Refusal.valueOf(given.text("type", "throw").toUpperCase(Locale.ROOT)));
            };
        }
    }
}
