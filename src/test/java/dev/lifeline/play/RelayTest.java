package dev.lifeline.play;

import static dev.lifeline.play.Script.atLeast;
import static dev.lifeline.play.Script.exactly;
import static dev.lifeline.play.Script.millis;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Relays on real sockets: what they do with bytes, ends and resets, and with a way on that is closed.
@Timeout(60)
class RelayTest {

    /// A server, a relay before it, and a client of the relay; the server has accepted `peer`.
    private static Script through(Object... relay) {
        return started(relay).step("client", "connect").step("server", "accept", "as", "peer");
    }

    private static Script started(Object... relay) {
        return new Script().needs("sockdiag").actor("server", "server").actor("proxy", "relay", Script.toServer(relay))
                .actor("client", "client", "to", "proxy").step("server", "listen").step("proxy", "start");
    }

    private static CloseKind closed(Seen seen, Lane lane) {
        for (TraceEvent event : seen.events()) {
            if (event.lane() == lane && event.body() instanceof StageEvent.Finished of && of.outcome() instanceof Outcome.Closed how
                    && seen.played().actors().get("proxy").owns(event)) {
                return how.how();
            }
        }
        throw new AssertionError("the relay closed nothing there:\n" + seen.text());
    }

    /// When an actor's first event of a kind was, in nanoseconds.
    private static long at(Seen seen, String actor, Lane lane, Class<?> body) {
        for (TraceEvent event : seen.events()) {
            if (body.isInstance(event.body()) && event.lane() == lane && seen.played().actors().get(actor).owns(event)) {
                return event.at();
            }
        }
        throw new AssertionError("no " + body.getSimpleName() + " of " + actor + ":\n" + seen.text());
    }

    @Test
    void aStopWithAResetReachesBothSides() throws Exception {
        Seen seen = Seen.play(through().step("client", "write", "text", "ping").step("peer", "read", "bytes", 4)
                .step("proxy", "stop", "reset", true).step("client", "read").step("peer", "read"));
        seen.failed("client", Stage.FIRST_BYTE, ErrorCode.ECONNRESET);
        seen.failed("peer", Stage.DATA, ErrorCode.ECONNRESET);
        assertEquals(CloseKind.RESET, closed(seen, Lane.SERVER));
        assertEquals(CloseKind.RESET, closed(seen, Lane.CLIENT));
        assertEquals(List.of(), seen.all("proxy", StageEvent.Failed.class), "it ended by itself: nothing of it failed");
    }

    @Test
    void theEndOfThePlayInterruptsIt() throws Exception {
        Seen seen = Seen.cutOff(through("delay", millis(20_000)).step("client", "write", "text", "ping").step("proxy", "hold", "direction",
                "both").step("client", "write", "text", "ping").labelled("never", "peer", "read", "timeout", millis(40_000)).scenario(), 500, "never");
        seen.failed("proxy", Stage.FIRST_BYTE, ErrorCode.INTERRUPTED);
        assertTrue(seen.played().index().timeline().wall() < millis(20_000), seen::text);
    }

    @Test
    void aStopWithoutIsAnEndOfStreamForBoth() throws Exception {
        Seen seen = Seen.play(through().step("client", "write", "text", "ping").step("peer", "read", "bytes", 4)
                .step("proxy", "stop").step("client", "read", "until", "end").step("peer", "read", "until", "end"));
        assertEquals(1, seen.all("client", StreamEvent.EndOfStream.class).size());
        assertEquals(1, seen.all("peer", StreamEvent.EndOfStream.class).size());
        assertEquals(CloseKind.HALF, closed(seen, Lane.SERVER));
    }

    @Test
    void bytesAndEndsAreDelayedInOrder() throws Exception {
        Seen seen = Seen.play(through("delay-up", millis(80)).step("client", "write", "text", "ab").step("client", "write", "text", "cd")
                .step("client", "shutdown").step("peer", "read", "until", "end").step("peer", "write", "text", "back")
                .step("client", "read", "bytes", 4).step("peer", "close").step("client", "read", "until", "end").step("client", "close"));
        assertEquals(4, seen.read("peer"));
        assertEquals("abcd", String.join("", seen.all("peer", StreamEvent.ChunkRead.class).stream().map(each -> each.bytes().preview())
                .toList()));
        long up = at(seen, "proxy", Lane.CLIENT, StreamEvent.ChunkWritten.class) - at(seen, "proxy", Lane.SERVER, StreamEvent.ChunkRead.class);
        assertTrue(up >= millis(80), () -> up + " ns\n" + seen.text());
        long end = at(seen, "proxy", Lane.CLIENT, StreamEvent.OutputShut.class) - at(seen, "proxy", Lane.SERVER, StreamEvent.EndOfStream.class);
        assertTrue(end >= millis(80), () -> end + " ns\n" + seen.text());
        assertEquals(4, seen.read("client"), "half of it goes on after the other has ended");
        assertEquals(CloseKind.ORDERLY, closed(seen, Lane.SERVER));
        assertEquals(CloseKind.ORDERLY, closed(seen, Lane.CLIENT));
    }

    @Test
    void theOtherHalfIsKeptToo() throws Exception {
        Seen seen = Seen.play(through().step("peer", "shutdown").step("client", "read", "until", "end").step("client", "write", "text", "late")
                .step("peer", "read", "bytes", 4).step("client", "close").step("peer", "read", "until", "end").step("peer", "close"));
        assertEquals(4, seen.read("peer"));
    }

    @Test
    void withoutHalfCloseTheEndOfOneEndsBoth() throws Exception {
        Seen seen = Seen.play(through("half-close", false).step("client", "write", "text", "last").step("client", "shutdown")
                .step("peer", "read", "until", "end").step("client", "read", "until", "end"));
        assertEquals(4, seen.read("peer"), "what came before the end is passed on");
        assertEquals(1, seen.all("client", StreamEvent.EndOfStream.class).size());
        assertEquals(CloseKind.ORDERLY, closed(seen, Lane.SERVER));
        assertEquals(CloseKind.HALF, closed(seen, Lane.CLIENT));
    }

    @Test
    void aResetIsDelayedBehindTheBytes() throws Exception {
        Seen seen = Seen.play(through("delay-down", millis(80)).step("peer", "write", "text", "half an ans")
                .step("machine", "await-state", "of", "peer", "send-queue", exactly(0)).step("peer", "reset")
                .step("client", "read", "bytes", 11).step("client", "read"));
        assertEquals(11, seen.read("client"));
        seen.failed("client", Stage.DATA, ErrorCode.ECONNRESET);
        assertEquals(CloseKind.RESET, closed(seen, Lane.SERVER));
        assertEquals(CloseKind.ABANDONED, closed(seen, Lane.CLIENT));
    }

    @Test
    void aDirectionThatIsHeldLeavesBytesToTheKernel() throws Exception {
        Seen seen = Seen.play(through().step("proxy", "hold", "direction", "up").step("client", "write", "text", "ping")
                .labelled("held", "machine", "await-state", "of", "client", "end", "server", "receive-queue", atLeast(4))
                .step("peer", "write", "text", "pong").step("client", "read", "bytes", 4)
                .step("peer", "read", "timeout", millis(50)).step("proxy", "release", "direction", "up").step("peer", "read", "bytes", 4)
                .step("client", "close").step("peer", "read", "until", "end").step("peer", "close"));
        seen.failed("peer", Stage.FIRST_BYTE, ErrorCode.TIMEOUT);
        assertEquals(4, seen.read("peer"));
        assertEquals(4, seen.read("client"), "the other direction goes on");
        assertEquals(1, seen.all("proxy", HoldEvent.HoldStarted.class).size());
        assertEquals(1, seen.all("proxy", HoldEvent.HoldEnded.class).size());
    }

    @Test
    void itsAcceptAndItsConnectCanBeHeld() throws Exception {
        Seen seen = Seen.play(started().step("proxy", "hold", "before", "accept").step("client", "connect")
                .labelled("waits", "machine", "await-state", "of", "proxy", "length", atLeast(1))
                .step("machine", "await-hold", "of", "proxy", "before", "accept").step("proxy", "hold", "before", "connect")
                .step("proxy", "release", "before", "accept").step("machine", "await-hold", "of", "proxy", "before", "connect")
                .step("client", "write", "text", "ping")
                .step("server", "accept", "timeout", millis(100)).step("proxy", "release", "before", "connect")
                .step("server", "accept", "as", "peer").step("peer", "read", "bytes", 4).step("client", "close").step("peer", "close"));
        assertEquals(4, seen.read("peer"));
        assertEquals(List.of(Stage.ACCEPT, Stage.CONNECT), seen.events().stream().map(TraceEvent::body)
                .filter(HoldEvent.HoldStarted.class::isInstance).map(body -> ((HoldEvent.HoldStarted) body).stage()).toList());
    }

    @Test
    void itCanWaitForTheFirstByteBeforeItConnects() throws Exception {
        Seen seen = Seen.play(started("connect", "at-first-byte").step("client", "connect")
                .step("server", "accept", "timeout", millis(100)).step("client", "write", "text", "ping").step("server", "accept", "as", "peer")
                .step("peer", "read", "bytes", 4).step("client", "close").step("peer", "read", "until", "end").step("peer", "close"));
        assertEquals(4, seen.read("peer"));
        assertTrue(at(seen, "proxy", Lane.CLIENT, StageEvent.Started.class) > at(seen, "proxy", Lane.SERVER, StreamEvent.ChunkRead.class));
    }

    @Test
    void whoEndsWithoutAByteIsNeverConnectedOn() throws Exception {
        Seen seen = Seen.play(started("connect", "at-first-byte").step("client", "connect").step("client", "shutdown")
                .step("client", "read", "until", "end").step("client", "close"));
        assertEquals(CloseKind.ORDERLY, closed(seen, Lane.SERVER));
        assertTrue(seen.played().actors().get("proxy").connections().stream().noneMatch(own -> own.lane() == Lane.CLIENT));
    }

    @Test
    void aWayOnThatIsRefusedIsAnEndOfStream() throws Exception {
        // Whether its bytes came before or after: nothing of it is left unread, so nothing of it resets.
        Seen seen = Seen.play(started().step("server", "close").step("client", "connect").step("client", "write", "size", 100_000)
                .step("client", "read", "until", "end").step("client", "write", "text", "more").step("client", "close"));
        seen.failed("proxy", Stage.CONNECT, ErrorCode.ECONNREFUSED);
        assertEquals(1, seen.all("client", StreamEvent.EndOfStream.class).size());
        assertEquals(2, seen.all("client", StageEvent.Finished.class).stream().filter(each -> each.stage() == Stage.WRITE).count(), seen::text);
        assertEquals(CloseKind.ORDERLY, closed(seen, Lane.SERVER));
    }

    @Test
    void orAReset() throws Exception {
        // Without the hold the reset may come before the client's own connect has returned.
        Seen seen = Seen.play(started("on-failure", "reset").step("server", "close").step("proxy", "hold", "before", "connect")
                .step("client", "connect").step("proxy", "release", "before", "connect").step("client", "read"));
        seen.failed("client", Stage.FIRST_BYTE, ErrorCode.ECONNRESET);
        assertEquals(CloseKind.RESET, closed(seen, Lane.SERVER));
    }

    @Test
    void aWayOnThatIsSilentHasItsDeadline() throws Exception {
        Seen seen = Seen.play(new Script().needs("linux").actor("server", "server", "drop-incoming", true)
                .actor("proxy", "relay", "to", "server", "connect-timeout", millis(150)).actor("client", "client", "to", "proxy")
                .step("server", "listen").step("proxy", "start").step("client", "connect").step("client", "read", "until", "end")
                .step("client", "close"));
        seen.failed("proxy", Stage.CONNECT, ErrorCode.TIMEOUT);
        assertEquals(1, seen.all("client", StreamEvent.EndOfStream.class).size());
    }

    @Test
    void aBackendThatDiesInTheMiddleIsAResetForTheClient() throws Exception {
        Seen seen = Seen.play(through().step("peer", "reset").step("client", "read"));
        seen.failed("client", Stage.FIRST_BYTE, ErrorCode.ECONNRESET);
    }

    @Test
    void theTargetHearsForWhomItStands() throws Exception {
        Seen seen = Seen.play(through("proxy-protocol", "v1").step("client", "write", "text", "GET").step("client", "close")
                .step("peer", "read", "until", "end").step("peer", "close"));
        Outcome.Accepted accepted = (Outcome.Accepted) seen.finished("proxy", Stage.ACCEPT);
        assertEquals("PROXY TCP4 127.0.0.1 127.0.0.1 " + accepted.tuple().remote().port() + " " + accepted.tuple().local().port()
                        + "\\r\\nGET", String.join("", seen.all("peer", StreamEvent.ChunkRead.class).stream()
                        .map(each -> each.bytes().preview()).toList()));
    }
}
