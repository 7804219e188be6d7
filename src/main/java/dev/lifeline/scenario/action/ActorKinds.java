package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;
import static dev.lifeline.scenario.word.Parameter.required;
import static dev.lifeline.scenario.word.Word.word;

import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;

/// The kinds of actors, and what is said of them under `actors`.
public final class ActorKinds {

    private static final Parameter ADDRESS =
            optional("address", ValueType.ADDRESS, "where to listen; it must be an address of this machine")
                    .otherwise("127.0.0.1");
    private static final Parameter PORT =
            optional("port", ValueType.PORT, "the port; 0 has the kernel choose a free one").otherwise("0");
    private static final Parameter PORT_OF = optional("port-of", ValueType.ACTOR,
            "the port is the one that this actor has; give the kernel's choice to a second server, or take what is taken")
                    .of("server", "loop", "udp", "relay");
    private static final Parameter BACKLOG =
            optional("backlog", ValueType.NUMBER, "the length asked for of the accept queue: listen(2)").otherwise("128");
    private static final Parameter SEND_BUFFER =
            optional("send-buffer", ValueType.SIZE, "SO_SNDBUF; the kernel doubles it for its own overhead: socket(7)");
    private static final Parameter RECEIVE_BUFFER =
            optional("receive-buffer", ValueType.SIZE, "SO_RCVBUF, set before the handshake so that the window follows: "
                    + "socket(7)");
    private static final Parameter DROP_INCOMING = optional("drop-incoming", ValueType.FLAG,
            "its socket throws away every segment that comes, as a silent firewall would: SO_ATTACH_FILTER of socket(7)")
                    .otherwise("false").needing("linux");
    private static final Parameter RESOLVER =
            optional("resolver", ValueType.ACTOR, "look-ups are sent to this resolver instead of the system's").of("dns");

    /// A server that does one thing at a time, each as a step of its own: the program of `listen(2)` and `accept(2)`, blocking.
    /// With `drop-incoming` it is the listening socket that hears nothing.
    public static final Word SERVER = word("server", "A blocking TCP server that does exactly what its steps say.",
            ADDRESS, PORT, PORT_OF, BACKLOG, SEND_BUFFER, RECEIVE_BUFFER,
            optional("reuse-address", ValueType.FLAG, "SO_REUSEADDR; Java sets it unless told otherwise").otherwise("true"),
            optional("defer-accept", ValueType.TIME, "TCP_DEFER_ACCEPT of tcp(7), rounded up to seconds: no accept before data")
                    .needing("linux"),
            optional("unprivileged", ValueType.FLAG, "it binds without the capability for ports below 1024: capabilities(7)")
                    .otherwise("false").needing("privileged-ports"),
            DROP_INCOMING);

    /// The event loop of package `server`: it accepts and answers by itself from its `start` on.
    public static final Word LOOP = word("loop", "A TCP server with one event loop; it accepts and answers by itself.",
            ADDRESS, PORT, PORT_OF, BACKLOG,
            optional("behaviour", ValueType.TEXT,
                    "what it does: echo, banner[=TEXT], silent, reset[=accept|=answer], close, late-accept=TIME, "
                            + "drip=BYTES/TIME, flood")
                    .otherwise("echo"),
            optional("connection-limit", ValueType.NUMBER, "connections open at a time; one more is accepted and closed at once"),
            optional("first-byte-timeout", ValueType.TIME, "a client that has said nothing for so long is closed"),
            optional("idle-timeout", ValueType.TIME, "a connection on which nothing has moved for so long is closed")
                    .otherwise("60s"),
            optional("back-off", ValueType.FLAG, "after a failed accept it waits; without, it asks again at once, and spins")
                    .otherwise("true"),
            optional("readiness", ValueType.FLAG,
                    "answers GET /ready over HTTP/1.1: 200, or 503 once it stops or what it depends on cannot be reached")
                            .otherwise("false"),
            optional("depends-on", ValueType.TARGET, "what must accept a connection for the loop to be ready"));

    /// The program that opens connections. `connect` (or `live`) makes one; what connections do, it does.
    public static final Word CLIENT = word("client", "A TCP client that does exactly what its steps say.",
            required("to", ValueType.TARGET, "where to connect to, for example 'both.test:server'"),
            optional("source", ValueType.SOURCE, "the local end, bound before connect: bind(2)"),
            optional("family", ValueType.WORD, "only addresses of this family are tried").of("4", "6"),
            optional("race", ValueType.WORD, "whose rules decide which address is tried when")
                    .of("rfc8305", "serial", "curl", "okhttp", "node", "go").otherwise("rfc8305"),
            RESOLVER,
            optional("no-delay", ValueType.FLAG, "TCP_NODELAY: small writes do not wait for an ACK").otherwise("false"),
            SEND_BUFFER, RECEIVE_BUFFER,
            optional("syn-count", ValueType.NUMBER, "TCP_SYNCNT: how often the SYN is sent again before connect gives up")
                    .needing("linux"),
            optional("user-timeout", ValueType.TIME, "TCP_USER_TIMEOUT: how long sent data may stay unacknowledged")
                    .needing("linux"),
            optional("port-range", ValueType.PORTS,
                    "IP_LOCAL_PORT_RANGE; clients that write the same number of ports share one range").needing("linux"),
            DROP_INCOMING);

    /// A connection that a server accepted, under the name that `as` gave it.
    public static final Word CONNECTION = word(Vocabulary.CONNECTION, "A connection that a server accepted.");

    /// A UDP socket, for comparison. It stands in the client's lane with a connection number of its own.
    public static final Word UDP = word("udp", "A UDP socket.",
            ADDRESS, PORT, PORT_OF,
            optional("to", ValueType.TARGET, "the peer: connect(2) of the socket, so that ICMP errors come back to it"));

    /// A small DNS server on loopback, over UDP; it is there from the beginning of the play. Names that it does not have:
    /// nxdomain.
    public static final Word DNS = word("dns", "A DNS server on loopback; it answers by itself from the beginning on.",
            required("answers", ValueType.ANSWERS,
                    "for each name a list of addresses, or one of nxdomain, servfail, refused, empty, silent"))
                            .needing("resolver");

    /// A TCP relay in user space: two connections, one to each side.
    public static final Word RELAY = word("relay", "A TCP relay in user space; it accepts and relays by itself.",
            required("to", ValueType.TARGET, "where it connects to, for each connection that it accepts"),
            ADDRESS, PORT, BACKLOG);

    /// What is nobody's.
    public static final Word MACHINE = word(Vocabulary.MACHINE, "The machine itself; it is always there.");

    private ActorKinds() {
    }
}
