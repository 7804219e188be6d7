package dev.lifeline.diagnosis;

/// The four events that two observers together should see of a connection that works, in the order of the path.
/// Each says that the part of the path before it was passed; no two of their time stamps come from one clock by right.
public enum Milestone {
    /// The client's connect returned: look-up, route and handshake are behind it.
    CLIENT_CONNECT("missing client-connect"),
    /// The server's accept returned: the connection went through the server's accept queue to its program.
    SERVER_ACCEPT("missing server-accept"),
    /// The server read the client's first bytes: the client's write path works.
    SERVER_FIRST_DATA("missing server-first-data"),
    /// The client read the server's first bytes: the server's write path works.
    CLIENT_FIRST_DATA("missing client-first-data");

    private final String about;

    Milestone(String about) {
        this.about = about;
    }

    /// The name, in the data files, of the sections that tell that it is missing.
    public String about() {
        return about;
    }
}
