package dev.lifeline.observe.packet;

import static dev.lifeline.model.TcpFlags.ACK;
import static dev.lifeline.model.TcpFlags.RST;
import static dev.lifeline.model.TcpFlags.SYN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.PacketEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A connect that failed has no four-tuple: its flow is the one that explains it.
class FailedConnectTest {

    private static final long ALL = 1_000_000_000_000L;

    private final Wire wire = new Wire(Mode.CLIENT, true);

    @Test
    void aRefusalIsTheFlowThatWasReset() {
        wire.started(100, 1, 2).client(105, 40000, SYN, 0, 0, 0).server(106, 40000, RST | ACK, -9, 1, 0, 0)
                .failed(120, 1, 2, ErrorCode.ECONNREFUSED);
        assertTrue(wire.book.over(), "there is nothing to wait for");
        wire.book.settle(ALL);

        assertEquals(List.of("1.2 > SYN 0 0 0", "1.2 < RST 0 1 0"), wire.packets());
    }

    @Test
    void notBeforeAllPacketsOfItsTimeWereSeen() {
        wire.started(100, 1, 1).client(105, 40000, SYN, 0, 0, 0).server(106, 40000, RST | ACK, -9, 1, 0, 0)
                .failed(120, 1, 1, ErrorCode.ECONNREFUSED);
        wire.book.settle(110_000);
        assertEquals(List.of(), wire.packets(), "another one could still come");
        wire.book.settle(121_000);
        assertEquals(2, wire.packets().size());
    }

    @Test
    void anotherConnectionAtTheSameTimeThatWasNotRefusedIsNotIt() {
        wire.started(100, 1, 1).handshake(102, 50001).client(105, 40000, SYN, 0, 0, 0).server(106, 40000, RST | ACK, -9, 1, 0, 0)
                .failed(120, 1, 1, ErrorCode.ECONNREFUSED);
        wire.book.finish(ALL);

        assertEquals(List.of("1.1 > SYN 0 0 0", "1.1 < RST 0 1 0"), wire.packets());
    }

    @Test
    void ofTwoThatWereRefusedNoneIsTaken() {
        wire.started(100, 1, 1);
        for (int port = 40000; port <= 40001; port++) {
            wire.client(105, port, SYN, 0, 0, 0).server(106, port, RST | ACK, -9, 1, 0, 0);
        }
        wire.failed(120, 1, 1, ErrorCode.ECONNREFUSED);
        assertFalse(wire.book.over());
        wire.book.finish(ALL);

        assertEquals(List.of(), wire.packets());
        assertEquals(1, wire.found.size());
        KernelEvent.EvidenceLost lost = (KernelEvent.EvidenceLost) wire.found.getFirst().body();
        assertEquals(4, lost.count());
        assertTrue(lost.reason().startsWith("captured, but not attributed: 2 flows to 10.0.0.2:7007"), lost.reason());
    }

    @Test
    void ofTwoTheOneWhoseEndTheSocketTableShowedIsTaken() {
        wire.started(100, 1, 1).socketSeen(1, 2, 40000).socketSeen(1, 1, 40001);
        for (int port = 40000; port <= 40001; port++) {
            wire.client(105, port, SYN, 0, 0, 0).server(106, port, RST | ACK, -9, 1, 0, 0);
        }
        wire.failed(120, 1, 1, ErrorCode.ECONNREFUSED);
        wire.book.finish(ALL);

        assertEquals(List.of("1.1 > SYN 0 0 0", "1.1 < RST 0 1 0"), wire.packets());
        assertEquals(2, wire.found.size());
        PacketEvent.SegmentSeen syn = (PacketEvent.SegmentSeen) wire.found.getFirst().body();
        assertEquals(40001, syn.flow().local().port());
    }

    @Test
    void aDeadlineIsTheFlowThatNobodyAnswered() {
        wire.started(100, 1, 1).client(105, 40000, SYN, 0, 0, 0).client(1_000_105, 40000, SYN, 0, 0, 0)
                .handshake(1_500_000, 50001).client(1_600_000, 50002, SYN, 0, 0, 0).server(1_600_001, 50002, RST | ACK, -9, 1, 0,
                0)
                .failed(2_000_000, 1, 1, ErrorCode.TIMEOUT);
        wire.book.finish(ALL);

        assertEquals(List.of("1.1 > SYN 0 0 0", "1.1 > SYN 0 0 0 again"), wire.packets());
    }

    @Test
    void aFlowThatGoesOnTryingAfterTheSocketWasClosedIsNotIt() {
        wire.started(100, 1, 1).client(105, 40000, SYN, 0, 0, 0).client(106, 50001, SYN, 0, 0, 0).failed(500_000, 1, 1,
                ErrorCode.TIMEOUT)
                .client(1_000_106, 50001, SYN, 0, 0, 0);
        wire.book.finish(ALL);

        assertEquals(List.of("1.1 > SYN 0 0 0"), wire.packets());
    }

    @Test
    void anErrorOfARouterIsToldWithTheSynThatItIsAbout() {
        wire.started(100, 1, 1).client(105, 40000, SYN, 0, 0, 0).error(106, 40000, 3, 1).failed(120, 1, 1,
                ErrorCode.EHOSTUNREACH);
        wire.book.finish(ALL);

        assertEquals(List.of("1.1 > SYN 0 0 0", "1.1 ! host unreachable from 10.0.0.9"), wire.packets());
    }

    @Test
    void aConnectThatNeverReachedTheWireClaimsNothing() {
        wire.started(100, 1, 1).handshake(105, 50001).failed(120, 1, 1, ErrorCode.ENETUNREACH);
        wire.book.finish(ALL);

        assertEquals(List.of(), wire.found);
    }

    @Test
    void aConnectThatIsCutOffClaimsItsSyn() {
        wire.started(100, 1, 1).client(105, 40000, SYN, 0, 0, 0);
        wire.book.settle(ALL / 2);
        assertEquals(List.of(), wire.packets(), "it is still under way");
        wire.book.finish(ALL);

        assertEquals(List.of("1.1 > SYN 0 0 0"), wire.packets());
    }

    @Test
    void whenPacketsWereLostTheOnlyFlowProvesNothing() {
        wire.started(100, 1, 1).client(105, 40000, SYN, 0, 0, 0).server(106, 40000, RST | ACK, -9, 1, 0, 0)
                .failed(120, 1, 1, ErrorCode.ECONNREFUSED);
        wire.book.incomplete();
        wire.book.finish(ALL);

        assertEquals(List.of(), wire.packets());
        KernelEvent.EvidenceLost lost = (KernelEvent.EvidenceLost) wire.found.getFirst().body();
        assertEquals(2, lost.count());
        assertTrue(lost.reason().contains("nothing proves"), lost.reason());
    }

    @Test
    void aConnectThatIsResetRightAfterTheHandshakeIsTheFlowThatWasReset() {
        wire.started(100, 1, 1).handshake(105, 40000).server(110, 40000, RST | ACK, 1, 1, 0, 0)
                .failed(120, 1, 1, ErrorCode.ECONNRESET);
        assertTrue(wire.book.over(), "there is nothing to wait for");
        wire.book.finish(ALL);

        assertEquals(List.of("1.1 > SYN 0 0 0", "1.1 < SYN-ACK 0 1 0", "1.1 > ACK 1 1 0", "1.1 < RST 1 1 0"), wire.packets());
        assertEquals(4, wire.found.size());
    }

    @Test
    void packetsThatFitButDoNotExplainTheErrorAreSaid() {
        wire.started(100, 1, 1).handshake(105, 40000).failed(120, 1, 1, ErrorCode.ECONNRESET);
        wire.started(200, 2, 1).client(205, 40001, SYN, 0, 0, 0).failed(220, 2, 1, ErrorCode.EHOSTUNREACH);
        wire.book.finish(ALL);

        assertEquals(List.of(), wire.packets());
        assertEquals(List.of(1, 2), wire.found.stream().map(Wire.Found::connection).sorted().toList());
        for (Wire.Found each : wire.found) {
            KernelEvent.EvidenceLost lost = (KernelEvent.EvidenceLost) each.body();
            assertEquals(each.connection() == 1 ? 3 : 1, lost.count());
            assertTrue(lost.reason().startsWith("captured, but"), lost.reason());
        }
    }
}
