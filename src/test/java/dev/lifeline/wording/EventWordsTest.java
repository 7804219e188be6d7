package dev.lifeline.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Kinds;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.WitnessedTrace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventWordsTest {

    private static final Endpoint SERVER = new Endpoint("::1", 7007);
    private static final FourTuple TUPLE = new FourTuple(new Endpoint("::1", 52814), SERVER);

    private final EventWords words = new EventWords(Glyphs.ASCII);

    @Test
    void kernelAndPacketsHaveASentenceForEveryKindThatIsNew() {
        List<EventBody> bodies = new ArrayList<>(Kinds.of(KernelEvent.class));
        bodies.addAll(Kinds.of(PacketEvent.class));
        for (EventBody body : bodies) {
            String sentence = new EventWords(Glyphs.ASCII).of(event(body)).sentence();
            assertNotNull(sentence, () -> "no words for " + body);
            assertFalse(sentence.isBlank());
        }
    }

    @Test
    void aFactIsToldInThreeLengths() {
        Wording left = words.of(event(new RaceEvent.LeftOut(SERVER, "no \u001b route")));
        assertEquals(new Wording("left out [::1]:7007: no \\x1b route", "left out [::1]:7007: no \\x1b route",
                "the kernel left out [::1]:7007: no \\x1b route"), left);
        assertEquals(new Wording("wrote 1 of 2 bytes", "offered 2 bytes, and the kernel took 1",
                "the kernel took 1 of 2 bytes that the kernel offered"), words.of(event(new StreamEvent.ChunkWritten(2, 1))));
        assertEquals("At 0.001 ms the kernel ended its stream.", words.sentence(event(new StreamEvent.OutputShut())));
    }

    @Test
    void tellsASocketOnlyWhenItsStateOrItsHolderIsNew() {
        assertEquals("the server's socket was seen in ESTABLISHED, inode 0 (not accepted)", look(SocketState.ESTABLISHED, 0, 0));
        assertNull(look(SocketState.ESTABLISHED, 0, 0));
        assertEquals("the server's socket was seen in ESTABLISHED, inode 9", look(SocketState.ESTABLISHED, 9, 0));
        assertEquals("the server's socket was seen in CLOSE_WAIT", look(SocketState.CLOSE_WAIT, 9, 1));
        assertNull(look(SocketState.CLOSE_WAIT, 0, 1));
    }

    @Test
    void tellsTheAcceptQueueOnlyWhenItsDepthChanges() {
        assertNull(say(listener(0)));
        assertEquals("1 connection of at most 128 was seen in the accept queue", say(listener(1)));
        assertNull(say(listener(1)));
        assertEquals("0 connections of at most 128 were seen in the accept queue", say(listener(0)));
    }

    @Test
    void tellsOfPacketsWhatBeginsEndsOrRepeats() {
        assertNull(segment(TcpFlags.SYN, 0, 65_535, false));
        assertEquals("the client's SYN was seen again", segment(TcpFlags.SYN, 0, 65_535, true));
        assertNull(segment(TcpFlags.ACK, 5, 65_535, false));
        assertEquals("the client's 5 bytes from byte 1 on were seen again", segment(TcpFlags.ACK, 5, 65_535, true));
        assertEquals("the client's FIN was seen", segment(TcpFlags.FIN | TcpFlags.ACK, 0, 65_535, false));
    }

    @Test
    void tellsAWindowWhenItClosesAndWhenItOpens() {
        assertEquals("the client's window was seen to close: it has no room for more bytes", segment(TcpFlags.ACK, 0, 0, false));
        assertNull(segment(TcpFlags.ACK, 0, 0, false));
        assertEquals("the client's RST was seen", segment(TcpFlags.RST, 0, 0, false));
        assertEquals("the client's window was seen to open again", segment(TcpFlags.ACK, 0, 512, false));
    }

    private String look(SocketState state, long inode, long receiveQueue) {
        return say(new KernelEvent.SocketSeen(Lane.SERVER, TUPLE.reversed(), new SocketSnapshot(state, 77, inode, receiveQueue, 0,
                SocketTimer.NONE, 0, 0, null, null, null), Occasion.EVENT, -1));
    }

    private String segment(int flags, int payload, long window, boolean again) {
        return say(new PacketEvent.SegmentSeen(Lane.CLIENT, TUPLE, flags, payload > 0 ? 1 : 0, 0, payload, window, again,
                new dev.lifeline.model.event.CapturedPacket("60", 60, "lo", false, 0, 0)));
    }

    private static KernelEvent listener(long queued) {
        return new KernelEvent.ListenerSeen(SERVER, queued, 128, Occasion.EVENT, -1);
    }

    @Test
    void unreadBytesAreToldOnceAndWithWhatElseIsNew() {
        assertEquals("the server's socket was seen in ESTABLISHED, inode 0 (not accepted)", look(SocketState.ESTABLISHED, 0, 0));
        assertEquals("the server's socket was seen in ESTABLISHED, inode 0 (not accepted), 5 bytes unread",
                look(SocketState.ESTABLISHED, 0, 5));
        assertNull(look(SocketState.ESTABLISHED, 0, 0));
        assertNull(look(SocketState.ESTABLISHED, 0, 9));
        assertEquals("the server's socket was seen in ESTABLISHED, inode 7, 9 bytes unread", look(SocketState.ESTABLISHED, 7, 9));
    }

    @Test
    void theLastFiguresAreToldUnlessTheResetWipedThem() {
        assertEquals("the kernel told that the client's socket was destroyed, with 5 segments out, 5 in, 1 sent again, rtt 44 us",
                say(destroyed(new WitnessedTrace(TUPLE.local(), SERVER), 44, 5)));
        say(new KernelEvent.SocketSeen(Lane.CLIENT, TUPLE, new SocketSnapshot(SocketState.ESTABLISHED, 1, 7, 0, 0,
                SocketTimer.NONE, 0, 0, null, null, WitnessedTrace.info(44, 5, 5, 1, 65_536)), Occasion.EVENT, -1));
        assertEquals("the kernel told that the client's socket was destroyed; its last figures had been wiped by the reset",
                say(destroyed(new WitnessedTrace(TUPLE.local(), SERVER), 0, 0)));
    }

    private static KernelEvent destroyed(WitnessedTrace witness, long rtt, long segments) {
        return (KernelEvent) witness.socket(Lane.CLIENT, new SocketSnapshot(SocketState.CLOSE, 1, 0, 0, 0, SocketTimer.NONE, 0, 0,
                null, null, WitnessedTrace.info(rtt, segments, segments, 1, 65_536)), Occasion.DESTROYED, -1);
    }

    @Test
    void aCounterIsToldWithItsTotalAndNotAsAStep() {
        assertEquals("ListenDrops rose by 3 in all (of the whole machine)",
                mark(new KernelEvent.CounterRose("ListenDrops", 3)));
        assertEquals("ListenDrops rose by 3 on this machine since the trace began",
                say(new KernelEvent.CounterRose("ListenDrops", 3)));
    }

    @Test
    void aClockThatWentAheadMayHaveSleptAndOneThatWentBackWasSet() {
        assertEquals("the wall clock was set back by 1.2 s during the capture: times of packets may be wrong by as much",
                say(new KernelEvent.ClockStepped(-1_200_000_000L)));
        assertEquals("the wall clock went 1.2 s ahead of the clock of the trace during the capture (it was set, or the machine "
                + "slept): times of packets may be wrong by as much", say(new KernelEvent.ClockStepped(1_200_000_000L)));
        assertEquals("the wall clock, which stamps packets, was set back", mark(new KernelEvent.ClockStepped(-1)));
        assertEquals("the wall clock, which stamps packets, jumped ahead (it was set, or the machine slept)",
                mark(new KernelEvent.ClockStepped(1)));
    }

    private String say(EventBody body) {
        return words.of(event(body)).sentence();
    }

    private String mark(EventBody body) {
        return words.of(event(body)).mark();
    }

    private static TraceEvent event(EventBody body) {
        return new TraceEvent(1, 1_000, Lane.KERNEL, Evidence.KERNEL, 1, 0, body);
    }
}
