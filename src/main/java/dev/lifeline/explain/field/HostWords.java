package dev.lifeline.explain.field;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Tells hosts from other words, by their shape and by what stands before them.
final class HostWords {

    private static final Set<String> FILES = Set.of("java", "py", "go", "js", "rb", "php", "c", "rs", "kt", "scala", "cs", "ts", "mjs", "cjs", "pl", "pm",
            "cc", "cpp", "h", "hpp", "ex", "exs", "erl", "so", "txt", "conf", "xml", "log", "clj", "groovy", "swift", "m", "lua", "sh", "jsx", "tsx",
            "vue", "yml", "yaml", "json", "inc", "t", "html", "dll", "exe", "jar", "sql", "toml");
    private static final Set<String> NO_HOSTS = Set.of("line", "error", "code", "errno", "port", "pid", "status", "exit", "curl", "in", "tid", "thread",
            "attempt", "level", "time", "timeout", "retry", "retries", "count", "size", "http", "https", "tcp", "udp", "address", "host", "hostname",
            "server", "the", "to", "a", "an", "this", "that", "is", "was", "node", "java", "main", "exception", "connection", "refused", "failed", "reset",
            "dial", "connect", "read", "write", "lookup", "ssl", "tls", "id", "null", "undefined", "none", "at", "from", "on", "of", "and", "or", "for",
            "database", "socket", "any", "its", "name", "remote", "local", "invalid", "not", "no", "with", "via", "proxy", "peer", "by", "unknown",
            "length", "version", "bytes", "http/1.1", "http/1.0", "service", "could", "cannot", "when", "while", "after", "ms", "seconds");
    private static final List<String> BEFORE_NAMES = List.of("to ", "at ", "tcp ", "tcp4 ", "tcp6 ", "host ", "hosts ", "from ", "with ", "server ", "@",
            "//", "addr=", "addr: ", "address ", "address: ", "connect ", "connecting ", "'", "\"", "upstream ", "endpoint ", "r:", "broker ", "brokers ", "-> ", "->",
            "connection ", "`", "to: ", "host=", "remote=", "peer=", "peer ", "for ", "target ", "target=", "dest=", "dst=", "backend ", "raddr=", "remote ",
            "econnrefused ", "econnreset ", "etimedout ", "on ", "(", "server: ", "of ", "host: ", "via ", "proxy ", "socket ", "node ", "reach ", "=");

    private HostWords() {
    }

    /// Tells whether a word that stands before a colon and a number is a host.
    static boolean host(String word, String text, int at) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (SiteText.v4(lower) || lower.equals("localhost")) {
            return true;
        }
        int dot = lower.lastIndexOf('.');
        boolean letters = hasLetter(lower);
        if (!letters || NO_HOSTS.contains(lower) || dot >= 0 && FILES.contains(lower.substring(dot + 1)) || lower.charAt(0) == '_') {
            return false;
        }
        boolean path = at > 0 && text.charAt(at - 1) == '/' && !(at > 1 && text.charAt(at - 2) == '/');
        return !path && (dot > 0 && dot < lower.length() - 1 && !Character.isUpperCase(word.charAt(dot + 1)) || before(text, at));
    }

    /// Tells whether a word without a port is a host, where it stands in the place of one.
    static boolean plausible(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int dot = lower.lastIndexOf('.');
        return !lower.isEmpty() && !NO_HOSTS.contains(lower) && (hasLetter(lower) || SiteText.v4(lower) || SiteText.v6(lower))
                && !(dot >= 0 && FILES.contains(lower.substring(dot + 1))) && !word.equals(word.toUpperCase(Locale.ROOT).replace('.', '_'))
                || SiteText.v4(lower) || SiteText.v6(lower);
    }

    private static boolean before(String text, int at) {
        for (String words : BEFORE_NAMES) {
            int from = at - words.length();
            if (from >= 0 && text.regionMatches(true, from, words, 0, words.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasLetter(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isLetter(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static String withoutStops(String word) {
        int end = word.length();
        while (end > 0 && (word.charAt(end - 1) == '.' || word.charAt(end - 1) == ':')) {
            end--;
        }
        return word.substring(0, end);
    }

    static boolean inName(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '-' || c == '_' || c >= 0x80 && Character.isLetterOrDigit(c);
    }
}
