package dev.lifeline.wording;

import static dev.lifeline.view.WitnessedTrace.ACK;
import static dev.lifeline.view.WitnessedTrace.PSH;
import static dev.lifeline.view.WitnessedTrace.RST;
import static dev.lifeline.view.WitnessedTrace.SYN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent.EvidenceLost;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.Life;
import dev.lifeline.view.Lives;
import dev.lifeline.view.WitnessedTrace;
import org.junit.jupiter.api.Test;

class PacketSummaryTest {

    private final WitnessedTrace witness = new WitnessedTrace(Lives.CLIENT, Lives.SERVER);
    private final Life life = new Life().kernel(1);

    @Test
    void countsWhatWasSeen() {
        exchange(witness);
        says("2 from the client, 1 from the server; none sent again");
    }

    @Test
    void packetsThatWereNotKeptAreNoTotalAndForbidASayingAboutAll() {
        exchange(witness);
        life.at(900, new EvidenceLost("packet", 1_906, LossKind.NOT_KEPT, "packets beyond 1000 are counted, not kept"));
        says("2 from the client, 1 from the server seen; 1,906 more not kept; none seen twice");
    }

    @Test
    void whatTheCaptureLostMayBeOfAnyConnection() {
        exchange(witness);
        life.kernel(0).at(900, new EvidenceLost("packet", 12, LossKind.MISSED, "the kernel dropped them"));
        life.at(901, new EvidenceLost("packet", 3, LossKind.MISSED, "the kernel dropped them"));
        says("2 from the client, 1 from the server seen; the capture lost 15; none seen twice");
    }

    @Test
    void aLossOfUnknownSizeIsALossToo() {
        exchange(witness);
        life.at(4, witness.again(Lane.CLIENT, PSH | ACK, 1, 1, 5));
        life.at(900, new EvidenceLost("packet", -1, LossKind.MISSED, "the capture was not ready"));
        says("3 from the client, 1 from the server seen; the capture lost some; the client sent 1 again");
    }

    @Test
    void whereNoPacketIsLeftTheLossStillIsSaid() {
        life.kernel(0).at(900, new EvidenceLost("packet", 12, LossKind.MISSED, "the kernel dropped them"));
        says("none seen; the capture lost 12");
    }

    @Test
    void aLossOfAnotherSourceIsNotAboutPackets() {
        exchange(witness);
        life.at(900, new EvidenceLost("sockdiag", 4, LossKind.MISSED, "the queue was full"));
        says("2 from the client, 1 from the server; none sent again");
    }

    @Test
    void aProbeIsNoRetransmission() {
        exchange(witness);
        life.at(4, window(Lane.SERVER, 6, 0)).at(200, witness.again(Lane.CLIENT, ACK, 5, 1, 0))
                .at(201, window(Lane.SERVER, 6, 0)).at(600, witness.again(Lane.CLIENT, ACK, 5, 1, 0))
                .at(601, window(Lane.SERVER, 6, 65_536)).at(602, witness.again(Lane.CLIENT, PSH | ACK, 1, 1, 5));
        says("5 from the client, 4 from the server; the client sent 1 again and 2 probes; "
                + "the server's window was 0 for 0.597 ms");
    }

    @Test
    void aWindowIsClosedUntilTheResetAtMost() {
        exchange(witness);
        life.at(4, window(Lane.SERVER, 6, 0)).at(104, witness.packet(Lane.CLIENT, RST, 6, 0, 0, 0, false));
        life.client(1).at(90_000, new RunEvent.Remark("the trace goes on"));
        says("3 from the client, 2 from the server; none sent again; reset by the client; the server's window was 0 for 0.1 ms, "
                + "until the reset");
    }

    @Test
    void aWindowThatNeverOpenedIsKnownUntilTheLastPacketOnly() {
        exchange(witness);
        life.at(4, window(Lane.SERVER, 6, 0));
        says("2 from the client, 2 from the server; none sent again; the server's window was 0 in the last packet");
        life.at(204, witness.again(Lane.CLIENT, ACK, 5, 1, 0)).client(1).at(90_000, new RunEvent.Remark("the trace goes on"));
        says("3 from the client, 2 from the server; none sent again; the client sent 1 probe; the server's window was 0 for "
                + "0.2 ms, until the last packet");
    }

    @Test
    void howLongAWindowWasClosedIsNotKnownWherePacketsAreMissing() {
        exchange(witness);
        life.at(4, window(Lane.SERVER, 6, 0)).at(900, window(Lane.SERVER, 6, 65_536))
                .at(901, new EvidenceLost("packet", 7, LossKind.NOT_KEPT, "packets beyond 1000 are counted, not kept"));
        says("2 from the client, 3 from the server seen; 7 more not kept; none seen twice; the server's window was seen at 0");
    }

    private EventBody window(Lane from, long acknowledgement, long bytes) {
        return witness.packet(from, ACK, 1, acknowledgement, 0, bytes, false);
    }

    @Test
    void overANetworkACopyMayHaveBeenSentThatNeverArrivedHere() {
        exchange(new WitnessedTrace(new FourTuple(Lives.CLIENT, Lives.SERVER), "eth0"));
        says("2 from the client, 1 from the server; none seen twice");
    }

    private void exchange(WitnessedTrace wire) {
        life.at(1, wire.packet(Lane.CLIENT, SYN, 0, 0, 0)).at(2, wire.packet(Lane.SERVER, SYN | ACK, 0, 1, 0))
                .at(3, wire.packet(Lane.CLIENT, PSH | ACK, 1, 1, 5));
    }

    private void says(String words) {
        assertEquals(words, PacketSummary.of(TraceIndex.of(life.trace(Mode.LOOPBACK, "a:1", 1, true)).packets(), Glyphs.UNICODE)
                .replace('\u00a0', ' '));
    }
}
