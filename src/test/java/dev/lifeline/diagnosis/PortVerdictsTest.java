package dev.lifeline.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.KernelEvent.PortLooked;
import dev.lifeline.model.socket.PortHolder;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The look at a port, in verdicts: which socket has the address that was asked for, and what must not be said with less.
public class PortVerdictsTest {

    private static final Endpoint V4 = new Endpoint("127.0.0.1", 80);
    private static final Endpoint V6 = new Endpoint("::1", 80);
    private static final Endpoint ALL_V4 = new Endpoint("0.0.0.0", 80);
    private static final Endpoint ALL_V6 = new Endpoint("::", 80);
    private static final Endpoint OTHER = new Endpoint("10.8.0.9", 80);

    private static PortHolder holder(SocketState state, Endpoint local, boolean v6Only) {
        boolean connected = state != SocketState.LISTEN && state != SocketState.CLOSE;
        return new PortHolder(state, local, connected ? new Endpoint("127.0.0.1", 5000) : null, v6Only, 1000, 7, 0, null);
    }

    private static PortHolder listener(Endpoint local) {
        return holder(SocketState.LISTEN, local, false);
    }

    private static Verdict refused(Endpoint asked, int more, boolean whole, long off, PortHolder... holders) {
        return Diagnosis.of(refusal(asked.toString(), asked, more, whole, off, holders));
    }

    private static Trace refusal(String target, Endpoint asked, int more, boolean whole, long off, PortHolder... holders) {
        TraceBuilder trace = TraceBuilder.client(target).source("sockdiag")
                .fails(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.ECONNREFUSED, null, asked);
        return trace.kernel(new PortLooked(asked, true, List.of(holders), more, true, whole, trace.last() + off)).build();
    }

    private static Verdict refused(Endpoint asked, PortHolder... holders) {
        return refused(asked, 0, true, 0, holders);
    }

    private static Verdict taken(boolean bound, boolean whole, PortHolder... holders) {
        return Diagnosis.of(bind(bound, whole, holders));
    }

    /// A trace for each row about the sockets of a port, and some that no row is about.
    public static List<Trace> traces() {
        PortHolder only = holder(SocketState.CLOSE, V4, false);
        PortHolder known = new PortHolder(SocketState.LISTEN, V4, null, false, 0, 7, 42, "program");
        return List.of(refusal("a.test:80", V4, 0, true, 0), refusal("a.test:80", V4, 0, true, 0, only),
                refusal("a.test:80", V6, 0, true, 0, listener(V4)), refusal("a.test:80", V4, 0, true, 0, listener(V4)),
                refusal("a.test:80", V4, 0, false, 0), refusal("0.0.0.0:80", V4, 0, true, 0), bind(true, false), bind(true, true),
                bind(false, true), bind(true, true, known), bind(true, true, listener(V4)), bind(true, true, only),
                bind(true, true, holder(SocketState.ESTABLISHED, V4, false)), bind(true, true, holder(SocketState.TIME_WAIT, V4, false)),
                // Near misses: a listener elsewhere, or a holder, where a row is about none.
                refusal("0.0.0.0:80", V4, 0, true, 0, listener(OTHER)), bind(false, true, listener(V4)),
                refusal("a.test:80", V6, 0, true, 0, listener(V4), holder(SocketState.CLOSE, V6, false)));
    }

    private static Trace bind(boolean bound, boolean whole, PortHolder... holders) {
        TraceBuilder trace = new TraceBuilder(Mode.SERVER, "127.0.0.1:80").source("sockdiag")
                .fails(Lane.SERVER, 0, 0, Stage.BIND, ErrorCode.EADDRINUSE, V4, null);
        return trace.kernel(new PortLooked(V4, false, List.of(holders), 0, bound, whole, trace.last())).build();
    }

    private static void elsewhere(Verdict verdict) {
        assertTrue(verdict.happened().contains("That port has a listener at"), verdict.happened());
    }

    private static void there(Verdict verdict) {
        assertTrue(verdict.happened().contains("Yet "), verdict.happened());
    }

    private static void silent(Verdict verdict) {
        String all = verdict.happened() + verdict.proved();
        assertFalse(all.contains("socket table") || all.contains("That port") || all.contains("Yet"), all);
    }

    @Test
    void aListenerOfAnotherAddressOrFamilyIsElsewhere() {
        elsewhere(refused(V6, listener(V4)));
        elsewhere(refused(V6, listener(ALL_V4)));
        elsewhere(refused(V4, holder(SocketState.LISTEN, ALL_V6, true)));
        elsewhere(refused(V4, listener(OTHER)));
        assertEquals("trace connect 127.0.0.1:80", refused(V6, listener(ALL_V4)).next(), "where it can be reached");
        assertEquals("trace connect '[::1]:80'", refused(V4, holder(SocketState.LISTEN, ALL_V6, true)).next());
    }

    @Test
    void aListenerOfAllAddressesIsThere() {
        there(refused(V4, listener(V4)));
        there(refused(V4, listener(ALL_V4)));
        there(refused(V4, listener(ALL_V6)));
        there(refused(V6, listener(ALL_V6)));
        there(refused(V6, holder(SocketState.LISTEN, ALL_V6, true)));
        there(refused(V4, listener(OTHER), listener(V4)));
    }

    @Test
    void withoutAListenerItIsNowhere() {
        assertTrue(refused(V4).proved().contains("no listener of that port at any address"));
        assertTrue(refused(V4, holder(SocketState.CLOSE, V4, false)).happened().contains("is bound (uid 1000), and does not listen"));
        assertFalse(refused(V4, holder(SocketState.CLOSE, OTHER, false)).happened().contains("is bound"));
    }

    @Test
    void aLookThatIsNotWholeOrOfAnotherFailureProvesNoAbsence() {
        silent(refused(V4, 0, false, 0));
        silent(refused(V6, 0, false, 0, listener(V4)));
        silent(refused(V6, 5, true, 0, listener(V4)));
        silent(refused(V4, 0, true, 1, listener(V4)));
        there(refused(V4, 0, false, 0, listener(V4)));
    }

    @Test
    void theHolderOfATakenPortIsNamedAsItIs() {
        assertTrue(taken(true, true, listener(ALL_V6)).happened().endsWith("[::]:80 listens (uid 1000)."));
        assertTrue(taken(true, true, holder(SocketState.CLOSE, V4, false)).happened().contains("neither listens nor is connected"));
        assertTrue(taken(true, true, holder(SocketState.CLOSE_WAIT, V4, false)).happened()
                .contains("127.0.0.1:80 to 127.0.0.1:5000, CLOSE_WAIT"));
        assertTrue(taken(true, true, holder(SocketState.TIME_WAIT, V4, false)).proved().contains("no program holds it"));
        assertTrue(taken(true, true, listener(V6)).proved().contains("showed no socket"), "of the other family");
        assertTrue(taken(true, true, listener(OTHER)).proved().contains("showed no socket"), "at another address");
    }

    @Test
    void whatTheTableCannotShowIsSaid() {
        assertFalse(taken(true, true).notProved().contains("6.8"));
        assertTrue(taken(false, true).notProved().contains("only bound, which this kernel does not show"));
        silent(taken(false, false));
    }

    @Test
    void manyListenersAreNamedInPart() {
        Endpoint[] at = {new Endpoint("10.8.0.1", 80), new Endpoint("10.8.0.2", 80), new Endpoint("10.8.0.3", 80), new Endpoint("10.8.0.4", 80),
            new Endpoint("10.8.0.5", 80)};
        String three = refused(V4, listener(at[0]), listener(at[0]), listener(at[1]), listener(at[2])).happened();
        assertTrue(three.contains("10.8.0.1:80, 10.8.0.2:80, 10.8.0.3:80"), three);
        assertFalse(three.contains(" more"), three);
        String five = refused(V4, listener(at[0]), listener(at[1]), listener(at[2]), listener(at[3]), listener(at[4])).happened();
        assertTrue(five.contains("10.8.0.1:80, 10.8.0.2:80, 10.8.0.3:80 and 2 more"), five);
    }

    @Test
    void whoeverAsksForAllAddressesFindsEachTaken() {
        for (PortHolder holder : List.of(listener(V4), listener(ALL_V4), listener(ALL_V6))) {
            Verdict verdict = Diagnosis.of(bind(ALL_V4, holder));
            assertTrue(verdict.happened().contains("listens (uid 1000)"), verdict.happened());
        }
        for (PortHolder holder : List.of(listener(V4), listener(V6), listener(ALL_V4))) {
            Verdict verdict = Diagnosis.of(bind(ALL_V6, holder));
            assertTrue(verdict.happened().contains("listens (uid 1000)"), verdict.happened());
        }
        assertFalse(Diagnosis.of(bind(ALL_V4, listener(V6))).happened().contains("listens (uid"), "of the other family");
        assertFalse(Diagnosis.of(bind(V4, holder(SocketState.LISTEN, ALL_V6, true))).happened().contains("listens (uid"), "of IPv6 alone");
    }

    private static Trace bind(Endpoint asked, PortHolder holder) {
        TraceBuilder trace = new TraceBuilder(Mode.SERVER, asked.toString()).source("sockdiag")
                .fails(Lane.SERVER, 0, 0, Stage.BIND, ErrorCode.EADDRINUSE, asked, null);
        return trace.kernel(new PortLooked(asked, false, List.of(holder), 0, true, true, trace.last())).build();
    }

    @Test
    void anInodeThatTheTableDoesNotTellIsNotNamed() {
        PortHolder known = new PortHolder(SocketState.LISTEN, V4, null, false, 0, 7, 42, "program");
        assertTrue(taken(true, true, known).happened().contains("42"), taken(true, true, known).happened());
    }
}
