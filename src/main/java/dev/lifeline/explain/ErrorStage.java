package dev.lifeline.explain;

import dev.lifeline.model.Labelled;

/// A stage at which programs observe an error: coarser than [dev.lifeline.model.Stage], for a text tells less than a trace.
public enum ErrorStage implements Labelled {
    /// A name becomes addresses.
    LOOKUP("lookup"),
    /// A local address is taken, `bind(2)` and `listen(2)`, or is to be had for a connect.
    BIND("bind"),
    /// The system finds no way to the destination.
    ROUTE("route"),
    /// `connect(2)`: until the handshake of TCP is done.
    CONNECT("connect"),
    /// `accept(2)`, and what a server's program says of connections that it takes.
    ACCEPT("accept"),
    /// The handshake of TLS, and what breaks its records later.
    TLS("tls"),
    /// Bytes were waited for, or read.
    READ("read"),
    /// Bytes were handed to the kernel.
    WRITE("write"),
    /// The connection was open and nothing moved: pools, keep-alive, idle timeouts.
    IDLE("idle"),
    /// Bytes came whose meaning above TCP was not what was expected.
    PROTOCOL("protocol"),
    /// No connection error: an answer over a connection that works, a limit of a program, or another thing altogether.
    NONE("none");

    private final String label;

    ErrorStage(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
