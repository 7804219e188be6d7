package dev.lifeline.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.model.FindingState;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.judge.Finding;
import dev.lifeline.scenario.judge.Judge;
import dev.lifeline.scenario.judge.PlayRecord;
import dev.lifeline.scenario.judge.StepMark;
import dev.lifeline.scenario.yaml.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// At a label that an expectation names for a socket or a queue the play has the kernel looked at, on real sockets.
@Timeout(60)
class LabelLooksTest {

    private static final String PLAY = """
            claim: c
            watch: w
            why: y
            needs: [sockdiag]
            actors:
              server: {kind: server, backlog: 8}
              client: {kind: client, to: server}
            steps:
              - {actor: server, do: listen}
              - {actor: client, do: connect, label: connected}
              - {actor: client, do: write, text: 'order 1', label: request}
              - {actor: machine, do: pause, time: 5ms, label: later}
              - {actor: server, do: accept, as: peer, label: accepted}
              - {actor: peer, do: read, bytes: 7, label: answered}
              - {actor: peer, do: close, label: closed}
              - {actor: client, do: read, until: end}
              - {actor: client, do: close}
            expect:
              - {see: socket, of: client, end: server, at: connected, state: ESTABLISHED, accepted: false, receive-queue: 0}
              - {see: queue, of: server, at: connected, length: 1, limit: 8}
              - {see: socket, of: client, end: server, at: request, accepted: false, receive-queue: 7}
              - {see: queue, of: server, at: accepted, length: 0}
              - {see: socket, of: peer, at: accepted, accepted: true, receive-queue: 7}
              - {see: socket, of: peer, at: answered, receive-queue: 0}
              - {see: socket, of: client, at: closed, state: CLOSE_WAIT}
              - {see: stage, of: client, at: later, stage: write, outcome: not-reached}
            """;

    private record Played(List<Finding> findings, Trace trace, PlayRecord record) {

        StepMark mark(String label) {
            return record.marks().get(label);
        }

        /// Looks that the end of a step asked for.
        long looks(String label) {
            return trace.events().stream().filter(each -> cause(each) == mark(label).lastSequence()).count();
        }

        private static long cause(TraceEvent event) {
            return event.body() instanceof SocketSeen seen ? seen.cause() : event.body() instanceof ListenerSeen seen ? seen.cause() : -1;
        }
    }

    private static Played play(String file) throws Exception {
        Scenario scenario = ScenarioReader.read(file.getBytes(StandardCharsets.UTF_8), "labels.yaml", "labels", "own");
        try (ScenarioRun run = ScenarioRun.prepare(PlayPlan.of(scenario), "test")) {
            Trace trace = run.execute(null);
            TraceIndex index = TraceIndex.of(trace);
            PlayRecord record = PlayRecord.of(index, Diagnosis.of(index));
            return new Played(Judge.judge(scenario, record), trace, record);
        } catch (CannotPlayException e) {
            Assumptions.abort(e.getMessage());
            throw e;
        }
    }

    private static void allHold(Played played) {
        assertTrue(played.findings().stream().allMatch(each -> each.state() == FindingState.HELD), () -> PlayedScenarios.told(played.findings()));
    }

    @Test
    void whatIsExpectedOfSocketsAtAnyLabelIsSeenWithoutAStepThatLooks() throws Exception {
        for (int i = 0; i < 5; i++) {
            allHold(play(PLAY));
        }
    }

    /// The look begins when the step's end is recorded, and the next step waits for it: neither has it in its time.
    @Test
    void theLookIsInNoStepsTime() throws Exception {
        Played played = play(PLAY);
        for (String label : List.of("connected", "request", "accepted", "answered", "closed")) {
            StepMark mark = played.mark(label);
            assertTrue(mark.looked() > mark.end(), label);
            for (StepMark other : played.record().marks().values()) {
                assertTrue(other.begin() <= mark.begin() || other.begin() >= mark.looked(), label);
            }
        }
    }

    @Test
    void aLabelOfWhichNoSocketIsExpectedCostsNothing() throws Exception {
        Played played = play(PLAY);
        assertEquals(0, played.looks("later"), "an expectation names it, of a stage");
        assertEquals(-1, played.mark("later").looked());
        Played none = play(PLAY.substring(0, PLAY.indexOf("expect:")) + "expect:\n  - {see: stage, of: client, at: request, stage: write}\n");
        assertEquals(0, none.looks("connected") + none.looks("request") + none.looks("closed"));
        allHold(none);
    }

    /// Without the cause the same expectations do not hold: the look is no formality.
    @Test
    void withoutTheRequestTheQueueIsEmptyAndWithoutTheCloseTheStateIsAnother() throws Exception {
        Played mute = play(PLAY.replace("do: write, text: 'order 1'", "do: shutdown").replace("{actor: peer, do: read, bytes: 7, label: answered}",
                "{actor: peer, do: option, no-delay: true, label: answered}"));
        assertEquals(FindingState.NOT_HELD, mute.findings().get(2).state(), PlayedScenarios.told(mute.findings()));
        assertEquals("client's server socket at request: held by no program, receive-queue 1", mute.findings().get(2).observed(), "the FIN");
        Played early = play(PLAY.replace("{actor: peer, do: close, label: closed}", "{actor: peer, do: option, no-delay: true, label: closed}\n"
                + "  - {actor: peer, do: close}"));
        assertEquals("client's socket at closed: state ESTABLISHED", early.findings().get(6).observed());
        assertEquals(FindingState.NOT_HELD, early.findings().get(6).state());
    }

    @Test
    void aStepInTheBackgroundIsLookedAtWhenItEnds() throws Exception {
        allHold(play(PLAY.replace("{actor: server, do: accept, as: peer, label: accepted}",
                "{actor: server, do: accept, as: peer, label: accepted, background: true}\n  - {actor: machine, do: await, step: accepted}")));
    }

    /// With more connections than are recorded in full, what an expectation names is looked at all the same.
    @Test
    void amongManyConnectionsEachThatIsNamedIsLookedAt() throws Exception {
        Played played = play("""
                claim: c
                watch: w
                why: y
                needs: [sockdiag]
                actors:
                  server: {kind: server, backlog: 64}
                  storm: {kind: client, to: server, count: 40}
                steps:
                  - {actor: server, do: listen}
                  - {actor: storm, do: connect, label: connected}
                  - {actor: storm, do: write, text: 'x', label: written}
                  - {actor: storm, do: close}
                expect:
                  - {see: how-many, of: storm, count: 40, that: {see: socket, end: server, at: written, accepted: false, receive-queue: 1}}
                  - {see: socket, of: storm-1, at: connected, state: ESTABLISHED, send-queue: 0}
                  - {see: queue, of: server, at: written, length: 40}
                """);
        allHold(played);
        assertEquals(81, played.looks("written"));
    }
}
