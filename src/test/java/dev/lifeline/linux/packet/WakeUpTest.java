package dev.lifeline.linux.packet;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.lifeline.linux.NativeException;
import java.lang.foreign.Arena;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A wait of a minute, of which a test lives to see only the end that somebody else made.
@Timeout(30)
class WakeUpTest {

    private static final long MINUTE = 60_000_000_000L;
    private static final long MILLI = 1_000_000;

    @Test
    void aWaitEndsAndSoDoesOneThatBeginsLaterAndNoMore() throws Exception {
        try (Arena arena = Arena.ofConfined(); PacketCapture capture = open(arena)) {
            Thread.ofPlatform().start(capture::wake).join();
            capture.await(MINUTE, true);

            Thread waking = Thread.ofPlatform().start(capture::wake);
            capture.await(MINUTE, true);
            waking.join();

            long before = System.nanoTime();
            capture.await(20 * MILLI, true);
            assertTrue(System.nanoTime() - before >= 20 * MILLI, "nobody woke it again");
        }
    }

    @Test
    void afterTheCaptureIsClosedNothingIsWritten() throws Exception {
        PacketCapture capture;
        try (Arena arena = Arena.ofConfined()) {
            capture = open(arena);
            capture.close();
        }
        capture.wake();
        assertTrue(capture.wakes());
    }

    private static PacketCapture open(Arena arena) {
        try {
            return PacketCapture.open(arena, CaptureRoom.ORDINARY);
        } catch (NativeException e) {
            return abort("no packet socket: " + e.getMessage());
        }
    }
}
