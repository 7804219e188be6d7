package dev.lifeline.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.CapturedPacket;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.RunEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The questions of a look-up to name servers, in verdicts: what each server said, and what must not be said with less.
public class QuestionVerdictsTest {

    private static final Endpoint OWN = new Endpoint("10.0.0.1", 40000);
    private static final Endpoint FIRST = new Endpoint("10.0.0.53", 53);
    private static final Endpoint SECOND = new Endpoint("10.0.0.54", 53);
    private static final Endpoint HERE = new Endpoint("127.0.0.53", 53);
    private static final CapturedPacket PACKET = new CapturedPacket("45", 60, "eth0", true, 0, 0);
    private static final int A = 1;
    private static final int AAAA = 28;

    private final List<EventBody> packets = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private int connection = 1;

    private QuestionVerdictsTest asked(long millis, Endpoint server, String name, int type) {
        return at(millis, new PacketEvent.QuestionSeen(new FourTuple(OWN, server), 7, name, type, false, PACKET));
    }

    private QuestionVerdictsTest answered(long millis, Endpoint server, String name, int type, int code, int addresses) {
        return at(millis, new PacketEvent.ReplySeen(new FourTuple(server, OWN), 7, name, type, code, addresses, false, PACKET));
    }

    private QuestionVerdictsTest at(long millis, EventBody body) {
        packets.add(body);
        times.add(millis * 1_000_000);
        return this;
    }

    private Verdict fails(ErrorCode code, long millis) {
        return Diagnosis.of(failing(code, millis));
    }

    private Trace failing(ErrorCode code, long millis) {
        Trace plain = TraceBuilder.client("db.test:80").source("packet").at(0).started(Lane.CLIENT, 1, 0, Stage.LOOKUP, null, null)
                .at(millis * 1_000_000).failed(Lane.CLIENT, 1, 0, Stage.LOOKUP, code, null, null).build();
        return with(plain);
    }

    private Trace with(Trace plain) {
        List<TraceEvent> events = new ArrayList<>(plain.events());
        for (int i = 0; i < packets.size(); i++) {
            Lane lane = packets.get(i) instanceof RunEvent ? Lane.CLIENT : Lane.KERNEL;
            events.add(new TraceEvent(100 + i, times.get(i), lane, Evidence.PACKET, connection, 0, packets.get(i)));
        }
        events.sort(java.util.Comparator.comparingLong(TraceEvent::at));
        return new Trace(plain.header(), events, true);
    }

    /// A failure for each row about questions to name servers, and some that no row is about.
    public static List<Trace> traces() {
        List<Trace> all = new ArrayList<>();
        for (ErrorCode code : List.of(ErrorCode.ENOTFOUND, ErrorCode.EAI_NODATA, ErrorCode.EAI_AGAIN, ErrorCode.TIMEOUT)) {
            for (int reply : new int[] {0, 2, 3, 5}) {
                all.add(new QuestionVerdictsTest().asked(1, FIRST, "db.test", A).answered(2, FIRST, "db.test", A, reply, 0).failing(code, 2000));
            }
            for (Endpoint server : List.of(FIRST, HERE)) {
                all.add(new QuestionVerdictsTest().asked(1, server, "db.test", A).failing(code, 2000));
                all.add(new QuestionVerdictsTest().asked(1, server, "db.test", A).at(2, new PacketEvent.QuestionRefused("10.0.0.9", 3, 3,
                        "port unreachable", new FourTuple(OWN, server), PACKET)).failing(code, 2000));
            }
            all.add(new QuestionVerdictsTest().asked(1, HERE, "db.test", A).asked(1001, FIRST, "db.test", A)
                    .answered(1002, FIRST, "db.test", A, 2, 0).failing(code, 2000));
            all.add(new QuestionVerdictsTest().failing(code, 2000));
        }
        all.add(slow(false));
        all.add(quick());
        return all;
    }

    /// A look-up of two seconds whose first server did not answer, and a connection that took no time.
    static Trace slow(boolean seen) {
        Trace plain = TraceBuilder.client("db.test:80").source("packet").at(0).started(Lane.CLIENT, 1, 0, Stage.LOOKUP, null, null)
                .at(2_000_000_000).finished(Lane.CLIENT, 1, 0, Stage.LOOKUP, new Outcome.Answers(LookupSource.RESOLVER, List.of("10.0.0.9"),
                        List.of("10.0.0.9"))).build();
        QuestionVerdictsTest asked = new QuestionVerdictsTest();
        return (seen ? asked.asked(1, FIRST, "db.test", A) : asked).asked(1999, SECOND, "db.test", A)
                .answered(2000, SECOND, "db.test", A, 0, 1).with(plain);
    }

    /// The same in a run that took much longer.
    private static Trace quick() {
        Trace slow = slow(true);
        List<TraceEvent> events = new ArrayList<>(slow.events());
        events.add(new TraceEvent(200, 60_000_000_000L, Lane.CLIENT, Evidence.APPLICATION, 1, 0, new RunEvent.Remark("ends")));
        return new Trace(slow.header(), events, true);
    }

    @Test
    void theServerThatHeldASlowLookUpUpIsNamed() {
        assertTrue(Diagnosis.of(slow(true)).proved().contains("The look-up was held up: name server 10.0.0.53 did not answer for "
                + "db.test (A)."), Diagnosis.of(slow(true)).proved());
        plain(Diagnosis.of(slow(false)));
        plain(Diagnosis.of(quick()));
    }

    @Test
    void servfailIsToldApartFromRefusedAndFromSilence() {
        Verdict failed = asked(1, FIRST, "db.test", A).answered(2, FIRST, "db.test", A, 2, 0).fails(ErrorCode.EAI_AGAIN, 3);
        assertEquals("The look-up of db.test failed for now: name server 10.0.0.53 answered SERVFAIL for db.test (A).",
                failed.happened());
        assertTrue(failed.proved().contains("SERVFAIL") && !failed.proved().contains("REFUSED"), failed.proved());
        Verdict refused = new QuestionVerdictsTest().asked(1, FIRST, "db.test", A).answered(2, FIRST, "db.test", A, 5, 0)
                .fails(ErrorCode.EAI_AGAIN, 3);
        assertTrue(refused.happened().endsWith("answered REFUSED for db.test (A)."), refused.happened());
        assertFalse(refused.proved().contains("SERVFAIL"), refused.proved());
        Verdict silent = new QuestionVerdictsTest().asked(1, FIRST, "db.test", A).asked(1, FIRST, "db.test", AAAA)
                .asked(1001, FIRST, "db.test", A).asked(1001, FIRST, "db.test", AAAA).fails(ErrorCode.EAI_AGAIN, 2001);
        assertTrue(silent.happened().endsWith("name server 10.0.0.53 did not answer for db.test, asked twice."), silent.happened());
        assertEquals("ip route get 10.0.0.53", silent.next());
    }

    @Test
    void aServerOfThisMachineIsLookedForHere() {
        Verdict nobody = asked(1, HERE, "db.test", A).at(1, new PacketEvent.QuestionRefused("127.0.0.53", 3, 3, "port unreachable",
                new FourTuple(OWN, HERE), PACKET)).fails(ErrorCode.EAI_AGAIN, 2);
        assertTrue(nobody.happened().contains("name server 127.0.0.53 was not reached (an ICMP error came) for db.test"), nobody.happened());
        assertEquals("ss -lunp 'sport = :53'", nobody.next());
        Verdict there = new QuestionVerdictsTest().asked(1, FIRST, "db.test", A).at(1, new PacketEvent.QuestionRefused("10.0.0.9", 3, 13,
                "prohibited", new FourTuple(OWN, FIRST), PACKET)).fails(ErrorCode.EAI_AGAIN, 2);
        assertEquals("ip route get 10.0.0.53", there.next());
    }

    @Test
    void eachNameOfTheSearchListIsNamed() {
        Verdict verdict = asked(1, FIRST, "db.test.ns.local", A).answered(2, FIRST, "db.test.ns.local", A, 3, 0)
                .asked(3, FIRST, "db.test", A).answered(4, FIRST, "db.test", A, 0, 0).fails(ErrorCode.ENOTFOUND, 5);
        assertTrue(verdict.happened().contains("name server 10.0.0.53 answered NXDOMAIN (no such name) for db.test.ns.local (A); "
                + "it answered that there is no such address for db.test (A)"), verdict.happened());
        assertTrue(new QuestionVerdictsTest().asked(1, FIRST, "db.test", A).answered(2, FIRST, "db.test", A, 0, 0)
                .fails(ErrorCode.EAI_NODATA, 5).happened().contains("there is no such address for db.test (A)"));
    }

    @Test
    void theServerThatFailedAndTheOneThatWasSilentAreBothNamed() {
        Verdict verdict = asked(1, FIRST, "db.test", A).asked(1001, SECOND, "db.test", A).answered(1200, SECOND, "db.test", A, 2, 0)
                .fails(ErrorCode.EAI_AGAIN, 1300);
        assertTrue(verdict.happened().endsWith("name server 10.0.0.53 did not answer for db.test (A); name server 10.0.0.54 answered "
                + "SERVFAIL for db.test (A), after 199 ms."), verdict.happened());
    }

    @Test
    void aDeadlineThatEndedTheWaitIsToldWithWhatHadNotCome() {
        Verdict verdict = asked(1, FIRST, "db.test", A).fails(ErrorCode.TIMEOUT, 900);
        assertTrue(verdict.happened().endsWith("Until then name server 10.0.0.53 did not answer for db.test (A)."), verdict.happened());
        Verdict answered = new QuestionVerdictsTest().asked(1, FIRST, "db.test.corp", A).answered(2, FIRST, "db.test.corp", A, 3, 0)
                .asked(3, FIRST, "db.test", A).fails(ErrorCode.TIMEOUT, 900);
        assertTrue(answered.happened().endsWith("Until then name server 10.0.0.53 answered NXDOMAIN (no such name) for db.test.corp (A); "
                + "it did not answer for db.test (A)."), answered.happened());
        assertFalse(answered.proved().contains("no answer to them"), answered.proved());
    }

    @Test
    void whereSomethingIsMissingNothingIsSaidOfServers() {
        plain(fails(ErrorCode.EAI_AGAIN, 3));
        asked(1, FIRST, "db.test", A).answered(2, FIRST, "db.test", A, 2, 0);
        at(2, new KernelEvent.EvidenceLost("packet", 3, LossKind.MISSED, "the ring was full"));
        plain(fails(ErrorCode.EAI_AGAIN, 3));
        packets.set(2, new KernelEvent.ClockStepped(3_600_000_000_000L));
        plain(fails(ErrorCode.EAI_AGAIN, 3));
        packets.set(2, new RunEvent.EventsDropped(3));
        plain(fails(ErrorCode.EAI_AGAIN, 3));
        packets.removeLast();
        connection = 2;
        plain(fails(ErrorCode.EAI_AGAIN, 3));
        connection = 0;
        plain(fails(ErrorCode.EAI_AGAIN, 3));
        connection = 1;
        assertTrue(fails(ErrorCode.EAI_AGAIN, 3).happened().contains("SERVFAIL"));
    }

    @Test
    void anAnswerThatSaysLessIsNoneOfTheEnds() {
        plain(asked(1, FIRST, "db.test", A).answered(2, FIRST, "db.test", A, 3, 0).asked(2, FIRST, "x.test", A)
                .answered(3, FIRST, "x.test", A, 0, -1).fails(ErrorCode.ENOTFOUND, 4));
        plain(new QuestionVerdictsTest().asked(1, FIRST, "db.test", A).at(2, new PacketEvent.ReplySeen(new FourTuple(FIRST, OWN), 7,
                "db.test", A, 0, 0, true, PACKET)).fails(ErrorCode.EAI_NODATA, 4));
        plain(new QuestionVerdictsTest().asked(1, FIRST, "db.test", A).answered(2, FIRST, "other.test", A, 2, 0)
                .answered(2, SECOND, "db.test", A, 2, 0).answered(2, FIRST, "db.test", AAAA, 2, 0).answered(3, FIRST, "db.test", A, 0, 1)
                .fails(ErrorCode.EAI_AGAIN, 4));
    }

    @Test
    void namesFromOutsideSteerNoTerminal() {
        Verdict verdict = asked(1, FIRST, "db.test\u001b[2J", A).answered(2, FIRST, "db.test\u001b[2J", A, 2, 0).fails(ErrorCode.EAI_AGAIN, 3);
        assertTrue(verdict.happened().contains("db.test\\x1b[2J"), verdict.happened());
    }

    private static void plain(Verdict verdict) {
        String all = verdict.happened() + verdict.proved() + verdict.next();
        assertFalse(all.contains("name server") || all.contains("10.0.0.5"), all);
    }
}
