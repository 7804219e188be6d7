package dev.lifeline.explain.rule;

/// Knows hosts, and hosts with their port, by their shape: names, IPv4, IPv6 with and without brackets, and what runtimes make of
/// them (`localhost/127.0.0.1:80` of Java, `::1.80` of BSD, `:::80` of Node.js).
final class HostShape {

    private static final String UNRESOLVED = "<unresolved>";

    private HostShape() {
    }

    /// An end of the host at a place, the longest first; -1 for none.
    static int host(FoldedText text, int from, int choice) {
        if (text.at(from) == '[') {
            return choice == 0 ? bracketed(text, from) : -1;
        }
        int v6 = v6(text, from);
        if (v6 > 0) {
            return choice == 0 ? v6 : choice == 1 ? withoutLastGroup(text, from, v6) : -1;
        }
        int to = name(text, from);
        if (to < 0) {
            return -1;
        }
        int stripped = to;
        while (stripped > from && (text.at(stripped - 1) == '.' || text.at(stripped - 1) == '-')) {
            stripped--;
        }
        return stripped == from ? -1 : choice == 0 ? stripped : choice == 1 && to > stripped ? stripped + 1 : -1;
    }

    /// The end of a host and its port at a place; -1 for none.
    static int site(FoldedText text, int from, int choice) {
        if (choice > 1) {
            return -1;
        }
        int first = withPort(text, from);
        int slashed = slashed(text, from);
        int one = slashed > 0 ? slashed : first;
        int other = slashed > 0 && first > 0 ? first : -1;
        return choice == 0 ? one : other;
    }

    /// Java's way: the name that was asked for, perhaps none, a slash, the address.
    private static int slashed(FoldedText text, int from) {
        int to = Math.max(from, name(text, from));
        if (text.at(to) != '/') {
            return -1;
        }
        int address = to + 1;
        if (text.has(UNRESOLVED, address)) {
            return port(text, address + UNRESOLVED.length());
        }
        return withPort(text, address);
    }

    private static int withPort(FoldedText text, int from) {
        char c = text.at(from);
        if (c == '[') {
            int close = bracketed(text, from);
            return close < 0 ? -1 : port(text, close);
        }
        if (c == '*') {
            return port(text, from + 1);
        }
        int v6 = hexRun(text, from);
        if (v6 > from) {
            int end = bareV6WithPort(text, from, v6);
            if (end > 0) {
                return end;
            }
        }
        if (c == ':') {
            return port(text, from);
        }
        int to = name(text, from);
        if (to < 0) {
            return -1;
        }
        return text.at(to) == ':' ? port(text, to) : fiveNumbers(text, from, to);
    }

    private static int port(FoldedText text, int colon) {
        return text.at(colon) == ':' ? PhraseSlot.port(text, colon + 1) : -1;
    }

    /// `127.0.0.1.80`, as BSD and macOS write it.
    private static int fiveNumbers(FoldedText text, int from, int end) {
        int dots = 0;
        for (int at = from; at < end; at++) {
            if (text.at(at) == '.') {
                dots++;
            } else if (!PhraseSlot.digit(text.at(at))) {
                return -1;
            }
        }
        return dots == 4 ? end : dots == 5 && text.at(end - 1) == '.' ? end - 1 : -1;
    }

    private static int name(FoldedText text, int from) {
        int to = from;
        while (to - from < PhraseSlot.LONGEST && inName(text.at(to))) {
            to++;
        }
        return to == from || text.at(from) == '-' || text.at(from) == '.' ? -1 : to;
    }

    private static boolean inName(char c) {
        return FoldedText.inWord(c) || c == '.' || c == '-' || c >= 0x80 && Character.isLetterOrDigit(c);
    }

    private static int bracketed(FoldedText text, int from) {
        int to = from + 1;
        while (to - from < PhraseSlot.LONGEST && (hex(text.at(to)) || text.at(to) == ':' || text.at(to) == '.' || text.at(to) == '%' || inName(text.at(to)))) {
            to++;
        }
        return text.at(to) == ']' && to > from + 2 ? to + 1 : -1;
    }

    /// The end of an IPv6 address without brackets, its zone included; -1 for none.
    private static int v6(FoldedText text, int from) {
        int run = hexRun(text, from);
        int end = run;
        while (end > from && (text.at(end - 1) == '.' || text.at(end - 1) == ':' && text.at(end - 2) != ':')) {
            end--;
        }
        if (!isV6(text, from, end)) {
            return -1;
        }
        return end == run ? zone(text, end) : end;
    }

    private static int zone(FoldedText text, int end) {
        if (text.at(end) != '%') {
            return end;
        }
        int to = end + 1;
        while (to - end < 20 && FoldedText.inWord(text.at(to))) {
            to++;
        }
        return to;
    }

    private static int withoutLastGroup(FoldedText text, int from, int end) {
        int colon = end - 1;
        while (colon > from && text.at(colon) != ':') {
            colon--;
        }
        return isV6(text, from, colon) ? colon : -1;
    }

    /// `::1:80` and `::1.80`: the last number is the port, and what stands before it is an address.
    private static int bareV6WithPort(FoldedText text, int from, int run) {
        int zoned = zone(text, run);
        if (zoned > run) {
            return isV6(text, from, run) ? port(text, zoned) : -1;
        }
        int end = run;
        while (end > from && (text.at(end - 1) == ':' || text.at(end - 1) == '.')) {
            end--;
        }
        int digits = end;
        while (digits > from && PhraseSlot.digit(text.at(digits - 1))) {
            digits--;
        }
        if (digits == end || digits == from) {
            return -1;
        }
        return isV6(text, from, digits - 1) && PhraseSlot.port(text, digits) == end ? end : -1;
    }

    private static int hexRun(FoldedText text, int from) {
        int to = from;
        while (to - from < 60 && (hex(text.at(to)) || text.at(to) == ':' || text.at(to) == '.')) {
            to++;
        }
        return inName(text.at(to)) ? from : to;
    }

    private static boolean hex(char c) {
        return PhraseSlot.digit(c) || c >= 'a' && c <= 'f';
    }

    /// Tells whether it is one, all of it: eight groups of up to four digits, or fewer with one `::`; the last two may be an IPv4 address.
    private static boolean isV6(FoldedText text, int from, int end) {
        int groups = 0;
        boolean shortened = false;
        int at = from;
        while (at < end) {
            if (text.at(at) == ':' && at + 1 < end && text.at(at + 1) == ':') {
                if (shortened) {
                    return false;
                }
                shortened = true;
                at += 2;
            } else if (text.at(at) == ':') {
                at++;
                if (at == end || groups == 0) {
                    return false;
                }
            }
            int digits = at;
            while (at < end && hex(text.at(at))) {
                at++;
            }
            if (at < end && text.at(at) == '.') {
                return groups > 0 | shortened && isV4(text, digits, end) && (shortened || groups == 6);
            }
            if (at - digits > 4 || at == digits && at < end) {
                return false;
            }
            groups += at > digits ? 1 : 0;
        }
        return shortened ? groups < 8 : groups == 8;
    }

    private static boolean isV4(FoldedText text, int from, int end) {
        int dots = 0;
        for (int at = from; at < end; at++) {
            if (text.at(at) == '.') {
                dots++;
            } else if (!PhraseSlot.digit(text.at(at))) {
                return false;
            }
        }
        return dots == 3 && text.at(end - 1) != '.';
    }
}
