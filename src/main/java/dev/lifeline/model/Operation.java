package dev.lifeline.model;

/// The call that was made when something happened, by the name of its manual page where it has one.
public enum Operation implements Labelled {
    GETADDRINFO("getaddrinfo"),
    SOCKET("socket"),
    BIND("bind"),
    ROUTE("route"),
    CONNECT("connect"),
    ACCEPT("accept"),
    READ("read"),
    WRITE("write"),
    /// Steps of the TLS handshake, which no system call stands for.
    HANDSHAKE("handshake"),
    SHUTDOWN("shutdown"),
    CLOSE("close");

    private final String label;

    Operation(String label) {
        this.label = label;
    }

    /// The name of the system call or library function.
    @Override
    public String label() {
        return label;
    }
}
