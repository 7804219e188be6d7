package dev.lifeline.text;

/// The parts of `HOST`, `HOST:PORT`, `[ADDRESS]` and `[ADDRESS]:PORT` (RFC 3986 section 3.2.2), as they stand there: whether they
/// hold what they should is for the one who asked.
///
/// @param host the text before the first colon, or between the brackets; all of it where a bracket is not closed
/// @param rest the text behind the host: empty, or the colon and the port; `null` where a bracket is not closed
/// @param bracketed whether the text begins with a bracket
public record HostPort(String host, String rest, boolean bracketed) {

    /// Takes a text apart.
    public static HostPort of(String text) {
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? new HostPort(text, null, true) : new HostPort(text.substring(1, end), text.substring(end + 1), true);
        }
        int colon = text.indexOf(':');
        return colon < 0 ? new HostPort(text, "", false) : new HostPort(text.substring(0, colon), text.substring(colon), false);
    }

    /// Says if there are several colons outside of brackets: an IPv6 address, perhaps with a port that nothing sets apart.
    public boolean isAmbiguous() {
        return !bracketed && rest.indexOf(':', 1) >= 0;
    }

    /// The text behind the colon; `null` where no colon follows the host.
    public String port() {
        return rest != null && rest.startsWith(":") ? rest.substring(1) : null;
    }
}
