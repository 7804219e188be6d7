package dev.lifeline.scenario.word;

import dev.lifeline.text.HostPort;

/// Target or source of a connection, as scenarios write it: `server`, `127.0.0.1:80`, `[::1]:80`, `both.test:server`, and for
/// sources `127.0.0.2` too.
///
/// @param host a name or address, without brackets; `null` for the address of the actor
/// @param port a port; -1 where there is none, or where it is that of an actor
/// @param actor whose address (without a host) or port (with one) it is; `null` for nobody's
public record TargetText(String host, int port, String actor) {

    /// Takes a target apart. Whether there is such an actor is not looked at.
    ///
    /// @throws IllegalArgumentException with what is wrong
    public static TargetText target(String text) {
        TargetText parsed = parse(text);
        if (parsed.host() != null && parsed.port() < 0 && parsed.actor() == null) {
            throw new IllegalArgumentException("the port is missing");
        }
        return parsed;
    }

    /// Takes a source apart. Whether there is such an actor is not looked at.
    ///
    /// @throws IllegalArgumentException with what is wrong
    public static TargetText source(String text) {
        TargetText parsed = parse(text);
        if (parsed.host() != null && !Literals.isAddress(parsed.host())) {
            throw new IllegalArgumentException("a source is a numeric address");
        }
        return parsed;
    }

    private static TargetText parse(String text) {
        String value = text.strip();
        if (Literals.isAddress(value)) {
            return new TargetText(value, -1, null);
        }
        HostPort parts = HostPort.of(value);
        if (parts.bracketed() && (parts.rest() == null || !Literals.isAddress(parts.host()))) {
            throw new IllegalArgumentException("between [ and ] stands an IPv6 address");
        }
        if (!parts.bracketed() && parts.port() == null) {
            if (!Literals.isName(value)) {
                throw new IllegalArgumentException("that is no name of an actor");
            }
            return new TargetText(null, -1, value);
        }
        if (!parts.bracketed() && !Literals.isHost(parts.host())) {
            throw new IllegalArgumentException("before the colon stands a host name or an address; IPv6 addresses stand in [ "
                    + "and ]");
        }
        return parts.rest().isEmpty() ? new TargetText(parts.host(), -1, null) : withPort(parts.host(), parts.port());
    }

    private static TargetText withPort(String host, String port) {
        if (port == null || port.isEmpty()) {
            throw new IllegalArgumentException("a port stands after a colon");
        }
        if (Literals.isDigits(port)) {
            return new TargetText(host, Literals.port(port), null);
        }
        if (!Literals.isName(port)) {
            throw new IllegalArgumentException("after the colon stands a port or the name of an actor");
        }
        return new TargetText(host, -1, port);
    }
}
