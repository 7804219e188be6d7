package dev.lifeline.model;

/// A stage in the life of a TCP connection, in the order in which an ordinary life passes them.
public enum Stage implements Labelled {
    /// A name becomes addresses: `getaddrinfo(3)`.
    LOOKUP("lookup", "started to look up the name"),
    /// The operating system chooses interface and source address for a destination.
    ROUTE("route", "asked for the route"),
    /// A socket gets its local address: `bind(2)`; on a server together with `listen(2)`.
    BIND("bind", "started to bind its socket"),
    /// The three-way handshake, RFC 9293 section 3.5: `connect(2)`.
    CONNECT("connect", "started to connect"),
    /// The packets of the three-way handshake as the kernel exchanged them, whenever the programs came to know.
    HANDSHAKE("handshake", "started the handshake"),
    /// Established, but not yet taken by the server's program: the accept queue of `listen(2)`.
    ACCEPT_QUEUE("accept queue", "started to queue the connection"),
    /// The server's program takes the connection: `accept(2)`.
    ACCEPT("accept", "started to accept"),
    /// Accepted, and not yet in the hands of the thread that serves it: a queue of the server's own, in user space.
    WORKER_QUEUE("worker queue", "queued the connection for a worker"),
    /// The TLS handshake, RFC 8446 section 2.
    TLS("tls", "started the TLS handshake"),
    /// An HTTP request crosses, RFC 9112 section 3: a client writes it, a server reads it until it is whole.
    REQUEST("request", "started on the request"),
    /// Bytes are handed to the kernel: `write(2)`.
    WRITE("write", "started to write"),
    /// The wait for the first byte from the other side: `read(2)`.
    FIRST_BYTE("first byte", "started to wait for the first byte"),
    /// All bytes after the first: `read(2)`.
    DATA("data", "started to read on"),
    /// The server's program works on a request that it has read, and has not answered yet.
    HANDLER("handler", "started to work on the request"),
    /// An HTTP response crosses, RFC 9112 section 4: a server hands it to the kernel, a client reads on behind its first byte.
    RESPONSE("response", "started on the response"),
    /// The connection exists, and nothing moves.
    IDLE("idle", "started to be idle"),
    /// Bytes arrived and have a meaning above TCP.
    PROTOCOL("protocol", "started to look at the protocol"),
    /// The connection ends: `shutdown(2)` and `close(2)`, RFC 9293 section 3.6.
    CLOSE("close", "started to close");

    private final String label;
    private final String verb;

    Stage(String label, String verb) {
        this.label = label;
        this.verb = verb;
    }

    @Override
    public String label() {
        return label;
    }

    /// The beginning of the stage as the predicate of a sentence whose subject is a lane.
    public String verb() {
        return verb;
    }
}
