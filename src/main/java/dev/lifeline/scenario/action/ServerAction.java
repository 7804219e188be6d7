package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.model.Stage;
import dev.lifeline.scenario.Crowd;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.List;

/// Something that a blocking server does: the program of `bind(2)`, `listen(2)` and `accept(2)`.
public sealed interface ServerAction extends Action {

    @Override
    Kind kind();

    /// One that says all by its kind.
    record Plain(Kind kind) implements ServerAction {
    }

    /// Takes a connection from the accept queue, or several, one after the other.
    ///
    /// @param as the name that it gets, or of the crowd that they become; `null` for nameless ones
    /// @param times how many; 0 for one that is no crowd
    /// @param timeout for all of them together
    record Accept(Kind kind, String as, int times, long timeout) implements ServerAction {
        @Override
        public List<String> brings() {
            return as == null ? List.of() : times == 0 ? List.of(as) : new Crowd(as, times).members();
        }
    }

    /// The words of servers.
    enum Kind implements ActionKind {
        /// After close the same server listens again on the port that it had.
        LISTEN,
        /// Bound without Listening: SYNs to it are refused, and nobody else can take the port.
        BIND,
        /// Stands in lane SERVER with the number of the accepted connection; a failed one has number 0.
        ACCEPT,
        /// Stage close of the listening socket alone: that is no end of a connection, and not planned.
        CLOSE;

        @Override
        public List<Stage> plans() {
            return switch (this) {
                case LISTEN -> List.of(Stage.BIND);
                case ACCEPT -> List.of(Stage.ACCEPT);
                case BIND, CLOSE -> List.of();
            };
        }

        @Override
        public Word word() {
            return switch (this) {
                case LISTEN -> Word.of(label(), "Opens a socket, binds it and listens: from here on the kernel completes "
                        + "handshakes. After close it listens again on the same port.");
                case BIND -> Word.of(label(), "Opens a socket and binds it, and does not listen: connections to it are refused.");
                case ACCEPT -> Word.of(label(), "Takes a connection from the accept queue, and waits for one where there is none.",
                        optional("as", ValueType.NAME, "the name of the connection for later steps"),
                        optional("times", ValueType.COUNT, "so many, one after the other, fewer where the time passes; with as "
                                + "they are a crowd, NAME-1 the first that was accepted"), Shared.timeout());
                case CLOSE -> Word.of(label(), "Closes the listening socket; what still waits in the accept queue is reset.");
            };
        }

        @Override
        public Action read(Args given) {
            return switch (this) {
                case LISTEN, BIND, CLOSE -> new Plain(this);
                case ACCEPT -> new Accept(this, given.text("as"), (int) given.number("times"), given.number("timeout"));
            };
        }
    }
}
