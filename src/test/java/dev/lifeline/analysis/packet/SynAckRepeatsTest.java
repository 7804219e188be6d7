package dev.lifeline.analysis.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.diagnosis.Sights;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A handshake whose last ACK the server did not take, as its packets show: `c` the client, `s` the server, then the flags.
class SynAckRepeatsTest {

    @ParameterizedTest
    @CsvSource({
        // the ACK, and the SYN-ACK again
        "cS sSA cA sSA, 1, false",
        "cS sSA cA sSA cA sSA cA, 2, false",
        // the SYN-ACK was late for its SYN's second try, and no ACK had been sent
        "cS cS sSA sSA cA, 0, false",
        "cS sSA sSA cA, 0, false",
        // it took the ACK in the end
        "cS sSA cA sSA cA sA, 0, true",
        "cS sSA cA sSA cA sF, 0, true",
        // a reset is no proof that it did
        "cS sSA cA sSA cA sR, 1, false",
        // it had spoken before, so it had no connection any more: what comes again after that counts
        "cS sSA cA sA sSA, 1, false",
        "cS sSA cA sA, 0, true",
        "cS sSA cA, 0, false",
        // a SYN is no ACK, be it with the flag of one; nor is a reset of the client's
        "cS sSA cSA sSA, 0, false",
        "cS sSA cRA sSA, 0, false",
        // both connect to each other at once (RFC 9293 section 3.5): no SYN-ACK
        "cS sS cA sS, 0, false",
        "sA cA, 0, false",
    })
    void whoeverSendsItsSynAckAgainHasNotTakenTheAck(String packets, int untaken, boolean spoke) {
        SynAckRepeats repeats = new SynAckRepeats();
        for (String packet : packets.split(" ")) {
            Lane from = packet.startsWith("c") ? Lane.CLIENT : Lane.SERVER;
            int flags = 0;
            for (char flag : packet.substring(1).toCharArray()) {
                flags |= flag == 'S' ? TcpFlags.SYN : flag == 'A' ? TcpFlags.ACK : flag == 'F' ? TcpFlags.FIN | TcpFlags.ACK : TcpFlags.RST;
            }
            repeats.saw((SegmentSeen) Sights.LOCAL.segment(from, flags, 0, 1, 0, false));
        }
        assertEquals(untaken, repeats.untaken());
        assertEquals(spoke, repeats.spoke());
    }
}
