package dev.lifeline.scenario.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FindingState;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.model.socket.Interest;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What rests on the programs' own events.
class JudgeTest {

    static void held(Finding finding, String observed) {
        assertEquals(observed, finding.observed());
        assertEquals(FindingState.HELD, finding.state(), finding::expected);
    }

    static void notHeld(Finding finding, String expected, String observed) {
        assertEquals(observed, finding.observed());
        assertEquals(expected, finding.expected());
        assertEquals(FindingState.NOT_HELD, finding.state());
    }

    static void notSeen(Finding finding, String why) {
        assertEquals(why, finding.observed());
        assertEquals(FindingState.NOT_SEEN, finding.state(), finding::expected);
    }

    @Test
    void aStageIsLookedForWithItsOutcome() {
        RecordedPlay play = RecordedPlay.with().connected();

        held(play.judge("stage, of: client, stage: connect"), "client: connect finished");
        held(play.judge("stage, of: peer, stage: accept"), "peer: accept finished");
        held(play.judge("stage, of: client, end: server, stage: accept"), "client's server end: accept finished");
        held(play.judge("stage, of: server, stage: bind"), "server: bind finished");
        held(play.judge("stage, of: client, stage: first-byte, outcome: not-reached"), "client: first byte was not reached");
        notHeld(play.judge("stage, of: client, stage: connect, code: ETIMEDOUT"),
                "client: connect failed with ETIMEDOUT", "client: connect finished");
        notHeld(play.judge("stage, of: client, stage: connect, outcome: not-reached"),
                "client: connect not reached", "client: connect finished");
        notHeld(play.judge("stage, of: other, stage: connect"), "other: connect finished", "other: connect was not reached");
        notHeld(play.judge("stage, of: server, stage: accept"), "server: accept finished", "server: accept was not reached");
    }

    @Test
    void whatFailedIsLookedForWithItsCodeAttemptAndStep() {
        RecordedPlay play = RecordedPlay.with().failed(Lane.CLIENT, 1, 1, Stage.CONNECT, 1, 2, ErrorCode.ECONNREFUSED).step("connecting", 0, 1)
                .failed(Lane.CLIENT, 1, 2, Stage.CONNECT, 3, 4, ErrorCode.ETIMEDOUT).step("looking", 3, 5)
                .event(6, Lane.CLIENT, 1, new StageEvent.Started(Stage.CLOSE, null, null));

        held(play.judge("stage, of: client, stage: connect, attempt: 2, code: ETIMEDOUT"),
                "client: connect of attempt 2 failed with ETIMEDOUT");
        notHeld(play.judge("stage, of: client, stage: connect, attempt: 1, code: ETIMEDOUT"),
                "client: connect of attempt 1 failed with ETIMEDOUT", "client: connect of attempt 1 failed with ECONNREFUSED");
        held(play.judge("stage, of: client, at: looking, stage: connect, code: ETIMEDOUT"),
                "client at looking: connect failed with ETIMEDOUT");
        notHeld(play.judge("stage, of: client, at: connecting, stage: connect, code: ETIMEDOUT"),
                "client at connecting: connect failed with ETIMEDOUT", "client at connecting: connect failed with ECONNREFUSED");
        notHeld(play.judge("stage, of: client, at: never, stage: connect"), "stage at never", "step never was never begun");
        notHeld(play.judge("stage, of: client, stage: close"), "client: close finished",
                "client: close under way when the play ended");
    }

    @Test
    void aFullRecorderMakesWhatIsMissingUnseen() {
        RecordedPlay play = RecordedPlay.with().connected().event(9, Lane.KERNEL, 0, new RunEvent.EventsDropped(3));

        notSeen(play.judge("stage, of: client, stage: close"),
                "client: close was not reached; but the recorder was full: 3 events are missing");
        notSeen(play.judge("stage, of: client, stage: close, outcome: not-reached"),
                "client: close was not reached; but the recorder was full: 3 events are missing");
        notSeen(play.judge("missing, of: client, event: server-first-data"),
                "client: the first missing event is server-first-data; but the recorder was full: 3 events are missing");
        held(play.judge("stage, of: client, stage: connect"), "client: connect finished");
    }

    @Test
    void answersOfALookUpAreComparedInTheirOrder() {
        RecordedPlay play = RecordedPlay.with().done(Lane.CLIENT, 1, Stage.LOOKUP, 0, 1,
                new Outcome.Answers(LookupSource.HOSTS_FILE, List.of("::1", "127.0.0.1"), List.of("127.0.0.1", "::1"),
                "both.test"));

        held(play.judge("answers, of: client, source: hosts-file, addresses: ['::1', 127.0.0.1], canonical: both.test"),
                "client: lookup: source hosts-file, addresses ::1, 127.0.0.1, canonical both.test");
        notHeld(play.judge("answers, of: client, java-order: ['::1', 127.0.0.1]"),
                "client: lookup: java-order ::1, 127.0.0.1", "client: lookup: java-order 127.0.0.1, ::1");
        notHeld(play.judge("answers, of: other, source: dns"), "other: lookup: source dns", "other: lookup was not reached");
    }

    @Test
    void aTupleIsComparedWithTheOtherEnd() {
        RecordedPlay play = RecordedPlay.with().connected().actor("other", new ActorOnTrace(ActorKind.CLIENT, List.of(new Own(Lane.CLIENT, 3)), null));

        held(play.judge("tuple, of: client, local: 127.0.0.1, remote-port: 7007, other: peer"),
                "client: local 127.0.0.1, remote-port 7007, 127.0.0.1:50000 -> 127.0.0.1:7007, and peer has 127.0.0.1:7007 -> "
                        + "127.0.0.1:50000");
        held(play.judge("tuple, of: server, local-port: 7007"), "server: local-port 7007");
        notHeld(play.judge("tuple, of: client, local: 127.0.0.2"), "client: local 127.0.0.2", "client: local 127.0.0.1");
        notHeld(play.judge("tuple, of: client, other: peer, same: false"), "client: another connection than peer's",
                "client: 127.0.0.1:50000 -> 127.0.0.1:7007, and peer has 127.0.0.1:7007 -> 127.0.0.1:50000");
        notHeld(play.judge("tuple, of: other, other: peer"), "other: the same connection as peer's", "other has no address");
    }

    @Test
    void aRaceIsReadFromItsDecisions() {
        RecordedPlay play = RecordedPlay.with()
                .event(0, Lane.CLIENT, 1, new RaceEvent.Ordered("curl", List.of(new Endpoint("::1", 7007), RecordedPlay.SERVER)))
                .failed(Lane.CLIENT, 1, 1, Stage.CONNECT, 1, 2, ErrorCode.ECONNREFUSED)
                .event(3, Lane.CLIENT, 1, 2, new StageEvent.Started(Stage.CONNECT, null, null))
                .event(4, Lane.CLIENT, 1, 2, new RaceEvent.Won());

        held(play.judge("race, of: client, order: ['::1', 127.0.0.1], attempts: 2, failed: 1, abandoned: 0, winner: 127.0.0.1"),
                "client: order ::1, 127.0.0.1, attempts 2, failed 1, abandoned 0, winner 127.0.0.1");
        notHeld(play.judge("race, of: client, winner: '::1', failed: 2"), "client: failed 2, winner ::1",
                "client: failed 1, winner 127.0.0.1");
    }

    @Test
    void anAttemptThatWasGivenUpIsNoneThatFailed() {
        RecordedPlay play = RecordedPlay.with()
                .event(1, Lane.CLIENT, 1, new RaceEvent.Ordered("rfc8305", List.of(new Endpoint("::1", 7007), RecordedPlay.SERVER)))
                .failed(Lane.CLIENT, 1, 1, Stage.CONNECT, 2, 254, ErrorCode.INTERRUPTED)
                .event(252, Lane.CLIENT, 1, 2, new StageEvent.Started(Stage.CONNECT, null, null))
                .event(253, Lane.CLIENT, 1, 1, new RaceEvent.Abandoned("another won"));

        held(play.judge("race, of: client, failed: 0, abandoned: 1, not-before: 250ms"),
                "client: attempt 2 after 251 ms, failed 0, abandoned 1");
        notHeld(play.judge("race, of: client, not-before: 300ms"), "client: attempt 2 after 300 ms or later",
                "client: attempt 2 after 251 ms");
        notHeld(play.judge("race, of: client, attempt: 3, not-before: 1ms"), "client: attempt 3 after 1 ms or later",
                "client: attempt 3 was not begun");
    }

    @Test
    void aLocalPortIsComparedWithTheOneOfAnActor() {
        RecordedPlay play = RecordedPlay.with().connected();

        notHeld(play.judge("tuple, of: client, port-of: server"), "client: the port of server",
                "client: port 50000, and server has 7007");
        play.actor("server", new ActorOnTrace(ActorKind.SERVER, List.of(), new Endpoint("127.0.0.3", 50000)));
        held(play.judge("tuple, of: client, port-of: server"), "client: port 50000, and server has 50000");
    }

    @Test
    void bytesAreCountedForOneEnd() {
        RecordedPlay play = RecordedPlay.with().connected().read(7, Lane.SERVER, 2, "ab\n").read(8, Lane.SERVER, 2, "cd")
                .read(9, Lane.CLIENT, 1, "x")
                .event(7, Lane.CLIENT, 1, new StreamEvent.ChunkWritten(5, 5))
                .event(8, Lane.CLIENT, 1, new StreamEvent.ChunkWritten(9, 0))
                .event(9, Lane.SERVER, 2, new StreamEvent.EndOfStream()).step("looking", 8, 9)
                // Somebody else's, with the peer's number in the other lane.
                .read(8, Lane.CLIENT, 2, "zzz");

        held(play.judge("bytes, of: peer, read: 5, chunks: 2, text: 'ab\\ncd', ended: true"),
                "peer: read 5, chunks 2, text \"ab\\ncd\", the peer's stream ended");
        held(play.judge("bytes, of: client, end: server, read: 5"), "client's server end: read 5");
        held(play.judge("bytes, of: peer, at: looking, read: 2"), "peer at looking: read 2");
        held(play.judge("bytes, of: client, written: 5, writes: 2, last-write: 0"), "client: written 5, writes 2, last-write 0");
        notHeld(play.judge("bytes, of: peer, text: cd, chunks: 1"), "peer: chunks 1, text \"cd\"",
                "peer: chunks 2, text \"ab\\ncd\"");
    }

    @Test
    void theVerdictIsTheDiagnosis() {
        RecordedPlay play = RecordedPlay.with().judged(RecordedPlay.verdict(Verdict.Result.FAILED, Stage.FIRST_BYTE, ErrorCode.ECONNRESET));

        held(play.judge("verdict, result: failed, stage: first-byte, code: ECONNRESET"),
                "verdict: result failed, stage first-byte, code ECONNRESET");
        notHeld(play.judge("verdict, result: completed"), "verdict: result completed", "verdict: result failed");
    }

    @Test
    void eventsAreComparedInTheirOrder() {
        RecordedPlay play = RecordedPlay.with().connected().step("looking", 3, 4)
                .event(7, Lane.SERVER, 2, new HoldEvent.HoldStarted(Stage.DATA, "held"));

        held(play.judge("order, events: [server bind, client connect finished, step looking, peer accept started, peer hold "
                + "started]"),
                "server bind at -0.500 ms, client connect finished at 1.000 ms, step looking at 3.000 ms, peer accept started at 4.000 ms, "
                        + "peer hold started at 6.000 ms");
        notHeld(play.judge("order, events: [peer accept, client connect]"), "peer accept, then client connect",
                "peer accept at 5.000 ms, client connect at 1.000 ms");
        notHeld(play.judge("order, events: [client connect, client close]"), "client connect, then client close",
                "client connect at 1.000 ms, client close never happened");
        notSeen(play.judge("order, events: [client packet SYN, client connect]"), "packet did not take part");
    }

    /// What differs, as a person is shown it.
    private static List<String> differing(Finding finding) {
        return finding.seen().marks().stream().map(mark -> finding.observed().substring(mark.from(), mark.to())).toList();
    }

    @Test
    void whatDiffersIsMarkedAndWhatHoldsIsNot() {
        RecordedPlay play = RecordedPlay.with().connected().read(7, Lane.SERVER, 2, "ping");

        Finding bytes = play.judge("bytes, of: peer, read: '>= 4', chunks: 2, text: pong, ended: false");
        assertEquals("peer: read 4, chunks 1, text \"ping\", the peer's stream did not end", bytes.observed());
        assertEquals(List.of("1", "\"ping\""), differing(bytes));
        assertEquals(List.of("2", "\"pong\""), bytes.wanted().marks().stream().map(mark -> bytes.expected().substring(mark.from(), mark.to())).toList());
        assertEquals(List.of(), differing(play.judge("bytes, of: peer, read: 4")));
        assertEquals(List.of("finished"), differing(play.judge("stage, of: client, stage: connect, code: ETIMEDOUT")));
    }

    /// A size is told as the file writes it, so that both can be compared.
    @Test
    void aSizeIsToldInTheUnitOfItsBound() {
        RecordedPlay play = RecordedPlay.with().connected().read(7, Lane.SERVER, 2, "x".repeat(2048));

        held(play.judge("bytes, of: peer, read: 2KiB"), "peer: read 2KiB");
        held(play.judge("bytes, of: peer, read: 2048"), "peer: read 2048");
        notHeld(play.judge("bytes, of: peer, read: '>= 8KiB'"), "peer: read >= 8KiB", "peer: read 2KiB");
        notHeld(play.judge("bytes, of: peer, read: 1MiB.."), "peer: read 1MiB..", "peer: read 2048");
        notHeld(RecordedPlay.with().connected().read(7, Lane.SERVER, 2, "x".repeat(5000)).judge("bytes, of: peer, read: ..4KiB"),
                "peer: read ..4KiB", "peer: read 5000 (4.88KiB)");
        notHeld(RecordedPlay.with().connected().judge("bytes, of: peer, read: 1KiB.."), "peer: read 1KiB..", "peer: read 0");
    }

    @Test
    void theFirstPairThatIsOutOfOrderIsMarked() {
        RecordedPlay play = RecordedPlay.with().connected().step("looking", 3, 4).step("listening", 0, 0);

        assertEquals(List.of("peer accept at 5.000 ms", "client connect at 1.000 ms"),
                differing(play.judge("order, events: [server bind, step looking, peer accept, client connect, step listening]")));
        assertEquals(List.of("client close never happened"), differing(play.judge("order, events: [peer accept, client close, client connect]")));
        assertEquals(List.of("40.0"), differing(RecordedPlay.with().connected().step("looking", 10, 50).step("listening", 60, 61)
                .judge("ratio, of: looking, to: listening, at-most: 39")));
    }

    @Test
    void durationsAreComparedWithEachOther() {
        RecordedPlay play = RecordedPlay.with().connected().step("looking", 10, 50).step("listening", 60, 61);

        held(play.judge("ratio, of: looking, to: client connect, at-least: 40"),
                "looking took 40 ms, client connect 1 ms: 40.0 times as long");
        held(play.judge("ratio, of: 'client connect .. peer accept', to: listening, at-least: 2, at-most: 4"),
                "client connect .. peer accept took 4 ms, listening 1 ms: 4.0 times as long");
        notHeld(play.judge("ratio, of: looking, to: listening, at-most: 39"), "looking is at most 39 times as long as listening",
                "looking took 40 ms, listening 1 ms: 40.0 times as long");
        held(play.judge("ratio, of: looking, to: listening, at-least: 39.5, at-most: 40.5"),
                "looking took 40 ms, listening 1 ms: 40.0 times as long");
        notHeld(play.judge("ratio, of: looking, to: listening, at-least: 40.001"),
                "looking is at least 40.001 times as long as listening", "looking took 40 ms, listening 1 ms: 40.0 times as long");
        notHeld(play.judge("ratio, of: client close, to: listening, at-least: 1"),
                "client close is at least 1 times as long as listening", "client close did not come to its end");
    }

    @Test
    void theFirstMissingEventIsNamed() {
        RecordedPlay play = RecordedPlay.with();
        held(play.judge("missing, of: client, event: client-connect"), "client: the first missing event is client-connect");
        play.connected();
        held(play.judge("missing, of: client, event: server-first-data"), "client: the first missing event is server-first-data");
        play.read(7, Lane.SERVER, 2, "a");
        notHeld(play.judge("missing, of: client, event: none"), "client: the first missing event is none",
                "client: the first missing event is client-first-data");
        play.read(8, Lane.CLIENT, 1, "b");
        held(play.judge("missing, of: client, event: none"), "client: the first missing event is none");
    }

    @Test
    void anEventLoopIsReadFromItsWakeUps() {
        RecordedPlay play = RecordedPlay.with().actor("loop", new ActorOnTrace(ActorKind.LOOP, List.of(new Own(Lane.SERVER, 2), new Own(Lane.SERVER, 3)),
                RecordedPlay.SERVER))
                .event(0, Lane.SERVER, 0, new LoopEvent.Registered(Interest.ACCEPT)).event(4, Lane.SERVER, 0, new LoopEvent.Woke(1, 1))
                .connected()
                .done(Lane.SERVER, 3, Stage.ACCEPT, 6, 7, new Outcome.Accepted(RecordedPlay.TUPLE, 1, 2))
                .failed(Lane.SERVER, 0, 0, Stage.ACCEPT, 8, 9, ErrorCode.EMFILE);
        Scenario scenario = RecordedPlay.scenario("""
                claim: c
                watch: w
                why: y
                actors:
                  loop: {kind: loop}
                steps:
                  - {actor: loop, do: start}
                expect:
                  - {see: loop, of: loop, wake-ups: 1, accept-wake-ups: 1, accepts: 2, failed-accepts: 1, registered: true}
                  - {see: loop, of: loop, accepts: 3}
                  - {see: stage, of: loop, stage: accept, code: EMFILE}
                """);

        List<Finding> findings = play.judge(scenario);

        held(findings.get(0), "loop: wake-ups 1, accept-wake-ups 1, accepts 2, failed-accepts 1, registered for accept");
        notHeld(findings.get(1), "loop: accepts 3", "loop: accepts 2");
        held(findings.get(2), "loop: accept finished, then failed with EMFILE");
    }

    @Test
    void holdsAndExpectedTextsAreFound() {
        RecordedPlay play = RecordedPlay.with().event(1, Lane.CLIENT, 1, new HoldEvent.HoldStarted(Stage.CONNECT, "held"))
                .event(2, Lane.CLIENT, 1, new RunEvent.ExpectationChecked("pong", false, "503"));

        held(play.judge("hold, of: client, before: connect"), "client: holds before connect 1");
        notHeld(play.judge("hold, of: client, before: write"), "client: holds before write >= 1", "client: holds before write 0");
        held(play.judge("text, of: client, came: false"), "client: expected \"pong\", came \"503\"");
        notHeld(play.judge("text, of: client, came: true"), "client: what it expected came",
                "client: expected \"pong\", came \"503\"");
    }
}
