package dev.lifeline.diagnosis;

import dev.lifeline.model.Endpoint;

/// The target that the person asked for, taken apart again: the header keeps only its text.
///
/// @param host the name or address, without brackets; perhaps empty
/// @param port the port's digits, or `null` where the text has none
public record RequestedTarget(String host, String port) {

    /// Takes `host:port`, `[address]:port` and URLs apart; what looks like neither is a host as a whole.
    public static RequestedTarget of(String text) {
        int scheme = text.indexOf("://");
        String authority = scheme < 0 ? text : text.substring(scheme + 3);
        int path = authority.indexOf('/');
        authority = path < 0 ? authority : authority.substring(0, path);
        int bracket = authority.indexOf(']');
        if (authority.startsWith("[") && bracket > 0) {
            return new RequestedTarget(authority.substring(1, bracket), port(authority.substring(bracket + 1)));
        }
        int colon = authority.indexOf(':');
        boolean single = colon >= 0 && colon == authority.lastIndexOf(':');
        return single ? new RequestedTarget(authority.substring(0, colon), port(authority.substring(colon)))
                : new RequestedTarget(authority, null);
    }

    private static String port(String rest) {
        String digits = rest.startsWith(":") ? rest.substring(1) : "";
        for (int i = 0; i < digits.length(); i++) {
            if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
                return null;
            }
        }
        return digits.isEmpty() || digits.length() > 5 ? null : digits;
    }

    /// This host with another port, as `trace connect` takes it.
    public String at(String otherPort) {
        return otherPort == null || host.isEmpty() ? null : (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + otherPort;
    }

    /// Tells whether the host can only be meant as an address: no name has a colon, and no top-level domain is a number (RFC 3696
    /// section 2).
    public boolean isAddress() {
        boolean digits = !host.isEmpty();
        for (int i = 0; i < host.length() && digits; i++) {
            char c = host.charAt(i);
            digits = c == '.' || c >= '0' && c <= '9';
        }
        return digits || host.indexOf(':') >= 0;
    }

    /// The host's name, or the address that was really used where the target names none.
    public String hostOr(Endpoint remote) {
        return !host.isEmpty() ? host : remote == null ? null : remote.address();
    }
}
