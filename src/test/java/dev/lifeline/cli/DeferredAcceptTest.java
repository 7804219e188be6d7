package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.diag.Loopback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// A real listener that keeps its connections back until their first data come.
@Timeout(60)
@EnabledOnOs(value = OS.LINUX, disabledReason = "TCP_DEFER_ACCEPT is the Linux kernel's")
class DeferredAcceptTest {

    @Test
    void aClientThatWaitsForItsFirstByteLearnsThatTheListenerWaitsForData() throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 5)) {
            loopback.deferAccept();
            Shell.Ran ran = new Shell().run("connect", "127.0.0.1:" + loopback.address().getPort(), "--expect", "x",
                    "--read-timeout", "500ms");
            String said = ran.out().replaceAll("\\s+", " ");
            assertEquals(20, ran.code(), said);
            assertTrue(said.contains("ESTABLISHED here and SYN_RECV there"), said);
            assertTrue(said.contains("dropped ACKs because they wait for the first data (TCP_DEFER_ACCEPT)"), said);
        }
    }
}
