package dev.lifeline.play;

import static dev.lifeline.play.Script.millis;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.StageEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// From the name to the handshake, played for real.
class WayOutTest {

    @Test
    void aWholeLifeIsRecordedOnBothSides() throws Exception {
        Seen seen = Seen.play(new Script()
                .actor("loop", "loop")
                .actor("client", "client", "to", "localhost:loop", "family", "4")
                .step("loop", "start")
                .step("client", "live", "send", "ping", "expect", "ping"));
        for (Stage stage : List.of(Stage.LOOKUP, Stage.ROUTE, Stage.CONNECT, Stage.WRITE, Stage.FIRST_BYTE, Stage.CLOSE)) {
            seen.finished("client", stage);
        }
        for (Stage stage : List.of(Stage.ACCEPT, Stage.FIRST_BYTE, Stage.WRITE, Stage.CLOSE)) {
            seen.finished("loop", stage);
        }
        assertEquals("localhost:" + seen.played().actors().get("loop").listener().port(), seen.played().index().header().target().toString());
    }

    @Test
    void theSourceIsTheOneThatWasGiven() throws Exception {
        Seen seen = Seen.play(new Script()
                .actor("server", "server")
                .actor("client", "client", "to", "server", "source", "127.0.0.2")
                .actor("foreign", "client", "to", "server", "source", "192.0.2.1")
                .actor("taken", "client", "to", "server", "source", "server")
                .step("server", "listen").step("client", "connect").step("foreign", "connect").step("taken", "connect"));
        assertEquals("127.0.0.2", ((Outcome.Connected) seen.finished("client", Stage.CONNECT)).tuple().local().address());
        seen.failed("foreign", Stage.BIND, ErrorCode.EADDRNOTAVAIL);
        seen.failed("taken", Stage.BIND, ErrorCode.EADDRINUSE);
    }

    @Test
    void aRangeOfTwoPortsGivesTwoConnections() throws Exception {
        Script script = new Script().needs("linux").actor("server", "server").step("server", "listen");
        for (String name : List.of("a", "b", "c")) {
            script.actor(name, "client", "to", "server", "port-range", "2").step(name, "connect");
        }
        Seen seen = Seen.play(script);
        int first = ((Outcome.Connected) seen.finished("a", Stage.CONNECT)).tuple().local().port();
        int second = ((Outcome.Connected) seen.finished("b", Stage.CONNECT)).tuple().local().port();
        assertEquals(1, Math.abs(first - second));
        seen.failed("c", Stage.CONNECT, ErrorCode.EADDRNOTAVAIL);
    }

    @Test
    void aConnectNeedNotWait() throws Exception {
        Seen seen = Seen.play(new Script()
                .actor("server", "server")
                .actor("client", "client", "to", "server")
                .actor("nobody", "client", "to", "closed")
                .actor("closed", "server")
                .step("server", "listen").step("closed", "bind")
                .step("client", "connect", "blocking", false).step("client", "finish")
                .step("nobody", "connect", "blocking", false).step("nobody", "finish")
                .step("client", "write", "text", "x"));
        seen.finished("client", Stage.CONNECT);
        seen.finished("client", Stage.WRITE);
        seen.failed("nobody", Stage.CONNECT, ErrorCode.ECONNREFUSED);
    }

    @Test
    void namesAreAnsweredByTheServerOfThePlay() throws Exception {
        Seen seen = Seen.play(new Script().needs("resolver")
                .actor("names", "dns", "answers", Map.of("both.test", List.of("127.0.0.1", "127.0.0.3"), "down.test", List.of("servfail"),
                        "no.test", List.of("refused"), "none.test", List.of("empty")))
                .actor("server", "server")
                .actor("client", "client", "to", "both.test:server", "resolver", "names")
                .actor("missing", "client", "to", "missing.test:server", "resolver", "names")
                .actor("down", "client", "to", "down.test:server", "resolver", "names")
                .actor("none", "client", "to", "none.test:server", "resolver", "names")
                .step("server", "listen").step("client", "connect").step("missing", "connect").step("down", "connect").step("none", "connect"));
        Outcome.Answers answers = (Outcome.Answers) seen.finished("client", Stage.LOOKUP);
        assertEquals(Set.of("127.0.0.1", "127.0.0.3"), new HashSet<>(answers.addresses()));
        assertEquals(LookupSource.DNS, answers.source());
        seen.finished("client", Stage.CONNECT);
        seen.failed("missing", Stage.LOOKUP, ErrorCode.ENOTFOUND);
        seen.failed("down", Stage.LOOKUP, ErrorCode.EAI_AGAIN);
        seen.failed("none", Stage.LOOKUP, ErrorCode.EAI_NODATA);
    }

    @Test
    void aLookUpThatWasGivenUpHoldsUpNoOther() throws Exception {
        Seen seen = Seen.play(new Script().needs("resolver", "namespace")
                .actor("client", "client", "to", "quiet.test:server", "resolver", "names")
                .actor("names", "dns", "answers", Map.of("quiet.test", List.of("silent"), "there.test", List.of("127.0.0.1")))
                .actor("server", "server").step("server", "listen")
                .labelled("given up", "client", "lookup", "timeout", millis(50))
                .labelled("after", "client", "lookup", "name", "there.test", "timeout", millis(700)));
        seen.failed("client", Stage.LOOKUP, ErrorCode.TIMEOUT);
        Outcome.Answers answers = (Outcome.Answers) seen.finished("client", Stage.LOOKUP);
        assertEquals(List.of("127.0.0.1"), answers.addresses());
        assertEquals(LookupSource.DNS, answers.source());
    }

    @Test
    void withoutItsDnsServerAClientAsksNobodyElse() throws Exception {
        Seen seen = Seen.play(new Script().needs("resolver")
                .actor("names", "dns", "answers", Map.of("a..b", List.of("127.0.0.1")))
                .actor("client", "client", "to", "localhost:80", "resolver", "names")
                .step("client", "lookup", "timeout", millis(20)));
        assertTrue(seen.remarked("names could not be made: \"a..b\" is no name in DNS"), seen::text);
        assertTrue(seen.remarked("client could not be made: there is no DNS server names"), seen::text);
        assertTrue(seen.remarked("there is no client yet"), seen::text);
    }

    @Test
    void aSilentAddressLosesTheRace() throws Exception {
        Seen seen = Seen.play(new Script().needs("resolver", "linux", "ipv6")
                .actor("names", "dns", "answers", Map.of("both.test", List.of("::1", "127.0.0.1")))
                .actor("six", "server", "address", "::1", "drop-incoming", true)
                .actor("four", "server", "port-of", "six")
                .actor("client", "client", "to", "both.test:six", "resolver", "names")
                .step("six", "listen").step("four", "listen").step("client", "connect"));
        assertEquals("127.0.0.1", ((Outcome.Connected) seen.finished("client", Stage.CONNECT)).tuple().remote().address());
        assertEquals(1, seen.all("client", RaceEvent.Abandoned.class).size());
    }

    @Test
    void packetsOfSeveralListenersAreCaptured() throws Exception {
        Seen seen = Seen.play(new Script().needs("packet")
                .actor("one", "server").actor("two", "server").actor("a", "client", "to", "one").actor("b", "client", "to", "two")
                .step("one", "listen").step("two", "listen").step("a", "connect").step("b", "connect")
                .step("a", "close").step("b", "close"));
        Set<Integer> withSyn = new HashSet<>();
        for (TraceEvent event : seen.events()) {
            if (event.body() instanceof PacketEvent.SegmentSeen segment && segment.from() == Lane.CLIENT && segment.sequence() == 0) {
                withSyn.add(event.connection());
            }
        }
        assertEquals(Set.of(1, 2), withSyn, seen::text);
    }

    @Test
    void aPlayInItsOwnNetworkChangesNothingElsewhere() throws Exception {
        Seen seen = Seen.play(new Script().needs("namespace", "sockdiag")
                .actor("server", "server", "address", "198.51.100.7")
                .actor("client", "client", "to", "server")
                .actor("lost", "client", "to", "203.0.113.9:80")
                .actor("privileged", "server", "port", 80, "unprivileged", true)
                .step("machine", "add-address", "address", "198.51.100.7")
                .step("machine", "add-route", "to", "203.0.113.0/24", "type", "unreachable")
                .step("server", "listen").step("client", "connect").step("lost", "connect", "timeout", millis(500))
                .step("privileged", "listen").step("machine", "look"));
        assertEquals("198.51.100.7", ((Outcome.Connected) seen.finished("client", Stage.CONNECT)).tuple().local().address());
        assertTrue(seen.all("lost", StageEvent.Failed.class).stream().allMatch(each -> each.failure().code() == ErrorCode.EHOSTUNREACH),
                seen::text);
        assertTrue(seen.events().stream().anyMatch(event -> event.body() instanceof StageEvent.Failed failed
                && failed.stage() == Stage.BIND && failed.failure().code() == ErrorCode.EACCES), seen::text);
        assertEquals(java.net.NetworkInterface.getByInetAddress(java.net.InetAddress.ofLiteral("198.51.100.7")), null);
    }

    @Test
    void aFullQueueAnswersWithAResetWhereTheSwitchIsOn() throws Exception {
        Script script = new Script().needs("namespace", "sockdiag")
                .actor("server", "server", "backlog", 1).step("machine", "sysctl", "name", "net.ipv4.tcp_abort_on_overflow", "value", 1)
                .step("server", "listen");
        for (String name : List.of("a", "b", "c", "d")) {
            script.actor(name, "client", "to", "server", "syn-count", 1).step(name, "connect", "timeout", millis(300));
        }
        Seen seen = Seen.play(script.step("machine", "look"));
        assertTrue(seen.events().stream().anyMatch(event -> event.body() instanceof StageEvent.Failed), seen::text);
        assertNotEquals(0, seen.rose("ListenOverflows"), seen::text);
        assertEquals(0, seen.events().stream().filter(event -> event.body() instanceof KernelEvent.EvidenceLost).count(), seen::text);
    }
}
