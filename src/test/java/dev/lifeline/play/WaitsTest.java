package dev.lifeline.play;

import static dev.lifeline.play.Script.atLeast;
import static dev.lifeline.play.Script.exactly;
import static dev.lifeline.play.Script.millis;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.model.Lane;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.PlayEvent;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a play waits for, played for real: it ends when that is so, and where it is not, says what was seen.
class WaitsTest {

    private static Script connected() {
        return new Script().needs("sockdiag").actor("server", "server").actor("client", "client", "to", "server")
                .step("server", "listen").step("client", "connect").step("server", "accept", "as", "peer");
    }

    private static void unmet(Seen seen, String missed, String last) {
        assertEquals(List.of(missed), seen.waited().stream().map(PlayEvent.WaitFailed::missed).toList(), seen::text);
        assertEquals(last, seen.waited().getFirst().seen());
        assertEquals(millis(60), seen.waited().getFirst().waited());
    }

    @Test
    void aHoldIsAwaitedUntilSomebodyStandsThere() throws Exception {
        Seen seen = Seen.play(new Script().needs("sockdiag").actor("server", "server").actor("client", "client", "to", "server")
                .step("server", "listen").step("client", "hold", "before", "connect")
                .background("connecting", "client", "connect")
                .labelled("held", "machine", "await-hold", "of", "client", "before", "connect")
                .step("client", "release", "before", "connect")
                .step("machine", "await", "step", "connecting"));
        assertEquals(List.of(), seen.waited());
        assertTrue(seen.mark("held").end() < seen.mark("connecting").end(), seen::text);
        assertEquals(1, seen.all("client", HoldEvent.HoldStarted.class).size(), seen::text);
    }

    @Test
    void aHoldToWhichNobodyComesIsTold() throws Exception {
        Seen seen = Seen.play(connected().step("client", "hold", "before", "write")
                .step("machine", "await-hold", "of", "client", "before", "write", "timeout", millis(60)));
        unmet(seen, "client did not come to a hold before write", "client connect finished");
    }

    @Test
    void oneThatWasReleasedStandsThereNoMore() throws Exception {
        Seen seen = Seen.play(connected().step("client", "hold", "before", "write").background("writing", "client", "write", "text", "x")
                .step("machine", "await-hold", "of", "client").step("client", "release", "before", "write")
                .step("machine", "await", "step", "writing")
                .step("machine", "await-hold", "of", "client", "timeout", millis(60)));
        unmet(seen, "client did not come to a hold", "client write finished");
    }

    @Test
    void bytesOfTheProgramAndOfTheKernelAreTwoThings() throws Exception {
        Seen seen = Seen.play(connected().background("writing", "client", "write", "text", "abcd", "times", 2)
                .step("machine", "await-bytes", "of", "client", "written", 8)
                .labelled("there", "machine", "await-bytes", "of", "peer", "received", 8)
                .background("reading", "peer", "read", "bytes", 8)
                .step("machine", "await-bytes", "of", "peer", "read", 8)
                .step("machine", "await-bytes", "of", "peer", "read", 9, "received", 1, "timeout", millis(60)));
        assertEquals(8, seen.socket("there", "client", Lane.SERVER).socket().receiveQueue());
        unmet(seen, "peer did not come to read 9, received 1 or more", "read 8, received 0");
    }

    @Test
    void unacknowledgedBytesAreAwaited() throws Exception {
        Seen seen = Seen.play(connected().needs("linux").step("peer", "option", "drop-incoming", true)
                .step("client", "write", "text", "lost").step("machine", "await-bytes", "of", "client", "unacknowledged", 4)
                .labelled("again", "machine", "await-state", "of", "client", "timer", "retransmit", "retransmits", atLeast(1)));
        assertEquals(List.of(), seen.waited());
        assertTrue(seen.socket("again", "client", Lane.CLIENT).socket().retransmits() >= 1, seen::text);
    }

    @Test
    void acceptedOnesAndSocketsInAStateAreCounted() throws Exception {
        Script script = new Script().needs("sockdiag").actor("loop", "loop").actor("client", "client", "to", "loop").step("loop", "start");
        for (int i = 0; i < 3; i++) {
            script.step("client", "connect");
        }
        Seen seen = Seen.play(script.step("machine", "await-count", "of", "loop", "accepted", 3, "state", "ESTABLISHED", "sockets", exactly(3))
                .step("client", "close")
                .step("machine", "await-count", "of", "loop", "state", "ESTABLISHED", "sockets", exactly(2))
                .step("machine", "await-count", "of", "loop", "accepted", 4, "timeout", millis(60)));
        unmet(seen, "loop did not come to accepted 4", "accepted 3");
    }

    @Test
    void aCounterIsAwaitedFromTheBeginningOfThePlay() throws Exception {
        Seen seen = Seen.play(new Script().needs("sockdiag", "namespace").actor("server", "server", "backlog", 1)
                .actor("first", "client", "to", "server").actor("second", "client", "to", "server").actor("third", "client", "to", "server")
                .step("server", "listen").step("first", "connect").step("second", "connect")
                .background("trying", "third", "connect", "timeout", millis(1_500))
                .step("machine", "await-count", "counter", "ListenOverflows", "rose", 1)
                .step("machine", "await-count", "counter", "ListenOverflows", "rose", 9, "timeout", millis(60)));
        assertEquals(1, seen.waited().size(), seen::text);
        assertEquals("ListenOverflows did not rise by 9", seen.waited().getFirst().missed());
        assertEquals("ListenOverflows 1", seen.waited().getFirst().seen());
    }

    @ParameterizedTest
    @ValueSource(strings = {"await-state", "await-hold", "await-bytes", "await-count", "await"})
    void anInterruptEndsAWaitAtOnceAndSaysWhatWasSeen(String word) throws Exception {
        Script script = connected().background("reading", "client", "read", "timeout", millis(30_000));
        switch (word) {
            case "await-state" -> script.labelled("waits", "machine", word, "of", "client", "state", "CLOSE_WAIT", "timeout", millis(30_000));
            case "await-hold" -> script.labelled("waits", "machine", word, "of", "client", "timeout", millis(30_000));
            case "await-bytes" -> script.labelled("waits", "machine", word, "of", "client", "read", 1, "timeout", millis(30_000));
            case "await-count" -> script.labelled("waits", "machine", word, "of", "server", "accepted", 2, "timeout", millis(30_000));
            default -> script.labelled("waits", "machine", word, "step", "reading", "timeout", millis(30_000));
        }
        ScenarioRun run;
        try {
            run = ScenarioRun.prepare(PlayPlan.of(script.step("client", "close").scenario()), "test");
        } catch (CannotPlayException e) {
            assumeTrue(false, () -> "cannot be shown here: " + e.lacks());
            return;
        }
        Thread interrupter = Thread.ofPlatform().daemon().start(() -> {
            while (run.session().recorder().from(0).stream().noneMatch(each -> each.body() instanceof PlayEvent.StepStarted step
                    && "waits".equals(step.label()))) {
                LockSupport.parkNanos(1_000_000);
            }
            run.interrupt("INT");
        });
        Seen seen = new Seen(run.execute(null));
        interrupter.join();
        assertEquals(1, seen.waited().size(), seen::text);
        assertTrue(seen.waited().getFirst().waited() < millis(10_000), seen::text);
        assertTrue(seen.remarked("machine " + word + " was interrupted"), seen::text);
        assertFalse(seen.events().stream().anyMatch(each -> each.body() instanceof PlayEvent.StepStarted step && step.action().equals("close")));
    }

    @Test
    void aStepInTheBackgroundBeginsAfterAnother() throws Exception {
        Seen seen = Seen.play(connected().after("answering", "later", "peer", "write", "text", "answer")
                .after("held", "answering", "client", "hold", "before", "close")
                .labelled("asks", "client", "write", "text", "x").labelled("later", "machine", "pause", "time", millis(20))
                .step("client", "read", "bytes", 6).step("machine", "await", "step", "held").background("closing", "client", "close")
                .step("machine", "await-hold", "of", "client", "before", "close").step("client", "release", "before", "close"));
        assertEquals(List.of(), seen.waited());
        assertTrue(seen.mark("answering").begin() >= seen.mark("later").end(), seen::text);
        assertTrue(seen.mark("asks").end() < seen.mark("answering").begin(), seen::text);
        assertTrue(seen.mark("held").begin() >= seen.mark("answering").end(), seen::text);
    }

    @Test
    void whatStillWaitsForItsTurnIsLeftOutAtTheLimit() throws Exception {
        Seen seen = Seen.cutOff(connected().background("stuck", "client", "read", "timeout", millis(9_000))
                .after("never", "stuck", "peer", "write", "text", "x").scenario(), 200, "stuck");
        assertTrue(seen.remarked("client read (stuck), had not ended and was cut off; 1 step after it was left out"), seen::text);
        assertEquals(null, seen.played().marks().get("never"));
    }
}
