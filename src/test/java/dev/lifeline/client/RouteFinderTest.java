package dev.lifeline.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.race.Personality;
import dev.lifeline.record.StageFailure;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteFinderTest {

    private static final Endpoint LOOPBACK = new Endpoint("127.0.0.1", 9);
    private static final Endpoint LOOPBACK6 = Endpoint.of(InetAddress.ofLiteral("::1"), 9);
    /// Link-local without a zone: the kernel cannot tell which way (RFC 4007 section 6).
    private static final Endpoint NO_WAY = Endpoint.of(InetAddress.ofLiteral("fe80::1"), 9);

    private final Tracing trace = new Tracing();
    private final RouteFinder finder = new RouteFinder(trace.runner, Personality.DEFAULT);

    private static InetSocketAddress source(String address) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), 0);
    }

    private List<Integer> attempts(Class<? extends StageEvent> kind) {
        List<Integer> attempts = new ArrayList<>();
        for (TraceEvent event : trace.events()) {
            if (kind.isInstance(event.body())) {
                attempts.add(event.attempt());
            }
        }
        return attempts;
    }

    @Test
    void loopbackIsReachedFromLoopback() throws Exception {
        assertEquals(List.of(LOOPBACK), finder.usable(List.of(LOOPBACK), null));
        Outcome.RouteChosen route = (Outcome.RouteChosen) trace.outcome(Stage.ROUTE);
        assertEquals(new Endpoint("127.0.0.1", Endpoint.UNKNOWN_PORT), route.source());
        assertEquals(LOOPBACK, route.destination());
        assertNull(route.device(), "a source address does not tell through which interface the route goes");
        assertEquals(0, route.mtu());
    }

    @Test
    void aSourceAddressIsTheOneThatWillBeUsed() throws Exception {
        assumeTrue(RouteProbe.isOurs(new Endpoint("127.0.0.2", 0)), "only Linux has all of 127.0.0.0/8");
        finder.usable(List.of(LOOPBACK), source("127.0.0.2"));
        Outcome.RouteChosen route = (Outcome.RouteChosen) trace.outcome(Stage.ROUTE);
        assertEquals("127.0.0.2", route.source().address());
    }

    @Test
    void aZoneWithoutAnAddressIsAskedOfTheKernel() throws Exception {
        String loopback = NetworkInterface.getByInetAddress(InetAddress.ofLiteral("127.0.0.1")).getName();
        Endpoint zoned = new Endpoint("fe80::1%" + loopback, 9);
        assertEquals(List.of(LOOPBACK), finder.usable(List.of(LOOPBACK, zoned), null).subList(0, 1));
        assertEquals(zoned, trace.all(StageEvent.Started.class).getLast().remote());
    }

    @Test
    void onlyTheFirstCandidatesAreAskedFor() throws Exception {
        List<Endpoint> many = new ArrayList<>();
        for (int i = 1; i <= RouteFinder.MAX_PROBES + 3; i++) {
            many.add(new Endpoint("127.0.0." + i, 9));
        }
        assertEquals(many, finder.usable(many, null));
        assertEquals(List.of(1, 2, 3, 4), attempts(StageEvent.Finished.class));
    }

    @Test
    void aSourceOfAnotherFamilyFailsBeforeAnyConnect() {
        StageFailure e = assertThrows(StageFailure.class, () -> finder.usable(List.of(LOOPBACK), source("::1")));
        assertEquals(Stage.ROUTE, e.stage());
        assertEquals(ErrorCode.FAMILY_MISMATCH, e.failure().code());
        assertEquals(LOOPBACK, e.failure().remote());
        assertEquals(List.of("route FAMILY_MISMATCH"), trace.stages());
    }

    @Test
    void aSourceLeavesOutTheOtherFamily() throws Exception {
        assertEquals(List.of(LOOPBACK), finder.usable(List.of(LOOPBACK6, LOOPBACK), source("127.0.0.1")));
        assertEquals(LOOPBACK6, trace.only(RaceEvent.LeftOut.class).candidate());
        assertEquals(List.of(1), attempts(StageEvent.Finished.class));
    }

    @Test
    void aWildcardSourceSaysNothingAboutTheFamily() throws Exception {
        assertEquals(List.of(LOOPBACK), finder.usable(List.of(LOOPBACK), source("::")));
    }

    @Test
    void aForeignSourceIsLeftToTheBindStage() throws Exception {
        assertEquals(List.of(LOOPBACK), finder.usable(List.of(LOOPBACK), source("192.0.2.1")));
        assertEquals(List.of("route skipped"), trace.stages());
    }

    @Test
    void aCandidateWithoutAWayStaysInTheRaceUnderItsNumber() throws Exception {
        assertEquals(List.of(NO_WAY, LOOPBACK), finder.usable(List.of(NO_WAY, LOOPBACK), null));
        assertEquals(List.of(), trace.all(RaceEvent.LeftOut.class));
        assertEquals(List.of(1), attempts(StageEvent.Failed.class));
        assertEquals(List.of(2), attempts(StageEvent.Finished.class));
    }

    @Test
    void withoutAWayToAnyTheStageFailsAsItsFirst() {
        StageFailure e = assertThrows(StageFailure.class, () -> finder.usable(List.of(NO_WAY), null));
        assertEquals(NO_WAY, e.failure().remote());
        assertEquals(List.of(), trace.all(RaceEvent.LeftOut.class));
        assertEquals(List.of(1), attempts(StageEvent.Failed.class));
    }

    @Test
    void goSortsItsCandidatesByTheirSourcesBeforeTheyAreNumbered() throws Exception {
        RouteFinder go = new RouteFinder(trace.runner, Personality.GO);
        assertEquals(List.of(LOOPBACK, NO_WAY), go.usable(List.of(NO_WAY, LOOPBACK), null), "rule 1: what has no way is last");
        assertEquals(List.of(1), attempts(StageEvent.Finished.class));
        assertEquals(List.of(2), attempts(StageEvent.Failed.class));
    }

    @Test
    void aForeignSourceDoesNotKeepGoFromSorting() throws Exception {
        RouteFinder go = new RouteFinder(trace.runner, Personality.GO);
        // All of a network at once is no destination for a socket that did not ask for it (ip(7), SO_BROADCAST).
        Endpoint everybody = new Endpoint("255.255.255.255", 9);
        assertEquals(List.of(LOOPBACK, everybody), go.usable(List.of(everybody, LOOPBACK), source("192.0.2.1")));
        assertEquals(List.of("route skipped"), trace.stages());
    }
}
