package dev.lifeline.scenario.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.file.TraceReader;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FindingState;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The judge over a trace of a real connection, with what the kernel and the wire had to say: a server that accepts late.
class RecordedPlayTest {

    private static Trace trace;

    @BeforeAll
    static void reads() throws Exception {
        trace = TraceReader.read(Path.of("samples/recordings/late-accept.ndjson")).trace();
    }

    @Test
    void whatIsTrueOfItHolds() {
        for (Finding finding : judge("""
                  - {see: stage, of: client, stage: connect}
                  - {see: stage, of: service, stage: bind}
                  - {see: stage, of: client, end: server, stage: accept}
                  - {see: stage, of: client, stage: tls, outcome: not-reached}
                  - {see: hold, of: service, before: accept, count: 1}
                  - {see: order, events: [service bind, client packet SYN, service packet SYN-ACK, client connect, service accept]}
                  - {see: order, events: [service hold started, service hold finished, service accept started]}
                  - {see: ratio, of: 'client connect .. service accept', to: client connect, at-least: 10}
                  - {see: socket, of: client, end: server, at: connecting, state: ESTABLISHED, accepted: false}
                  - {see: queue, of: service, at: connecting, length: 1}
                  - {see: packet, of: client, from: client, flags: SYN, count: 1}
                  - {see: packet, of: client, flags: RST, count: 0}
                  - {see: tuple, of: client, other: service}
                  - {see: route, of: client, type: local, device: lo, kept: true}
                  - {see: descriptor, of: service, purpose: listening}
                  - {see: descriptor, of: client, purpose: connecting}
                  - {see: loop, of: service, accepts: 1, accept-wake-ups: 1, failed-accepts: 0, registered: true}
                  - {see: bytes, of: client, written: 1.., read: 1.., ended: true}
                  - {see: missing, of: client, event: none}
                  - {see: race, of: client, attempts: 1, winner: 127.0.0.1}
                """)) {
            assertEquals(FindingState.HELD, finding.state(), finding.expectation().position() + " " + finding.expected() + " / "
                    + finding.observed());
        }
    }

    @Test
    void whatIsNotTrueOfItDoesNotHold() {
        for (Finding finding : judge("""
                  - {see: stage, of: client, stage: connect, code: ETIMEDOUT}
                  - {see: stage, of: client, end: server, stage: accept, outcome: not-reached}
                  - {see: hold, of: client}
                  - {see: order, events: [service accept, client connect]}
                  - {see: ratio, of: client connect, to: 'client connect .. service accept', at-least: 2}
                  - {see: socket, of: client, end: server, at: connecting, accepted: true}
                  - {see: socket, of: client, end: server, at: connecting, state: SYN_RECV}
                  - {see: queue, of: service, at: connecting, length: 0}
                  - {see: packet, of: client, from: server, flags: SYN}
                  - {see: tuple, of: client, other: service, same: false}
                  - {see: route, of: client, type: unicast}
                  - {see: descriptor, of: client, purpose: connecting, found: false}
                  - {see: loop, of: service, accepts: 2}
                  - {see: bytes, of: client, read: 0}
                  - {see: missing, of: client, event: server-accept}
                """)) {
            assertEquals(FindingState.NOT_HELD, finding.state(), finding.expectation().position() + " " + finding.expected() + " / "
                    + finding.observed());
        }
    }

    private static List<Finding> judge(String expectations) {
        Scenario scenario = RecordedPlay.scenario("""
                claim: c
                watch: w
                why: y
                needs: [sockdiag, packet, descriptors]
                actors:
                  service: {kind: loop, behaviour: late-accept=200ms}
                  client: {kind: client, to: service}
                steps:
                  - {actor: service, do: start}
                  - {actor: client, do: live, label: connecting}
                expect:
                """ + expectations);
        TraceEvent begun = null;
        TraceEvent connected = null;
        Endpoint listener = null;
        for (TraceEvent event : trace.events()) {
            if (event.body() instanceof StageEvent.Started started && started.stage() == Stage.CONNECT) {
                begun = event;
            } else if (event.body() instanceof StageEvent.Finished done && done.outcome() instanceof Outcome.Listening listening) {
                listener = listening.local();
            } else if (event.body() instanceof StageEvent.Started started && started.stage() == Stage.ACCEPT) {
                connected = event;
            }
        }
        assertTrue(begun != null && connected != null && listener != null, "the recording has them");
        Map<String, StepMark> marks = Map.of("connecting",
                new StepMark(begun.sequence(), connected.sequence(), begun.at(), connected.at() - 1));
        Map<String, ActorOnTrace> actors = Map.of("client", new ActorOnTrace(ActorKind.CLIENT, List.of(new Own(Lane.CLIENT, 1)), null),
                "service", new ActorOnTrace(ActorKind.LOOP, List.of(new Own(Lane.SERVER, 1)), listener));
        return Judge.judge(scenario, new PlayRecord(TraceIndex.of(trace), RecordedPlay.verdict(Verdict.Result.COMPLETED, null, null), marks, actors));
    }
}
