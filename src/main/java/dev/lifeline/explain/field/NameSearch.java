package dev.lifeline.explain.field;

import dev.lifeline.explain.Site;
import java.util.List;

/// Finds the names that were looked up, which stand in a text without a port.
final class NameSearch {

    private static final int WEIGHT = 10;
    private static final List<String> BEFORE = List.of("getaddrinfo ENOTFOUND ", "getaddrinfo EAI_AGAIN ", "queryA ENOTFOUND ", "queryA ESERVFAIL ", "UnknownHostException: ", "resolve host: ", "resolve host ",
            "resolve hostname ", "resolve host name ", "resolve '", "resolve \"", "resolving ", "resolve ", "lookup ", "host name \"", "hostname '", "hostname \"", "hostname: '", "hostname: \"", "hostname ", "hostname: ", "host '", "host \"",
            "host: ", "name '", "name \"", "getaddrinfo(\"", "getaddrinfo('", "address for ", "address '", "host address \"", "domain: ", "host=", "hostname=", "host: '", "host: \"", "host ");

    private NameSearch() {
    }

    static void add(String text, List<NamedEnd> all) {
        int rank = WEIGHT + BEFORE.size();
        for (String words : BEFORE) {
            rank--;
            for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
                int from = at + words.length();
                int end = from;
                while (end < text.length() && HostWords.inName(text.charAt(end))) {
                    end++;
                }
                String name = HostWords.withoutStops(text.substring(from, end));
                if (HostWords.plausible(name) && (name.indexOf('.') > 0 || words.length() > 5)) {
                    int port = end < text.length() && text.charAt(end) == ':' ? port(text, end + 1) : 0;
                    all.add(new NamedEnd(new Site(name, port), from, EndRole.OPEN, Math.max(4, rank / 3)));
                }
            }
        }
    }

    private static int port(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < 6 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return Math.max(0, SiteText.port(text.substring(from, end)));
    }
}
