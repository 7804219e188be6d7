package dev.lifeline.diagnosis;

import static dev.lifeline.diagnosis.Sights.LOCAL;
import static dev.lifeline.diagnosis.Sights.OWN;
import static dev.lifeline.diagnosis.Sights.REMOTE;
import static dev.lifeline.diagnosis.Sights.socket;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.socket.ThisMachine;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.KernelEvent;
import org.junit.jupiter.api.Test;

/// Evidence that the other end is on this machine, beside an address that shows it by itself.
class ThisMachineTest {

    @Test
    void aRouteOfTheTypeLocalEndsHere() {
        assertTrue(isHere(OWN, OWN.route(RouteType.LOCAL)));
        assertFalse(isHere(OWN, OWN.route(RouteType.UNICAST)));
        assertFalse(isHere(OWN, REMOTE.route(RouteType.LOCAL)), "the route to another address");
    }

    @Test
    void aServersEndThatIsInTheSocketTableIsHere() {
        KernelEvent seen = OWN.socket(Lane.SERVER, socket(SocketState.NEW_SYN_RECV, 0, 0, 0, null), -1);
        assertTrue(isHere(OWN, seen));
        assertFalse(isHere(REMOTE, seen), "the end of another connection");
        assertFalse(isHere(OWN, OWN.socket(Lane.CLIENT, socket(SocketState.SYN_SENT, 41, 0, 1, null), -1)));
    }

    @Test
    void aLoopbackAddressShowsItByItself() {
        assertTrue(isHere(LOCAL, REMOTE.route(RouteType.UNICAST)));
    }

    @Test
    void whoIsRefusedByThisMachineLooksForItsListeners() {
        Verdict verdict = Diagnosis.of(Fault.CLOSED_PORT_AT_AN_OWN_ADDRESS.trace());
        assertEquals("ss -ltn 'sport = :5432'", verdict.next());
    }

    private static boolean isHere(Sights sights, KernelEvent seen) {
        Facts facts = Facts.of(TraceBuilder.client("db.example:5432")
                .started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, sights.server()).kernel(seen)
                .failed(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.TIMEOUT, null, sights.server()).build());
        return here(facts, Deciding.of(facts).run());
    }

    static boolean here(Facts facts, UnfinishedStage run) {
        return ThisMachine.hasOtherEnd(facts.index(), run.lane(), run.connection(), run.local(), run.remote());
    }
}
