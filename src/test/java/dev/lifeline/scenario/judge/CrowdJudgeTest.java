package dev.lifeline.scenario.judge;

import static dev.lifeline.scenario.judge.JudgeTest.held;
import static dev.lifeline.scenario.judge.JudgeTest.notHeld;
import static dev.lifeline.scenario.judge.JudgeTest.notSeen;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Of a crowd of four, two connect, one is refused, and one waits in vain.
class CrowdJudgeTest {

    private static RecordedPlay storm(String... sources) {
        RecordedPlay play = RecordedPlay.with(sources);
        for (int i = 1; i <= 4; i++) {
            play.actor("storm-" + i, new ActorOnTrace(ActorKind.CLIENT, List.of(new Own(Lane.CLIENT, i)), null));
        }
        return play.step("looking", 100, 101)
                .done(Lane.CLIENT, 1, Stage.CONNECT, 1, 2, new Outcome.Connected(from(50001)))
                .done(Lane.CLIENT, 3, Stage.CONNECT, 1, 4, new Outcome.Connected(from(50003)))
                .failed(Lane.CLIENT, 2, 0, Stage.CONNECT, 1, 5, ErrorCode.ECONNREFUSED)
                .failed(Lane.CLIENT, 4, 0, Stage.CONNECT, 1, 90, ErrorCode.TIMEOUT);
    }

    private static FourTuple from(int port) {
        return new FourTuple(new Endpoint("127.0.0.1", port), RecordedPlay.SERVER);
    }

    private static Finding judge(RecordedPlay play, String expectation) {
        return play.judge(RecordedPlay.scenario("""
                claim: c
                watch: w
                why: y
                needs: [sockdiag, packet]
                actors:
                  server: {kind: server}
                  storm: {kind: client, to: server, count: 4}
                steps:
                  - {actor: server, do: listen}
                  - {actor: storm, do: connect}
                  - {actor: machine, do: look, label: looking}
                expect:
                  - {see: %s}
                """.formatted(expectation))).getFirst();
    }

    @Test
    void thoseForWhomItHoldsAreCounted() {
        RecordedPlay play = storm();

        held(judge(play, "how-many, of: storm, that: {see: stage, stage: connect}, count: 2"),
                "2 of 4; 1 not (storm-2): connect failed with ECONNREFUSED; 1 not (storm-4): connect failed with TIMEOUT");
        held(judge(play, "how-many, of: storm, that: {see: stage, stage: connect, outcome: failed}, count: 1..2"),
                "2 of 4; 2 not (storm-1, 3): connect finished");
        held(judge(play, "how-many, of: storm, that: {see: stage, stage: connect, code: EPIPE}, count: 0"),
                "0 of 4; 2 not (storm-1, 3): connect finished; 1 not (storm-2): connect failed with ECONNREFUSED; 1 not (storm-4): "
                        + "connect failed with TIMEOUT");
        notHeld(judge(play, "how-many, of: storm, that: {see: stage, stage: connect}, count: '>= 3'"), "storm: connect finished, >= 3 of 4",
                "2 of 4; 1 not (storm-2): connect failed with ECONNREFUSED; 1 not (storm-4): connect failed with TIMEOUT");
        notHeld(judge(play, "how-many, of: storm, that: {see: stage, stage: connect}, count: '< 2'"), "storm: connect finished, < 2 of 4",
                "2 of 4; 1 not (storm-2): connect failed with ECONNREFUSED; 1 not (storm-4): connect failed with TIMEOUT");
    }

    /// JUnit's names of its cases: they are the same in each run.
    @Test
    void whatIsExpectedOfAMemberIsWrittenAsItsFileDoes() {
        assertEquals("how-many: of storm, that {stage: stage connect, code TIMEOUT}, count 1", judge(storm(),
                "how-many, of: storm, that: {see: stage, stage: connect, code: TIMEOUT}, count: 1").expectation().words());
        assertEquals("how-many: of storm, that {ratio: of storm connect, to storm-1 connect, at-least 2}", judge(storm(),
                "how-many, of: storm, that: {see: ratio, of: storm connect, to: storm-1 connect, at-least: 2}").expectation().words());
    }

    @Test
    void withoutANumberItIsAboutEachOfThem() {
        notHeld(judge(storm(), "stage, of: storm, stage: connect"), "storm: connect finished, each of 4",
                "2 of 4; 1 not (storm-2): connect failed with ECONNREFUSED; 1 not (storm-4): connect failed with TIMEOUT");
        held(judge(storm(), "stage, of: storm, stage: close, outcome: not-reached"), "4 of 4");
        held(judge(storm(), "stage, of: storm-4, stage: connect, code: TIMEOUT"), "storm-4: connect failed with TIMEOUT");
    }

    @Test
    void inEventsTheMemberStandsInThePlaceOfTheCrowd() {
        held(judge(storm(), "how-many, of: storm, that: {see: order, events: [storm connect finished, step looking started]}, count: 2"),
                "2 of 4; 2 not (storm-2, 4): storm connect finished never happened, step looking started at 99.000 ms");
        held(judge(storm(), "how-many, of: storm, that: {see: ratio, of: storm connect, to: storm-1 connect, at-least: 2}, count: 3"),
                "3 of 4; 1 not (storm-1): storm connect took 1 ms, storm connect 1 ms: 1.0 times as long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"answers, of: storm, source: dns", "route, of: storm, type: unicast", "tuple, of: storm, remote: 127.0.0.1",
        "race, of: storm, attempts: 1", "packet, of: storm, flags: SYN", "bytes, of: storm, read: 0", "hold, of: storm, count: 0",
        "missing, of: storm, event: none", "text, of: storm, came: true", "socket, of: storm, state: ESTABLISHED"})
    void everyExpectationOfAClientCanBeOneOfACrowd(String expectation) {
        Finding finding = judge(storm("sockdiag", "packet", "route"), expectation);

        assertTrue(finding.expected().contains("storm") && finding.expected().endsWith(", each of 4"), finding::expected);
        assertTrue(finding.observed().matches("[0-4] of 4.*"), finding::observed);
    }

    @Test
    void whatWasNotSeenMayBeOneOfThem() {
        RecordedPlay play = storm().missing("packet", "not asked for");

        notSeen(judge(play, "how-many, of: storm, that: {see: packet, flags: SYN}, count: 3"),
                "0 of 4; 4 not (storm-1 to 4): not seen: packet did not take part: not asked for");
        notSeen(judge(play, "packet, of: storm, flags: SYN"),
                "0 of 4; 4 not (storm-1 to 4): not seen: packet did not take part: not asked for");
        held(judge(play, "how-many, of: storm, that: {see: packet, flags: SYN}, count: 0.."),
                "0 of 4; 4 not (storm-1 to 4): not seen: packet did not take part: not asked for");
        RecordedPlay full = storm().event(200, Lane.CLIENT, 0, new RunEvent.EventsDropped(3));
        notSeen(judge(full, "how-many, of: storm, that: {see: stage, stage: connect}, count: 3"),
                "2 of 4; 1 not (storm-2): not seen: connect failed with ECONNREFUSED; but the recorder was full: 3 events are missing; "
                        + "1 not (storm-4): not seen: connect failed with TIMEOUT; but the recorder was full: 3 events are missing");
    }
}
