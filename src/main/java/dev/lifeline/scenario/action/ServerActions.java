package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;
import static dev.lifeline.scenario.word.Parameter.required;
import static dev.lifeline.scenario.word.Word.word;

import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.List;

/// What servers do.
public final class ServerActions {

    /// What a lane waits before: stages that a program begins.
    private static final Parameter BEFORE = required("before", ValueType.WORD, "before which stage")
            .of("lookup", "route", "bind", "connect", "accept", "write", "first-byte", "data", "close");

    /// The lane waits before that stage until it is released; the kernel does not.
    static final Word HOLD = word("hold", "From now on it waits before that stage; the kernel goes on meanwhile.", BEFORE,
            optional("reason", ValueType.TEXT, "why, for a person").otherwise("held by the scenario"));

    /// The end of a hold.
    static final Word RELEASE = word("release", "It need not wait before that stage any more.", BEFORE);

    public static final List<Word> SERVER = List.of(
            // Stage bind. After close the same server listens again on the port that it had.
            word("listen", "Opens a socket, binds it and listens: from here on the kernel completes handshakes. "
                    + "After close it listens again on the same port."),
            // Stage bind without Listening: SYNs to it are refused, and nobody else can take the port.
            word("bind", "Opens a socket and binds it, and does not listen: connections to it are refused."),
            // Stage accept, on the lane SERVER with the number of the accepted connection; a failed one has number 0.
            word("accept", "Takes a connection from the accept queue, and waits for one where there is none.",
                    optional("as", ValueType.NAME, "the name of the connection for later steps"),
                    timeout()),
            // Stage close of the listening socket.
            word("close", "Closes the listening socket; what still waits in the accept queue is reset."),
            HOLD, RELEASE);

    public static final List<Word> LOOP = List.of(
            // Stage bind, then Registered.
            word("start", "Listens, and starts the event loop."),
            // The loop's thread computes; it is not a hold. The step ends when the work is over: run it in the background.
            word("busy", "Keeps the loop's thread busy with work: nothing is accepted, read or answered meanwhile.",
                    required("time", ValueType.TIME, "for how long")),
            // Graceful: readiness says 503, the listening socket is closed, connections end by themselves within `drain`.
            word("stop", "Ends the loop.",
                    optional("graceful", ValueType.FLAG,
                            "readiness turns 503, then it stops accepting and lets open connections end; without, all is "
                                    + "closed at once")
                            .otherwise("false"),
                    optional("notice", ValueType.TIME, "how long readiness says 503 before accepting ends").otherwise("0"),
                    optional("drain", ValueType.TIME, "how long open connections may take to end").otherwise("1s")),
            HOLD, RELEASE);

    private ServerActions() {
    }

    /// How long something may take. The end of that time is a failure with code TIMEOUT.
    static Parameter timeout() {
        return optional("timeout", ValueType.TIME, "after so long it has failed: TIMEOUT").otherwise("2s");
    }
}
