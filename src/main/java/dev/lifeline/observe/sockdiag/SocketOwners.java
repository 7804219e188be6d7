package dev.lifeline.observe.sockdiag;

import dev.lifeline.linux.diag.DiagSocket;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which processes hold sockets: the links of `/proc/*/fd` (proc(5)). Those of other users are seen by root alone.
final class SocketOwners {

    private static final Path PROCESSES = Path.of("/proc");
    private static final long PATIENCE_NANOS = 300_000_000;
    private static final int MOST_NAME_BYTES = 64;

    private SocketOwners() {
    }

    /// A process that holds a socket.
    ///
    /// @param program its name, or `null`
    record Owner(int process, String program) {
    }

    /// Finds a process for each inode, as far as that can be seen within 300 ms. Of several that hold one socket the first
    /// is told.
    static Map<Long, Owner> of(List<DiagSocket> sockets) {
        Set<Long> wanted = new HashSet<>();
        for (DiagSocket socket : sockets) {
            if (socket.inode() != 0) {
                wanted.add(socket.inode());
            }
        }
        Map<Long, Owner> owners = new HashMap<>();
        if (wanted.isEmpty()) {
            return owners;
        }
        long end = System.nanoTime() + PATIENCE_NANOS;
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES)) {
            for (Path process : processes) {
                char first = process.getFileName().toString().charAt(0);
                if (owners.size() == wanted.size() || System.nanoTime() > end) {
                    break;
                }
                if (first >= '1' && first <= '9') {
                    look(process, wanted, owners);
                }
            }
        } catch (IOException | DirectoryIteratorException hidden) {
            // Then nobody can be named.
        }
        return owners;
    }

    private static void look(Path process, Set<Long> wanted, Map<Long, Owner> owners) {
        Set<Long> inodes;
        try {
            inodes = OwnSockets.inodes(process.resolve("fd"));
        } catch (IOException goneOrOfAnotherUser) {
            return;
        }
        inodes.retainAll(wanted);
        for (Long inode : inodes) {
            owners.putIfAbsent(inode, new Owner(Integer.parseInt(process.getFileName().toString()), name(process)));
        }
    }

    private static String name(Path process) {
        try (InputStream in = Files.newInputStream(process.resolve("comm"))) {
            return new String(in.readNBytes(MOST_NAME_BYTES), StandardCharsets.UTF_8).strip();
        } catch (IOException gone) {
            return null;
        }
    }
}
