package dev.lifeline.observe.names;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/// The names that the C library may ask name servers for when it looks one up: the name, and the name with a domain of the search list
/// behind it (resolv.conf(5)). Immutable.
///
/// @param host the name that is looked up
/// @param domains of the search list, without a dot at their ends
public record SearchList(String host, List<String> domains) {

    private static final Path RESOLVER_FILE = Path.of("/etc/resolv.conf");
    private static final Path HOST_NAME = Path.of("/proc/sys/kernel/hostname");
    /// Far more than such files have.
    private static final int MAX_BYTES = 1 << 16;

    public SearchList {
        host = withoutDot(host);
        domains = List.copyOf(domains);
    }

    /// The list that the C library goes by in this process: `LOCALDOMAIN`, else the last such line of resolv.conf, else the domain of
    /// the machine's own name.
    public static SearchList system(String host) {
        return new SearchList(host, domains(System.getenv("LOCALDOMAIN"), text(RESOLVER_FILE), text(HOST_NAME)));
    }

    static List<String> domains(String environment, String resolverFile, String hostName) {
        if (environment != null) {
            return words(new StringTokenizer(environment));
        }
        List<String> domains = null;
        StringTokenizer lines = new StringTokenizer(resolverFile, "\n");
        while (lines.hasMoreTokens()) {
            StringTokenizer words = new StringTokenizer(lines.nextToken());
            String first = words.hasMoreTokens() ? words.nextToken() : "";
            if (first.equals("search") || first.equals("domain")) {
                domains = words(words);
            }
        }
        int dot = hostName.indexOf('.');
        return domains != null ? domains : dot < 0 ? List.of() : words(new StringTokenizer(hostName.substring(dot + 1)));
    }

    private static List<String> words(StringTokenizer words) {
        List<String> domains = new ArrayList<>();
        while (words.hasMoreTokens()) {
            domains.add(withoutDot(words.nextToken()));
        }
        return domains;
    }

    /// Tells whether a look-up of the host may ask for this name. Names have no capital letters (RFC 4343).
    public boolean mayAsk(String name) {
        if (name.equalsIgnoreCase(host)) {
            return true;
        }
        for (String domain : domains) {
            if (name.length() == host.length() + 1 + domain.length() && name.charAt(host.length()) == '.'
                    && name.regionMatches(true, 0, host, 0, host.length())
                    && name.regionMatches(true, host.length() + 1, domain, 0, domain.length())) {
                return true;
            }
        }
        return false;
    }

    private static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /// The file's text; empty where it cannot be read.
    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
