package dev.lifeline.diagnosis.evidence;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceBuilder;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RaceEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Each attempt of a race has a route of its own; the connection has that of the one that won.
class RouteOfWinnerTest {

    private static final Endpoint SIX = new Endpoint("2001:db8::1", 80);
    private static final Endpoint FOUR = new Endpoint("192.0.2.1", 80);
    private static final Endpoint FROM_SIX = new Endpoint("2001:db8:ffff::2", 0);
    private static final Endpoint FROM_FOUR = new Endpoint("198.51.100.2", 0);

    private static String proved(int winner) {
        Endpoint remote = winner == 1 ? SIX : winner == 2 ? FOUR : new Endpoint("192.0.2.9", 80);
        Endpoint local = new Endpoint(winner == 1 ? FROM_SIX.address() : FROM_FOUR.address(), 4711);
        return Diagnosis.of(TraceIndex.of(new TraceBuilder("name.test:80", Mode.CLIENT)
                .attempt(1).done(Lane.CLIENT, Stage.ROUTE, 1, 2, new Outcome.RouteChosen(SIX, FROM_SIX, null, 0))
                .attempt(2).done(Lane.CLIENT, Stage.ROUTE, 3, 4, new Outcome.RouteChosen(FOUR, FROM_FOUR, null, 0))
                .attempt(0).mark(5, Lane.CLIENT, new RaceEvent.Ordered("rfc8305", List.of(SIX, FOUR)))
                .attempt(winner).done(Lane.CLIENT, Stage.CONNECT, 6, 9, new Outcome.Connected(new FourTuple(local, remote)))
                .mark(10, Lane.CLIENT, new RaceEvent.Won()).inOrder().trace())).proved().toString();
    }

    @Test
    void theRouteThatIsToldIsTheWinners() {
        assertTrue(proved(1).contains("The route leaves from 2001:db8:ffff::2"), proved(1));
        assertFalse(proved(1).contains("198.51.100.2"), proved(1));
        assertTrue(proved(2).contains("The route leaves from 198.51.100.2"), proved(2));
    }

    @Test
    void ofAnAttemptWhoseRouteWasNotAskedForNoneIsTold() {
        assertFalse(proved(3).contains("The route leaves"), proved(3));
    }
}
