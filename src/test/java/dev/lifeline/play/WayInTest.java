package dev.lifeline.play;

import static dev.lifeline.play.Script.exactly;
import static dev.lifeline.play.Script.millis;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.scenario.judge.ActorOnTrace;
import java.util.List;
import org.junit.jupiter.api.Test;

/// From the SYN to the accept, played for real.
class WayInTest {

    @Test
    void aClientIsConnectedBeforeAnybodyAccepts() throws Exception {
        Seen seen = Seen.play(new Script().needs("sockdiag")
                .actor("server", "server", "backlog", 8)
                .actor("client", "client", "to", "server")
                .step("server", "listen")
                .step("client", "connect")
                .labelled("before", "machine", "look")
                .step("server", "accept", "as", "peer")
                .labelled("after", "machine", "look")
                .step("client", "close")
                .step("peer", "read", "until", "end")
                .step("peer", "close"));
        assertEquals(1, seen.queue("before", "server").queued(), seen::text);
        assertEquals(0, seen.queue("after", "server").queued(), seen::text);
        seen.state("before", "client", Lane.SERVER, SocketState.ESTABLISHED);
        assertEquals(0, seen.socket("before", "client", Lane.SERVER).socket().inode(), seen::text);
        assertNotEquals(0, seen.socket("after", "client", Lane.SERVER).socket().inode(), seen::text);
        Outcome.Connected connected = (Outcome.Connected) seen.finished("client", Stage.CONNECT);
        Outcome.Accepted accepted = (Outcome.Accepted) seen.finished("peer", Stage.ACCEPT);
        assertEquals(connected.tuple().reversed(), accepted.tuple());
        assertEquals(List.of(new ActorOnTrace.Own(Lane.SERVER, 1)), seen.played().actors().get("peer").connections());
        assertEquals(Outcome.Closed.class, seen.finished("peer", Stage.CLOSE).getClass());
    }

    @Test
    void aFullQueueDropsTheNextSyn() throws Exception {
        Seen seen = Seen.play(new Script().needs("sockdiag", "linux")
                .actor("server", "server", "backlog", 1)
                .actor("one", "client", "to", "server")
                .actor("two", "client", "to", "server")
                .actor("three", "client", "to", "server", "syn-count", 1)
                .step("server", "listen")
                .step("one", "connect")
                .step("two", "connect")
                .step("machine", "await-state", "of", "server", "length", exactly(2))
                .background("late", "three", "connect", "timeout", millis(1_000))
                .labelled("waiting", "machine", "await-state", "of", "three", "state", "SYN_SENT")
                .step("machine", "await", "step", "late")
                .step("machine", "look"));
        assertEquals(2, seen.queue("waiting", "server").queued(), seen::text);
        seen.state("waiting", "three", Lane.CLIENT, SocketState.SYN_SENT);
        seen.failed("three", Stage.CONNECT, ErrorCode.TIMEOUT);
        assertTrue(seen.rose("ListenOverflows") >= 1, seen::text);
    }

    @Test
    void theKernelGivesUpAfterSoManySyns() throws Exception {
        Seen seen = Seen.play(new Script().needs("linux")
                .actor("server", "server", "drop-incoming", true)
                .actor("client", "client", "to", "server", "syn-count", 1, "user-timeout", millis(100))
                .step("server", "listen")
                .step("client", "connect", "timeout", millis(5000)));
        seen.failed("client", Stage.CONNECT, ErrorCode.ETIMEDOUT);
    }

    @Test
    void aClientThatLetsNothingInDoesNotDecideBesideAnother() throws Exception {
        Script script = new Script().needs("linux").actor("server", "server")
                .actor("deaf", "client", "to", "server", "drop-incoming", true).actor("ordinary", "client", "to", "server")
                .step("server", "listen").step("deaf", "connect", "blocking", false).step("deaf", "finish", "timeout", millis(50));
        Seen alone = Seen.play(script);
        assertEquals(ErrorCode.TIMEOUT, alone.played().verdict().code());
        Seen beside = Seen.play(script.step("ordinary", "connect"));
        assertEquals(Verdict.Result.COMPLETED, beside.played().verdict().result());
        assertTrue(beside.played().verdict().happened().contains("1 of 2 connections failed because of the client itself"),
                beside.played().verdict()::happened);
    }

    @Test
    void nobodyListensThere() throws Exception {
        Seen seen = Seen.play(new Script()
                .actor("server", "server")
                .actor("client", "client", "to", "server")
                .step("server", "bind")
                .step("client", "connect"));
        seen.failed("client", Stage.CONNECT, ErrorCode.ECONNREFUSED);
    }

    @Test
    void aSecondServerCannotHaveThePort() throws Exception {
        Seen seen = Seen.play(new Script()
                .actor("first", "server")
                .actor("second", "server", "port-of", "first")
                .step("first", "listen")
                .step("second", "listen"));
        assertEquals(seen.played().actors().get("first").listener(), seen.played().actors().get("second").listener());
        assertTrue(seen.events().stream().anyMatch(event -> event.body() instanceof StageEvent.Failed failed
                && failed.stage() == Stage.BIND && failed.failure().code() == ErrorCode.EADDRINUSE), seen::text);
    }

    @Test
    void aBusyLoopAcceptsLateAndTheKernelDoesNot() throws Exception {
        Seen seen = Seen.play(new Script().needs("sockdiag")
                .actor("loop", "loop")
                .actor("client", "client", "to", "loop")
                .step("loop", "start")
                .background("work", "loop", "busy", "time", millis(1_500))
                .step("client", "connect")
                .labelled("meanwhile", "machine", "look")
                .step("machine", "await", "step", "work")
                .step("client", "write", "text", "ping")
                .step("client", "read")
                .step("client", "close"));
        assertEquals(1, seen.queue("meanwhile", "loop").queued(), seen::text);
        assertEquals(4, seen.read("client"));
        assertEquals(4, seen.read("loop"));
        assertTrue(seen.mark("meanwhile").end() < seen.mark("work").end(), seen::text);
        seen.finished("loop", Stage.CLOSE);
    }

    @Test
    void oneWakeUpBringsABurst() throws Exception {
        Script script = new Script().actor("loop", "loop").step("loop", "start").step("loop", "hold", "before", "accept");
        for (String name : List.of("a", "b", "c")) {
            script.actor(name, "client", "to", "loop").step(name, "connect");
        }
        Seen seen = Seen.play(script.step("loop", "release", "before", "accept").step("a", "write", "text", "x").step("a", "read")
                .step("b", "write", "text", "x").step("b", "read").step("c", "write", "text", "x").step("c", "read"));
        assertEquals(3, seen.played().actors().get("loop").connections().size());
        assertTrue(seen.events().stream().anyMatch(event -> event.body() instanceof LoopEvent.AcceptLoopEnded ended
                && ended.accepted() == 3), seen::text);
    }

    @Test
    void theLimitOfConnectionsIsKept() throws Exception {
        Seen seen = Seen.play(new Script()
                .actor("loop", "loop", "connection-limit", 1)
                .actor("first", "client", "to", "loop")
                .actor("second", "client", "to", "loop")
                .step("loop", "start")
                .step("first", "connect")
                .step("first", "write", "text", "x")
                .step("first", "read")
                .step("second", "connect")
                .step("second", "read"));
        assertEquals(1, seen.read("first"));
        assertEquals(0, seen.read("second"));
        assertTrue(seen.remarked("closed at once"), seen::text);
    }

    @Test
    void withoutDescriptorsNothingIsAccepted() throws Exception {
        Seen seen = Seen.play(new Script().needs("linux")
                .actor("server", "server")
                .actor("client", "client", "to", "server")
                .step("server", "listen")
                .step("client", "connect")
                .step("machine", "limit-descriptors", "free", 0)
                .step("server", "accept")
                .step("machine", "restore-descriptors")
                .step("server", "accept", "as", "peer"));
        assertTrue(seen.events().stream().anyMatch(event -> event.body() instanceof StageEvent.Failed failed
                && failed.stage() == Stage.ACCEPT && failed.failure().code() == ErrorCode.EMFILE), seen::text);
        seen.finished("peer", Stage.ACCEPT);
    }

    @Test
    void aLoopWithoutDescriptorsSpins() throws Exception {
        Seen seen = Seen.play(new Script().needs("linux")
                .actor("loop", "loop", "back-off", false)
                .actor("client", "client", "to", "loop")
                .step("loop", "start").step("loop", "hold", "before", "accept").step("client", "connect")
                .step("machine", "limit-descriptors").step("loop", "release", "before", "accept")
                .step("machine", "pause", "time", millis(100)).step("machine", "restore-descriptors")
                .step("client", "write", "text", "x").step("client", "read"));
        long failed = seen.events().stream().filter(event -> event.body() instanceof StageEvent.Failed failure
                && failure.stage() == Stage.ACCEPT && failure.failure().code() == ErrorCode.EMFILE).count();
        assertTrue(failed > 10, seen::text);
        assertEquals(1, seen.read("client"), "it accepts once it can");
    }

    @Test
    void aServerThatComesBackMeetsItsOwnTimeWait() throws Exception {
        Script script = new Script().needs("sockdiag");
        for (String name : List.of("strict", "usual")) {
            script.actor(name, "server", "reuse-address", name.equals("usual")).actor(name + "-client", "client", "to", name)
                    .step(name, "listen").step(name + "-client", "connect").step(name, "accept", "as", name + "-peer")
                    .step(name + "-peer", "close").step(name + "-client", "read", "until", "end").step(name + "-client", "close")
                    .step("machine", "await-state", "of", name + "-peer", "state", "TIME_WAIT").step(name, "close")
                    .labelled(name + "-again", name, "listen");
        }
        Seen seen = Seen.play(script);
        assertEquals(ErrorCode.EADDRINUSE, bind(seen, "strict-again") instanceof StageEvent.Failed failed ? failed.failure().code() : null,
                seen::text);
        assertTrue(bind(seen, "usual-again") instanceof StageEvent.Finished, seen::text);
    }

    private static StageEvent bind(Seen seen, String label) {
        StageEvent last = null;
        for (TraceEvent event : seen.events()) {
            if (event.sequence() >= seen.mark(label).firstSequence() && event.sequence() <= seen.mark(label).lastSequence()
                    && event.body() instanceof StageEvent stage && stage.stage() == Stage.BIND) {
                last = stage;
            }
        }
        return last;
    }

    @Test
    void deferredAcceptsWaitForData() throws Exception {
        Seen seen = Seen.play(new Script().needs("linux", "sockdiag")
                .actor("server", "server", "defer-accept", 1_000_000_000L)
                .actor("client", "client", "to", "server")
                .step("server", "listen")
                .step("client", "connect")
                .labelled("silent", "machine", "look")
                .step("client", "write", "text", "x")
                .step("server", "accept", "as", "peer")
                .step("peer", "read"));
        seen.state("silent", "client", Lane.CLIENT, SocketState.ESTABLISHED);
        assertEquals(0, seen.queue("silent", "server").queued(), seen::text);
        assertEquals(1, seen.read("peer"));
    }

    @Test
    void readinessTurnsBeforeAcceptingEnds() throws Exception {
        Seen seen = Seen.play(new Script()
                .actor("loop", "loop", "readiness", true)
                .actor("before", "client", "to", "loop")
                .actor("during", "client", "to", "loop")
                .actor("after", "client", "to", "loop")
                .step("loop", "start")
                .step("before", "connect")
                .step("before", "write", "text", "GET /ready HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n")
                .step("before", "read", "until", "end")
                .step("before", "close")
                .background("stopping", "loop", "stop", "graceful", true, "notice", millis(150), "drain", millis(500))
                .step("machine", "pause", "time", millis(20))
                .step("during", "connect")
                .step("during", "write", "text", "GET /ready HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n")
                .step("during", "read", "until", "end")
                .step("during", "close")
                .step("machine", "await", "step", "stopping")
                .step("after", "connect"));
        assertTrue(seen.remarked("readiness: 200"), seen::text);
        assertTrue(seen.remarked("readiness: 503, stopping"), seen::text);
        seen.failed("after", Stage.CONNECT, ErrorCode.ECONNREFUSED);
    }
}
