package dev.lifeline.diagnosis;

import static dev.lifeline.diagnosis.Sights.LOCAL;
import static dev.lifeline.diagnosis.Sights.OWN;
import static dev.lifeline.diagnosis.Sights.REMOTE;
import static dev.lifeline.diagnosis.Sights.socket;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.diagnosis.cause.Condition;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.KernelEvent;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What shows that the other end is on this machine, beside an address that shows it by itself.
class ThisMachineTest {

    @Test
    void aRouteOfTheTypeLocalEndsHere() {
        assertEquals(Condition.LOCAL, where(OWN, OWN.route(RouteType.LOCAL)));
        assertEquals(Condition.REMOTE, where(OWN, OWN.route(RouteType.UNICAST)));
        assertEquals(Condition.REMOTE, where(OWN, REMOTE.route(RouteType.LOCAL)), "the route to another address");
    }

    @Test
    void aServersEndThatIsInTheSocketTableIsHere() {
        KernelEvent seen = OWN.socket(Lane.SERVER, socket(SocketState.NEW_SYN_RECV, 0, 0, 0, null), -1);
        assertEquals(Condition.LOCAL, where(OWN, seen));
        assertEquals(Condition.REMOTE, where(REMOTE, seen), "the end of another connection");
        assertEquals(Condition.REMOTE, where(OWN, OWN.socket(Lane.CLIENT, socket(SocketState.SYN_SENT, 41, 0, 1, null), -1)));
    }

    @Test
    void aLoopbackAddressShowsItByItself() {
        assertEquals(Condition.LOCAL, where(LOCAL, REMOTE.route(RouteType.UNICAST)));
    }

    @Test
    void whoIsRefusedByThisMachineLooksForItsListeners() {
        Verdict verdict = Diagnosis.of(Fault.CLOSED_PORT_AT_AN_OWN_ADDRESS.trace());
        assertEquals("ss -ltn 'sport = :5432'", verdict.next());
    }

    private static Condition where(Sights sights, KernelEvent seen) {
        Facts facts = Facts.of(TraceBuilder.client("db.example:5432")
                .started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, sights.server()).kernel(seen)
                .failed(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.TIMEOUT, null, sights.server()).build());
        Set<Condition> conditions = Condition.of(facts, Deciding.of(facts).run());
        return conditions.contains(Condition.LOCAL) ? Condition.LOCAL : Condition.REMOTE;
    }
}
