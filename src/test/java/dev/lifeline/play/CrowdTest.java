package dev.lifeline.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.crowd.CrowdOnTrace;
import dev.lifeline.analysis.crowd.CrowdStage;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.model.FindingState;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.walk.StepEnding;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.judge.Finding;
import dev.lifeline.scenario.judge.Judge;
import dev.lifeline.scenario.yaml.ScenarioReader;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.Detail;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.ladder.Ladder;
import dev.lifeline.wording.crowd.CrowdWords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// Crowds on real sockets.
class CrowdTest {

    private static final String HEAD = "claim: c\nwatch: w\nwhy: y\nneeds: [sockdiag, linux]\n";

    private static Scenario scenario(String text) throws Exception {
        return ScenarioReader.read((HEAD + text).getBytes(StandardCharsets.UTF_8), "crowd.yaml", "crowd", "own");
    }

    private static Seen play(Scenario scenario) throws Exception {
        return Seen.play(scenario, EvidenceChoice.AUTO);
    }

    private static void holds(Scenario scenario, Seen seen) {
        List<Finding> findings = Judge.judge(scenario, seen.played());
        assertTrue(findings.stream().allMatch(each -> each.state() == FindingState.HELD), () -> PlayedScenarios.told(findings));
    }

    @Test
    void fiftyConnectAtOnceAndAreAcceptedAsACrowd() throws Exception {
        Scenario scenario = scenario("""
                actors:
                  server: {kind: server}
                  storm: {kind: client, to: server, count: 50}
                steps:
                  - {actor: server, do: listen}
                  - {actor: storm, do: connect, label: storm}
                  - {actor: machine, do: look, label: connected}
                  - {actor: server, do: accept, as: peers, times: 50}
                  - {actor: storm, do: write, text: 'ping'}
                  - {actor: peers, do: read, bytes: 4}
                  - {actor: storm, only: 1..3, do: close}
                  - {actor: storm-50, do: close}
                  - {actor: machine, do: look, label: closed}
                expect:
                  - {see: stage, of: storm, stage: connect, at: storm}
                  - {see: socket, of: storm, end: client, at: connected, state: ESTABLISHED}
                  - {see: socket, of: storm, end: server, at: connected, state: ESTABLISHED, accepted: false}
                  - {see: queue, of: server, at: connected, length: 50}
                  - {see: bytes, of: peers, read: 4, text: ping}
                  - {see: socket, of: peers, at: connected, accepted: false}
                  - {see: how-many, of: storm, that: {see: stage, stage: close}, count: 4}
                  - {see: how-many, of: peers, that: {see: socket, at: closed, state: CLOSE_WAIT}, count: 4}
                  - {see: stage, of: storm-4, stage: close, outcome: not-reached}
                  - {see: order, events: [storm connect finished, peers-1 accept started, peers-50 accept finished]}
                """);
        Seen seen = play(scenario);
        holds(scenario, seen);

        TraceIndex index = seen.played().index();
        String ladder = new Ladder(0, Detail.NORMAL).picture(index, Diagnosis.of(index), new Canvas(100, Glyphs.UNICODE)).text();
        assertTrue(ladder.contains("50 × connect in ") && ladder.contains("storm (50)") && ladder.contains("peers (50)"), ladder);
        assertTrue(!index.header().available("packet") || ladder.contains("50 × SYN, over ") && ladder.contains("50 × data, 200 bytes"), ladder);
        List<PlayEvent.StepStarted> begun = seen.all(PlayEvent.StepStarted.class);
        assertEquals(scenario.steps().size(), begun.size(), "a step is recorded once, however many do it");
        assertEquals(new PlayEvent.StepStarted(2, "storm", "connect", "storm", 1, 50), begun.get(1));
        assertEquals(new PlayEvent.StepStarted(7, "storm", "close", null, 1, 3), begun.get(6));
        assertEquals(new PlayEvent.StepStarted(8, "storm-50", "close", null), begun.get(7));
        assertTrue(seen.all(PlayEvent.StepEnded.class).stream().allMatch(each -> each.ending() == StepEnding.DONE));
        assertEquals(100, seen.all(PlayEvent.ActorJoined.class).stream().filter(each -> each.crowd() != null).count());
    }

    @Test
    void thereAreFewerWhereTheTimePassesAndTheOthersAreTold() throws Exception {
        Scenario scenario = scenario("""
                actors:
                  server: {kind: server}
                  storm: {kind: client, to: server, count: 3}
                steps:
                  - {actor: server, do: listen}
                  - {actor: storm, do: connect}
                  - {actor: server, do: accept, as: peers, times: 5, timeout: 100ms}
                  - {actor: peers, do: write, text: x}
                expect:
                  - {see: how-many, of: peers, that: {see: stage, stage: accept}, count: 3}
                  - {see: how-many, of: peers, that: {see: bytes, written: 1}, count: 3}
                  - {see: stage, of: server, stage: accept, code: TIMEOUT}
                """);
        Seen seen = play(scenario);
        holds(scenario, seen);

        PlayEvent.StepEnded write = seen.all(PlayEvent.StepEnded.class).getLast();
        assertEquals(StepEnding.NOT_DONE, write.ending());
        assertEquals(2, write.lacking());
        assertTrue(write.reason().matches("there is no peers-[45] yet"), write.reason());
    }

    @Test
    void membersThatAreBusyAreWaitedForAndAHoldIsOfEach() throws Exception {
        Scenario scenario = scenario("""
                actors:
                  server: {kind: server}
                  pair: {kind: client, to: server, count: 2}
                steps:
                  - {actor: server, do: listen}
                  - {actor: pair, do: connect}
                  - {actor: server, do: accept, as: peers, times: 2}
                  - {actor: pair-2, do: read, background: true, timeout: 150ms, label: busy}
                  - {actor: pair, do: write, text: x, label: both}
                  - {actor: pair, do: hold, before: close}
                  - {actor: pair, do: close, background: true, label: held}
                  - {actor: machine, do: await-hold, of: pair, before: close}
                  - {actor: machine, do: look, label: while-held}
                  - {actor: pair, do: release, before: close}
                  - {actor: machine, do: await, step: held}
                expect:
                  - {see: stage, of: pair-2, at: busy, stage: first-byte, code: TIMEOUT}
                  - {see: order, events: [step busy finished, pair write started]}
                  - {see: stage, of: pair, stage: write, at: both}
                  - {see: hold, of: pair, before: close, count: 1}
                  - {see: socket, of: pair, at: while-held, state: ESTABLISHED}
                  - {see: stage, of: pair, stage: close}
                """);
        holds(scenario, play(scenario));
    }

    @Test
    void theServersEndsOfACrowdFoldWithItWhereNobodyNamedThem() throws Exception {
        Scenario scenario = scenario("""
                actors:
                  server: {kind: server}
                  trio: {kind: client, to: server, count: 3}
                steps:
                  - {actor: server, do: listen}
                  - {actor: trio, do: connect}
                  - {actor: server, do: accept, times: 2}
                expect:
                  - {see: stage, of: trio, stage: connect}
                """);
        TraceIndex index = play(scenario).played().index();

        CrowdOnTrace trio = index.crowds().all().getFirst();
        assertEquals(2, trio.accepted());
        CrowdStage accept = trio.stages().stream().filter(each -> each.lane() == Lane.SERVER && each.stage() == Stage.ACCEPT).findFirst()
                .orElseThrow();
        assertEquals(2, accept.ways().getFirst().count());
        assertEquals("Of trio all 3 connected; the server's program accepted 2 of them.", new CrowdWords(Glyphs.UNICODE).happened(index));
    }

    @Test
    void aMemberThatIsBoundIsSeenWhileItWaitsAndAnotherIsNotSaidToBeGone() throws Exception {
        Scenario scenario = scenario("""
                actors:
                  server: {kind: server, backlog: 1}
                  fill: {kind: client, to: server, count: 2}
                  bound: {kind: client, to: server, count: 3, source: 127.0.0.1}
                  free: {kind: client, to: server, count: 3}
                steps:
                  - {actor: server, do: listen}
                  - {actor: fill, do: connect}
                  - {actor: bound, do: connect, timeout: 2s, background: true, label: waiting}
                  - {actor: free, do: connect, timeout: 300ms, label: in-vain}
                  - {actor: machine, do: await, step: waiting, timeout: 5s}
                expect:
                  - {see: socket, of: bound, at: in-vain, state: SYN_SENT}
                  - {see: socket, of: free, at: in-vain, state: SYN_SENT}
                """);
        List<Finding> findings = Judge.judge(scenario, play(scenario).played());

        assertEquals(FindingState.HELD, findings.get(0).state(), () -> PlayedScenarios.told(findings));
        assertEquals(FindingState.NOT_SEEN, findings.get(1).state(), () -> PlayedScenarios.told(findings));
        assertTrue(findings.get(1).observed().contains("its port was never known"), () -> PlayedScenarios.told(findings));
    }

    @Test
    void aWaitForACrowdIsOverWhenItIsSoForEach() throws Exception {
        Scenario scenario = scenario("""
                actors:
                  server: {kind: server}
                  trio: {kind: client, to: server, count: 3}
                steps:
                  - {actor: server, do: listen}
                  - {actor: trio, do: connect}
                  - {actor: server, do: accept, as: peers, times: 3}
                  - {actor: trio, only: 1..2, do: write, text: abc}
                  - {actor: machine, do: await-bytes, of: trio, written: 3, timeout: 100ms, label: in-vain}
                  - {actor: trio-3, do: write, text: abc}
                  - {actor: machine, do: await-bytes, of: peers, received: 3, label: all-there}
                  - {actor: trio, do: close}
                  - {actor: machine, do: await-state, of: peers, state: CLOSE_WAIT, label: closed}
                expect:
                  - {see: socket, of: peers, at: closed, state: CLOSE_WAIT}
                """);
        Seen seen = play(scenario);
        holds(scenario, seen);

        List<PlayEvent.WaitFailed> failed = seen.all(PlayEvent.WaitFailed.class);
        assertEquals(List.of("in-vain"), failed.stream().map(PlayEvent.WaitFailed::label).toList());
        assertTrue(failed.getFirst().seen().startsWith("trio-3: "), failed::toString);
    }

    @Test
    void anInterruptEndsAllOfThem() throws Exception {
        Scenario scenario = scenario("""
                actors:
                  server: {kind: server}
                  storm: {kind: client, to: server, count: 50}
                steps:
                  - {actor: server, do: listen}
                  - {actor: storm, do: connect}
                  - {actor: storm-9, do: read, timeout: 20s, background: true}
                  - {actor: storm, do: read, timeout: 20s, label: reading}
                expect:
                  - {see: stage, of: storm, stage: connect}
                """);
        ScenarioRun run = ScenarioRun.prepare(PlayPlan.of(scenario), "test");
        FutureTask<Trace> playing = new FutureTask<>(() -> run.execute(null));
        Thread.ofPlatform().start(playing);
        while (run.session().recorder().from(0).stream().noneMatch(each -> each.body() instanceof PlayEvent.StepStarted step
                && step.number() == 3)) {
            Thread.onSpinWait();
        }
        long before = System.nanoTime();
        run.interrupt("INT");
        Seen seen = new Seen(playing.get(18, TimeUnit.SECONDS));
        assertTrue(System.nanoTime() - before < 15_000_000_000L, "all threads end soon");
        assertTrue(seen.all(PlayEvent.StepStarted.class).stream().noneMatch(each -> each.number() == 4),
                "a crowd begins when all can");
    }
}
