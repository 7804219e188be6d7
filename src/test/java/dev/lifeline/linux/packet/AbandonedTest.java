package dev.lifeline.linux.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.NativeMemory;
import dev.lifeline.linux.SystemCalls;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// That a packet socket that is left to the kernel's collector really goes away, and nothing with it stays.
@Timeout(60)
class AbandonedTest {

    private static final long PATIENCE_NANOS = 10_000_000_000L;

    @Test
    void theSocketGoesAndNoDescriptorStays() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            Set<String> sockets = packetSockets();
            Set<String> descriptors = openSockets();
            PacketCapture capture = open(arena);
            capture.prepare();
            capture.begin(false, false, 9);
            Set<String> mine = packetSockets();
            mine.removeAll(sockets);
            assertTrue(!mine.isEmpty(), "the kernel lists it while it is open");
            capture.close();

            Set<String> left = openSockets();
            left.removeAll(descriptors);
            assertEquals(Set.of(), left, "its descriptor, and both of the message, are given back when close returns");
            assertGoes(mine);
        }
    }

    @Test
    void manyInARowGo() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            Set<String> sockets = packetSockets();
            Set<String> mine = new HashSet<>();
            for (int i = 0; i < 40; i++) {
                PacketCapture capture = open(arena);
                mine.addAll(packetSockets());
                capture.close();
            }
            mine.removeAll(sockets);
            assertGoes(mine);
        }
    }

    @Test
    void whatCannotBeSentIsClosedAllTheSame() throws Exception {
        Set<String> before = openSockets();
        try (Arena arena = Arena.ofConfined()) {
            // No such descriptor: the message is refused (EBADF).
            Abandoned.close(SystemCalls.in(arena), NativeMemory.allocate(arena, 128), 0x7fff_0000);
        } catch (NativeException e) {
            abort("no native calls: " + e.getMessage());
        }
        Set<String> left = openSockets();
        left.removeAll(before);
        assertEquals(Set.of(), left);
    }

    private static PacketCapture open(Arena arena) {
        try {
            return PacketCapture.open(arena, CaptureRoom.ORDINARY);
        } catch (NativeException e) {
            return abort("no packet socket here: " + e.getMessage());
        }
    }

    private static void assertGoes(Set<String> sockets) throws IOException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        Set<String> left = packetSockets();
        left.retainAll(sockets);
        while (!left.isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
            left = packetSockets();
            left.retainAll(sockets);
        }
        assertEquals(Set.of(), left, "the kernel's collector came");
    }

    /// The inodes of the packet sockets of this network namespace.
    private static Set<String> packetSockets() throws IOException {
        Set<String> inodes = new HashSet<>();
        Path list = Path.of("/proc/net/packet");
        if (Files.exists(list)) {
            for (String line : Files.readAllLines(list)) {
                inodes.add(line.substring(line.lastIndexOf(' ') + 1));
            }
        }
        return inodes;
    }

    /// The sockets that this process has open, by their inodes.
    private static Set<String> openSockets() throws IOException {
        Set<String> names = new HashSet<>();
        Path folder = Path.of("/proc/self/fd");
        if (Files.exists(folder)) {
            try (Stream<Path> descriptors = Files.list(folder)) {
                for (Path each : descriptors.toList()) {
                    try {
                        String name = Files.readSymbolicLink(each).toString();
                        if (name.startsWith("socket:")) {
                            names.add(name);
                        }
                    } catch (IOException gone) {
                        // The listing's own descriptor.
                    }
                }
            }
        }
        return names;
    }
}
