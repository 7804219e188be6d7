package dev.lifeline.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Kinds;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.WitnessedTrace;
import dev.lifeline.view.ladder.KernelNotes;
import org.junit.jupiter.api.Test;

class KernelSentencesTest {

    private static final Endpoint SERVER = new Endpoint("::1", 7007);
    private static final FourTuple TUPLE = new FourTuple(new Endpoint("::1", 52814), SERVER);

    private final KernelSentences kernel = new KernelSentences(Glyphs.ASCII);
    private final PacketSentences packets = new PacketSentences();

    @Test
    void hasWordsForEveryKindThatIsNew() {
        for (KernelEvent event : Kinds.of(KernelEvent.class)) {
            String words = new KernelSentences(Glyphs.ASCII).of(event);
            assertNotNull(words, () -> "no words for " + event);
            assertFalse(words.isBlank());
        }
        for (PacketEvent event : Kinds.of(PacketEvent.class)) {
            assertNotNull(new PacketSentences().of(event), () -> "no words for " + event);
        }
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
        assertNull(kernel.of(listener(0)));
        assertEquals("1 connection of at most 128 was seen in the accept queue", kernel.of(listener(1)));
        assertNull(kernel.of(listener(1)));
        assertEquals("0 connections of at most 128 were seen in the accept queue", kernel.of(listener(0)));
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
        return kernel.of(new KernelEvent.SocketSeen(Lane.SERVER, TUPLE.reversed(), new SocketSnapshot(state, 77, inode, receiveQueue, 0,
                SocketTimer.NONE, 0, 0, null, null, null), Occasion.EVENT, -1));
    }

    private String segment(int flags, int payload, long window, boolean again) {
        return packets.of(new PacketEvent.SegmentSeen(Lane.CLIENT, TUPLE, flags, payload > 0 ? 1 : 0, 0, payload, window, again,
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
                kernel.of(destroyed(new WitnessedTrace(TUPLE.local(), SERVER), 44, 5)));
        kernel.of(new KernelEvent.SocketSeen(Lane.CLIENT, TUPLE, new SocketSnapshot(SocketState.ESTABLISHED, 1, 7, 0, 0,
                SocketTimer.NONE, 0, 0, null, null, WitnessedTrace.info(44, 5, 5, 1, 65_536)), Occasion.EVENT, -1));
        assertEquals("the kernel told that the client's socket was destroyed; its last figures had been wiped by the reset",
                kernel.of(destroyed(new WitnessedTrace(TUPLE.local(), SERVER), 0, 0)));
    }

    private static KernelEvent destroyed(WitnessedTrace witness, long rtt, long segments) {
        return (KernelEvent) witness.socket(Lane.CLIENT, new SocketSnapshot(SocketState.CLOSE, 1, 0, 0, 0, SocketTimer.NONE, 0, 0,
                null, null, WitnessedTrace.info(rtt, segments, segments, 1, 65_536)), Occasion.DESTROYED, -1);
    }

    @Test
    void aCounterIsToldWithItsTotalAndNotAsAStep() {
        assertEquals("ListenDrops rose by 3 in all (of the whole machine)",
                KernelNotes.words(new KernelEvent.CounterRose("ListenDrops", 3)));
        assertEquals("ListenDrops rose by 3 on this machine since the trace began",
                kernel.of(new KernelEvent.CounterRose("ListenDrops", 3)));
    }

    @Test
    void aClockThatWentAheadMayHaveSleptAndOneThatWentBackWasSet() {
        assertEquals("the wall clock was set back by 1.2 s during the capture: times of packets may be wrong by as much",
                kernel.of(new KernelEvent.ClockStepped(-1_200_000_000L)));
        assertEquals("the wall clock went 1.2 s ahead of the clock of the trace during the capture (it was set, or the machine "
                + "slept): times of packets may be wrong by as much", kernel.of(new KernelEvent.ClockStepped(1_200_000_000L)));
        assertEquals("the wall clock, which stamps packets, was set back", KernelNotes.words(new KernelEvent.ClockStepped(-1)));
        assertEquals("the wall clock, which stamps packets, went ahead (it was set, or the machine slept)",
                KernelNotes.words(new KernelEvent.ClockStepped(1)));
    }
}
