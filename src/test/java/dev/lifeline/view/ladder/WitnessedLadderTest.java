package dev.lifeline.view.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Kinds;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.CapturedPacket;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.DrawnLife;
import dev.lifeline.view.Life;
import dev.lifeline.view.Lives;
import dev.lifeline.view.ViewContract;
import dev.lifeline.view.WitnessedLives;
import dev.lifeline.view.WitnessedTrace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WitnessedLadderTest {

    private final Ladder ladder = new Ladder();

    static List<DrawnLife> lives() {
        return WitnessedLives.all();
    }

    @ParameterizedTest
    @MethodSource("lives")
    void drawsWhatAPersonHasLookedAt(DrawnLife life) {
        ViewContract.golden(ladder, "ladder", life);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void isNeverWiderThanItsCanvas(DrawnLife life) {
        ViewContract.neverWiderThanItsCanvas(ladder, life);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void printsNothingThatMovesACursor(DrawnLife life) {
        ViewContract.onlyPrintable(ladder, life);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void concludesNothingThatWasSeen(DrawnLife life) {
        String text = life.drawnBy(ladder, 80, Glyphs.UNICODE);
        assertFalse(text.contains("inferred") || text.contains("· ·"), text);
        assertTrue(text.contains("solid: packets that were seen, their times exact to within 210 ns"), text);
    }

    @Test
    void aHeldConnectionShowsBothEndsAndTheQueueInOneRow() {
        String text = drawn("witnessed-held", 120);
        assertTrue(text.contains("client end ESTABLISHED ─╂─ server end ESTABLISHED, not accepted (inode 0)"), text);
        assertTrue(text.contains("accept queue 1 of 128"), text);
    }

    @Test
    void whatLeftThisMachineWithoutAnAnswerDoesNotReachTheServer() {
        String text = drawn("witnessed-silence", 80);
        assertEquals(3, text.lines().filter(line -> line.contains("SYN") && line.contains("────?")).count(), text);
        assertFalse(text.contains("▶"), text);
        assertTrue(text.contains("whether it arrived is not"), text);
    }

    @Test
    void aRunOfPacketsIsOneArrow() {
        String text = drawn("witnessed-bulk", 80);
        assertTrue(text.contains("999 more packets, 3,273,723 bytes") && text.contains("999 more ACKs"), text);
        assertTrue(text.lines().count() < 50, text);
    }

    @Test
    void aJumpOverBytesThatWereNotCapturedIsMarkedWhereItHappened() {
        WitnessedTrace witness = new WitnessedTrace(Lives.CLIENT, Lives.SERVER);
        Life life = traced("packet").kernel(1);
        for (int i = 0; i < 10; i++) {
            life.at(i, witness.packet(Lane.SERVER, WitnessedTrace.PSH | WitnessedTrace.ACK, 1 + i * 1_000 + (i < 5 ? 0 : 4_096), 1, 1_000));
        }
        String text = drawn(life.trace(Mode.LOOPBACK, "a:1", 1, true), 80);
        int jump = text.indexOf("… 4,096 bytes from the server not captured …");
        assertTrue(text.indexOf("3 more packets, 3,000 bytes") < jump && jump < text.indexOf("data 1,000, seq 9,097"), text);
        String narrow = drawn(life.trace(Mode.LOOPBACK, "a:1", 1, true), 60);
        assertTrue(narrow.contains(" … 4,096 bytes from the server ") && narrow.contains(" not captured … "), narrow);
    }

    @Test
    void isBoundedWhateverWasCaptured() {
        WitnessedTrace witness = new WitnessedTrace(Lives.CLIENT, Lives.SERVER);
        Life life = traced("packet");
        for (int i = 0; i < 20_000; i++) {
            life.kernel(1).at(i, witness.again(Lane.CLIENT, WitnessedTrace.PSH | WitnessedTrace.ACK, 1 + i, 1, 1));
        }
        String text = drawn(life.trace(Mode.CLIENT, "a:1", 1, true), 80);
        assertTrue(text.contains("19,762 more events"), text);
        assertTrue(text.lines().count() < Rungs.MOST + 20, text);
    }

    @Test
    void aStateIsToldOnceHoweverOftenItWasSeen() {
        WitnessedTrace witness = new WitnessedTrace(Lives.CLIENT, Lives.SERVER);
        Life life = traced("sockdiag");
        for (int i = 0; i < 50; i++) {
            life.kernel(1).at(10 * i, witness.socket(Lane.CLIENT, SocketState.ESTABLISHED, 7, i))
                    .at(10 * i + 1, witness.queue(i / 25, i));
        }
        String text = drawn(life.trace(Mode.LOOPBACK, "a:1", 1, true), 120);
        assertEquals(1, text.lines().filter(line -> line.contains("client end ESTABLISHED")).count(), text);
        assertEquals(1, text.lines().filter(line -> line.contains("accept queue 1 of 128")).count(), text);
        assertFalse(text.contains("accept queue 0"), text);
    }

    @Test
    void figuresThatTheKernelWipedAreNone() {
        WitnessedTrace witness = new WitnessedTrace(Lives.CLIENT, Lives.SERVER);
        Life life = traced("sockdiag").kernel(1);
        life.at(1, witness.socket(Lane.CLIENT, SocketState.ESTABLISHED, 7, -1)).at(2, witness.destroyed(Lane.CLIENT, 0, 0, 0));
        String text = drawn(life.trace(Mode.LOOPBACK, "a:1", 1, true), 120);
        assertTrue(text.contains("client end destroyed: its last figures") && text.contains("wiped by the reset"), text);
        assertFalse(text.contains("0 segments out"), text);
        Life failed = traced("sockdiag").kernel(1).at(2, witness.destroyed(Lane.CLIENT, 0, 0, 0));
        String unconnected = drawn(failed.trace(Mode.CLIENT, "a:1", 1, true), 120);
        assertTrue(unconnected.contains("client end destroyed ─┤"), unconnected);
    }

    @Test
    void aChangeIsObservedAndDidNotHappenThen() {
        WitnessedTrace witness = new WitnessedTrace(Lives.CLIENT, Lives.SERVER);
        Life life = traced("sockdiag").kernel(1);
        life.at(1, witness.timed(Lane.CLIENT, SocketState.FIN_WAIT2, SocketTimer.NONE, 0, 0, Occasion.CHANGE));
        String text = drawn(life.trace(Mode.LOOPBACK, "a:1", 1, true), 120);
        assertTrue(text.contains("client end FIN_WAIT2, observed by then ─┤"), text);
    }

    @Test
    void withoutPacketsTheTriesOfTheKernelAreToldByItsTable() {
        WitnessedTrace witness = new WitnessedTrace(Lives.CLIENT, Lives.SERVER);
        Life life = traced("sockdiag").kernel(1);
        for (int i = 0; i < 3; i++) {
            life.at(1 + i, witness.timed(Lane.CLIENT, SocketState.SYN_SENT, SocketTimer.RETRANSMIT, 1000, i, Occasion.CHANGE));
        }
        String text = drawn(life.trace(Mode.CLIENT, "a:1", 1, true), 120);
        assertTrue(text.contains("SYN_SENT, 1 retransmission,") && text.contains("SYN_SENT, 2 retransmissions,"), text);
    }

    @Test
    void aServersOwnConnectionIsTheOneThatTheKernelCounts() {
        WitnessedTrace witness = new WitnessedTrace(Lives.CLIENT, Lives.SERVER);
        Life life = new Life().observedBy("packet");
        life.server(3).at(1, new StreamEvent.EndOfStream());
        life.kernel(3).at(0.5, witness.packet(Lane.CLIENT, WitnessedTrace.FIN | WitnessedTrace.ACK, 1, 1, 0));
        String text = drawn(life.trace(Mode.SERVER, "a:1", 1, true), 80);
        assertTrue(text.contains("FIN, seq 1") && text.contains("▶"), text);
    }

    @Test
    void whatPacketsDoNotShowIsStillConcluded() {
        WitnessedTrace witness = new WitnessedTrace(Lives.CLIENT, Lives.SERVER);
        Life life = traced("packet");
        life.client(1).begins(1, Stage.CLOSE).at(2, new StreamEvent.OutputShut());
        life.kernel(1).at(2.5, witness.packet(Lane.SERVER, WitnessedTrace.ACK, 1, 2, 0)).at(2.6,
                new KernelEvent.EvidenceLost("packet", 4, LossKind.MISSED, "the ring was full"));
        life.server(1).at(3, new StreamEvent.EndOfStream());
        String text = drawn(life.trace(Mode.LOOPBACK, "a:1", 1, true), 80);
        assertTrue(text.contains("·  FIN  ·"), text);
        assertTrue(text.contains("evidence lost: 4 of") && text.contains("dotted: inferred"), text);
    }

    @Test
    void anErrorThatOnlyTheKernelKeptIsNoPacketThatWasSeen() {
        Life life = traced("sockdiag").kernel(1);
        life.at(1, new KernelEvent.ErrorOrigin("198.51.100.1", 3, 1, "host unreachable"));
        String text = drawn(life.trace(Mode.CLIENT, "a:1", 1, true), 80);
        assertTrue(text.contains("◀") && text.contains("·  ICMP from 198.51.100.1: host unreachable"), text);
        assertTrue(text.contains("its packet was not seen") && !text.contains("solid"), text);
    }

    @Test
    void whoRefusedIsToldAtEveryWidth() {
        WitnessedTrace witness = new WitnessedTrace(new FourTuple(Lives.CLIENT, Lives.SERVER), "eth0");
        Life life = traced("packet").kernel(1);
        life.at(1, witness.packet(Lane.CLIENT, WitnessedTrace.SYN, 0, 0, 0));
        life.at(2, witness.error("198.51.100.1", "communication administratively prohibited"));
        Trace trace = life.trace(Mode.CLIENT, "a:1", 1, true);
        for (int width = 60; width <= 120; width++) {
            String text = drawn(trace, width);
            assertTrue(text.contains("ICMP from 198.51.100.1: "), text);
            assertTrue(text.contains("prohibited"), text);
        }
    }

    @Test
    void everyKindOfKernelEventAndPacketIsDrawnOrLeftOutKnowingly() {
        for (KernelEvent kernel : Kinds.of(KernelEvent.class)) {
            assertTrue(draws(kernel).contains("kernel"), kernel.toString());
        }
        for (PacketEvent packet : Kinds.of(PacketEvent.class)) {
            boolean ofConnection = packet instanceof PacketEvent.SegmentSeen || packet instanceof PacketEvent.ErrorSeen;
            assertEquals(ofConnection, draws(packet).contains("solid: packets"), packet.toString());
        }
    }

    @Test
    void wordsFromOutsideCannotMoveTheCursor() {
        FourTuple tuple = new FourTuple(Lives.CLIENT, Lives.SERVER);
        SocketSnapshot socket = new SocketSnapshot(SocketState.CLOSE, 1, 0, -1, -1,
                SocketTimer.PROBE, -1, -1, "\u001b", null, null);
        String text = draws(new KernelEvent.ErrorOrigin("\u001b[31m", 3, 1, "no\u0007"))
                + draws(new KernelEvent.CounterRose("\u202eListen", 1))
                + draws(new PacketEvent.ErrorSeen("\u001b]0;x", 3, 1, "\u009b", tuple,
                        new CapturedPacket("45", 60, "lo", false, 0, 1)))
                + draws(new SocketSeen(Lane.SERVER, tuple.reversed(), socket, Occasion.DESTROYED, 1));
        assertTrue(text.chars().noneMatch(
                c -> c != '\n' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)), text);
    }

    /// A life of which the client's first connection is known.
    private static Life traced(String source) {
        return new Life().observedBy(source).client(1).at(0, new RunEvent.Remark("begins"));
    }

    private String draws(EventBody body) {
        return drawn(traced("packet").kernel(1).at(1, body).trace(Mode.LOOPBACK, "a:1", 1, true), 80);
    }

    private String drawn(Trace trace, int width) {
        return new DrawnLife("one", trace, lives().getFirst().verdict()).drawnBy(ladder, width, Glyphs.UNICODE);
    }

    private String drawn(String name, int width) {
        return lives().stream().filter(life -> life.name().equals(name)).findFirst().orElseThrow()
                .drawnBy(ladder, width, Glyphs.UNICODE);
    }
}
