package dev.lifeline.observe.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.route.Namespace;
import dev.lifeline.linux.route.RouteQuery;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.Observer;
import dev.lifeline.observe.Subject;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.TraceClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(value = OS.LINUX, disabledReason = "rtnetlink is the Linux kernel's")
class RouteObserverTest {

    private static final Endpoint THERE = new Endpoint("127.0.0.1", 80);
    private static final String OTHER = "127.0.0.9";

    private final Recorder recorder = new Recorder(TraceClock.start());
    private final LaneRecorder client = new LaneRecorder(recorder, Lane.CLIENT, 1, 1);

    private Observer observe(int connections) throws Exception {
        Observer observer = new RouteSource().start(new Subject(recorder, Mode.CLIENT, THERE.port(), connections));
        recorder.listener(observer::saw);
        return observer;
    }

    private void observing(int connections, Runnable program) throws Exception {
        try (Observer observer = observe(connections)) {
            assertNotNull(observer);
            program.run();
        }
    }

    @Test
    void theRouteOfACandidateStandsInTheKernelsLaneOfItsAttempt() throws Exception {
        observing(1, () -> {
            route(client.attempt(2), null, THERE);
        });
        TraceEvent event = kernel().getFirst();
        assertEquals(1, kernel().size());
        assertEquals(Evidence.KERNEL, event.evidence());
        assertEquals(1, event.connection());
        assertEquals(2, event.attempt());
        KernelEvent.RouteAnswered answered = assertInstanceOf(KernelEvent.RouteAnswered.class, event.body());
        assertEquals(THERE, answered.destination());
        assertEquals(RouteType.LOCAL, answered.route().type());
        assertEquals("lo", answered.route().device());
        assertEquals("127.0.0.1", answered.route().source());
        // Until a rule is added, the kernel keeps the routes of table local in those of table main, and says main.
        assertTrue(answered.route().table() == 255 || answered.route().table() == 254, answered.toString());
        assertTrue(answered.route().mtu() > 1000, answered.toString());
        assertNull(answered.route().gateway());
    }

    @Test
    void aFailedRouteStageIsAskedForToo() throws Exception {
        observing(1, () -> {
            long started = client.started(Stage.ROUTE, null, THERE);
            client.failed(Stage.ROUTE, started, new Failure(ErrorCode.EACCES, Operation.ROUTE, null, THERE, null));
        });
        assertEquals(List.of("RouteAnswered"), kinds());
    }

    @Test
    void theSameAnswerForOneOfManyConnectionsIsNotRepeated() throws Exception {
        observing(1000, () -> {
            for (int i = 1; i <= 20; i++) {
                route(client.connection(i), null, THERE);
            }
            route(client.connection(21), new Endpoint(OTHER, 0), THERE);
        });
        assertEquals(List.of("RouteAnswered", "RouteAnswered"), kinds());
        assertEquals(OTHER, ((KernelEvent.RouteAnswered) kernel().getLast().body()).route().source());
    }

    @Test
    void aSocketWithAnotherSourceThanTheRoutesIsADisagreement() throws Exception {
        Endpoint actual = new Endpoint(OTHER, 4000);
        observing(1, () -> {
            route(client, null, THERE);
            connect(client, null, actual);
        });
        assertEquals(List.of("RouteAnswered", "RouteDisagreed"), kinds());
        assertEquals(new KernelEvent.RouteDisagreed("127.0.0.1", actual), kernel().getLast().body());
    }

    @Test
    void aSocketWithTheSourceOfTheRouteIsNone() throws Exception {
        observing(1, () -> {
            route(client, null, THERE);
            connect(client, null, new Endpoint("127.0.0.1", 4000));
        });
        assertEquals(List.of("RouteAnswered"), kinds());
    }

    @Test
    void aSourceThatThePersonChoseIsAskedWithAndDisagreesWithNothing() throws Exception {
        Endpoint chosen = new Endpoint(OTHER, 0);
        observing(1, () -> {
            route(client, chosen, THERE);
            connect(client, new Endpoint(OTHER, 4000), new Endpoint(OTHER, 4000));
        });
        assertEquals(List.of("RouteAnswered"), kinds());
        assertEquals(OTHER, ((KernelEvent.RouteAnswered) kernel().getFirst().body()).route().source());
    }

    @Test
    void aWildcardSourceLeavesTheChoiceToTheKernel() throws Exception {
        observing(1, () -> {
            connect(client, new Endpoint("0.0.0.0", 4000), new Endpoint(OTHER, 4000));
        });
        assertEquals(List.of("RouteAnswered", "RouteDisagreed"), kinds());
    }

    @Test
    void aCandidateWhoseRouteStageNeverRanIsAskedForWhenItsConnectHasEnded() throws Exception {
        observing(1, () -> {
            long started = client.started(Stage.CONNECT, null, THERE);
            assertEquals(List.of(), kinds());
            client.failed(Stage.CONNECT, started, new Failure(ErrorCode.ECONNREFUSED, Operation.CONNECT, null, THERE, null));
        });
        assertEquals(List.of("RouteAnswered"), kinds());
    }

    @Test
    void theServersStagesAreNotTheClients() throws Exception {
        observing(1, () -> {
            route(new LaneRecorder(recorder, Lane.SERVER, 1, 0), null, THERE);
        });
        assertEquals(List.of(), kinds());
    }

    @Test
    void whatIsNoAddressIsNotAskedFor() throws Exception {
        observing(1, () -> {
            route(client, null, new Endpoint("fe80::1%no-such-zone", 80));
            route(client, null, new Endpoint("nonsense", 80));
            route(client, new Endpoint("::1", 0), THERE);
        });
        assertEquals(List.of(), kinds());
    }

    @Test
    void aZoneIsTheInterfaceThatIsAskedFor() throws Exception {
        observing(1, () -> {
            route(client, null, new Endpoint("127.0.0.1", 80));
            assertEquals(1, NumericText.address("fe80::1%1").getAddress()[15]);
            assertEquals(NumericText.address("fe80::1%1").getHostAddress(), NumericText.address("fe80::1%lo").getHostAddress());
        });
        assertEquals(List.of("RouteAnswered"), kinds());
    }

    @Test
    void afterTheEndNothingIsSaid() throws Exception {
        Observer observer = observe(1);
        observer.close();
        route(client, null, THERE);
        observer.close();
        assertEquals(List.of(), kinds());
    }

    @Test
    void aKernelThatCannotBeAskedAnyMoreIsSaidOnce() throws Exception {
        RouteQuery query = RouteQuery.open(1_000_000_000);
        query.close();
        try (Observer observer = new RouteObserver(new Subject(recorder, Mode.CLIENT, THERE.port(), 1), query)) {
            recorder.listener(observer::saw);
            route(client, null, THERE);
            route(client, null, THERE);
        }
        assertEquals(List.of("EvidenceLost"), kinds());
        assertEquals(new KernelEvent.EvidenceLost("route", -1, LossKind.MISSED, "errno 9"), kernel().getFirst().body());
    }

    @Test
    void whatLetsNothingThroughIsNamed() throws Exception {
        List<String> lines = Namespace.run("ip route add blackhole 198.51.100.0/28; ip route add unreachable 198.51.100.16/28; "
                + "ip route add prohibit 198.51.100.32/28; ip route add throw 198.51.100.48/28; "
                + "ip -6 route add blackhole 2001:db8:1::/48; ip -6 route add unreachable 2001:db8:2::/48; "
                + "ip -6 route add prohibit 2001:db8:3::/48; ip -6 route add throw 2001:db8:4::/48; "
                + "ip addr add 192.0.2.1/24 dev lo; ip route add 203.0.113.0/24 via 192.0.2.9 dev lo mtu 1300", NamedRoutes.class,
                "198.51.100.1", "198.51.100.17", "198.51.100.33", "198.51.100.49",
                "2001:db8:1::1", "2001:db8:2::1", "2001:db8:3::1", "2001:db8:4::1", "192.0.2.1", "203.0.113.1");
        assertEquals(List.of("blackhole", "unreachable", "prohibit", "none", "blackhole", "unreachable", "prohibit", "none",
                "local lo 192.0.2.1 65536", "unicast lo 192.0.2.1 1300"), lines);
    }

    @Test
    void aSourceThatTheKernelRefusesIsNamedBesideTheRouteWithoutIt() throws Exception {
        assertEquals(List.of("203.0.113.1 from 127.0.0.1: refused, else via 192.0.2.9",
                "203.0.113.1 from 192.0.2.1: via 192.0.2.9", "198.51.100.1 from 192.0.2.1: blackhole"),
                Namespace.run("ip link add cable type veth peer name plug; ip addr add 192.0.2.1/24 dev cable; "
                        + "ip link set cable up; ip link set plug up; ip route add 203.0.113.0/24 via 192.0.2.9; "
                        + "ip route add blackhole 198.51.100.0/28", RefusedSource.class,
                        "203.0.113.1", "127.0.0.1", "203.0.113.1", "192.0.2.1", "198.51.100.1", "192.0.2.1"));
    }

    /// Has the observer ask for each destination with a source, and writes what it recorded.
    static final class RefusedSource {
        private RefusedSource() {
        }

        public static void main(String[] pairs) throws Exception {
            RouteObserverTest test = new RouteObserverTest();
            try (Observer observer = test.observe(1)) {
                for (int i = 0; i < pairs.length; i += 2) {
                    Endpoint source = new Endpoint(pairs[i + 1], 0);
                    Endpoint destination = new Endpoint(pairs[i], 80);
                    long started = test.client.started(Stage.ROUTE, source, destination);
                    test.client.failed(Stage.ROUTE, started,
                            new Failure(ErrorCode.EINVAL, Operation.ROUTE, source, destination, null));
                }
            }
            List<TraceEvent> answers = test.kernel();
            for (int i = 0; i < answers.size(); i++) {
                KernelEvent.RouteAnswered answer = (KernelEvent.RouteAnswered) answers.get(i).body();
                KernelRoute route = answer.route();
                System.out.println(pairs[2 * i] + " from " + pairs[2 * i + 1] + ": "
                        + (answer.refusedSource() == null ? "" : "refused, else ")
                        + (route.gateway() == null ? route.type().label() : "via " + route.gateway()));
            }
        }
    }

    @Test
    void aRouteThatChangesBeforeTheConnectIsADisagreementOfTheRealSocket() throws Exception {
        List<String> lines = Namespace.run("ip addr add 192.0.2.1/24 dev lo; ip addr add 192.0.2.2/32 dev lo", ChangedRoute.class);
        assertEquals(List.of("promised 192.0.2.1, got 192.0.2.2"), lines);
    }

    @Test
    void theProbeTellsTheWayToThisMachine() {
        Availability answer = new RouteSource().probe();
        assertTrue(assertInstanceOf(Availability.Available.class, answer).gives().startsWith("to 127.0.0.1: local, lo, source 127.0.0.1"),
                answer.toString());
    }

    /// Writes the route to each destination.
    static final class NamedRoutes {
        private NamedRoutes() {
        }

        public static void main(String[] destinations) throws Exception {
            try (RouteQuery query = RouteQuery.open(1_000_000_000)) {
                for (String destination : destinations) {
                    KernelRoute route = new KernelRoutes(query).to(NumericText.address(destination), 80, null).route();
                    System.out.println(route.type().label()
                            + (route.device() == null ? "" : " " + route.device() + " " + route.source() + " " + route.mtu()));
                }
            }
        }
    }

    private static void route(LaneRecorder lane, Endpoint source, Endpoint destination) {
        long started = lane.started(Stage.ROUTE, source, destination);
        lane.finished(Stage.ROUTE, started, new Outcome.RouteChosen(destination, source == null ? THERE : source, "lo", 0));
    }

    private static void connect(LaneRecorder lane, Endpoint bound, Endpoint local) {
        long started = lane.started(Stage.CONNECT, bound, THERE);
        lane.finished(Stage.CONNECT, started, new Outcome.Connected(new FourTuple(local, THERE)));
    }

    private List<TraceEvent> kernel() {
        List<TraceEvent> found = new ArrayList<>();
        for (TraceEvent event : recorder.from(0)) {
            if (event.lane() == Lane.KERNEL) {
                found.add(event);
            }
        }
        return found;
    }

    private List<String> kinds() {
        List<String> kinds = new ArrayList<>();
        for (TraceEvent event : kernel()) {
            kinds.add(event.body().getClass().getSimpleName());
        }
        return kinds;
    }

    @Test
    void aJvmWithoutNativeAccessSaysSo() throws Exception {
        assertEquals(List.of("Unavailable[reason=this JVM was started without native access, "
                + "enable=start Java with --enable-native-access=ALL-UNNAMED]"),
                Namespace.withoutNativeAccess(Probe.class));
    }

    /// Writes what the source says of itself.
    static final class Probe {
        private Probe() {
        }

        public static void main(String[] arguments) {
            System.out.println(new RouteSource().probe());
        }
    }
}
