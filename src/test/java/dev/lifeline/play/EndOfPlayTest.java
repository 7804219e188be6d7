package dev.lifeline.play;

import static dev.lifeline.play.Script.exactly;
import static dev.lifeline.play.Script.millis;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.scenario.Need;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// However a play ends, it ends, says so, and leaves nothing behind.
class EndOfPlayTest {

    private static final long PATIENCE = 20_000_000_000L;

    private static Script everything() {
        return new Script().actor("server", "server").actor("loop", "loop").actor("relay", "relay", "to", "loop")
                .actor("names", "dns", "answers", Map.of()).actor("datagrams", "udp")
                .actor("client", "client", "to", "server").actor("through", "client", "to", "relay").actor("late", "client", "to", "server")
                .step("server", "listen").step("loop", "start").step("relay", "start").step("datagrams", "bind")
                .step("client", "connect").step("through", "connect").step("through", "write", "text", "x").step("through", "read")
                .step("server", "accept", "as", "peer").step("late", "connect", "blocking", false);
    }

    @Test
    void nothingIsLeftBehind() throws Exception {
        Seen.play(everything());
        Set<String> threads = Leftovers.threads();
        int descriptors = Leftovers.settled(Integer.MAX_VALUE);
        for (int i = 0; i < 3; i++) {
            Seen.play(everything());
            Seen.play(everything().background("stuck", "client", "read", "timeout", millis(60_000)).scenario(), 300);
        }
        assertTrue(Leftovers.settled(descriptors) <= descriptors, () -> "descriptors: " + descriptors + " before, " + Leftovers.count() + " after");
        Set<String> more = Leftovers.threads();
        more.removeAll(threads);
        assertEquals(Set.of(), more, "threads");
    }

    @Test
    void playsMayRunBesideEachOther() throws Exception {
        List<FutureTask<Seen>> plays = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Script script = new Script().needs("sockdiag").actor("server", "server").actor("client", "client", "to", "server", "syn-count", 2)
                    .step("server", "listen").step("client", "connect").labelled("waiting", "machine", "look")
                    .step("server", "accept", "as", "peer").step("client", "write", "text", "from " + i).step("peer", "read")
                    .step("client", "close").step("peer", "close");
            FutureTask<Seen> play = new FutureTask<>(() -> Seen.play(script));
            plays.add(play);
            Thread.ofPlatform().daemon().start(play);
        }
        for (int i = 0; i < plays.size(); i++) {
            Seen seen = plays.get(i).get(PATIENCE, TimeUnit.NANOSECONDS);
            assertEquals("from " + i, seen.all("peer", StreamEvent.ChunkRead.class).getFirst().bytes().preview());
            assertEquals(1, seen.queue("waiting", "server").queued(), seen::text);
            Outcome.Connected connected = (Outcome.Connected) seen.finished("client", Stage.CONNECT);
            for (TraceEvent event : seen.events()) {
                if (event.body() instanceof KernelEvent.SocketSeen look && look.end() == Lane.CLIENT) {
                    assertEquals(connected.tuple(), look.tuple(), seen::text);
                }
            }
        }
    }

    @Test
    void aNamespaceIsLeftWithThePlay() throws Exception {
        Script script = new Script().needs("namespace").actor("server", "server").actor("client", "client", "to", "server")
                .step("server", "listen").step("client", "connect");
        String own = namespace("self");
        Seen.play(script);
        assertEveryThreadIsIn(own);
    }

    /// Once they had time to end: the kernel has a thread for a moment longer than Java.
    private static void assertEveryThreadIsIn(String own) throws IOException {
        long end = System.nanoTime() + PATIENCE;
        while (!namespaces().equals(Set.of(own)) && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertEquals(Set.of(own), namespaces());
    }

    @Test
    void namesAreAnsweredInTheNamespaceToo() throws Exception {
        List<MissingNeed> lacks = new NeedsTrial().missing(new PlayNeeds(List.of(Need.NAMESPACE, Need.RESOLVER), false, false, Set.of()));
        assumeTrue(lacks.isEmpty(), () -> "cannot be shown here: " + lacks);
        ScenarioRun run = ScenarioRun.prepare(PlayPlan.of(new Script().needs("namespace", "resolver")
                .actor("names", "dns", "answers", Map.of("quiet.test", List.of("silent")))
                .actor("client", "client", "to", "quiet.test:80", "resolver", "names")
                .labelled("asks", "client", "lookup").scenario()), "test");
        Map<String, Set<String>> there = new TreeMap<>();
        String own = namespace("self");
        Thread observer = Thread.ofPlatform().daemon().start(() -> {
            awaited(run, "asks");
            // The step has begun, its thread perhaps not yet, and a thread that begins enters the namespace itself; the look-up waits
            // for a second.
            long end = System.nanoTime() + PATIENCE;
            do {
                there.clear();
                threads("lifeline-dns-", there);
                threads("lifeline-names", there);
                threads("lookup", there);
            } while ((there.size() < 3 || there.values().stream().anyMatch(each -> each.contains(own))) && System.nanoTime() < end);
        });
        new Seen(run.execute(null)).failed("client", Stage.LOOKUP, ErrorCode.EAI_AGAIN);
        observer.join();
        assertEquals(Set.of("lifeline-dns-", "lifeline-names", "lookup"), there.keySet());
        Set<String> all = new TreeSet<>();
        there.values().forEach(all::addAll);
        assertEquals(1, all.size(), there::toString);
        assertFalse(all.contains(own), there::toString);
        assertEveryThreadIsIn(own);
    }

    /// The network namespaces of the threads whose names begin so.
    private static void threads(String prefix, Map<String, Set<String>> found) {
        String[] threads = new File("/proc/self/task").list();
        for (String each : threads == null ? new String[0] : threads) {
            try {
                if (Files.readString(Path.of("/proc/self/task", each, "comm")).startsWith(prefix)) {
                    found.computeIfAbsent(prefix, name -> new TreeSet<>()).add(namespace("self/task/" + each));
                }
            } catch (IOException e) {
                assertGone(each);
            }
        }
    }

    @Test
    void anInterruptEndsWhateverWaits() throws Exception {
        ScenarioRun run = ScenarioRun.prepare(PlayPlan.of(everything()
                .background("never", "loop", "busy", "time", 40_000_000_000L)
                .labelled("waits", "client", "read", "timeout", 40_000_000_000L).step("client", "write", "text", "x").scenario()), "test");
        Thread interrupter = Thread.ofPlatform().daemon().start(() -> {
            awaited(run, "waits");
            run.interrupt("INT");
        });
        long before = System.nanoTime();
        Seen seen = new Seen(run.execute(null));
        interrupter.join();
        assertTrue(System.nanoTime() - before < PATIENCE);
        seen.failed("client", Stage.FIRST_BYTE, ErrorCode.INTERRUPTED);
        seen.failed("late", Stage.CONNECT, ErrorCode.INTERRUPTED);
        assertTrue(seen.events().stream().anyMatch(event -> event.body() instanceof RunEvent.Interrupted), seen::text);
        assertFalse(Thread.currentThread().isInterrupted());
        assertFalse(seen.remarked("client write"), seen::text);
    }

    @Test
    void aPlayThatTakesTooLongIsCutOff() throws Exception {
        Seen seen = Seen.cutOff(everything().labelled("reads", "client", "read", "timeout", 20_000_000_000L).scenario(), 400, "reads");
        seen.failed("client", Stage.FIRST_BYTE, ErrorCode.INTERRUPTED);
        assertTrue(seen.remarked("the play's limit of 400 ms passed: step 11, client read (reads), had not ended and was cut off"), seen::text);
    }

    @Test
    void whatWasWaitedForInVainIsToldWithTheLastLook() throws Exception {
        Seen seen = Seen.play(new Script().needs("sockdiag").actor("server", "server").actor("client", "client", "to", "server")
                .step("server", "listen").step("client", "connect").step("server", "accept", "as", "peer")
                .step("client", "write", "text", "12345")
                .step("machine", "await-state", "of", "peer", "receive-queue", exactly(5))
                .labelled("never", "machine", "await-state", "of", "client", "end", "server", "state", "CLOSE_WAIT", "timeout", millis(40))
                .background("stuck", "client", "read", "timeout", millis(1_000))
                .step("machine", "await", "step", "stuck", "timeout", millis(20)));
        List<PlayEvent.WaitFailed> failed = seen.waited();
        assertEquals(List.of("server's end of client was never seen in CLOSE_WAIT", "step stuck did not end"),
                failed.stream().map(PlayEvent.WaitFailed::missed).toList());
        assertEquals("ESTABLISHED, receive-queue 5, send-queue 0", failed.getFirst().seen());
        assertTrue(failed.getFirst().seenAt() > seen.mark("never").begin() && failed.getFirst().seenAt() <= seen.mark("never").end());
        assertEquals(millis(40), failed.getFirst().waited());
        assertEquals("client first byte under way", failed.getLast().seen());
    }

    @Test
    void theLimitTellsWhatHungAndWhatWasWaitedFor() throws Exception {
        Seen seen = Seen.cutOff(new Script().needs("sockdiag").actor("server", "server").actor("client", "client", "to", "server")
                .step("server", "listen").step("client", "connect").background("reading", "client", "read", "timeout", millis(9_000))
                .step("machine", "await-state", "of", "client", "end", "server", "state", "CLOSE_WAIT", "timeout", millis(8_000))
                .step("client", "close").step("server", "close").scenario(), 300, "reading");
        assertTrue(seen.remarked("the play's limit of 300 ms passed: step 3, client read (reading), had not ended and was cut off"), seen::text);
        assertTrue(seen.remarked("step 4, machine await-state, had not ended and was cut off; 2 steps after it were left out"), seen::text);
        assertTrue(seen.waited().getFirst().waited() < millis(8_000), seen::text);
        assertEquals("server's end of client was never seen in CLOSE_WAIT", seen.waited().getFirst().missed());
    }

    @Test
    void aHeldLaneIsReleasedByAnotherStep() throws Exception {
        Seen seen = Seen.play(new Script().actor("server", "server").actor("client", "client", "to", "server")
                .step("server", "listen").step("client", "connect").step("server", "hold", "before", "accept")
                .background("accepting", "server", "accept", "as", "peer")
                .labelled("held", "machine", "pause", "time", millis(20))
                .step("server", "release", "before", "accept").step("peer", "read", "blocking", false));
        seen.finished("peer", Stage.ACCEPT);
        assertTrue(seen.mark("accepting").end() > seen.mark("held").end());
    }

    @Test
    void whatMakesNoSenseIsSaidAndThePlayGoesOn() throws Exception {
        Seen seen = Seen.play(new Script().actor("server", "server").actor("client", "client", "to", "server")
                .step("client", "write", "text", "x").step("server", "accept").step("server", "listen").step("client", "connect")
                .step("machine", "await-state", "of", "server", "length", exactly(5), "timeout", millis(20)));
        assertTrue(seen.remarked("client has no connection"), seen::text);
        assertTrue(seen.remarked("server does not listen"), seen::text);
        assertTrue(seen.remarked("the accept queue of server was never seen with length 5 in 20 ms; last look: length 1 of 128"), seen::text);
        seen.finished("client", Stage.CONNECT);
    }

    @Test
    void whatIsMissingIsSaidBefore() {
        CannotPlayException cannot = assertThrows(CannotPlayException.class, () -> ScenarioRun.prepare(new PlayPlan(
                new Script().needs("packet").scenario(), EvidenceChoice.PORTABLE), "test"));
        assertEquals(List.of(new MissingNeed("packet", "not asked for", "--evidence auto")), cannot.lacks());
    }

    @Test
    void allThatCanBeNeededIsTried() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root") && System.getProperty("os.name").equals("Linux"),
                "not all of it is there for others than root on Linux");
        assertEquals(List.of(), new NeedsTrial().missing(new PlayNeeds(List.of(Need.values()), true, false, Set.of("ListenDrops"))));
    }

    private static void awaited(ScenarioRun run, String label) {
        try {
            Seen.awaitStage(run, label);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Of a thread that ends the kernel tells nothing any more, a moment before it is gone.
    private static void assertGone(String thread) {
        long end = System.nanoTime() + PATIENCE;
        while (Files.exists(Path.of("/proc/self/task", thread)) && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertTrue(Files.notExists(Path.of("/proc/self/task", thread)), thread);
    }

    private static String namespace(String thread) throws IOException {
        return Files.readSymbolicLink(Path.of("/proc", thread, "ns", "net")).toString();
    }

    private static Set<String> namespaces() throws IOException {
        Set<String> all = new TreeSet<>();
        String[] threads = new File("/proc/self/task").list();
        for (String each : threads == null ? new String[0] : threads) {
            try {
                all.add(namespace("self/task/" + each));
            } catch (IOException e) {
                assertGone(each);
            }
        }
        return all;
    }
}
