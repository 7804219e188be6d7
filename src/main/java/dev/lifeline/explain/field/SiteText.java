package dev.lifeline.explain.field;

import dev.lifeline.explain.Site;

/// Reads hosts and ports by their shape.
final class SiteText {

    private static final int MOST = 65_535;

    private SiteText() {
    }

    /// A host with its port, as rules capture it: `db:5432`, `[::1]:80`, `::1:80`, `localhost/127.0.0.1:80`, `127.0.0.1.80`, `:80`.
    /// A host alone has port 0. `null` for what is neither.
    static Site of(String text) {
        String whole = text.strip();
        int slash = whole.lastIndexOf('/');
        if (slash >= 0) {
            String address = whole.substring(slash + 1);
            if (address.startsWith("<unresolved>")) {
                whole = whole.substring(0, slash) + address.substring("<unresolved>".length());
            } else {
                whole = address;
            }
        }
        int at = whole.lastIndexOf('@');
        whole = at < 0 ? whole : whole.substring(at + 1);
        if (whole.startsWith("[")) {
            int close = whole.indexOf(']');
            return close < 0 ? null : site(whole.substring(1, close), close + 2 < whole.length() ? port(whole.substring(close + 2)) : 0);
        }
        if (dots(whole) == 4 && digitsAndDots(whole)) {
            int last = whole.lastIndexOf('.');
            return site(whole.substring(0, last), port(whole.substring(last + 1)));
        }
        int colon = whole.lastIndexOf(':');
        if (colon < 0) {
            return site(whole, 0);
        }
        int dot = whole.lastIndexOf('.');
        if (dot > colon && v6(whole.substring(0, dot))) {
            return site(whole.substring(0, dot), port(whole.substring(dot + 1)));
        }
        String host = whole.substring(0, colon);
        int port = port(whole.substring(colon + 1));
        if (host.indexOf(':') >= 0) {
            return v6(host) && port > 0 ? site(host, port) : v6(whole) ? site(whole, 0) : null;
        }
        return port < 0 ? null : site(host.equals("*") ? "" : host, port);
    }

    private static Site site(String host, int port) {
        return port < 0 || host.isEmpty() && port == 0 ? null : new Site(host, port);
    }

    /// The port that a text is; -1 for none.
    static int port(String digits) {
        if (digits.isEmpty() || digits.length() > 5) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value <= MOST ? value : -1;
    }

    static boolean v4(String text) {
        return dots(text) == 3 && digitsAndDots(text) && text.charAt(0) != '.' && text.charAt(text.length() - 1) != '.';
    }

    /// Tells whether a text has the shape of an IPv6 address, perhaps with a zone.
    static boolean v6(String text) {
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        int colons = 0;
        int digits = 0;
        boolean shortened = address.contains("::");
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c == ':') {
                colons++;
                digits = 0;
            } else if (Character.digit(c, 16) >= 0 || c == '.' && i > 0) {
                digits++;
                if (digits > 4 && address.indexOf('.') < 0) {
                    return false;
                }
            } else {
                return false;
            }
        }
        return colons >= 2 && colons <= 8 && (shortened || colons == 7) && address.indexOf(":::") < 0;
    }

    private static int dots(String text) {
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            dots += text.charAt(i) == '.' ? 1 : 0;
        }
        return dots;
    }

    private static boolean digitsAndDots(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
