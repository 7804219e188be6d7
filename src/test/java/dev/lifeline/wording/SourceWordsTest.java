package dev.lifeline.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.TraceHeader.SourceStatus;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.Life;
import dev.lifeline.view.View;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.ladder.Ladder;
import dev.lifeline.view.plain.Plain;
import dev.lifeline.view.waterfall.Waterfall;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceWordsTest {

    private static final SourceStatus PROGRAMS = new SourceStatus("application calls", true, "every call of the traced programs");
    private static final SourceStatus NO_PACKETS = new SourceStatus("packet", false,
            "a packet socket needs CAP_NET_RAW (socket: EPERM)");
    private static final SourceStatus NO_SOCKETS = new SourceStatus("sockdiag", false, "netlink: EPERM");

    @Test
    void whatCouldNotBeSeenIsSaidWithItsReason() {
        assertEquals("packets: a packet socket needs CAP_NET_RAW (socket: EPERM); see trace doctor", words(PROGRAMS, NO_PACKETS));
        assertEquals("the kernel's sockets: netlink: EPERM; packets: a packet socket needs CAP_NET_RAW (socket: EPERM); "
                + "see trace doctor", words(PROGRAMS, NO_SOCKETS, NO_PACKETS));
    }

    @Test
    void sourcesWithTheSameReasonAreToldTogether() {
        assertEquals("the kernel's sockets, packets: this is not Linux; see trace doctor", words(
                new SourceStatus("sockdiag", false, "this is not Linux"),
                new SourceStatus("packet", false, "this is not Linux")));
    }

    @Test
    void whatNobodyWantedAndWhatTookPartIsNotMissed() {
        assertEquals("", words(PROGRAMS, SourceStatus.notAskedFor("packet")));
        assertEquals("", words());
    }

    @Test
    void everyViewSaysIt() {
        Trace trace = trace(PROGRAMS, NO_PACKETS);
        assertTrue(drawn(new Waterfall(), trace)
                .contains("not seen packets: a packet socket needs CAP_NET_RAW (socket: EPERM); see"));
        assertTrue(drawn(new Ladder(), trace).contains("not seen: packets: a packet socket needs CAP_NET_RAW"));
        assertTrue(drawn(new Plain(), trace).contains("Not seen: packets: a packet socket needs CAP_NET_RAW"));
    }

    @Test
    void aReasonFromARecordingCannotMoveTheCursor() {
        assertTrue(words(new SourceStatus("\u001b[2J", false, "\u001b[31mno")).chars().noneMatch(Character::isISOControl));
    }

    private static String words(SourceStatus... statuses) {
        return SourceWords.unseen(trace(statuses).header());
    }

    private static Trace trace(SourceStatus... statuses) {
        Trace bare = new Life().client(1).at(1, new RunEvent.Remark("begins")).trace(Mode.LOOPBACK, "a:1", 1, true);
        TraceHeader header = bare.header();
        return new Trace(new TraceHeader(header.tool(), header.target(), header.mode(), header.origin(), header.clock(),
                header.host(), List.of(statuses), header.plan(), header.connections()), bare.events(), true);
    }

    private static String drawn(View view, Trace trace) {
        Verdict verdict = new Verdict(Verdict.Result.COMPLETED, null, null, null, null, null, null, "", "All.", "Nothing.", null);
        return view.draw(TraceIndex.of(trace), verdict, new Canvas(80, Glyphs.UNICODE)).text().replaceAll("\\s+", " ");
    }
}
