package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.model.Stage;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.List;

/// Something that a connection does, at either end.
public sealed interface ConnectionAction extends Action {

    /// The word for the end of the peer's stream, in the place of a delimiter.
    String END = "end";

    @Override
    Kind kind();

    /// One that says all by its kind.
    record Plain(Kind kind) implements ConnectionAction {
    }

    /// Writes all of it; one ChunkWritten a call.
    ///
    /// @param text with escapes; `null` where `size` bytes of filling are written
    record Write(Kind kind, String text, long size, long times, long timeout) implements ConnectionAction {
    }

    /// Writes without blocking; ends with ChunkWritten(offered, 0): the last one is the one that was not taken.
    ///
    /// @param chunk bytes
    /// @param most bytes
    record Fill(Kind kind, long chunk, long most, long timeout) implements ConnectionAction {
    }

    /// Reads: one call, or until there is enough. One ChunkRead a call that gave bytes, EndOfStream at the end.
    ///
    /// @param bytes how many must come; 0 where nothing is said of it
    /// @param exactly whether it takes no more than these
    /// @param delimiter with escapes; the bytes that end it, or `null`
    /// @param chunk bytes that one call takes at most
    record Read(Kind kind, long bytes, boolean exactly, String delimiter, boolean untilEnd, long chunk, boolean blocking, long timeout)
            implements ConnectionAction {
    }

    /// Sets options of the socket.
    record Option(Kind kind, SocketSettings settings) implements ConnectionAction {
        @Override
        public boolean dropsIncoming() {
            return Boolean.TRUE.equals(settings.dropIncoming());
        }
    }

    /// The words of connections.
    enum Kind implements ActionKind {
        WRITE, FILL,
        /// Stage first-byte for the first read that the connection makes, data for those after it.
        READ,
        /// OutputShut.
        SHUTDOWN,
        /// Does not wait for the peer's end of stream.
        CLOSE,
        /// Ends with CloseKind.RESET.
        RESET, OPTION;

        @Override
        public List<Stage> plans() {
            return switch (this) {
                case WRITE, FILL -> List.of(Stage.WRITE);
                case READ -> List.of(Stage.FIRST_BYTE);
                case CLOSE, RESET -> List.of(Stage.CLOSE);
                case SHUTDOWN, OPTION -> List.of();
            };
        }

        @Override
        public Word word() {
            return switch (this) {
                case WRITE -> Word.of(label(), "Writes all of it, and waits where the kernel takes no more.",
                        optional("text", ValueType.BYTES, "what to write"),
                        optional("size", ValueType.SIZE, "or so many bytes of filling, in one call"),
                        optional("times", ValueType.NUMBER, "how often, one call each").otherwise("1"),
                        Shared.timeout()).with(Rule.one("text", "size", "one of them says what is written"));
                case FILL -> Word.of(label(), "Writes without blocking until the kernel takes no more: the last write takes 0.",
                        optional("chunk", ValueType.SIZE, "bytes offered with each call").otherwise("4096"),
                        optional("most", ValueType.SIZE, "bytes written at most").otherwise("64MiB"),
                        Shared.timeout());
                case READ -> Word.of(label(), "Reads once; or until so many bytes, a delimiter, or the end of the stream are there. "
                        + "The first read is stage first-byte, those after it are stage data.",
                        optional("bytes", ValueType.SIZE, "reads until exactly so many bytes are there, and none beyond them"),
                        optional("at-least", ValueType.SIZE, "reads until so many bytes or more are there"),
                        optional("until", ValueType.DELIMITER, "reads until the peer has ended its stream (end), or until these "
                                + "bytes have come; what comes behind them is kept for the next read"),
                        optional("chunk", ValueType.SIZE, "bytes that one call takes at most: the program's buffer")
                                .otherwise("16KiB"),
                        optional("blocking", ValueType.FLAG,
                                "whether it waits for bytes; without, one call that returns at once, finished with 0 bytes if "
                                        + "none are there")
                                .otherwise("true"),
                        Shared.timeout()).with(Rule.notBoth("bytes", "until", "one of them says when it ends"),
                        Rule.notBoth("bytes", "at-least", "one of them says when it ends"),
                        Rule.notBoth("at-least", "until", "one of them says when it ends"));
                case SHUTDOWN -> Word.of(label(), "Ends its own stream and can still read: shutdown(SHUT_WR), a FIN.");
                case CLOSE -> Word.of(label(), "Closes the socket: close(2). Where unread bytes wait, the kernel sends a reset.");
                case RESET -> Word.of(label(), "Closes the socket with a reset: SO_LINGER with 0 seconds, then close(2).");
                case OPTION -> SocketSettings.word(label());
            };
        }

        @Override
        public Action read(Args given) {
            long timeout = given.number("timeout");
            return switch (this) {
                case SHUTDOWN, CLOSE, RESET -> new Plain(this);
                case WRITE -> new Write(this, given.text("text"), given.number("size"), given.number("times"), timeout);
                case FILL -> new Fill(this, given.number("chunk"), given.number("most"), timeout);
                case READ -> new Read(this, given.number("bytes", given.number("at-least")), given.has("bytes"),
                        END.equals(given.text("until")) ? null : given.text("until"), END.equals(given.text("until")),
                        given.number("chunk"), given.flag("blocking"), timeout);
                case OPTION -> new Option(this, SocketSettings.of(given));
            };
        }
    }
}
