package dev.lifeline.observe.sockdiag;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// Which sockets this process holds: the links of `/proc/self/fd` (proc(5)).
final class OwnSockets {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final String PREFIX = "socket:[";

    private OwnSockets() {
    }

    /// The inodes of all of them; none where that cannot be read, so that nobody else's is ever taken for ours.
    static Set<Long> inodes() {
        Set<Long> inodes = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(DESCRIPTORS)) {
            for (Path each : descriptors) {
                add(each, inodes);
            }
        } catch (IOException | DirectoryIteratorException e) {
            return inodes;
        }
        return inodes;
    }

    private static void add(Path descriptor, Set<Long> inodes) {
        try {
            String target = Files.readSymbolicLink(descriptor).toString();
            if (target.startsWith(PREFIX) && target.endsWith("]")) {
                inodes.add(Long.parseLong(target, PREFIX.length(), target.length() - 1, 10));
            }
        } catch (IOException | NumberFormatException e) {
            // Closed meanwhile.
        }
    }
}
