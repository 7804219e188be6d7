package dev.lifeline.model;

/// A stage in the life of a TCP connection, in the order in which an ordinary life passes them.
public enum Stage implements Labelled {
    /// A name becomes addresses: `getaddrinfo(3)`.
    LOOKUP("lookup"),
    /// The operating system chooses interface and source address for a destination.
    ROUTE("route"),
    /// A socket gets its local address: `bind(2)`; on a server together with `listen(2)`.
    BIND("bind"),
    /// The three-way handshake, RFC 9293 section 3.5: `connect(2)`.
    CONNECT("connect"),
    /// The packets of the three-way handshake as the kernel exchanged them, whenever the programs came to know.
    HANDSHAKE("handshake"),
    /// Established, but not yet taken by the server's program: the accept queue of `listen(2)`.
    ACCEPT_QUEUE("accept queue"),
    /// The server's program takes the connection: `accept(2)`.
    ACCEPT("accept"),
    /// The TLS handshake, RFC 8446 section 2.
    TLS("tls"),
    /// Bytes are handed to the kernel: `write(2)`.
    WRITE("write"),
    /// The wait for the first byte from the other side: `read(2)`.
    FIRST_BYTE("first byte"),
    /// All bytes after the first: `read(2)`.
    DATA("data"),
    /// The connection exists, and nothing moves.
    IDLE("idle"),
    /// Bytes arrived and have a meaning above TCP.
    PROTOCOL("protocol"),
    /// The connection ends: `shutdown(2)` and `close(2)`, RFC 9293 section 3.6.
    CLOSE("close");

    private final String label;

    Stage(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
