package dev.lifeline.diagnosis;

import static dev.lifeline.diagnosis.Sights.LOCAL;
import static dev.lifeline.diagnosis.Sights.REMOTE;
import static dev.lifeline.diagnosis.Sights.info;
import static dev.lifeline.diagnosis.Sights.socket;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.diagnosis.evidence.EvidenceFinding;
import dev.lifeline.diagnosis.texts.Condition;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.PacketEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// A guard at a time: the evidence is all there, and the one fact is not.
class GuardsTest {

    private static final KernelEvent ROUTER = new KernelEvent.ErrorOrigin("203.0.113.1", 3, 1, "host unreachable");

    @ParameterizedTest
    @CsvSource({"TIMEOUT, true", "ETIMEDOUT, true", "EHOSTUNREACH, true", "ENETUNREACH, true", "EHOSTDOWN, true", "EACCES, true",
        "ECONNREFUSED, true", "ECONNRESET, false", "EINVAL, false", "EADDRNOTAVAIL, false", "EPERM, false"})
    void anIcmpErrorIsTheCauseOfWhatItCanCause(ErrorCode code, boolean cause) {
        TraceBuilder trace = TraceBuilder.client("db.example:5432").started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, REMOTE.server())
                .kernel(ROUTER).failed(Lane.CLIENT, 1, 1, Stage.CONNECT, code, null, REMOTE.server());
        assertEquals(cause, found(trace) == EvidenceFinding.ICMP_OTHER);
    }

    @ParameterizedTest
    @CsvSource({"EHOSTUNREACH, true", "ENETUNREACH, true", "ETIMEDOUT, true", "TIMEOUT, false", "ECONNRESET, false",
        "EPIPE, false"})
    void alsoOfAnEstablishedConnection(ErrorCode code, boolean cause) {
        assertEquals(cause, found(wait(up().kernel(ROUTER),
                Stage.FIRST_BYTE, code)) == EvidenceFinding.ICMP_OTHER);
    }

    @Test
    void anIcmpErrorAboutAStrangerOrAfterTheWaitIsNotTheCause() {
        Sights stranger = new Sights(new Endpoint("192.0.2.7", 40_001), REMOTE.server(), "eth0");
        for (Sights sights : new Sights[] {REMOTE, stranger}) {
            TraceBuilder trace = connecting().packet(unreachable(sights));
            assertEquals(sights == REMOTE, found(timeout(trace)) == EvidenceFinding.ICMP_OTHER);
        }
        assertFalse(found(timeout(connecting()).packet(unreachable(REMOTE))) == EvidenceFinding.ICMP_OTHER);
        // A host says it of what it was sent; a box may say it of what was sent to us.
        Sights back = new Sights(REMOTE.server(), REMOTE.client(), "eth0");
        assertEquals(EvidenceFinding.ICMP_OTHER, found(timeout(connecting().packet(unreachable(back)))));
        assertEquals(EvidenceFinding.ICMP_OTHER, found(timeout(connecting().packet(unreachable(REMOTE))
                .packet(REMOTE.icmp("198.51.100.9", 3, 1, "host unreachable")))), "the first counts");
    }

    @ParameterizedTest
    @EnumSource(value = SocketState.class, names = {"SYN_SENT"}, mode = EnumSource.Mode.EXCLUDE)
    void aSocketInAnotherStateIsNotSynSent(SocketState state) {
        TraceBuilder trace = TraceBuilder.client("db.example:5432").started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, REMOTE.server())
                .kernel(REMOTE.socket(Lane.CLIENT, socket(state, 41, 0, 1, info(0, 0, 2, 0)), -1));
        EvidenceFinding finding = found(timeout(trace));
        assertFalse(finding == EvidenceFinding.SYN_SENT || finding == EvidenceFinding.SYN_HELD, () -> state + " " + finding);
    }

    @Test
    void aConnectionThatIsGoneIsTimeWaitOnlyWhereItSaysSo() {
        for (SocketState state : new SocketState[] {SocketState.TIME_WAIT, SocketState.CLOSE}) {
            TraceBuilder trace = wait(up(), Stage.CLOSE,
                    ErrorCode.ECONNRESET).kernel(new KernelEvent.SocketGone(Lane.CLIENT, new FourTuple(REMOTE.client(), REMOTE.server()), state));
            assertEquals(state == SocketState.TIME_WAIT, evidence(trace).about().hold(Condition.TIME_WAIT));
        }
    }

    @Test
    void aSocketThatIsGoneInTheWaitSaysNothingOfItsEnd() {
        FourTuple server = new FourTuple(LOCAL.server(), LOCAL.client());
        FourTuple other = new FourTuple(LOCAL.server(), new Endpoint("127.0.0.1", 40_001));
        for (FourTuple gone : new FourTuple[] {server, other}) {
            TraceBuilder trace = TraceBuilder.client("localhost:7007").connected().writes(Lane.CLIENT, 5)
                    .started(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, null, null)
                    .kernel(LOCAL.socket(Lane.SERVER, socket(SocketState.ESTABLISHED, 42, 5, 0, null), -1))
                    .kernel(new KernelEvent.SocketGone(Lane.SERVER, gone, SocketState.CLOSE))
                    .failed(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, ErrorCode.TIMEOUT, LOCAL.client(), LOCAL.server());
            assertEquals(gone == other ? EvidenceFinding.UNREAD : null, found(trace));
        }
    }

    @Test
    void roomInTheQueueBeforeTheStageIsNoRoomInIt() {
        TraceBuilder trace = TraceBuilder.client("127.0.0.1:7007").kernel(LOCAL.listener(0, 5, -1)).pause(1_000_000)
                .started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, LOCAL.server()).pause(1_000_000)
                .failed(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.TIMEOUT, LOCAL.client(), LOCAL.server());
        assertFalse(evidence(trace).about().hold(Condition.QUEUE_ROOM));
        assertFalse(evidence(trace).about().hold(Condition.LISTENER_LOOKED));
        TraceBuilder later = TraceBuilder.client("127.0.0.1:7007").kernel(LOCAL.listener(0, 5, -1)).connected();
        assertTrue(evidence(wait(later, Stage.FIRST_BYTE, ErrorCode.TIMEOUT)).about().hold(Condition.QUEUE_ROOM));
    }

    @Test
    void anOwnFinIsNoByteWithoutAnAcknowledgement() {
        TraceBuilder trace = wait(up(), Stage.FIRST_BYTE,
                ErrorCode.TIMEOUT);
        trace.kernel(REMOTE.socket(Lane.CLIENT, socket(SocketState.FIN_WAIT1, 41, 0, 1, SocketTimer.RETRANSMIT, 2,
                info(1, 0, 2, 65_536)), trace.last()));
        assertNull(found(trace));
    }

    @Test
    void theLastBytesAcknowledgementIsTheKernelsOnlyWhereItHasIt() {
        for (long acked : new long[] {5, 6}) {
            TraceBuilder trace = wait(up()
                    .writes(Lane.CLIENT, 5).packet(REMOTE.segment(Lane.SERVER, TcpFlags.ACK, 1, 6, 0, false)), Stage.FIRST_BYTE,
                    ErrorCode.TIMEOUT);
            trace.kernel(REMOTE.socket(Lane.CLIENT, socket(SocketState.ESTABLISHED, 41, 0, 0, info(acked, 0, 0, 65_536)),
                    trace.last()));
            assertEquals(EvidenceFinding.ACKED, found(trace));
            assertEquals(acked == 6, Diagnosis.of(trace.build()).proved().contains("the kernel here has the acknowledgement"));
        }
    }

    private static TraceBuilder up() {
        return TraceBuilder.client("db.example:5432").connected(REMOTE.client(), REMOTE.server());
    }

    private static PacketEvent unreachable(Sights sights) {
        return sights.icmp("203.0.113.1", 3, 1, "host unreachable");
    }

    private static TraceBuilder connecting() {
        return TraceBuilder.client("db.example:5432").source("packet")
                .started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, REMOTE.server())
                .packet(REMOTE.segment(Lane.CLIENT, TcpFlags.SYN, 0, 0, 0, false));
    }

    private static TraceBuilder timeout(TraceBuilder trace) {
        return trace.pause(1_000_000).failed(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.TIMEOUT, REMOTE.client(), REMOTE.server());
    }

    private static TraceBuilder wait(TraceBuilder trace, Stage stage, ErrorCode code) {
        return trace.started(Lane.CLIENT, 1, 0, stage, null, null).pause(1_000_000)
                .failed(Lane.CLIENT, 1, 0, stage, code, null, null);
    }

    private static EvidenceFinding found(TraceBuilder trace) {
        return evidence(trace).finding();
    }

    private static Evidenced evidence(TraceBuilder trace) {
        Facts facts = Facts.of(trace.build());
        UnfinishedStage run = Deciding.of(facts).run();
        return Evidenced.of(facts, run, run.failure().code());
    }
}
