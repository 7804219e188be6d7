package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;
import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.counter.KernelCounter;
import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Bound;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.ArrayList;
import java.util.List;

/// Something that the machine waits for, rather than for time to pass. Where it is not seen in its time: WaitFailed, and the play
/// goes on.
public sealed interface AwaitAction extends Action {

    @Override
    Kind kind();

    /// How long it is waited for at most, in nanoseconds.
    @Override
    long timeout();

    /// Waits for the end of a step in the background.
    ///
    /// @param step its label
    record Await(Kind kind, String step, long timeout) implements AwaitAction {
    }

    /// Looks again and again, quietly; the look that fits is recorded.
    ///
    /// @param of whose connection or listener
    /// @param end `null` for the actor's own
    /// @param state as scenarios write it, [Vocabulary#GONE] included; `null` for any
    /// @param window that the peer last advertised, bytes
    /// @param timer as scenarios write it; `null` for any
    /// @param length of the accept queue; where it is given, the listener is looked at and nothing else
    record AwaitState(Kind kind, String of, Lane end, String state, Bound receiveQueue, Bound sendQueue, Bound window, String timer,
                      Bound retransmits, Bound length, long timeout) implements AwaitAction {
    }

    /// Waits until an actor stands at a gate that is held.
    ///
    /// @param before the stage; `null` for any
    record AwaitHold(Kind kind, String of, Stage before, long timeout) implements AwaitAction {
    }

    /// Counts the bytes of an actor: those of its program by the recording, those in its kernel by quiet looks.
    ///
    /// @param read by its program, at least; 0 for none
    /// @param written by its program, at least; 0 for none
    /// @param received that its kernel has and its program has not read, at least; 0 for none
    /// @param unacknowledged that its kernel has and the peer has not acknowledged, at least; 0 for none
    record AwaitBytes(Kind kind, String of, long read, long written, long received, long unacknowledged, long timeout)
            implements AwaitAction {
    }

    /// Counts connections, sockets, or what a counter of the kernel counts.
    ///
    /// @param of whose; `null` for a counter
    /// @param accepted connections, at least; 0 for none
    /// @param failed accepts, at least; 0 for none. By the recording, because a look would take a descriptor
    /// @param state as scenarios write it, or `null`
    /// @param sockets at its port in this state, or `null`
    /// @param counter the kernel's word, or `null`
    /// @param rose since the play began, at least
    record AwaitCount(Kind kind, String of, long accepted, long failed, String state, Bound sockets, String counter, long rose,
                      long timeout) implements AwaitAction {
    }

    /// Waits by what a pool itself knows.
    ///
    /// @param of which pool
    /// @param busy workers that have a connection; `null` for any number
    /// @param queued connections that wait in the program for a worker; `null` for any number
    record AwaitWorkers(Kind kind, String of, Bound busy, Bound queued, long timeout) implements AwaitAction {
    }

    /// Tells whether the kernel is looked at when the wait is over. Where accepts fail, a look might take the descriptor that they lack.
    default boolean looks() {
        return kind() != Kind.AWAIT && !(this instanceof AwaitCount count && count.failed() > 0);
    }

    /// The words for waiting.
    enum Kind implements ActionKind {
        AWAIT, AWAIT_STATE, AWAIT_HOLD, AWAIT_BYTES, AWAIT_COUNT, AWAIT_FAILED_ACCEPTS, AWAIT_WORKERS;

        @Override
        public Word word() {
            return switch (this) {
                case AWAIT -> Word.of(label(), "Waits until a step that runs in the background has ended.",
                        required("step", ValueType.STEP, "which"), Shared.patience());
                case AWAIT_STATE -> Word.of(label(), "Waits until the kernel says so of a socket: better than a pause, because it "
                        + "ends as soon as it is true.",
                        required("of", ValueType.ACTORS, "whose connection; or which listener, with length")
                                .of("client", "connection", "server", "loop", "pool", "relay"),
                        optional("end", ValueType.WORD, "whose socket of that connection; without, the actor's own")
                                .of("client", "server"),
                        optional("state", ValueType.WORD, "its state; GONE where the kernel does not have it any more")
                                .of(Vocabulary.STATES),
                        optional("receive-queue", ValueType.BOUND, "bytes that wait for its program"),
                        optional("send-queue", ValueType.BOUND, "bytes that the peer has not acknowledged"),
                        optional("window", ValueType.BOUND, "the window that its peer last advertised, in bytes"),
                        optional("timer", ValueType.WORD, "which timer runs").of(Vocabulary.TIMERS),
                        optional("retransmits", ValueType.BOUND, "how often it has expired without an answer"),
                        optional("length", ValueType.BOUND, "connections in the accept queue of a server or loop"),
                        Shared.patience()).needing(Need.SOCKDIAG)
                        .with(Rule.some("state", "receive-queue", "send-queue", "window", "timer", "retransmits", "length"));
                case AWAIT_HOLD -> Word.of(label(), "Waits until an actor has come to a stage before which it is held, and stands "
                        + "there.",
                        required("of", ValueType.ACTORS, "who").of("server", "loop", "pool", "client", "relay"),
                        optional("before", ValueType.WORD, "before which stage; without, before any")
                                .of(Shared.gates()),
                        Shared.patience());
                case AWAIT_BYTES -> Word.of(label(), "Waits until an actor has so many bytes or more: its program (read, written) or "
                        + "its kernel (received, unacknowledged).",
                        required("of", ValueType.ACTORS, "whose").of("client", "connection", "loop", "pool", "relay"),
                        optional("read", ValueType.SIZE, "bytes that its program has read since the play began"),
                        optional("written", ValueType.SIZE, "bytes that the kernel has taken of its program's writes"),
                        optional("received", ValueType.SIZE, "bytes that wait in its receive queue for the program")
                                .needing(Need.SOCKDIAG),
                        optional("unacknowledged", ValueType.SIZE, "bytes that wait in its send queue for the peer's ACK")
                                .needing(Need.SOCKDIAG),
                        Shared.patience()).with(Rule.some("read", "written", "received", "unacknowledged"));
                case AWAIT_COUNT -> Word.of(label(), "Waits until so many connections were accepted, accepts have failed or sockets "
                        + "are in a state, or a counter of the kernel has risen so far.",
                        optional("of", ValueType.ACTOR, "who accepts, or whose port the sockets have").of("server", "loop", "pool", "relay"),
                        optional("accepted", ValueType.NUMBER, "connections that it has accepted, so many or more"),
                        optional("failed", ValueType.NUMBER, "accepts that have failed, so many or more; the first 64 are recorded"),
                        optional("sockets", ValueType.BOUND, "sockets of its port that are in this state at its end, accepted or not: "
                                + "exactly so many, or a bound").needing(Need.SOCKDIAG),
                        optional("state", ValueType.WORD, "that state").of(states()),
                        optional("counter", ValueType.WORD, "the kernel's word: /proc/net/netstat, /proc/net/snmp")
                                .of(KernelCounter.labels()).needing(Need.SOCKDIAG),
                        optional("rose", ValueType.NUMBER, "by how much it rose since the play began, so much or more"),
                        Shared.patience()).with(Rule.some("accepted", "failed", "sockets", "counter", "state", "rose"),
                        Rule.with("accepted", "of", "whose accepts are counted"), Rule.with("failed", "of", "whose accepts are counted"),
                        Rule.with("sockets", "of", "whose port they have"), Rule.with("sockets", "state", "which of them are counted"),
                        Rule.with("state", "sockets", "how many there are to be"),
                        Rule.with("counter", "rose", "by how much it is to rise"), Rule.with("rose", "counter", "which counter that is"));
                case AWAIT_FAILED_ACCEPTS -> Word.of(label(), "Waits until the accepts of an event loop have failed so often.",
                        required("of", ValueType.ACTOR, "whose accepts").of("loop"),
                        optional("count", ValueType.NUMBER, "how often; the first 64 are recorded").otherwise("1"),
                        Shared.patience());
                case AWAIT_WORKERS -> Word.of(label(), "Waits until so many workers of a pool have a connection, or so many "
                        + "connections wait in its program.",
                        required("of", ValueType.ACTOR, "whose workers").of("pool"),
                        optional("busy", ValueType.BOUND, "workers that have a connection"),
                        optional("queued", ValueType.BOUND, "connections that wait in the program for a worker"),
                        Shared.patience()).with(Rule.some("busy", "queued"));
            };
        }

        /// One that is gone is in no state.
        private static List<String> states() {
            List<String> states = new ArrayList<>(Vocabulary.STATES);
            states.remove(Vocabulary.GONE);
            return states;
        }

        @Override
        public Action read(Args given) {
            String of = given.text("of");
            long timeout = given.number("timeout");
            return switch (this) {
                case AWAIT -> new Await(this, given.text("step"), timeout);
                case AWAIT_STATE -> new AwaitState(this, of, given.lane("end"), given.text("state"), given.bound("receive-queue"),
                        given.bound("send-queue"), given.bound("window"), given.text("timer"), given.bound("retransmits"),
                        given.bound("length"), timeout);
                case AWAIT_HOLD -> new AwaitHold(this, of, given.has("before") ? Vocabulary.stage(given.text("before")) : null, timeout);
                case AWAIT_BYTES -> new AwaitBytes(this, of, given.number("read"), given.number("written"), given.number("received"),
                        given.number("unacknowledged"), timeout);
                case AWAIT_COUNT -> new AwaitCount(this, of, given.number("accepted"), given.number("failed"), given.text("state"),
                        given.bound("sockets"), given.text("counter"), given.number("rose"), timeout);
                case AWAIT_FAILED_ACCEPTS -> new AwaitCount(this, of, 0, given.number("count"), null, null, null, 0, timeout);
                case AWAIT_WORKERS -> new AwaitWorkers(this, of, given.bound("busy"), given.bound("queued"), timeout);
            };
        }
    }
}
