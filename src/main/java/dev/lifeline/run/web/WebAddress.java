package dev.lifeline.run.web;

import dev.lifeline.model.Target;
import dev.lifeline.model.protocol.Scheme;
import dev.lifeline.run.TargetException;
import dev.lifeline.run.TargetParser;
import dev.lifeline.text.Quoted;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// A URL of HTTP, taken apart (RFC 3986, RFC 9110 section 4.2).
///
/// @param target host, port and scheme
/// @param path the path with its query, as a request has it; `/` where none was written
public record WebAddress(Target target, String path) {

    private static final int LONGEST_QUOTE = 80;
    private static final String NOT_IN_PATHS = "\"<>\\^`{|}";

    /// Says if a text begins as a URL of HTTP does.
    public static boolean is(String text) {
        return text.regionMatches(true, 0, "http://", 0, 7) || text.regionMatches(true, 0, "https://", 0, 8);
    }

    /// Reads a URL as a person types it: what a path cannot have is percent-encoded, a fragment stays here (RFC 9110 section 4.2.5).
    ///
    /// @throws TargetException when it cannot be read; the message says what to type instead
    static WebAddress of(String text) throws TargetException {
        return of(text, false);
    }

    /// The same.
    ///
    /// @param served whether a server of our own listens there, on any free port where none is said
    public static WebAddress of(String text, boolean served) throws TargetException {
        int end = text.indexOf("://");
        Scheme scheme = Scheme.of(text.substring(0, end));
        String rest = text.substring(end + 3);
        int path = 0;
        while (path < rest.length() && "/?#".indexOf(rest.charAt(path)) < 0) {
            path++;
        }
        String authority = rest.substring(0, path);
        if (authority.indexOf('@') >= 0) {
            throw new TargetException("the URL names a user before the @, and a recording would keep it: write it without, and --header 'Authorization: ...'"
                    + " for the password");
        }
        return new WebAddress(target(authority, served ? 0 : scheme.port()).scheme(scheme), path(rest.substring(path)));
    }

    /// Reads a host with or without a port.
    static Target target(String authority, int otherwise) throws TargetException {
        if (authority.isEmpty()) {
            throw new TargetException("the URL has no host: write for example http://localhost:8080/");
        }
        Target target = TargetParser.served(authority);
        return target.port() != 0 ? target : target.port(otherwise);
    }

    /// Resolves the value of a field Location against the URL that was asked for (RFC 9110 section 10.2.2).
    ///
    /// @throws TargetException when it leads to nothing that could be asked
    WebAddress resolve(String location) throws TargetException {
        if (is(location)) {
            return of(location);
        }
        int colon = location.indexOf(':');
        int slash = location.indexOf('/');
        if (colon > 0 && (slash < 0 || colon < slash)) {
            throw new TargetException(quoted(location) + " is no URL of HTTP");
        }
        if (location.startsWith("//")) {
            return of(target.scheme().label() + ":" + location);
        }
        String before = path.substring(0, path.indexOf('?') < 0 ? path.length() : path.indexOf('?'));
        String merged = location.isEmpty() || location.startsWith("#") ? path
                : location.startsWith("/") ? location : location.startsWith("?") ? before + location
                : before.substring(0, before.lastIndexOf('/') + 1) + location;
        return new WebAddress(target, path(withoutDots(merged)));
    }

    /// Takes `.` and `..` out of a path (RFC 3986 section 5.2.4).
    private static String withoutDots(String path) {
        int query = path.indexOf('?');
        String[] parts = (query < 0 ? path : path.substring(0, query)).split("/", -1);
        StringBuilder all = new StringBuilder();
        for (int i = 1; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            if (parts[i].equals("..")) {
                all.setLength(Math.max(0, all.lastIndexOf("/")));
            } else if (!parts[i].equals(".")) {
                all.append('/').append(parts[i]);
            }
            if (last && (parts[i].equals("..") || parts[i].equals("."))) {
                all.append('/');
            }
        }
        return all + (query < 0 ? "" : path.substring(query));
    }

    /// The URL as a request for it would be typed.
    public String text() {
        return target.scheme().label() + "://" + authority(target, false) + path;
    }

    /// Host and port as the field Host has them (RFC 9110 section 7.2); the zone of an address stays here.
    ///
    /// @param always whether the scheme's own port is said too
    public static String authority(Target target, boolean always) {
        String host = target.host();
        int zone = host.indexOf('%');
        String shown = host.indexOf(':') < 0 ? host : "[" + (zone < 0 ? host : host.substring(0, zone)) + "]";
        return always || target.port() != target.scheme().port() ? shown + ":" + target.port() : shown;
    }

    private static String path(String text) {
        int fragment = text.indexOf('#');
        byte[] bytes = (fragment < 0 ? text : text.substring(0, fragment)).getBytes(StandardCharsets.UTF_8);
        StringBuilder path = new StringBuilder(bytes.length + 1);
        if (bytes.length == 0 || bytes[0] != '/') {
            path.append('/');
        }
        for (byte each : bytes) {
            if (each <= ' ' || each == 0x7F || NOT_IN_PATHS.indexOf(each) >= 0) {
                path.append('%').append(Character.toUpperCase(Character.forDigit(each >> 4 & 0xF, 16)))
                        .append(Character.toUpperCase(Character.forDigit(each & 0xF, 16)));
            } else {
                path.append((char) each);
            }
        }
        return path.toString();
    }

    /// Takes percent-encoding away.
    static String decoded(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < all.length; i++) {
            int high = all[i] == '%' && i + 2 < all.length ? Character.digit(all[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(all[i + 2], 16);
            bytes.write(low < 0 ? all[i] : high << 4 | low);
            i += low < 0 ? 0 : 2;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    static String quoted(String text) {
        return Quoted.typed(text, LONGEST_QUOTE);
    }
}
