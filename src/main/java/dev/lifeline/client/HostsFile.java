package dev.lifeline.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.StringTokenizer;

/// The hosts file of this machine (hosts(5)): an address and its names on each line. Read anew for each question.
///
/// Lines that make no sense are passed over, as the system's own reader does. No name is ever looked up here.
///
/// @param path where it is
public record HostsFile(Path path) {

    /// More than this is not read: a hosts file that blocks advertisements has a few megabytes.
    static final int MAX_BYTES = 8 << 20;

    /// The file that the operating system reads.
    public static HostsFile system() {
        String windows = System.getenv("SystemRoot");
        return new HostsFile(windows == null ? Path.of("/etc/hosts") : Path.of(windows, "System32", "drivers", "etc", "hosts"));
    }

    /// All addresses that the file gives to a name, upper and lower case being the same; empty where it has none or cannot be
    /// read.
    public Set<InetAddress> addresses(String name) {
        Set<InetAddress> found = new HashSet<>();
        try (InputStream in = Files.newInputStream(path)) {
            String text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1);
            int start = 0;
            while (start < text.length()) {
                int end = text.indexOf('\n', start);
                end = end < 0 ? text.length() : end;
                line(text.substring(start, end), name, found);
                start = end + 1;
            }
        } catch (IOException unreadable) {
            // Nobody can say then that an answer came from this file.
            return Set.of();
        }
        return found;
    }

    /// Says if a name that [#addresses] does not find is certainly not in the file: it has no more bytes than are read, or it is
    /// not there.
    public boolean isReadWhole() {
        try {
            return Files.notExists(path) || Files.isReadable(path) && Files.size(path) <= MAX_BYTES;
        } catch (IOException vanished) {
            return false;
        }
    }

    private static void line(String line, String name, Set<InetAddress> found) {
        int comment = line.indexOf('#');
        StringTokenizer words = new StringTokenizer(comment < 0 ? line : line.substring(0, comment));
        if (!words.hasMoreTokens()) {
            return;
        }
        String address = words.nextToken();
        while (words.hasMoreTokens()) {
            if (words.nextToken().equalsIgnoreCase(name)) {
                try {
                    found.add(InetAddress.ofLiteral(address));
                } catch (IllegalArgumentException broken) {
                    // Not an address: the system passes over such a line too.
                }
                return;
            }
        }
    }
}
