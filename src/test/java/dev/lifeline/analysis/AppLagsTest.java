package dev.lifeline.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.AppLag;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StreamEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppLagsTest {

    private static final FourTuple TUPLE = new FourTuple(new Endpoint("127.0.0.1", 50_000), new Endpoint("127.0.0.1", 7007));

    private final TraceBuilder life = new TraceBuilder("localhost:7007", Mode.LOOPBACK);

    @Test
    void areMeasuredFromThePacketThatMadeItTrueToTheReturnOfTheCall() {
        conversation(1, 7, 0);
        assertEquals(List.of(
                new AppLag(Stage.CONNECT, Lane.CLIENT, 1, AppLag.Packet.SYN_ACK, 20_000, 104_000, 0, WirePackets.UNCERTAINTY),
                new AppLag(Stage.ACCEPT, Lane.SERVER, 7, AppLag.Packet.ACK, 24_000, 120_000, 0, WirePackets.UNCERTAINTY),
                new AppLag(Stage.FIRST_BYTE, Lane.SERVER, 7, AppLag.Packet.DATA, 150_000, 190_000, 0, WirePackets.UNCERTAINTY),
                new AppLag(Stage.FIRST_BYTE, Lane.CLIENT, 1, AppLag.Packet.DATA, 200_000, 230_000, 0, WirePackets.UNCERTAINTY)), lags());
    }

    @Test
    void ofManyConnectionsEachHasItsOwn() {
        conversation(1, 2, 0);
        conversation(2, 1, 1_000);
        assertEquals(8, lags().size());
        assertEquals(List.of(96_000L, 96_000L), lags().stream().filter(lag -> lag.lane() == Lane.SERVER && lag.stage() == Stage.ACCEPT)
                .map(AppLag::lag).toList());
        StageStatistics statistics = TraceIndex.of(life.inOrder().trace()).statistics();
        assertEquals(List.of(Stage.CONNECT, Stage.ACCEPT, Stage.FIRST_BYTE, Stage.FIRST_BYTE),
                statistics.lags().stream().map(StageStatistics.Durations::stage).toList());
        StageStatistics.Durations connect = statistics.lags().getFirst();
        assertEquals(List.of(2L, 84_000L, 84_000L), List.of(connect.count(), connect.min(), connect.max()));
        assertEquals(Evidence.PACKET, connect.evidence());
    }

    @Test
    void theFirstByteThatWasSeenMayBeALaterOneWhereACaptureHasHoles() {
        life.done(Lane.CLIENT, Stage.CONNECT, 10, 104, new Outcome.Connected(TUPLE));
        new WirePackets(life, TUPLE).handshake(15, 20, 24).data(150, Lane.SERVER, 1_449, 5);
        life.done(Lane.CLIENT, Stage.FIRST_BYTE, 110, 190, moved(5));
        assertEquals(List.of(Stage.CONNECT), lags().stream().map(AppLag::stage).toList());
    }

    @Test
    void aPacketThatComesClearlyAfterTheCallIsNotTheOne() {
        life.done(Lane.CLIENT, Stage.CONNECT, 10, 19, new Outcome.Connected(TUPLE));
        new WirePackets(life, TUPLE).handshake(15, 20, 24);
        assertTrue(lags().isEmpty());
    }

    @Test
    void withinTheUncertaintyTheCallMayComeFirst() {
        life.done(Lane.CLIENT, Stage.CONNECT, 10, 19.9, new Outcome.Connected(TUPLE));
        new WirePackets(life, TUPLE).handshake(15, 20, 24);
        assertEquals(-100, lags().getFirst().lag());
    }

    @Test
    void anEndWithoutBytesIsNoFirstByte() {
        life.done(Lane.CLIENT, Stage.CONNECT, 10, 104, new Outcome.Connected(TUPLE));
        new WirePackets(life, TUPLE).handshake(15, 20, 24);
        life.done(Lane.CLIENT, Stage.FIRST_BYTE, 110, 190, moved(0));
        assertEquals(1, lags().size());
    }

    @Test
    void aboveTlsTheFirstDataIsTheHandshakesAndTellsNothingOfTheFirstByte() {
        conversation(1, 7, 0);
        life.connection(1).done(Lane.CLIENT, Stage.TLS, 110, 130, new Outcome.Secured("TLSv1.3", "TLS_AES_128_GCM_SHA256", null, null, false, 1, 2));
        assertEquals(List.of(Lane.SERVER), lags().stream().filter(lag -> lag.stage() == Stage.FIRST_BYTE).map(AppLag::lane).toList());
    }

    @Test
    void aReadIsOverWhenItReturnsNotWhenItsStageEnds() {
        conversation(1, 7, 0);
        life.connection(7).mark(180, Lane.SERVER, new StreamEvent.ChunkRead(Bytes.of(new byte[5])))
                .mark(400, Lane.SERVER, new StreamEvent.ChunkRead(Bytes.of(new byte[5])));
        AppLag lag = lags().stream().filter(each -> each.lane() == Lane.SERVER && each.stage() == Stage.FIRST_BYTE).findFirst().orElseThrow();
        assertEquals(List.of(150_000L, 180_000L), List.of(lag.packetAt(), lag.callbackAt()));
    }

    @Test
    void whatWasHeldOnPurposeIsSaidOfEachLag() {
        conversation(1, 7, 0);
        life.connection(0);
        long hold = life.add(30, Lane.SERVER, new HoldEvent.HoldStarted(Stage.ACCEPT, "late-accept"));
        life.mark(80, Lane.SERVER, new HoldEvent.HoldEnded(hold));
        assertEquals(List.of(0L, 50_000L, 0L, 0L), lags().stream().map(AppLag::held).toList());
    }

    private void conversation(int client, int server, double at) {
        FourTuple tuple = new FourTuple(new Endpoint("127.0.0.1", 50_000 + client), TUPLE.remote());
        life.connection(client).done(Lane.CLIENT, Stage.CONNECT, at + 10, at + 104, new Outcome.Connected(tuple));
        new WirePackets(life, tuple).handshake(at + 15, at + 20, at + 24).data(at + 150, Lane.CLIENT, 1, 5)
                .data(at + 160, Lane.CLIENT, 6, 5).data(at + 200, Lane.SERVER, 1, 5);
        life.connection(server).done(Lane.SERVER, Stage.ACCEPT, at + 90, at + 120, new Outcome.Accepted(tuple.reversed(), 1, 1))
                .done(Lane.SERVER, Stage.FIRST_BYTE, at + 130, at + 190, moved(5));
        life.connection(client).done(Lane.CLIENT, Stage.FIRST_BYTE, at + 140, at + 230, moved(5));
    }

    private static Outcome moved(int bytes) {
        return new Outcome.Moved(new Bytes(bytes, "x".repeat(bytes), false), 1, Ending.COMPLETE);
    }

    private List<AppLag> lags() {
        return timeline().lags();
    }

    private Timeline timeline() {
        return TraceIndex.of(life.inOrder().trace()).timeline();
    }
}
