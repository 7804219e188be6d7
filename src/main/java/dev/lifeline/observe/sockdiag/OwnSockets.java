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

    /// The inodes of all of them.
    ///
    /// @throws IOException where that cannot be read: where `/proc` is hidden, or no descriptor is free for it
    static Set<Long> inodes() throws IOException {
        return inodes(DESCRIPTORS);
    }

    /// The inodes of the sockets of a process.
    ///
    /// @param ofProcess its folder of descriptors
    /// @throws IOException where that cannot be read
    static Set<Long> inodes(Path ofProcess) throws IOException {
        Set<Long> inodes = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(ofProcess)) {
            for (Path each : descriptors) {
                add(each, inodes);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
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
