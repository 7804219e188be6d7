package dev.lifeline.model.protocol;

import dev.lifeline.model.Labelled;

/// The protocols that a client was asked to speak, as the beginning of a URL names them.
public enum Scheme implements Labelled {
    /// Bytes over TCP, whatever they mean.
    TCP("tcp", 0, false, false),
    /// Bytes over TLS.
    TLS("tls", 443, true, false),
    /// HTTP over TCP (RFC 9110 section 4.2.1).
    HTTP("http", 80, false, true),
    /// HTTP over TLS (RFC 9110 section 4.2.2).
    HTTPS("https", 443, true, true);

    private final String label;
    private final int port;
    private final boolean secured;
    private final boolean web;

    Scheme(String label, int port, boolean secured, boolean web) {
        this.label = label;
        this.port = port;
        this.secured = secured;
        this.web = web;
    }

    @Override
    public String label() {
        return label;
    }

    /// The port where none is said; 0 where there is no such.
    public int port() {
        return port;
    }

    /// Says if TLS lies between TCP and the rest.
    public boolean secured() {
        return secured;
    }

    /// Says if HTTP is spoken.
    public boolean web() {
        return web;
    }

    /// The scheme of that name, in capitals or not; `null` where there is none.
    public static Scheme of(String name) {
        for (Scheme scheme : values()) {
            if (scheme.label.equalsIgnoreCase(name)) {
                return scheme;
            }
        }
        return null;
    }
}
