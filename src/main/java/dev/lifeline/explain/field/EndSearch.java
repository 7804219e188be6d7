package dev.lifeline.explain.field;

import dev.lifeline.explain.Site;
import java.util.ArrayList;
import java.util.List;

/// Finds the ends of connections in a text, wherever and however they stand in it.
final class EndSearch {

    private static final int LONGEST = 255;
    private static final List<String> LOCAL = List.of("from ", "local ", "local=", "local: ", "source ", "bind ", "bind to ", "bind() to ", "binding to ", "laddr=", "listen ", "listen tcp ", "listen tcp4 ",
            "listen tcp6 ", "listening on ", "listen on ", "src=", "l:", "l:/", "address already in use ", "eaddrinuse: address already in use ", "from: ", "localaddr=", "local_addr=", "accept tcp ", "source=");
    private static final List<String> RESOLVER = List.of("nameserver ", "dns server ", "resolver ");
    private static final List<String> ELSEWHERE = List.of("see ", "here: ", "details: ", "docs at ", "visit ", "url: ", "documentation: ", "xmlns=\"", "information: ", "help: ", "href=\"");

    private final String text;
    private final List<NamedEnd> found = new ArrayList<>();

    private EndSearch(String text) {
        this.text = text;
    }

    /// All that stand in it.
    static List<NamedEnd> in(String text) {
        EndSearch search = new EndSearch(text);
        for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
            if (text.startsWith("//", colon + 1)) {
                search.url(colon);
            } else {
                search.colon(colon);
            }
        }
        for (int port = indexOfPort(text, 0); port >= 0; port = indexOfPort(text, port + 4)) {
            search.port(port);
        }
        for (int open = text.indexOf("('"); open >= 0; open = text.indexOf("('", open + 2)) {
            search.tuple(open + 2);
        }
        return search.found;
    }

    private static int indexOfPort(String text, int from) {
        for (int at = text.indexOf("ort", from); at > 0; at = text.indexOf("ort", at + 3)) {
            char before = text.charAt(at - 1);
            if ((before == 'p' || before == 'P') && !(at > 1 && Character.isLetter(text.charAt(at - 2)))) {
                return at - 1;
            }
        }
        return -1;
    }

    private void url(int colon) {
        int schemeFrom = colon;
        while (schemeFrom > 0 && (HostWords.inName(text.charAt(schemeFrom - 1)) || text.charAt(schemeFrom - 1) == '+') && colon - schemeFrom < 30) {
            schemeFrom--;
        }
        int end = colon + 3;
        while (end < text.length() && end - colon < LONGEST && " /\"'`<>(){}\n\t,;?#|\\".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        Site site = SiteText.of(HostWords.withoutStops(text.substring(colon + 3, end)));
        if (site == null || site.host().isEmpty()) {
            return;
        }
        int port = site.port() != 0 ? site.port() : DefaultPorts.of(text.substring(schemeFrom, colon));
        boolean elsewhere = preceded(ELSEWHERE, schemeFrom);
        boolean upstream = text.startsWith("upstream: \"", Math.max(0, schemeFrom - 11));
        found.add(new NamedEnd(new Site(site.host(), port), colon, EndRole.OPEN, elsewhere ? 0 : upstream ? 12 : 5));
    }

    private void colon(int colon) {
        int end = colon + 1;
        while (end < text.length() && end - colon < 7 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        if (end == colon + 1 || end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '_')
                || end + 1 < text.length() && ":.".indexOf(text.charAt(end)) >= 0 && HostWords.inName(text.charAt(end + 1))) {
            return;
        }
        int port = SiteText.port(text.substring(colon + 1, end));
        if (port <= 0 || colon == 0) {
            return;
        }
        if (text.charAt(colon - 1) == ']') {
            int open = text.lastIndexOf('[', colon);
            if (open >= 0 && colon - open < 60 && SiteText.v6(text.substring(open + 1, colon - 1))) {
                add(text.substring(open + 1, colon - 1), port, open, end, 8);
            }
            return;
        }
        int from = colon;
        while (from > 0 && HostWords.inName(text.charAt(from - 1)) && colon - from < LONGEST) {
            from--;
        }
        int six = from;
        while (six > 0 && (text.charAt(six - 1) == ':' || Character.digit(text.charAt(six - 1), 16) >= 0) && colon - six < 50) {
            six--;
        }
        if (colon - six > 1 && SiteText.v6(text.substring(six, colon)) && (six == 0 || !HostWords.inName(text.charAt(six - 1)))) {
            add(text.substring(six, colon), port, six, end, 6);
            return;
        }
        String word = text.substring(from, colon);
        if (!word.isEmpty() && HostWords.host(word, text, from)) {
            add(word, port, from, end, SiteText.v4(word) ? 8 : 7);
        } else if (word.isEmpty() && text.charAt(colon - 1) == ' ' && preceded(LOCAL, colon)) {
            found.add(new NamedEnd(new Site("", port), colon, EndRole.LOCAL, 6));
        }
    }

    private void add(String host, int port, int from, int end, int weight) {
        boolean arrowAfter = text.startsWith("->", end) || text.startsWith(" -> ", end);
        boolean arrowBefore = text.startsWith("->", from - 2) || text.startsWith("-> ", from - 3);
        if (preceded(RESOLVER, from) || port == 53 && preceded(List.of("on "), from)) {
            found.add(new NamedEnd(new Site(host, port), from, EndRole.OPEN, -1));
            return;
        }
        EndRole role = arrowAfter ? EndRole.LOCAL : arrowBefore ? EndRole.REMOTE : preceded(LOCAL, from) ? EndRole.LOCAL : EndRole.OPEN;
        found.add(new NamedEnd(new Site(host, port), from, role, role == EndRole.OPEN ? weight : weight + 3));
    }

    /// A host before the word port: `10.0.0.1 port 5432`, `"db" (10.0.0.1), port 5432`, `address: '::1', port: 5432`, `host='x', port=80`.
    private void port(int word) {
        int digits = word + 4;
        while (digits < text.length() && digits - word < 10 && " :='\"\\".indexOf(text.charAt(digits)) >= 0) {
            digits++;
        }
        int end = digits;
        while (end < text.length() && end - digits < 7 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        int port = SiteText.port(text.substring(digits, end));
        if (port <= 0) {
            return;
        }
        int to = word;
        while (to > 0 && word - to < 40 && " \n\t,'\"`)]\\(".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        int from = to;
        while (from > 0 && to - from < LONGEST && (HostWords.inName(text.charAt(from - 1)) || text.charAt(from - 1) == ':' || text.charAt(from - 1) == '%')) {
            from--;
        }
        String host = text.substring(from, to);
        boolean keyed = from > 0 && "'\"=([".indexOf(text.charAt(from - 1)) >= 0 || preceded(List.of("to ", "at ", "host ", "by ", "with ", "server ", "address: ", "host: ", "from ", "hostname "), from);
        if (SiteText.v4(host) || SiteText.v6(host) || HostWords.plausible(host) && (keyed || host.indexOf('.') > 0)) {
            boolean local = preceded(LOCAL, from) && !text.startsWith("by ", Math.max(0, from - 3));
            found.add(new NamedEnd(new Site(host, port), from, local ? EndRole.LOCAL : EndRole.OPEN, 9));
            return;
        }
        int on = text.startsWith(" on ", end) ? end + 4 : text.startsWith(" of ", end) ? end + 4 : -1;
        if (on > 0) {
            int stop = on;
            while (stop < text.length() && (HostWords.inName(text.charAt(stop)) || text.charAt(stop) == ':')) {
                stop++;
            }
            String named = HostWords.withoutStops(text.substring(on, stop));
            if (HostWords.plausible(named)) {
                found.add(new NamedEnd(new Site(named, port), on, EndRole.OPEN, 7));
            }
        } else if (host.isEmpty() || from == to || preceded(List.of(" "), from)) {
            found.add(new NamedEnd(new Site("", port), word, EndRole.OPEN, 1));
        }
    }

    /// `('10.0.0.7', 5432` of Python.
    private void tuple(int from) {
        int quote = text.indexOf('\'', from);
        if (quote < 0 || quote - from > LONGEST || !text.startsWith(", ", quote + 1)) {
            return;
        }
        int end = quote + 3;
        while (end < text.length() && end - quote < 9 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        int port = SiteText.port(text.substring(quote + 3, end));
        String host = text.substring(from, quote);
        if (port > 0 && HostWords.plausible(host)) {
            found.add(new NamedEnd(new Site(host, port), from, EndRole.OPEN, 9));
        }
    }

    private boolean preceded(List<String> words, int at) {
        for (String word : words) {
            int from = at - word.length();
            if (from >= 0 && text.regionMatches(true, from, word, 0, word.length()) && (from == 0 || !Character.isLetter(text.charAt(from - 1)) || !Character.isLetter(word.charAt(0)))) {
                return true;
            }
        }
        return false;
    }
}
