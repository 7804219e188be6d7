package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.model.Stage;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.List;

/// Something by which a client comes to a connection. What connections do, its newest does.
public sealed interface ClientAction extends Action {

    @Override
    Kind kind();

    /// One that says all by its kind.
    record Plain(Kind kind) implements ClientAction {
    }

    /// Has a name resolved. Several look-ups of one client are told apart by the label of their step.
    ///
    /// @param name which; `null` for the host that it connects to
    record Lookup(Kind kind, String name, long timeout) implements ClientAction {
    }

    /// Stage bind where a source is given, then connect; a name is looked up first if that was not a step. Several candidates are
    /// raced, each attempt with its number.
    record Connect(Kind kind, boolean blocking, long timeout) implements ClientAction {
    }

    /// The rest of a connect that did not block: finishConnect, getsockopt(SO_ERROR).
    record Finish(Kind kind, long timeout) implements ClientAction {
    }

    /// A life as `trace connect` has it.
    ///
    /// @param send with escapes, or `null`
    /// @param expect with escapes, or `null`
    record Live(Kind kind, String send, String expect, long timeout) implements ClientAction {
    }

    /// The words of clients.
    enum Kind implements ActionKind {
        LOOKUP,
        /// For the first candidate.
        ROUTE, CONNECT, FINISH, LIVE;

        @Override
        public List<Stage> plans() {
            return switch (this) {
                case LOOKUP -> List.of(Stage.LOOKUP);
                case ROUTE -> List.of(Stage.ROUTE);
                case CONNECT -> List.of(Stage.CONNECT);
                case LIVE -> List.of(Stage.LOOKUP, Stage.ROUTE, Stage.CONNECT, Stage.CLOSE);
                case FINISH -> List.of();
            };
        }

        @Override
        public Word word() {
            return switch (this) {
                case LOOKUP -> Word.of(label(), "Has the name resolved: getaddrinfo(3).",
                        optional("name", ValueType.TEXT, "which name; without, the host of `to`"), Shared.timeout());
                case ROUTE -> Word.of(label(), "Has the kernel choose route and source address; no packet is sent.");
                case CONNECT -> Word.of(label(), "Opens a socket and connects it; several addresses are raced.",
                        optional("blocking", ValueType.FLAG,
                                "whether it waits for the outcome; without, the SYN is sent and step `finish` asks how it went")
                                        .otherwise("true"), Shared.timeout());
                case FINISH -> Word.of(label(), "Asks how a connect without blocking went, and waits for the outcome.",
                        Shared.timeout());
                case LIVE -> Word.of(label(), "A whole life as `trace connect` has it: lookup, route, connect, send, "
                        + "expect, close.",
                        optional("send", ValueType.BYTES, "what to write once connected"),
                        optional("expect", ValueType.BYTES, "what must come"), Shared.timeout());
            };
        }

        @Override
        public Action read(Args given) {
            long timeout = given.number("timeout");
            return switch (this) {
                case LOOKUP -> new Lookup(this, given.text("name"), timeout);
                case ROUTE -> new Plain(this);
                case CONNECT -> new Connect(this, given.flag("blocking"), timeout);
                case FINISH -> new Finish(this, timeout);
                case LIVE -> new Live(this, given.text("send"), given.text("expect"), timeout);
            };
        }
    }
}
