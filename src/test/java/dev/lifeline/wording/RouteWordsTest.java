package dev.lifeline.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Outcome;
import org.junit.jupiter.api.Test;

class RouteWordsTest {

    private static final Outcome.RouteChosen TOLD = new Outcome.RouteChosen(new Endpoint("192.0.2.9", 80),
            new Endpoint("192.0.2.1", 0), "eth0", 1500);

    @Test
    void aRouteIsToldAsIpRouteTellsItWithoutWhatIsKnown() {
        KernelRoute way = new KernelRoute(RouteType.UNICAST, "eth0", "192.0.2.254", "192.0.2.1", 1500, 254);
        assertEquals("via 192.0.2.254 dev eth0 src 192.0.2.1 mtu 1500", phrase(way, null));
        assertEquals("via 192.0.2.254", phrase(way, TOLD));
        assertEquals("on the link", phrase(new KernelRoute(RouteType.UNICAST, "eth0", null, "192.0.2.1", 0, 254), TOLD));
        assertEquals("prohibit", phrase(new KernelRoute(RouteType.PROHIBIT, null, null, null, 0, 254), TOLD));
    }

    @Test
    void namesFromOutsideAreMadeSafe() {
        assertEquals("via \\x1b[2J", phrase(new KernelRoute(RouteType.UNICAST, null, "\u001b[2J", null, 0, 254), null));
    }

    @Test
    void aSourceThatIsRefusedIsNamedBeforeTheRouteWithoutIt() {
        KernelRoute link = new KernelRoute(RouteType.UNICAST, "eth0", null, "192.0.2.1", 0, 254);
        assertEquals("refused from 127.0.0.1; without it on the link",
                RouteWords.phrase(new KernelEvent.RouteAnswered(new Endpoint("192.0.2.9", 80), link, "127.0.0.1"), TOLD));
    }

    private static String phrase(KernelRoute route, Outcome.RouteChosen known) {
        return RouteWords.phrase(new KernelEvent.RouteAnswered(new Endpoint("192.0.2.9", 80), route), known);
    }
}
