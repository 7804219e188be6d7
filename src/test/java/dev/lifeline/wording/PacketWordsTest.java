package dev.lifeline.wording;

import static dev.lifeline.view.WitnessedTrace.ACK;
import static dev.lifeline.view.WitnessedTrace.FIN;
import static dev.lifeline.view.WitnessedTrace.PSH;
import static dev.lifeline.view.WitnessedTrace.RST;
import static dev.lifeline.view.WitnessedTrace.SYN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.analysis.packet.PacketKind;
import dev.lifeline.model.Lane;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.view.Lives;
import dev.lifeline.view.WitnessedTrace;
import org.junit.jupiter.api.Test;

class PacketWordsTest {

    private final WitnessedTrace witness = new WitnessedTrace(Lives.CLIENT, Lives.SERVER);
    private final PacketWords words = new PacketWords(dev.lifeline.text.Glyphs.UNICODE);

    @Test
    void aHandshakeHasItsNumbers() {
        says("SYN, seq 0", PacketKind.STEP, witness.packet(Lane.CLIENT, SYN, 0, 0, 0));
        says("SYN-ACK, seq 0, ack 1", PacketKind.STEP, witness.packet(Lane.SERVER, SYN | ACK, 0, 1, 0));
        says("ACK 1", PacketKind.ACK, witness.packet(Lane.CLIENT, ACK, 1, 1, 0));
    }

    @Test
    void anAcknowledgementIsToldWithDataOnlyWhereItIsNew() {
        says("data 5, seq 1, ack 1", PacketKind.DATA, witness.packet(Lane.CLIENT, PSH | ACK, 1, 1, 5));
        says("data 1,448, seq 6", PacketKind.DATA, witness.packet(Lane.CLIENT, PSH | ACK, 6, 1, 1_448));
        says("data 7 and FIN, seq 1,454, ack 9", PacketKind.STEP, witness.packet(Lane.CLIENT, FIN | ACK, 1_454, 9, 7));
    }

    @Test
    void whatIsSentAgainIsCounted() {
        witness.packet(Lane.CLIENT, SYN, 0, 0, 0);
        says("SYN again (retransmission 1), seq 0", PacketKind.TROUBLE, witness.again(Lane.CLIENT, SYN, 0, 0, 0));
        says("SYN again (retransmission 2), seq 0", PacketKind.TROUBLE, witness.again(Lane.CLIENT, SYN, 0, 0, 0));
        says("data 5 again (retransmission 1), seq 1, ack 1", PacketKind.TROUBLE, witness.again(Lane.CLIENT, ACK, 1, 1, 5));
        says("FIN again (retransmission 1), seq 6", PacketKind.TROUBLE, witness.again(Lane.CLIENT, FIN | ACK, 6, 1, 0));
    }

    @Test
    void aClosedWindowIsProbedAndOpensAgain() {
        says("window 0, ACK 6", PacketKind.TROUBLE, witness.packet(Lane.SERVER, ACK, 1, 6, 0, 0, false));
        says("window probe 1, seq 5, ack 1", PacketKind.TROUBLE, witness.again(Lane.CLIENT, ACK, 5, 1, 0));
        says("window 0, ACK 6", PacketKind.TROUBLE, witness.packet(Lane.SERVER, ACK, 1, 6, 0, 0, false));
        says("window probe 2, seq 5", PacketKind.TROUBLE, witness.again(Lane.CLIENT, ACK, 5, 1, 0));
        says("window 65,536, ACK 6", PacketKind.STEP, witness.packet(Lane.SERVER, ACK, 1, 6, 0));
        says("ACK 6", PacketKind.ACK, witness.packet(Lane.SERVER, ACK, 1, 6, 0));
        says("keep-alive probe 3, seq 5", PacketKind.TROUBLE, witness.again(Lane.CLIENT, ACK, 5, 1, 0));
    }

    @Test
    void aResetHasNoWindow() {
        says("RST, ack 1", PacketKind.TROUBLE, witness.packet(Lane.SERVER, RST | ACK, 0, 1, 0, 0, false));
        says("RST", PacketKind.TROUBLE, witness.packet(Lane.SERVER, RST, 9, 0, 0, 0, false));
        says("ACK 1", PacketKind.ACK, witness.packet(Lane.SERVER, ACK, 1, 1, 0));
    }

    private void says(String text, PacketKind kind, EventBody packet) {
        PacketWords.Label label = words.next((SegmentSeen) packet);
        assertEquals(text, label.text());
        assertEquals(kind, label.kind());
    }
}
