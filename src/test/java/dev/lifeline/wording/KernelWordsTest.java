package dev.lifeline.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.analysis.WirePackets;
import dev.lifeline.model.AppLag;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.Lane;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.SynFacts;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.waterfall.RowLags;
import org.junit.jupiter.api.Test;

class KernelWordsTest {

    private static final Outcome.RouteChosen TOLD = new Outcome.RouteChosen(new Endpoint("192.0.2.9", 80),
            new Endpoint("192.0.2.1", 0), "eth0", 1500);

    @Test
    void aRouteIsToldAsIpRouteTellsItWithoutWhatIsKnown() {
        KernelRoute way = new KernelRoute(RouteType.UNICAST, "eth0", "192.0.2.254", "192.0.2.1", 1500, 254);
        assertEquals("via 192.0.2.254 dev eth0 src 192.0.2.1 mtu 1500", KernelWords.route(way, null));
        assertEquals("via 192.0.2.254", KernelWords.route(way, TOLD));
        assertEquals("on the link", KernelWords.route(new KernelRoute(RouteType.UNICAST, "eth0", null, "192.0.2.1", 0, 254), TOLD));
        assertEquals("prohibit", KernelWords.route(new KernelRoute(RouteType.PROHIBIT, null, null, null, 0, 254), TOLD));
    }

    @Test
    void namesFromOutsideAreMadeSafe() {
        assertEquals("via \\x1b[2J", KernelWords.route(new KernelRoute(RouteType.UNICAST, null, "\u001b[2J", null, 0, 254), null));
    }

    @Test
    void aSynIsToldByWhatItOffersAndLeavesOut() {
        assertEquals("ttl 64, mss 65495, wscale 7, sack, timestamps", KernelWords.syn(new SynFacts(64, 1, 65_495, 7, true, true)));
        assertEquals("ttl 49, no mss, no wscale", KernelWords.syn(new SynFacts(49, 1, 0, -1, false, false)));
    }

    @Test
    void aTimerNamesTheTryThatComesNext() {
        assertEquals("-", KernelWords.timer(socket(SocketState.ESTABLISHED, SocketTimer.NONE, 0, 0), Glyphs.ASCII));
        assertEquals("retransmit in 997 ms", KernelWords.timer(socket(SocketState.SYN_SENT, SocketTimer.RETRANSMIT, 997, 0), Glyphs.ASCII));
        assertEquals("retransmit #3 in 3.12 s",
                KernelWords.timer(socket(SocketState.SYN_SENT, SocketTimer.RETRANSMIT, 3_120, 2), Glyphs.ASCII));
        assertEquals("60 s", KernelWords.timeWait(socket(SocketState.TIME_WAIT, SocketTimer.TIME_WAIT, 59_996, 0)));
    }

    @Test
    void aSynOrFinIsNoByteThatWaits() {
        assertEquals("", KernelWords.queues(queued(SocketState.SYN_SENT, 0, 1)));
        assertEquals("", KernelWords.queues(queued(SocketState.CLOSE_WAIT, 1, 0)));
        assertEquals(", 4 bytes unread, 1 byte unacknowledged", KernelWords.queues(queued(SocketState.LAST_ACK, 5, 2)));
        assertEquals(", 1 byte unread", KernelWords.queues(queued(SocketState.ESTABLISHED, 1, 0)));
    }

    @Test
    void aSocketWithoutInodeSaysWhy() {
        assertEquals("0 (not accepted)", KernelWords.inode(queued(SocketState.ESTABLISHED, 0, 0), Lane.SERVER));
        assertEquals("0 (no program)", KernelWords.inode(queued(SocketState.TIME_WAIT, 0, 0), Lane.SERVER));
        assertEquals("0 (no program)", KernelWords.inode(queued(SocketState.ESTABLISHED, 0, 0), Lane.CLIENT));
    }

    @Test
    void figuresThatTheKernelDoesNotHaveAreLeftOut() {
        assertEquals(FittedText.together("rtt 23 us") + ", 1 retransmit", KernelWords.figures(WirePackets.info(23, 1), Glyphs.ASCII));
        assertEquals("0 retransmits", KernelWords.figures(WirePackets.info(0, 0), Glyphs.ASCII));
        assertEquals("", KernelWords.figures(WirePackets.info(-1, -1), Glyphs.ASCII));
    }

    @Test
    void aLagIsToldAsExactlyAsItIsKnown() {
        assertEquals(FittedText.together("84 us"), lag(84_000, 200));
        assertEquals(FittedText.together("3 us") + ", give or take " + FittedText.together("1 us"), lag(3_000, 1_000));
        assertEquals("under " + FittedText.together("200 ns"), lag(-150, 200));
    }

    private static String lag(long lag, long uncertainty) {
        return RowLags.text(new AppLag(Stage.CONNECT, Lane.CLIENT, 1, "SYN-ACK", 1_000, 1_000 + lag, 0, uncertainty), Glyphs.ASCII);
    }

    private static SocketSnapshot socket(SocketState state, SocketTimer timer, long expires, int retransmits) {
        return new SocketSnapshot(state, 1, 0, 0, 0, timer, expires, retransmits, null, null, null);
    }

    private static SocketSnapshot queued(SocketState state, long receive, long send) {
        return new SocketSnapshot(state, 1, 0, receive, send, SocketTimer.NONE, 0, 0, null, null, null);
    }
}
