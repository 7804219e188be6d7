package dev.lifeline.model;

/// An address family of the Internet protocols.
public enum Family implements Labelled {
    IPV4("IPv4"),
    IPV6("IPv6");

    private final String label;

    Family(String label) {
        this.label = label;
    }

    /// The name that people read.
    @Override
    public String label() {
        return label;
    }

    /// The type of DNS record that holds its addresses (RFC 1035 section 3.4.1, RFC 3596 section 2.1).
    public String record() {
        return this == IPV4 ? "A" : "AAAA";
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
