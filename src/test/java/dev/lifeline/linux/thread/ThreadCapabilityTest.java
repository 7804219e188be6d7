package dev.lifeline.linux.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "capabilities are Linux's")
class ThreadCapabilityTest {

    @Test
    void whatTheKernelSaysOfThisThreadIsWhatProcSays() throws Exception {
        for (int capability : new int[] {ThreadCapability.NET_BIND_SERVICE, ThreadCapability.NET_RAW}) {
            assertEquals((effective() >> capability & 1) == 1, ThreadCapability.has(capability), "capability " + capability);
        }
    }

    @Test
    void oneThatIsDroppedIsNotThereUntilItIsTakenUpAgain() throws Exception {
        boolean before = ThreadCapability.has(ThreadCapability.NET_RAW);
        try (ThreadCapability dropped = ThreadCapability.drop(ThreadCapability.NET_RAW)) {
            assertFalse(ThreadCapability.has(ThreadCapability.NET_RAW), dropped::toString);
        }
        assertEquals(before, ThreadCapability.has(ThreadCapability.NET_RAW));
    }

    private static long effective() throws Exception {
        try (Stream<String> lines = Files.lines(Path.of("/proc/thread-self/status"))) {
            String line = lines.filter(each -> each.startsWith("CapEff:")).findFirst().orElseThrow();
            assertTrue(line.length() > 8, line);
            return Long.parseUnsignedLong(line.substring(7).strip(), 16);
        }
    }
}
