package dev.lifeline.linux.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.NativeMemory;
import dev.lifeline.linux.SystemCalls;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The first socket of a machine that asks for stamps, again and again: what passes after the trial is stamped.
@Timeout(60)
class StampTrialTest {

    /// Nobody else may ask for stamps meanwhile, or they are there already; with 20 rounds some have to wait.
    @RepeatedTest(20)
    void thePacketsOfTheNextMomentAreStamped() throws Exception {
        try (Arena arena = Arena.ofConfined(); PacketCapture capture = open(arena)) {
            capture.begin(true, false);
            send();
            long end = System.nanoTime() + 5_000_000_000L;
            boolean taken = capture.take();
            while (!taken && System.nanoTime() < end) {
                capture.await(10_000_000, true);
                taken = capture.take();
            }
            assertTrue(taken, "it is captured");
            assertTrue(capture.next().wall() != PacketFrame.UNSTAMPED);
        }
    }

    @Test
    void leavesNoDescriptorBehind() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            SystemCalls calls = SystemCalls.in(arena);
            NativeMemory scratch = NativeMemory.allocate(arena, 256);
            long before = descriptors();
            StampTrial.succeeds(calls, scratch);
            assertEquals(before, descriptors());
        } catch (NativeException e) {
            abort("no native calls: " + e.getMessage());
        }
    }

    @Test
    void whereItCannotBeTriedTheAnswerIsNo() throws Exception {
        try (Arena arena = Arena.ofConfined()) {
            SystemCalls calls = SystemCalls.in(arena);
            // Memory that nobody may read: every address is refused (EFAULT).
            assertFalse(StampTrial.succeeds(calls, new NativeMemory(8, NativeMemory.allocate(arena, 256).buffer())));
        } catch (NativeException e) {
            abort("no native calls: " + e.getMessage());
        }
    }

    private static PacketCapture open(Arena arena) {
        try {
            PacketCapture capture = PacketCapture.open(arena, CaptureRoom.ORDINARY);
            capture.prepare();
            return capture;
        } catch (NativeException e) {
            return abort("no packet socket: " + e.getMessage());
        }
    }

    /// A datagram that the filter of names lets through.
    private static void send() throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
            socket.send(new DatagramPacket(new byte[1], 1, socket.getLocalAddress(), 53));
        }
    }

    private static long descriptors() throws IOException {
        Path folder = Path.of("/proc/self/fd");
        if (!Files.exists(folder)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }
}
