package dev.lifeline.observe.packet;

import static dev.lifeline.model.TcpFlags.ACK;
import static dev.lifeline.model.TcpFlags.PSH;
import static dev.lifeline.model.TcpFlags.RST;
import static dev.lifeline.model.TcpFlags.SYN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.wire.WireEnd;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.TraceHeader.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

/// NAT of this machine: the SYN leaves for another end than the program asked for.
class SentOnTest {

    private static final WireEnd THERE = Wire.end("10.2.0.2", 8080);
    private static final String SAID = "1.1 10.0.0.2:7007 to 10.2.0.2:8080 PACKET";
    private static final List<String> HANDSHAKE = List.of("1.1 > SYN 0 0 0", "1.1 < SYN-ACK 0 1 0", "1.1 > ACK 1 1 0");

    private final Wire wire = new Wire(Mode.CLIENT, true);

    @Test
    void answersOfTheOtherEndAreOfTheSameConnection() {
        wire.started(100, 1, 1).clientTo(105, 40000, THERE, SYN, 0, 0, 0).serverFrom(106, 40000, THERE, SYN | ACK, 0, 1, 0)
                .clientTo(107, 40000, THERE, ACK, 1, 1, 0);
        assertFalse(wire.book.knowsWhereItWent(108_000), "the call has not returned");
        assertEquals(List.of(), wire.sentOn());
        wire.connected(130, 1, 1, 40000);

        assertEquals(List.of(SAID), wire.sentOn());
        assertEquals(HANDSHAKE, wire.packets());
        assertTrue(wire.book.knowsWhereItWent(131_000));
        assertArrayEquals(new int[] {8080}, wire.book.sentOnPorts());
        wire.clientTo(140, 40000, THERE, PSH | ACK, 1, 1, 5).serverFrom(141, 40000, THERE, ACK, 1, 6, 0);
        assertEquals(List.of("1.1 > ACK 1 1 5", "1.1 < ACK 1 6 0"), wire.packets().subList(3, 5));
    }

    @Test
    void packetsThatAreReadWhenTheCallHasReturnedAreOfIt() {
        wire.started(100, 1, 1).connected(130, 1, 1, 40000);
        assertFalse(wire.book.knowsWhereItWent(131_000), "its packets are on their way");
        wire.clientTo(105, 40000, THERE, SYN, 0, 0, 0).serverFrom(106, 40000, THERE, SYN | ACK, 0, 1, 0)
                .clientTo(107, 40000, THERE, ACK, 1, 1, 0);

        assertEquals(List.of(SAID), wire.sentOn());
        assertEquals(HANDSHAKE, wire.packets());
    }

    /// REDIRECT on loopback: what comes back has the name of the one that was asked.
    @Test
    void answersInTheNameOfTheOneThatWasAskedAre() {
        wire.started(100, 1, 1).clientTo(105, 40000, THERE, SYN, 0, 0, 0).server(106, 40000, SYN | ACK, 0, 1, 0, 64)
                .clientTo(107, 40000, THERE, ACK, 1, 1, 0).connected(130, 1, 1, 40000);

        assertEquals(List.of(SAID), wire.sentOn());
        assertEquals(HANDSHAKE, wire.packets());
    }

    @Test
    void theConnectionOfSomebodyElseMeanwhileIsNotOurs() {
        wire.started(100, 1, 1).clientTo(104, 41000, THERE, SYN, 0, 0, 0).serverFrom(105, 41000, THERE, SYN | ACK, 0, 1, 0)
                .handshake(106, 40000).connected(130, 1, 1, 40000);

        assertEquals(List.of(), wire.sentOn());
        assertEquals(HANDSHAKE, wire.packets());
    }

    @Test
    void ofAFailedConnectItsOwnEndHasToBeKnown() {
        wire.started(100, 1, 1).clientTo(104, 40000, THERE, SYN, 0, 0, 0).serverFrom(105, 40000, THERE, RST | ACK, 0, 1, 0)
                .failed(110, 1, 1, ErrorCode.ECONNREFUSED);
        wire.book.settle(200_000);
        assertEquals(List.of(), wire.sentOn(), "somebody else may have been refused there");
        assertEquals(List.of(), wire.packets());
    }

    @Test
    void aFailedConnectWhoseOwnEndIsKnownHasItsSyn() {
        wire.started(100, 1, 1).clientTo(104, 40000, THERE, SYN, 0, 0, 0).socketSeen(1, 1, 40000)
                .serverFrom(105, 40000, THERE, RST | ACK, 0, 1, 0).failed(110, 1, 1, ErrorCode.ECONNREFUSED);
        wire.book.settle(200_000);

        assertEquals(List.of(SAID), wire.sentOn());
        assertEquals(2, wire.packets().size());
    }

    @Test
    void nothingIsToldWhereTheSynWentWhereItWasAsked() {
        wire.started(100, 1, 1).handshake(105, 40000).connected(130, 1, 1, 40000);

        assertEquals(List.of(), wire.sentOn());
        assertEquals(0, wire.book.sentOnPorts().length);
    }

    @Test
    void aSynAfterTheConnectIsNotLookedAt() {
        wire.started(100, 1, 1).handshake(105, 40000).connected(130, 1, 1, 40000).clientTo(500, 40001, THERE, SYN, 0, 0, 0);

        assertEquals(0, wire.book.sentOnPorts().length);
    }

    @Test
    void whereItWentIsNotWaitedForWithoutEnd() {
        wire.started(100, 1, 1);
        assertFalse(wire.book.knowsWhereItWent(1_000_000_000));
        assertTrue(wire.book.knowsWhereItWent(1_100_000_000));
    }
}
