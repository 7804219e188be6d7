package dev.lifeline.diagnosis;

/// The four events that two observers together should see of a connection that works, in the order of the path.
/// Each says that the part of the path before it was passed; no two of their time stamps come from one clock by right.
public enum Milestone {
    /// The client's connect returned: look-up, route and handshake are behind it.
    CLIENT_CONNECT("client-connect"),
    /// The server's accept returned: the connection went through the server's accept queue to its program.
    SERVER_ACCEPT("server-accept"),
    /// The server read the client's first bytes: the client's write path works.
    SERVER_FIRST_DATA("server-first-data"),
    /// The client read the server's first bytes: the server's write path works.
    CLIENT_FIRST_DATA("client-first-data");

    private final String label;

    Milestone(String label) {
        this.label = label;
    }

    /// The word that the data file uses.
    public String label() {
        return label;
    }
}
