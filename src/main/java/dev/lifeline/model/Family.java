package dev.lifeline.model;

/// An address family of the Internet protocols.
public enum Family {
    IPV4("IPv4"),
    IPV6("IPv6");

    private final String label;

    Family(String label) {
        this.label = label;
    }

    /// The name that people read.
    public String label() {
        return label;
    }

    /// The other of the two.
    public Family other() {
        return this == IPV4 ? IPV6 : IPV4;
    }

    /// The family of a numeric address: only IPv6 text holds a colon (RFC 4291 section 2.2).
    public static Family of(String address) {
        return address.indexOf(':') >= 0 ? IPV6 : IPV4;
    }
}
