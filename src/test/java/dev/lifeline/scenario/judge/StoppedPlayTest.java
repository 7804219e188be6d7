package dev.lifeline.scenario.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Target;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.RunEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A play that was ended before its end.
class StoppedPlayTest {

    private static final PlayEvent.PlayStopped STOP = new PlayEvent.PlayStopped(3, "server", "accept", "accepting");

    private static TraceEvent event(long sequence, long at, EventBody body) {
        return new TraceEvent(sequence, at, Lane.CLIENT, Evidence.APPLICATION, 0, 0, body);
    }

    private static Trace trace(TraceEvent... events) {
        return new Trace(new TraceHeader("test", new Target("test", 0), TraceHeader.Mode.LOOPBACK, Instant.EPOCH, "test", Map.of(), List.of(),
                List.of(), 1), List.of(events), true);
    }

    /// What was seen before the stop and told after it belongs to it; what comes later is the end of its sockets.
    @Test
    void theTraceEndsWhereThePlayDid() {
        TraceEvent before = event(0, 10, new RunEvent.Remark("before"));
        TraceEvent late = event(2, 15, new RunEvent.Remark("seen before, told after"));
        TraceEvent stop = event(1, 20, STOP);
        Trace cut = StoppedPlay.cut(trace(before, stop, late, event(3, 30, new RunEvent.Remark("after"))));

        assertEquals(List.of(before, late, stop), cut.events());
        assertSame(STOP, StoppedPlay.of(cut.events()));
        Trace whole = trace(before);
        assertSame(whole, StoppedPlay.cut(whole));
        assertNull(StoppedPlay.of(whole.events()));
        assertNull(StoppedPlay.of(List.of()));
    }

    /// @return the numbers of the expectations that are judged
    private static List<Integer> judged(RecordedPlay play, String expectations) {
        return play.judge(RecordedPlay.scenario("""
                claim: c
                watch: w
                why: y
                needs: [sockdiag, packet]
                actors:
                  server: {kind: server}
                  client: {kind: client, to: server}
                steps:
                  - {actor: server, do: listen, label: listening}
                  - {actor: client, do: connect, label: connecting}
                  - {actor: server, do: accept, as: peer, label: accepting}
                  - {actor: client, do: close, label: closing}
                expect:
                """ + expectations)).stream().map(finding -> finding.expectation().number()).toList();
    }

    private static final String EXPECTATIONS = """
              - {see: stage, of: client, stage: connect}
              - {see: stage, of: client, stage: close}
              - {see: stage, of: client, stage: close, outcome: not-reached}
              - {see: stage, of: client, stage: connect, at: connecting, outcome: failed}
              - {see: stage, of: client, stage: close, at: closing}
              - {see: socket, of: client, state: ESTABLISHED}
              - {see: socket, of: client, at: accepting, state: ESTABLISHED}
              - {see: bytes, of: peer, read: 0}
              - {see: verdict, result: completed}
              - {see: order, events: [client connect, peer accept]}
              - {see: order, events: [peer accept, client connect]}
            """;

    @Test
    void onlyWhatNoLaterStepCouldChangeIsJudged() {
        RecordedPlay play = RecordedPlay.with("sockdiag", "packet").connected().step("connecting", 1, 2).step("accepting", 5, 6)
                .socket(5.5, Lane.CLIENT, SocketState.ESTABLISHED, 1, 0);

        assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11), judged(play, EXPECTATIONS), "of a whole play each");
        assertEquals(List.of(1, 4, 7, 10), judged(play.event(7, Lane.CLIENT, 0, STOP), EXPECTATIONS));
    }
}
