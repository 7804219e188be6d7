package dev.lifeline.view.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceBuilder;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.WirePackets;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.WitnessedTrace;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.wording.SocketWords;
import org.junit.jupiter.api.Test;

class SocketPanelTest {

    private static final FourTuple TUPLE = new FourTuple(new Endpoint("127.0.0.1", 52814), new Endpoint("127.0.0.1", 7007));

    private final TraceBuilder life = new TraceBuilder("localhost:7007", Mode.LOOPBACK);
    private final WirePackets wire = new WirePackets(life, TUPLE);

    @Test
    void aConnectionHeldBeforeAcceptIsSeenWholeOnOneScreen() {
        connect();
        wire.socket(110, Lane.CLIENT, SocketState.ESTABLISHED, 48_211, 0, 0).socket(111, Lane.SERVER, SocketState.ESTABLISHED, 0, 0, 0)
                .listener(112, 1, 128);
        long held = life.add(105, Lane.SERVER, new HoldEvent.HoldStarted(Stage.ACCEPT, "by hand"));
        life.mark(900, Lane.SERVER, new HoldEvent.HoldEnded(held)).done(Lane.SERVER, Stage.ACCEPT, 901, 910,
                new Outcome.Accepted(TUPLE.reversed(), 1, 1));
        wire.socket(912, Lane.SERVER, SocketState.ESTABLISHED, 48_215, 0, 0).listener(913, 0, 128);
        assertEquals("""

                sockets       state        inode             recv-q  send-q  timer
                client        ESTABLISHED  48211                  0       0  -
                server        ESTABLISHED  0 (not accepted)       0       0  -
                accept queue  1 of 128 waiting for accept
                              as last seen by 0.11 ms, while the server was held
                              before accept
                """, table(70));
    }

    @Test
    void aShortLifeWithoutHoldsHasNoTable() {
        connect();
        wire.socket(110, Lane.CLIENT, SocketState.ESTABLISHED, 48_211, 0, 0).socket(111, Lane.SERVER, SocketState.ESTABLISHED, 0, 0, 0);
        life.done(Lane.SERVER, Stage.ACCEPT, 120, 130, new Outcome.Accepted(TUPLE.reversed(), 1, 1));
        assertEquals("", table(80));
        assertEquals("last seen     client ESTABLISHED; server ESTABLISHED\n", last());
    }

    @Test
    void aServersEndThatIsHalfOpenWhileTheClientIsConnectedIsWorthATable() {
        connect();
        wire.socket(110, Lane.CLIENT, SocketState.ESTABLISHED, 48_211, 0, 0).socket(111, Lane.SERVER, SocketState.SYN_RECV, 0, 0, 0);
        String table = table(100);
        assertTrue(table.contains("server        SYN_RECV     0 (not accepted)"), table);
        assertTrue(table.contains("while only the client's end was established"), table);
    }

    @Test
    void theWordOfDestructionIsNotTakenForTheStateOfTheConnection() {
        connect();
        destroyed(Lane.CLIENT, SocketState.TIME_WAIT, 110);
        destroyed(Lane.SERVER, SocketState.LAST_ACK, 120);
        assertEquals("""
                last seen     client TIME_WAIT; server gone after LAST_ACK
                tcp_info      client rtt 44 µs, 1 retransmit; server rtt 44 µs, 1 retransmit
                """, last());
    }

    @Test
    void anotherConnectionOfTheMachineIsNotThisOne() {
        connect();
        new WirePackets(life, new FourTuple(new Endpoint("127.0.0.1", 9999), TUPLE.remote()))
                .socket(110, Lane.CLIENT, SocketState.CLOSE_WAIT, 7, 0, 0);
        assertEquals("", last());
    }

    @Test
    void figuresThatWereWipedByAResetAreNotTheLastOnes() {
        WitnessedTrace witness = new WitnessedTrace(TUPLE.local(), TUPLE.remote());
        wire.socket(200, Lane.CLIENT, Occasion.EVENT, new SocketSnapshot(SocketState.ESTABLISHED, 1, 7, 0, 0, SocketTimer.NONE, 0,
                0, null, null, WirePackets.info(44, 1)));
        life.mark(300, Lane.KERNEL, witness.destroyed(Lane.CLIENT, 0, 0, 0));
        assertTrue(last().contains("tcp_info      client rtt 44"), last());
    }

    /// A segment that came after the reset was counted anew.
    @Test
    void figuresThatWentDownAreNotTheLastOnesEither() {
        WitnessedTrace witness = new WitnessedTrace(TUPLE.local(), TUPLE.remote());
        life.mark(200, Lane.KERNEL, witness.socket(Lane.CLIENT, new SocketSnapshot(SocketState.ESTABLISHED, 9, 7, 0, 0,
                SocketTimer.NONE, 0, 0, null, null, WitnessedTrace.info(44, 5, 4, 0, 65_536)), Occasion.EVENT, 3));
        life.mark(300, Lane.KERNEL, witness.socket(Lane.CLIENT, new SocketSnapshot(SocketState.CLOSE, 9, 0, 0, 0,
                SocketTimer.NONE, 0, 0, null, null, WitnessedTrace.info(7, 1, 0, 0, 65_536)), Occasion.DESTROYED, -1));
        assertTrue(last().contains("tcp_info      client rtt 44"), last());
    }

    /// The client gives up and closes while the server is still held: its end then stands in FIN_WAIT2 beside CLOSE_WAIT.
    @Test
    void theStatesOfBothEndsAreOfTheSameMoment() {
        connect();
        long held = life.add(105, Lane.SERVER, new HoldEvent.HoldStarted(Stage.ACCEPT, "by hand"));
        look(110, Lane.CLIENT, SocketState.ESTABLISHED, 48_211, 0, 34);
        look(111, Lane.SERVER, SocketState.ESTABLISHED, 0, 5, 34);
        wire.listener(112, 1, 128);
        life.done(Lane.CLIENT, Stage.CLOSE, 300, 310, new Outcome.Closed(CloseKind.ABANDONED, null, 0, 5));
        look(320, Lane.CLIENT, SocketState.FIN_WAIT1, 0, 0, 38);
        look(321, Lane.SERVER, SocketState.CLOSE_WAIT, 0, 6, 38);
        wire.socket(400, Lane.CLIENT, Occasion.CHANGE, timed(SocketState.FIN_WAIT2, 0, SocketTimer.TIME_WAIT, 59_996, 0));
        life.mark(900, Lane.SERVER, new HoldEvent.HoldEnded(held));
        assertEquals("""

                sockets       state        inode             recv-q  send-q  timer
                client        ESTABLISHED  48211                  0       0  -
                server        ESTABLISHED  0 (not accepted)       5       0  -
                accept queue  1 of 128 waiting for accept
                              as last seen by 0.11 ms, while the server was held before accept and
                              the client had not begun to close
                """, table(85));
    }

    /// A look at the client that came after the server's is of another moment, also where both are open.
    @Test
    void whatWasSeenOfTheClientLaterIsLeftOut() {
        connect();
        long held = life.add(105, Lane.SERVER, new HoldEvent.HoldStarted(Stage.ACCEPT, "by hand"));
        look(110, Lane.CLIENT, SocketState.ESTABLISHED, 48_211, 0, 34);
        look(111, Lane.SERVER, SocketState.ESTABLISHED, 0, 5, 34);
        look(150, Lane.CLIENT, SocketState.FIN_WAIT1, 48_211, 0, -1);
        life.mark(900, Lane.SERVER, new HoldEvent.HoldEnded(held));
        assertTrue(table(100).contains("client        ESTABLISHED"), table(100));
    }

    @Test
    void aTimerIsNotCutOnANarrowTerminal() {
        connect();
        long held = life.add(105, Lane.SERVER, new HoldEvent.HoldStarted(Stage.ACCEPT, "by hand"));
        wire.socket(109, Lane.CLIENT, Occasion.EVENT, timed(SocketState.ESTABLISHED, 48_211, SocketTimer.RETRANSMIT, 3_120, 2))
                .socket(110, Lane.SERVER, SocketState.ESTABLISHED, 0, 5, 0);
        life.mark(900, Lane.SERVER, new HoldEvent.HoldEnded(held));
        assertTrue(table(80).contains(" retransmit #3 in 3.12 s\n"), table(80));
        assertEquals("time-wait in 60 s", SocketWords.timer(timed(SocketState.FIN_WAIT2, 0, SocketTimer.TIME_WAIT, 59_996, 0),
                Glyphs.UNICODE));
    }

    private static SocketSnapshot timed(SocketState state, long inode, SocketTimer timer, long expires, int tries) {
        return new SocketSnapshot(state, 102, inode, 0, 0, timer, expires, tries, null, null, null);
    }

    private void look(double micros, Lane end, SocketState state, long inode, long unread, long cause) {
        life.add(micros, Lane.KERNEL, new KernelEvent.SocketSeen(end, end == Lane.CLIENT ? TUPLE : TUPLE.reversed(),
                new SocketSnapshot(state, 100L + end.ordinal(), inode, unread, 0, SocketTimer.NONE, 0, 0, null, null, null),
                Occasion.EVENT, cause));
    }

    private void destroyed(Lane end, SocketState before, double micros) {
        wire.socket(micros, end, before, 0, 0, 0).socket(micros + 1, end, Occasion.DESTROYED, new SocketSnapshot(SocketState.CLOSE, 1, 0,
                0, 0, SocketTimer.NONE, 0, 0, null, null, WirePackets.info(44, 1)));
    }

    private void connect() {
        life.done(Lane.CLIENT, Stage.CONNECT, 1, 100, new Outcome.Connected(TUPLE));
    }

    private String table(int width) {
        return new Frame(SocketPanel.table(index(), new Canvas(width, Glyphs.UNICODE))).text();
    }

    private String last() {
        return new Frame(SocketPanel.last(index().sockets(), new Canvas(80, Glyphs.UNICODE))).text();
    }

    private TraceIndex index() {
        return TraceIndex.of(life.inOrder().trace());
    }
}
