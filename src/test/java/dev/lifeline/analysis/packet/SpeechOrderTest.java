package dev.lifeline.analysis.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceBuilder;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.WirePackets;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.KernelEvent.EvidenceLost;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RunEvent.EventsDropped;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.HeadlineWords;
import org.junit.jupiter.api.Test;

/// Which side spoke first, of each of several connections, and where packets are missing.
class SpeechOrderTest {

    private static final Endpoint SERVER = new Endpoint("192.0.2.9", 22);
    private static final FourTuple ONE = tuple(40001);
    private static final FourTuple TWO = tuple(40002);

    @Test
    void whatTheServerSentBeforeTheRequestArrivedIsNoAnswer() {
        TraceBuilder trace = trace();
        banner(wire(trace, ONE), 1);
        assertTrue(first(trace, 1, ONE));
        TraceBuilder other = trace();
        banner(wire(other, ONE), 6);
        assertFalse(first(other, 1, ONE));
    }

    @Test
    void anAnswerBehindABannerIsOne() {
        TraceBuilder trace = trace();
        WirePackets wire = banner(wire(trace, ONE), 1);
        assertTrue(first(trace, 1, ONE));
        server(wire, 40, 6, 6, 5, false);
        assertFalse(first(trace, 1, ONE));
    }

    @Test
    void aBannerThatIsSentAgainIsStillNone() {
        TraceBuilder trace = trace();
        server(banner(wire(trace, ONE), 1), 40, 1, 6, 5, true);
        assertTrue(first(trace, 1, ONE));
        TraceBuilder more = trace();
        server(banner(wire(more, ONE), 1), 40, 1, 6, 7, true);
        assertFalse(first(more, 1, ONE), "the same bytes again, and two that are new");
    }

    @Test
    void aRequestThatNobodySawIsNotSaidToHaveComeLater() {
        TraceBuilder trace = trace();
        server(wire(trace, ONE), 30, 1, 1, 5, false);
        assertFalse(first(trace, 1, ONE));
    }

    @Test
    void connectionsDoNotSpeakForEachOther() {
        TraceBuilder trace = trace();
        banner(wire(trace, ONE), 1);
        banner(wire(trace.connection(2), TWO), 6);
        assertTrue(first(trace, 1, ONE));
        assertFalse(first(trace, 2, TWO));
        assertFalse(first(trace, 3, tuple(40003)));
        assertFalse(first(trace, 3, null));
    }

    @Test
    void ofConnectionsWithTheSameEndsTheLastCounts() {
        TraceBuilder trace = trace();
        banner(wire(trace, ONE), 6);
        server(wire(trace, ONE).handshake(100, 101, 102).data(103, Lane.CLIENT, 1, 5), 104, 1, 1, 5, false);
        assertTrue(first(trace, 1, ONE));
        TraceBuilder again = trace();
        banner(wire(again, ONE).syn(3, true), 6).syn(9, true);
        assertFalse(first(again, 1, ONE), "a SYN that comes again begins nothing");
    }

    @Test
    void whereThePacketsMayBeMissingItIsNotSaid() {
        assertFalse(lost("packet", 0, 3));
        assertFalse(lost("packet", 0, -1));
        assertFalse(lost("packet", 1, 3));
        assertTrue(lost("packet", 2, 3), "packets of another connection");
        assertTrue(lost("sockdiag", 0, 3));
        TraceBuilder dropped = trace();
        banner(wire(dropped, ONE), 1);
        assertFalse(first(dropped.mark(90, Lane.CLIENT, new EventsDropped(1)), 1, ONE));
    }

    @Test
    void aZoneIsNoPartOfAPacketsAddress() {
        TraceBuilder trace = trace();
        FourTuple tuple = new FourTuple(new Endpoint("fe80::1", 40001), new Endpoint("fe80::2", 22));
        banner(wire(trace, tuple), 1);
        assertTrue(first(trace, 1, new FourTuple(new Endpoint("fe80::1%eth0", 40001), new Endpoint("fe80::2%eth0", 22))));
    }

    @Test
    void headlineAndVerdictSayTheSame() {
        for (int acknowledged : new int[] {1, 6}) {
            TraceBuilder trace = trace().done(Lane.CLIENT, Stage.CONNECT, 0, 5, new Outcome.Connected(ONE));
            banner(wire(trace, ONE), acknowledged);
            trace.done(Lane.CLIENT, Stage.WRITE, 20, 21, moved()).done(Lane.CLIENT, Stage.FIRST_BYTE, 22, 40, moved());
            TraceIndex index = TraceIndex.of(trace.inOrder().trace());
            String headline = HeadlineWords.of(index, Diagnosis.of(index), Glyphs.ASCII);
            assertEquals(acknowledged == 1, Diagnosis.of(index).happened().contains("the server spoke first"), headline);
            assertEquals(acknowledged == 1, headline.contains("server spoke first"), headline);
        }
    }

    private static boolean lost(String source, int connection, long count) {
        TraceBuilder trace = trace();
        banner(wire(trace, ONE), 1).kernel(1, new EvidenceLost("none", 1, LossKind.MISSED, ""));
        return first(trace.connection(connection).mark(90, Lane.KERNEL, new EvidenceLost(source, count, LossKind.MISSED, "full")), 1, ONE);
    }

    private static Outcome moved() {
        return new Outcome.Moved(new Bytes(5, "", false), 1, Ending.COMPLETE);
    }

    private static TraceBuilder trace() {
        return new TraceBuilder("192.0.2.9:22", Mode.CLIENT);
    }

    private static WirePackets wire(TraceBuilder trace, FourTuple tuple) {
        return new WirePackets(trace, tuple).handshake(1, 2, 3);
    }

    /// The client sends five bytes, and the server five, with that acknowledgement.
    private static WirePackets banner(WirePackets wire, long acknowledged) {
        return server(wire.data(20, Lane.CLIENT, 1, 5), 30, 1, acknowledged, 5, false);
    }

    private static WirePackets server(WirePackets wire, double at, long sequence, long acknowledged, int payload, boolean again) {
        return wire.segment(at, Lane.SERVER, TcpFlags.PSH | TcpFlags.ACK, sequence, acknowledged, payload, 65_535, again);
    }

    private static boolean first(TraceBuilder trace, int connection, FourTuple tuple) {
        return TraceIndex.of(trace.trace()).packets().spokeFirst(connection, tuple);
    }

    private static FourTuple tuple(int port) {
        return new FourTuple(new Endpoint("192.0.2.7", port), SERVER);
    }
}
