package dev.lifeline.play.dns;

import dev.lifeline.observe.Availability.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.StringTokenizer;

/// Judges whether look-ups on this machine get as far as a DNS server of one's own, and no further.
///
/// The `hosts` line of `nsswitch.conf(5)` says who is asked. `files`, `db`, `myhostname`, `mymachines` and `mdns` (for names
/// under `.local` alone) know names of this machine and its neighbours. Any other, such as systemd's `resolve`, may answer in the
/// place of DNS and may carry the question to servers elsewhere, and so may the caching daemon, which is asked before all of
/// them.
///
/// @param switchFile `nsswitch.conf(5)`
/// @param cacheSocket the socket of `nscd(8)`, there while it runs
record HostServices(Path switchFile, Path cacheSocket) {

    private static final Set<String> LOCAL = Set.of("files", "db", "myhostname", "mymachines", "mdns_minimal", "mdns4_minimal",
            "mdns6_minimal", "mdns", "mdns4", "mdns6");
    /// Far more than such a file has.
    private static final int MAX_BYTES = 1 << 16;

    HostServices {
        Objects.requireNonNull(switchFile, "switchFile");
        Objects.requireNonNull(cacheSocket, "cacheSocket");
    }

    /// Services of this machine.
    static HostServices system() {
        return new HostServices(Path.of("/etc/nsswitch.conf"), Path.of("/var/run/nscd/socket"));
    }

    /// Tells what stands in the way, or `null` where nothing does as far as files tell. Without a file or a line the C library asks
    /// files and DNS.
    Unavailable obstacle() {
        if (Files.exists(cacheSocket, LinkOption.NOFOLLOW_LINKS)) {
            return new Unavailable("the caching daemon nscd answers look-ups on this machine", "stop nscd");
        }
        StringTokenizer lines = new StringTokenizer(text(), "\n");
        while (lines.hasMoreTokens()) {
            String line = lines.nextToken();
            int comment = line.indexOf('#');
            String content = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (content.startsWith("hosts:")) {
                Unavailable found = obstacle(content.substring("hosts:".length()));
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private Unavailable obstacle(String services) {
        boolean dns = false;
        boolean action = false;
        StringTokenizer words = new StringTokenizer(services, " \t\r[]", true);
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            if (word.equals("[") || word.equals("]")) {
                action = word.equals("[");
            } else if (!action && !word.isBlank()) {
                if (!word.equals("dns") && !LOCAL.contains(word)) {
                    return new Unavailable("look-ups on this machine also go to " + word + " (hosts: in " + switchFile
                            + "), which does not ask a DNS server of our own", "a line hosts: files dns");
                }
                dns |= word.equals("dns");
            }
        }
        return dns ? null : new Unavailable("look-ups on this machine ask no DNS server (hosts: in " + switchFile + ')',
                "a line hosts: files dns");
    }

    private String text() {
        try (InputStream in = Files.newInputStream(switchFile)) {
            return new String(in.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
