package dev.lifeline.observe.names;

import dev.lifeline.model.event.LookupSource;
import java.io.IOException;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.StringTokenizer;

/// Which services answer look-ups on this machine, as far as that proves where an answer came from.
///
/// An answer is from a DNS server for certain only where nothing else could have given it: the `hosts` line of `nsswitch.conf(5)` has
/// `dns` and beside it at most `files` (whether the hosts file has the name is another's question); there is no caching daemon, whose
/// answers may be older than these files; and each server of `resolv.conf(5)` is at another address than loopback. `mdns`, `resolve`,
/// `myhostname`, `db` and the like answer names of their own. A server on loopback speaks DNS, but often is a front: systemd-resolved
/// answers from mDNS, LLMNR and its own name as well. Where a file is missing the defaults of the C library apply, which differ.
///
/// @param switchFile `nsswitch.conf(5)`
/// @param resolverFile `resolv.conf(5)`
/// @param cacheSocket the socket of `nscd(8)`, there while it runs
record NameServices(Path switchFile, Path resolverFile, Path cacheSocket) {

    /// Far more than such files have; more proves nothing.
    private static final int MAX_BYTES = 1 << 16;

    NameServices {
        Objects.requireNonNull(switchFile, "switchFile");
        Objects.requireNonNull(resolverFile, "resolverFile");
        Objects.requireNonNull(cacheSocket, "cacheSocket");
    }

    /// Those of this machine.
    static NameServices system() {
        return new NameServices(Path.of("/etc/nsswitch.conf"), Path.of("/etc/resolv.conf"), Path.of("/var/run/nscd/socket"));
    }

    /// Where the addresses of a name came from if it is not in the hosts file: LITERAL, DNS where that is certain, else RESOLVER.
    LookupSource sourceOf(String host) {
        if (isLiteral(host)) {
            return LookupSource.LITERAL;
        }
        return !Files.exists(cacheSocket, LinkOption.NOFOLLOW_LINKS) && onlyFilesAndDns() && serversAreElsewhere()
                ? LookupSource.DNS : LookupSource.RESOLVER;
    }

    /// Also in the spellings of `inet_aton(3)`, such as `0x7f.1`, which `getaddrinfo(3)` takes too.
    private static boolean isLiteral(String host) {
        try {
            if (host.indexOf(':') >= 0) {
                InetAddress.ofLiteral(host);
            } else if (!host.isEmpty() && host.charAt(0) >= '0' && host.charAt(0) <= '9') {
                Inet4Address.ofPosixLiteral(host);
            } else {
                return false;
            }
            return true;
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    /// The search domain (resolv.conf(5)) that makes the one name of the other: the resolver put it behind the name that it was asked
    /// for. An alias in the hosts file has a longer canonical name too, and is not looked for with a domain behind it.
    ///
    /// @param canonical may be `null`
    /// @return `null` where there is none
    String completing(String host, String canonical) {
        if (canonical == null || canonical.length() <= host.length() + 1 || host.endsWith(".")
                || !canonical.regionMatches(true, 0, host + ".", 0, host.length() + 1)) {
            return null;
        }
        String rest = canonical.substring(host.length() + 1);
        String domain = null;
        StringTokenizer lines = new StringTokenizer(text(resolverFile), "\n");
        while (lines.hasMoreTokens()) {
            StringTokenizer words = new StringTokenizer(withoutComment(lines.nextToken(), "#;"));
            String word = words.hasMoreTokens() ? words.nextToken() : "";
            // The last of such lines counts.
            domain = word.equals("search") || word.equals("domain") ? null : domain;
            while (word.equals("search") && words.hasMoreTokens() || word.equals("domain") && words.countTokens() == 1) {
                String listed = words.nextToken();
                domain = listed.equalsIgnoreCase(rest) || listed.equalsIgnoreCase(rest + ".") ? rest : domain;
            }
        }
        return domain;
    }

    private boolean onlyFilesAndDns() {
        boolean dns = false;
        boolean seen = false;
        StringTokenizer lines = new StringTokenizer(text(switchFile), "\n");
        while (lines.hasMoreTokens()) {
            String line = withoutComment(lines.nextToken(), "#").strip();
            if (!line.startsWith("hosts:")) {
                continue;
            }
            if (seen) {
                // Which of two lines counts is a matter of the C library.
                return false;
            }
            seen = true;
            StringTokenizer words = new StringTokenizer(withoutActions(line.substring("hosts:".length())));
            while (words.hasMoreTokens()) {
                String service = words.nextToken();
                if (service.equals("dns")) {
                    dns = true;
                } else if (!service.equals("files")) {
                    return false;
                }
            }
        }
        return dns;
    }

    /// `[NOTFOUND=return]` and the like decide whether a service is asked, not which there are.
    private static String withoutActions(String services) {
        StringBuilder without = new StringBuilder(services.length());
        boolean inside = false;
        for (int i = 0; i < services.length(); i++) {
            char c = services.charAt(i);
            inside = c == '[' || inside && c != ']';
            without.append(inside || c == ']' ? ' ' : c);
        }
        return without.toString();
    }

    private boolean serversAreElsewhere() {
        boolean any = false;
        StringTokenizer lines = new StringTokenizer(text(resolverFile), "\n");
        while (lines.hasMoreTokens()) {
            StringTokenizer words = new StringTokenizer(withoutComment(lines.nextToken(), "#;"));
            if (!words.hasMoreTokens() || !words.nextToken().equals("nameserver")) {
                continue;
            }
            if (!words.hasMoreTokens() || !isElsewhere(words.nextToken())) {
                return false;
            }
            any = true;
        }
        // Without any, the C library asks one on loopback.
        return any;
    }

    private static boolean isElsewhere(String server) {
        int zone = server.indexOf('%');
        try {
            InetAddress address = InetAddress.ofLiteral(zone < 0 ? server : server.substring(0, zone));
            return !address.isLoopbackAddress() && !address.isAnyLocalAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static String withoutComment(String line, String signs) {
        for (int i = 0; i < line.length(); i++) {
            if (signs.indexOf(line.charAt(i)) >= 0) {
                return line.substring(0, i);
            }
        }
        return line;
    }

    /// The file's text; empty where it cannot be read or is larger than such a file is.
    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            return bytes.length > MAX_BYTES ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
