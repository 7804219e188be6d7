package dev.lifeline.model;

import dev.lifeline.model.protocol.Scheme;
import dev.lifeline.text.HostPort;
import java.util.Objects;

/// The thing that a trace is about: the host and port that were asked for, where a server of our own listens, or for a play of
/// which no client's target is known the name of its scenario.
///
/// @param host as it was typed: a name in ASCII, or a numeric address without brackets, with its zone where it has one
/// @param port 1 to 65535; 0 where there is none, or where a server of our own takes any free one
/// @param scheme the protocols that were asked for; TCP where nothing was said
public record Target(String host, int port, Scheme scheme) {

    private static final int MAX_PORT = 0xFFFF;
    private static final String SCHEME = "://";

    public Target {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(scheme, "scheme");
    }

    /// A target of which nothing but TCP was asked.
    public Target(String host, int port) {
        this(host, port, Scheme.TCP);
    }

    /// Takes `HOST:PORT`, `[ADDRESS]:PORT` and URLs apart; text that is neither is a host as a whole.
    public static Target of(String text) {
        int scheme = text.indexOf(SCHEME);
        String authority = scheme < 0 ? text : text.substring(scheme + SCHEME.length());
        int path = authority.indexOf('/');
        authority = path < 0 ? authority : authority.substring(0, path);
        HostPort parts = HostPort.of(authority);
        boolean whole = parts.rest() == null || parts.isAmbiguous();
        return new Target(whole ? authority : parts.host(), whole || parts.port() == null ? 0 : number(parts.port()));
    }

    private static int number(String digits) {
        int port = 0;
        for (int i = 0; i < digits.length() && port <= MAX_PORT; i++) {
            int digit = digits.charAt(i) - '0';
            port = digit < 0 || digit > 9 ? MAX_PORT + 1 : port * 10 + digit;
        }
        return port > MAX_PORT ? 0 : port;
    }

    /// The same host with another port.
    public Target port(int other) {
        return new Target(host, other, scheme);
    }

    /// The same host and port with another scheme.
    public Target scheme(Scheme other) {
        return new Target(host, port, other);
    }

    /// Says if the host can only be meant as an address: no name has a colon, and no top-level domain is a number (RFC 3696
    /// section 2).
    public boolean isAddress() {
        boolean digits = !host.isEmpty();
        for (int i = 0; i < host.length() && digits; i++) {
            char c = host.charAt(i);
            digits = c == '.' || c >= '0' && c <= '9';
        }
        return digits || host.indexOf(':') >= 0;
    }

    /// The host, or the address that was really used where the target names none; `null` where neither is known.
    public String hostOr(Endpoint remote) {
        return !host.isEmpty() ? host : remote == null ? null : remote.address();
    }

    // By hand: those of a record are put together by method handles on their first use, which costs a cold start some 10 ms.
    @Override
    public boolean equals(Object other) {
        return other instanceof Target that && port == that.port && scheme == that.scheme && host.equals(that.host);
    }

    @Override
    public int hashCode() {
        return 31 * host.hashCode() + port;
    }

    /// `example.com:80`, `[::1]:80`; without the port where there is none.
    @Override
    public String toString() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return port == 0 ? name : name + ":" + port;
    }
}
