package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.action.ServerActions.timeout;
import static dev.lifeline.scenario.word.Parameter.optional;
import static dev.lifeline.scenario.word.Word.word;

import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.ArrayList;
import java.util.List;

/// What connections do, at either end, and how clients come by one.
public final class ConnectionActions {

    public static final List<Word> CONNECTION = List.of(
            // Stage write; one ChunkWritten a call. Exactly one of text and size.
            word("write", "Writes all of it, and waits where the kernel takes no more.",
                    optional("text", ValueType.BYTES, "what to write"),
                    optional("size", ValueType.SIZE, "or so many bytes of filling, in one call"),
                    optional("times", ValueType.NUMBER, "how often, one call each").otherwise("1"),
                    timeout()),
            // Stage write, non-blocking; ends with ChunkWritten(offered, 0). The last one is the one that was not taken.
            word("fill", "Writes without blocking until the kernel takes no more: the last write takes 0.",
                    optional("chunk", ValueType.SIZE, "bytes offered with each call").otherwise("4096"),
                    optional("most", ValueType.SIZE, "bytes written at most").otherwise("64MiB"),
                    timeout()),
            // Stage first-byte for the first read that the connection makes, data for those after it; one ChunkRead a call that
            // gave bytes, EndOfStream at the end. Without `bytes` and `until` it is one call.
            word("read", "Reads once; or until so many bytes, or the end of the stream, are there. The first read is stage "
                    + "first-byte, those after it are stage data.",
                    optional("bytes", ValueType.SIZE, "reads until so many bytes are there"),
                    optional("until", ValueType.WORD, "reads until the peer has ended its stream").of("end"),
                    optional("chunk", ValueType.SIZE, "bytes that one call takes at most: the program's buffer")
                            .otherwise("16KiB"),
                    optional("blocking", ValueType.FLAG,
                            "whether it waits for bytes; without, one call that returns at once, finished with 0 bytes if "
                                    + "none are there")
                            .otherwise("true"),
                    timeout()),
            // OutputShut.
            word("shutdown", "Ends its own stream and can still read: shutdown(SHUT_WR), a FIN."),
            // Stage close, without waiting for the peer's end of stream.
            word("close", "Closes the socket: close(2). Where unread bytes wait, the kernel sends a reset."),
            // Stage close, CloseKind.RESET.
            word("reset", "Closes the socket with a reset: SO_LINGER with 0 seconds, then close(2)."),
            word("option", "Sets options of the socket from here on.",
                    optional("no-delay", ValueType.FLAG, "TCP_NODELAY"),
                    optional("keep-alive", ValueType.FLAG, "SO_KEEPALIVE"),
                    optional("quick-ack", ValueType.FLAG, "TCP_QUICKACK: ACKs are not delayed, for now").needing("linux"),
                    optional("user-timeout", ValueType.TIME, "TCP_USER_TIMEOUT").needing("linux"),
                    optional("send-buffer", ValueType.SIZE, "SO_SNDBUF"),
                    optional("receive-buffer", ValueType.SIZE, "SO_RCVBUF"),
                    optional("drop-incoming", ValueType.FLAG, "throws away every segment that comes from here on, or no longer")
                            .needing("linux")));

    public static final List<Word> CLIENT = client();

    private ConnectionActions() {
    }

    private static List<Word> client() {
        List<Word> words = new ArrayList<>(List.of(
                // Stage lookup. Several look-ups of one client are told apart by the label of their step.
                word("lookup", "Has the name resolved: getaddrinfo(3).",
                        optional("name", ValueType.TEXT, "which name; without, the host of `to`"),
                        timeout()),
                // Stage route, for the first candidate.
                word("route", "Has the kernel choose route and source address; no packet is sent."),
                // Stage bind where a source is given, then connect; a name is looked up first if that was not a step. Several
                // candidates are raced, each attempt with its number.
                word("connect", "Opens a socket and connects it; several addresses are raced.",
                        optional("blocking", ValueType.FLAG,
                                "whether it waits for the outcome; without, the SYN is sent and step `finish` asks how it went")
                                        .otherwise("true"),
                        timeout()),
                // The rest of stage connect: finishConnect, getsockopt(SO_ERROR).
                word("finish", "Asks how a connect without blocking went, and waits for the outcome.", timeout()),
                // As `trace connect`: lookup, route, connect, write, first-byte, data, close.
                word("live", "A whole life as `trace connect` has it: lookup, route, connect, send, expect, close.",
                        optional("send", ValueType.BYTES, "what to write once connected"),
                        optional("expect", ValueType.BYTES, "what must come"),
                        timeout()),
                ServerActions.HOLD, ServerActions.RELEASE));
        words.addAll(CONNECTION);
        return List.copyOf(words);
    }
}
