package dev.lifeline.run;

import dev.lifeline.model.Target;
import dev.lifeline.text.AddressText;
import dev.lifeline.text.HostPort;
import dev.lifeline.text.Printable;
import dev.lifeline.text.Quoted;
import java.util.List;

/// Reads `HOST:PORT` as a person types it. Every rejection says what to type instead.
public final class TargetParser {

    private static final int MAX_PORT = 0xFFFF;

    private static final int LONGEST_QUOTE = 80;

    private TargetParser() {
    }

    /// Reads the target of a connection: host and port are both needed.
    ///
    /// @throws TargetException when it cannot be read; the message quotes the text safely
    public static Target remote(String text) throws TargetException {
        return parse(text, true);
    }

    /// Reads the address of a server of our own: the port may be missing or 0, which takes any free one.
    ///
    /// @throws TargetException when it cannot be read
    public static Target served(String text) throws TargetException {
        return parse(text, false);
    }

    /// Makes one text of a target that was typed as one word or as two.
    ///
    /// @throws TargetException when the first of two words has a port already
    public static String joined(List<String> words) throws TargetException {
        return words.size() == 1 ? words.getFirst() : joined(words.getFirst(), words.getLast());
    }

    /// Puts a host and a port together that stand in two words, as nc(1) takes them: there an IPv6 address needs no brackets.
    ///
    /// @throws TargetException when the first word has a port already
    static String joined(String host, String port) throws TargetException {
        int zone = host.indexOf('%');
        if (AddressText.isIpv6(zone < 0 ? host : host.substring(0, zone))) {
            return "[" + host + "]:" + port;
        }
        HostPort parts = HostPort.of(host);
        if (!host.contains("://") && parts.port() != null) {
            if (parts.port().isEmpty()) {
                return host + port;
            }
            throw new TargetException(quote(host) + " has a port already, and " + quote(port) + " is one word too many: write one target, HOST:PORT");
        }
        return host + ":" + port;
    }

    private static Target parse(String given, boolean portNeeded) throws TargetException {
        String text = withoutScheme(given);
        if (text.isEmpty()) {
            throw new TargetException("the target is empty: write HOST:PORT, for example localhost:7007");
        }
        int slash = text.indexOf('/');
        if (slash > 0) {
            throw new TargetException(quote(given) + " has a path: write the URL, http://" + Printable.ascii(text)
                    + ", or for TCP alone " + Printable.ascii(withPort(text.substring(0, slash), 443)));
        }
        HostPort parts = HostPort.of(text);
        if (parts.bracketed()) {
            return bracketed(given, parts, portNeeded);
        }
        if (parts.port() == null) {
            if (isNumber(text)) {
                throw new TargetException(quote(given) + " is a port without a host: write HOST:" + text + ", for example localhost:" + text);
            }
            String host = HostName.check(text);
            if (portNeeded) {
                throw new TargetException(quote(given) + " has no port: write " + host + ":PORT or " + host + " PORT, for example " + host + ":443");
            }
            return new Target(host, 0);
        }
        if (parts.isAmbiguous()) {
            throw ambiguous(given, text, text.lastIndexOf(':'));
        }
        if (parts.host().isEmpty()) {
            throw new TargetException(quote(given) + " has no host: write HOST" + Printable.ascii(text) + ", for example localhost"
                    + Printable.ascii(text));
        }
        String host = HostName.check(parts.host());
        return new Target(host, port(given, host, parts.port(), portNeeded));
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static Target bracketed(String given, HostPort parts, boolean portNeeded) throws TargetException {
        if (parts.rest() == null) {
            throw new TargetException(quote(given) + " has no closing bracket: write [ADDRESS]:PORT, for example [::1]:80");
        }
        String address = HostName.checkIpv6(parts.host());
        if (parts.rest().isEmpty()) {
            if (portNeeded) {
                throw new TargetException(quote(given) + " has no port: write [" + address + "]:PORT, for example [" + address
                        + "]:443");
            }
            return new Target(address, 0);
        }
        if (parts.port() == null) {
            throw new TargetException(quote(given) + " has text after the bracket that is no port: write [" + address + "]:PORT");
        }
        return new Target(address, port(given, "[" + address + "]", parts.port(), portNeeded));
    }

    private static TargetException ambiguous(String given, String text, int colon) {
        String before = text.substring(0, colon);
        if (AddressText.isIpv6(before)) {
            return new TargetException(quote(given) + " is ambiguous: is the last part a port or part of the IPv6 address? Write ["
                    + before + "]:" + Printable.ascii(text.substring(colon + 1)) + " or [" + Printable.ascii(text) + "]:PORT");
        }
        String address = AddressText.isIpv6(text) ? text : "ADDRESS";
        return new TargetException(quote(given) + " has several colons: write HOST:PORT, and an IPv6 address in brackets, ["
                + address + "]:PORT");
    }

    private static int port(String given, String host, String text, boolean portNeeded) throws TargetException {
        if (text.isEmpty()) {
            throw new TargetException(quote(given) + " ends where the port should be: write " + host + ":PORT, for example " + host
                    + ":443");
        }
        int port = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                int service = Services.SYSTEM.port(text);
                throw new TargetException(service > 0 ? "the port " + quote(text) + " is a name, and a number is needed: write " + host + ":" + service
                        : "the port " + quote(text) + " is not a number: write 1 to 65535, for example " + host + ":443");
            }
            port = Math.min(port * 10 + (c - '0'), MAX_PORT + 1);
        }
        if (port > MAX_PORT) {
            throw new TargetException("the port " + quote(text) + " is too large: write 1 to 65535, for example " + host + ":443");
        }
        if (port == 0 && portNeeded) {
            throw new TargetException("port 0 cannot be connected to: it only asks a server's kernel for a free port;"
                    + " write 1 to 65535");
        }
        return port;
    }

    private static String withoutScheme(String given) throws TargetException {
        int end = given.indexOf("://");
        if (end < 0) {
            return given;
        }
        String scheme = given.substring(0, end).toLowerCase(java.util.Locale.ROOT);
        String rest = given.substring(end + 3);
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        return switch (scheme) {
            case "tcp" -> authority;
            case "http", "https" -> throw new TargetException(quote(given) + " is a URL, and here a host and a port are needed: write "
                    + Printable.ascii(withPort(authority, scheme.equals("http") ? 80 : 443)));
            default -> throw new TargetException("the scheme " + quote(scheme)
                    + " is not known: write http://HOST/ or https://HOST/, or HOST:PORT for TCP alone");
        };
    }

    private static String withPort(String authority, int port) {
        int afterAddress = authority.lastIndexOf(']');
        return authority.indexOf(':', Math.max(afterAddress, 0)) >= 0 ? authority : authority + ":" + port;
    }

    static String quote(String text) {
        return Quoted.typed(text, LONGEST_QUOTE);
    }
}
