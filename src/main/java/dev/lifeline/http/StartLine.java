package dev.lifeline.http;

/// The first line of a message, taken apart (RFC 9112 section 3 and 4).
///
/// @param method of a request, or `null`
/// @param target of a request, or `null`
/// @param status of an answer, or 0
/// @param reason of an answer, or `null`
record StartLine(String method, String target, int status, String reason, String version) {

    static final String CONNECT = "CONNECT";
    private static final String VERSION = "HTTP/";
    private static final int VERSION_LENGTH = "HTTP/1.1".length();

    /// Looks at a byte of an answer as it comes: nothing but HTTP begins so.
    static void checkVersion(LineBuffer line, int octet) throws MalformedException {
        if (line.length() < VERSION.length() && octet != VERSION.charAt(line.length())) {
            throw Malformed.syntax(line.start() + line.length(), "HTTP/1.1", Malformed.named(octet));
        }
    }

    /// Looks at a byte of a request as it comes.
    ///
    /// @return whether it ends the method
    static boolean methodEnds(LineBuffer line, int octet) throws MalformedException {
        if (octet == ' ' && !line.isEmpty()) {
            return true;
        }
        if (!Octets.isToken(octet)) {
            throw Malformed.syntax(line.start() + line.length(), line.isEmpty() ? "a method" : "a space after the method",
                    Malformed.named(octet));
        }
        return false;
    }

    static StartLine ofRequest(LineBuffer line) throws MalformedException {
        int afterMethod = line.indexOf(' ', 0);
        if (afterMethod < 0) {
            throw Malformed.syntax(line.start() + line.length(), "a space and the target", "the end of the line");
        }
        String method = line.text(0, afterMethod);
        int begin = afterMethod + 1;
        int end = begin;
        while (end < line.length() && line.at(end) != ' ') {
            if (!Octets.isTarget(line.at(end))) {
                throw Malformed.syntax(line.start() + end, "a character that a target may have", Malformed.named(line.at(end)));
            }
            end++;
        }
        if (end == line.length()) {
            throw Malformed.syntax(line.start() + end, "a space and the version", "the end of the line");
        }
        String target = line.text(begin, end);
        // The version first: HTTP/2 begins with a line whose target is none of HTTP/1 (RFC 9113 section 3.4).
        String version = target.isEmpty() ? null : version(line, end + 1);
        if (!isTarget(method, target)) {
            throw Malformed.syntax(line.start() + begin, targetOf(method), Malformed.quoted(target));
        }
        int after = end + 1 + VERSION_LENGTH;
        if (after < line.length()) {
            throw Malformed.syntax(line.start() + after, "the end of the line", Malformed.named(line.at(after)));
        }
        return new StartLine(method, target, 0, null, version);
    }

    static StartLine ofAnswer(LineBuffer line) throws MalformedException {
        String version = version(line, 0);
        int at = VERSION_LENGTH;
        demand(line, at, ' ');
        int status = 0;
        for (int i = at + 1; i <= at + 3; i++) {
            int octet = i < line.length() ? line.at(i) : '\r';
            if (!Octets.isDigit(octet) || status == 0 && octet == '0') {
                throw Malformed.syntax(line.start() + i, "a status of three digits", Malformed.named(octet));
            }
            status = status * 10 + octet - '0';
        }
        demand(line, at + 4, ' ');
        return new StartLine(null, null, status, line.text(at + 5, line.length()), version);
    }

    private static void demand(LineBuffer line, int at, char wanted) throws MalformedException {
        int octet = at < line.length() ? line.at(at) : '\r';
        if (octet != wanted) {
            throw Malformed.syntax(line.start() + at, Malformed.named(wanted), Malformed.named(octet));
        }
    }

    /// Takes every minor version: who knows less of them reads it as 1.1 (RFC 9110 section 6.2).
    private static String version(LineBuffer line, int at) throws MalformedException {
        for (int i = 0; i < VERSION_LENGTH; i++) {
            int octet = at + i < line.length() ? line.at(at + i) : '\r';
            boolean fits = i < VERSION.length() ? octet == VERSION.charAt(i) : i == VERSION.length() + 1 ? octet == '.'
                    : Octets.isDigit(octet);
            if (!fits) {
                throw Malformed.syntax(line.start() + at + i, "HTTP/1.1", Malformed.named(octet));
            }
        }
        String version = line.text(at, at + VERSION_LENGTH);
        if (version.charAt(VERSION.length()) != '1') {
            throw Malformed.of(HttpProblem.VERSION, line.start() + at, "HTTP/1.1", version);
        }
        return version;
    }

    /// The four forms of RFC 9112 section 3.2.
    private static boolean isTarget(String method, String target) {
        if (method.equals(CONNECT)) {
            int port = target.lastIndexOf(':');
            return port > 0 && port < target.length() - 1 && target.indexOf('/') < 0 && isNumber(target, port + 1);
        }
        return target.startsWith("/") || target.indexOf("://") > 0 || target.equals("*") && method.equals("OPTIONS");
    }

    private static boolean isNumber(String text, int from) {
        boolean digits = true;
        for (int i = from; i < text.length(); i++) {
            digits &= Octets.isDigit(text.charAt(i));
        }
        return digits;
    }

    private static String targetOf(String method) {
        return method.equals(CONNECT) ? "HOST:PORT" : "a target that begins with / or with a scheme";
    }
}
