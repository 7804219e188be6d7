package dev.lifeline.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.analysis.WirePackets;
import dev.lifeline.analysis.socket.LabelMoment;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SocketWordsTest {

    @Test
    void aTimerNamesTheTryThatComesNext() {
        assertEquals("-", SocketWords.timer(socket(SocketState.ESTABLISHED, SocketTimer.NONE, 0, 0), Glyphs.ASCII));
        assertEquals("retransmit in 997 ms", SocketWords.timer(socket(SocketState.SYN_SENT, SocketTimer.RETRANSMIT, 997, 0), Glyphs.ASCII));
        assertEquals("retransmit #3 in 3.12 s",
                SocketWords.timer(socket(SocketState.SYN_SENT, SocketTimer.RETRANSMIT, 3_120, 2), Glyphs.ASCII));
        assertEquals("60 s", SocketWords.timeWait(socket(SocketState.TIME_WAIT, SocketTimer.TIME_WAIT, 59_996, 0)));
    }

    @Test
    void aSynOrFinIsNoByteThatWaits() {
        assertEquals("", SocketWords.queues(queued(SocketState.SYN_SENT, 0, 1)));
        assertEquals("", SocketWords.queues(queued(SocketState.CLOSE_WAIT, 1, 0)));
        assertEquals(", 4 bytes unread, 1 byte unacknowledged", SocketWords.queues(queued(SocketState.LAST_ACK, 5, 2)));
        assertEquals(", 1 byte unread", SocketWords.queues(queued(SocketState.ESTABLISHED, 1, 0)));
    }

    @Test
    void aSocketWithoutInodeSaysWhy() {
        assertEquals("0 (not accepted)", SocketWords.inode(queued(SocketState.ESTABLISHED, 0, 0), Lane.SERVER));
        assertEquals("0 (no program)", SocketWords.inode(queued(SocketState.TIME_WAIT, 0, 0), Lane.SERVER));
        assertEquals("0 (no program)", SocketWords.inode(queued(SocketState.ESTABLISHED, 0, 0), Lane.CLIENT));
    }

    @Test
    void ofManyEndsAtALabelThoseThatAreMoreThanEstablishedAreToldFirst() {
        List<LabelMoment.End> ends = new ArrayList<>();
        for (int i = 1; i <= 7; i++) {
            ends.add(new LabelMoment.End(Lane.CLIENT, "p" + i, socket(SocketState.ESTABLISHED, SocketTimer.NONE, 0, 0)));
        }
        ends.add(new LabelMoment.End(Lane.CLIENT, "gone", null));
        ends.add(new LabelMoment.End(Lane.SERVER, "new", queued(SocketState.ESTABLISHED, 2, 0)));
        assertEquals("gone gone; new ESTABLISHED, not accepted, 2 bytes unread; p1 ESTABLISHED; p2 ESTABLISHED; p3 ESTABLISHED; "
                + "p4 ESTABLISHED; and 3 more", SocketWords.at(new LabelMoment("now", 0, 0, ends, List.of())));
        assertEquals("p7 ESTABLISHED; gone gone",
                SocketWords.at(new LabelMoment("now", 0, 0, ends.subList(6, 8), List.of())), "in their order where all are told");
    }

    @Test
    void figuresThatTheKernelDoesNotHaveAreLeftOut() {
        assertEquals(FittedText.together("rtt 23 us") + ", 1 retransmit", SocketWords.figures(WirePackets.info(23, 1), Glyphs.ASCII));
        assertEquals("0 retransmits", SocketWords.figures(WirePackets.info(0, 0), Glyphs.ASCII));
        assertEquals("", SocketWords.figures(WirePackets.info(-1, -1), Glyphs.ASCII));
    }

    private static SocketSnapshot socket(SocketState state, SocketTimer timer, long expires, int retransmits) {
        return new SocketSnapshot(state, 1, 0, 0, 0, timer, expires, retransmits, null, null, null);
    }

    private static SocketSnapshot queued(SocketState state, long receive, long send) {
        return new SocketSnapshot(state, 1, 0, receive, send, SocketTimer.NONE, 0, 0, null, null, null);
    }
}
