package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import java.util.List;

/// Parameters that several words have in common.
final class Shared {

    private Shared() {
    }

    /// Limits the time that something may take.
    static Parameter timeout() {
        return optional("timeout", ValueType.TIME, "after so long it has failed: TIMEOUT").otherwise("2s");
    }

    /// Makes a crowd of an actor.
    static Parameter count() {
        return optional("count", ValueType.COUNT, "so many of them, a crowd: NAME-1 to NAME-N, each with its own thread and connection");
    }

    /// Limits the time that something is waited for.
    static Parameter patience() {
        return optional("timeout", ValueType.TIME, "after so long a remark says what was seen instead, and the play goes on").otherwise("2s");
    }

    /// Lists the stages before which an actor can be held; handler is of a pool.
    static List<String> gates() {
        return List.of("lookup", "route", "bind", "connect", "accept", "tls", "request", "write", "first-byte", "data", "handler", "response", "close");
    }

    /// Says why something is held.
    static Parameter reason() {
        return optional("reason", ValueType.TEXT, "why, for a person").otherwise("held by the scenario");
    }

    static Parameter address() {
        return optional("address", ValueType.ADDRESS, "where to listen; it must be an address of this machine")
                .otherwise("127.0.0.1");
    }

    static Parameter port() {
        return optional("port", ValueType.PORT, "the port; 0 has the kernel choose a free one").otherwise("0");
    }

    static Parameter portOf() {
        return optional("port-of", ValueType.ACTOR,
                "the port is the one that this actor has; give the kernel's choice to a second server, or take what is taken")
                        .of("server", "loop", "pool", "udp", "relay");
    }

    static Rule onePort() {
        return Rule.notBoth("port", "port-of", "one of them says which port");
    }

    static Parameter backlog() {
        return optional("backlog", ValueType.NUMBER, "the length asked for of the accept queue: listen(2)").otherwise("128");
    }

    static Parameter sendBuffer() {
        return optional("send-buffer", ValueType.SIZE, "SO_SNDBUF; the kernel doubles it for its own overhead: socket(7)");
    }

    static Parameter receiveBuffer() {
        return optional("receive-buffer", ValueType.SIZE, "SO_RCVBUF, set before the handshake so that the window follows: "
                + "socket(7)");
    }

    static Parameter dropIncoming() {
        return optional("drop-incoming", ValueType.FLAG,
                "its socket throws away every segment that comes, as a silent firewall would: SO_ATTACH_FILTER of socket(7)")
                        .otherwise("false").needing(Need.LINUX);
    }
}
