package dev.lifeline.explain.source;

/// Knows what collectors of logs put before each line of a program: docker compose (`web-1  | `), container runtimes
/// (`2026-… stderr F `), syslog and the journal (`Dec 01 02:48:39 host program[7]: `).
final class LinePrefix {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST = 160;

    private LinePrefix() {
    }

    /// Where the program's own line begins: `from` where nothing known stands before it.
    static int contentStart(byte[] bytes, int from, int to) {
        if (to - from < 4) {
            return from;
        }
        byte first = bytes[from];
        if (first >= '0' && first <= '9') {
            int time = LogTimes.isoEnd(bytes, from, to);
            return time < 0 ? compose(bytes, from, to) : afterTime(bytes, from, time, to);
        }
        if (first >= 'A' && first <= 'Z') {
            int time = LogTimes.syslogEnd(bytes, from, to);
            if (time > 0) {
                return program(bytes, from, time, to);
            }
        }
        return first <= ' ' || first == '{' || first == '[' ? from : compose(bytes, from, to);
    }

    /// `name  | `
    private static int compose(byte[] bytes, int from, int to) {
        int limit = Math.min(to, from + LONGEST_NAME);
        int at = from;
        while (at < limit && bytes[at] > ' ' && bytes[at] != '|' && bytes[at] != ':' && bytes[at] != '(') {
            at++;
        }
        if (at == from || at == limit || bytes[at] != ' ') {
            return from;
        }
        while (at < limit && bytes[at] == ' ') {
            at++;
        }
        return at + 1 < limit && bytes[at] == '|' && bytes[at + 1] == ' ' ? at + 2 : from;
    }

    /// The place behind what follows an ISO time: a stream and a flag of a container runtime, or a host and a program.
    private static int afterTime(byte[] bytes, int from, int time, int to) {
        if (time + 11 > to || bytes[time] != ' ') {
            return from;
        }
        boolean out = starts(bytes, time + 1, to, "stdout ");
        if ((out || starts(bytes, time + 1, to, "stderr ")) && bytes[time + 9] == ' ') {
            return time + 10;
        }
        return program(bytes, from, time, to);
    }

    /// ` host program[7]: `
    private static int program(byte[] bytes, int from, int time, int to) {
        int limit = Math.min(to, time + LONGEST);
        int host = word(bytes, time + 1, limit);
        if (host < 0 || host + 1 >= limit || bytes[host] != ' ') {
            return from;
        }
        int at = host + 1;
        while (at < limit && (letterOrDigit(bytes[at]) || "._-/@()".indexOf(bytes[at]) >= 0)) {
            at++;
        }
        int name = at;
        if (at < limit && bytes[at] == '[') {
            at++;
            while (at < limit && bytes[at] >= '0' && bytes[at] <= '9') {
                at++;
            }
            if (at == limit || bytes[at] != ']') {
                return from;
            }
            at++;
        }
        return name > host + 1 && at + 1 < limit && bytes[at] == ':' && bytes[at + 1] == ' ' ? at + 2 : from;
    }

    private static int word(byte[] bytes, int from, int limit) {
        int at = from;
        while (at < limit && (letterOrDigit(bytes[at]) || bytes[at] == '.' || bytes[at] == '-' || bytes[at] == '_')) {
            at++;
        }
        return at > from ? at : -1;
    }

    static boolean letterOrDigit(byte one) {
        return one >= 'a' && one <= 'z' || one >= 'A' && one <= 'Z' || one >= '0' && one <= '9';
    }

    static boolean starts(byte[] bytes, int from, int to, String literal) {
        if (from + literal.length() > to) {
            return false;
        }
        for (int i = 0; i < literal.length(); i++) {
            if (bytes[from + i] != literal.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static boolean ends(byte[] bytes, int from, int to, String literal) {
        return to - literal.length() >= from && starts(bytes, to - literal.length(), to, literal);
    }
}
