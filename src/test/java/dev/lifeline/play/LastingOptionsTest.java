package dev.lifeline.play;

import static dev.lifeline.play.Script.atLeast;
import static dev.lifeline.play.Script.millis;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Options whose effect shows later: keep-alive and linger.
@Timeout(60)
class LastingOptionsTest {

    private static final long SECOND = 1_000_000_000;

    private static Script connected(Object... client) {
        return served(new Object[0], client);
    }

    private static Script served(Object[] server, Object... client) {
        return new Script().needs("sockdiag", "linux").actor("server", "server", server).actor("client", "client", Script.toServer(client))
                .step("server", "listen").step("client", "connect").step("server", "accept", "as", "peer");
    }

    private static long took(Seen seen, String actor, Stage stage) {
        for (TraceEvent event : seen.events()) {
            if (event.body() instanceof StageEvent.Finished of && of.stage() == stage && seen.played().actors().get(actor).owns(event)) {
                for (TraceEvent start : seen.events()) {
                    if (start.sequence() == of.started()) {
                        return event.at() - start.at();
                    }
                }
            }
        }
        throw new AssertionError("no " + stage + " of " + actor + ":\n" + seen.text());
    }

    @Test
    void keepAliveFindsAPeerThatIsGone() throws Exception {
        Seen seen = Seen.play(connected("keep-alive-idle", SECOND, "keep-alive-interval", SECOND, "keep-alive-count", 1)
                .step("peer", "option", "drop-incoming", true).step("client", "read", "timeout", 5 * SECOND));
        seen.failed("client", Stage.FIRST_BYTE, ErrorCode.ETIMEDOUT);
        assertTrue(seen.remarked("options set: SO_KEEPALIVE true, TCP_KEEPIDLE 1 s, TCP_KEEPINTVL 1 s, TCP_KEEPCNT 1"), seen::text);
    }

    @Test
    void aPeerThatAnswersStays() throws Exception {
        Seen seen = Seen.play(connected("keep-alive-idle", SECOND, "keep-alive-interval", SECOND, "keep-alive-count", 1)
                .step("client", "read", "timeout", millis(2_600)).step("peer", "write", "text", "here").step("client", "read", "bytes", 4));
        seen.failed("client", Stage.FIRST_BYTE, ErrorCode.TIMEOUT);
        assertEquals(4, seen.read("client"));
    }

    @Test
    void aServersConnectionsHaveItToo() throws Exception {
        Seen seen = Seen.play(served(new Object[] {"keep-alive", true, "keep-alive-idle", SECOND, "keep-alive-count", 1, "linger", 2L})
                .step("peer", "option", "keep-alive-interval", SECOND)
                .step("client", "option", "drop-incoming", true).step("peer", "read", "timeout", 5 * SECOND));
        seen.failed("peer", Stage.FIRST_BYTE, ErrorCode.ETIMEDOUT);
        assertTrue(seen.remarked("options set: SO_KEEPALIVE true, TCP_KEEPIDLE 1 s, TCP_KEEPCNT 1, SO_LINGER 2 s"), seen::text);
    }

    @Test
    void aCloseThatLingersWaitsForThePeersKernel() throws Exception {
        Seen seen = Seen.play(connected("linger", 20L, "send-buffer", 32_768).step("client", "fill")
                .background("closing", "client", "close").labelled("waits", "machine", "await-state", "of", "client", "state", "FIN_WAIT1",
                        "send-queue", atLeast(1)).labelled("drain", "peer", "read", "until", "end")
                .step("machine", "await", "step", "closing"));
        seen.state("waits", "client", Lane.CLIENT, SocketState.FIN_WAIT1);
        assertTrue(seen.mark("closing").lastSequence() > seen.mark("drain").firstSequence(), seen::text);
        assertTrue(took(seen, "client", Stage.CLOSE) < 10 * SECOND, "it returns once all is acknowledged");
    }

    @Test
    void withoutItDoesNotWait() throws Exception {
        Seen seen = Seen.play(connected("linger", -1L, "send-buffer", 32_768).step("client", "fill").step("client", "close")
                .labelled("late", "machine", "await-state", "of", "client", "state", "FIN_WAIT1", "send-queue", atLeast(1))
                .step("peer", "read", "until", "end"));
        assertTrue(took(seen, "client", Stage.CLOSE) < 10 * SECOND, seen::text);
        assertEquals(CloseKind.HALF, ((Outcome.Closed) seen.finished("client", Stage.CLOSE)).how());
        assertFalse(seen.all("peer", StreamEvent.EndOfStream.class).isEmpty());
    }

    @Test
    void itsTimeEnds() throws Exception {
        Seen seen = Seen.play(connected("linger", 1L, "send-buffer", 32_768).step("client", "fill").step("client", "close")
                .step("peer", "read", "until", "end"));
        assertTrue(took(seen, "client", Stage.CLOSE) >= SECOND * 9 / 10, seen::text);
        assertFalse(seen.all("peer", StreamEvent.EndOfStream.class).isEmpty(), "the kernel goes on sending what it has");
    }

    @Test
    void withZeroSecondsACloseIsAReset() throws Exception {
        Seen seen = Seen.play(connected("linger", 0L).step("client", "write", "text", "ping").step("client", "close")
                .step("peer", "read", "bytes", 4).step("peer", "read"));
        assertEquals(CloseKind.RESET, ((Outcome.Closed) seen.finished("client", Stage.CLOSE)).how());
        seen.failed("peer", Stage.DATA, ErrorCode.ECONNRESET);
    }

    @Test
    void thePlayEndsWhileACloseWaits() throws Exception {
        long before = System.nanoTime();
        Seen seen = Seen.play(connected("linger", 40L, "send-buffer", 32_768).step("client", "fill").background("closing", "client", "close")
                .step("machine", "await-state", "of", "client", "state", "FIN_WAIT1").scenario(), 1_500);
        long took = System.nanoTime() - before;
        assertTrue(took < 20 * SECOND, () -> took + " ns");
        assertTrue(seen.remarked("had not ended and was cut off"), seen::text);
    }
}
