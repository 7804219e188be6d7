package dev.lifeline.scenario.judge;

import static dev.lifeline.scenario.judge.JudgeTest.held;
import static dev.lifeline.scenario.judge.JudgeTest.notHeld;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What rests on the words of a pool.
class PoolJudgeTest {

    /// A pool with one worker, which takes the client's connection 10 ms after it was queued; number 3 is of another server.
    private static RecordedPlay played() {
        return RecordedPlay.with()
                .actor("pool", new ActorOnTrace(ActorKind.POOL, List.of(new Own(Lane.SERVER, 1), new Own(Lane.SERVER, 2)),
                        RecordedPlay.SERVER))
                .event(0.6, Lane.SERVER, 0, new LoopEvent.PoolOpened(RecordedPlay.SERVER, 1, true, 4))
                .connected()
                .step("full", 15, 16)
                .event(6.1, Lane.SERVER, 1, new LoopEvent.WorkerQueued(1, 4))
                .done(Lane.SERVER, 1, Stage.WORKER_QUEUE, 6.1, 6.2, new Outcome.Taken(1, 1, 1))
                .event(10, Lane.SERVER, 2, new LoopEvent.WorkerQueued(1, 4))
                .event(11, Lane.SERVER, 3, new LoopEvent.WorkerQueued(9, 9))
                .event(12, Lane.SERVER, 3, new LoopEvent.TurnedAway(9))
                .event(18, Lane.SERVER, 1, new LoopEvent.WorkerFreed(1, 0, 1))
                .done(Lane.SERVER, 2, Stage.WORKER_QUEUE, 10, 20, new Outcome.Taken(1, 1, 1))
                .step("later", 30, 31);
    }

    private static Finding judge(RecordedPlay play, String expectation) {
        return play.judge(RecordedPlay.scenario("""
                claim: c
                watch: w
                why: y
                actors:
                  pool: {kind: pool}
                  client: {kind: client, to: pool}
                steps:
                  - {actor: pool, do: start, label: full}
                  - {actor: client, do: connect, label: later}
                expect:
                  - {see: %s}
                """.formatted(expectation))).getFirst();
    }

    @Test
    void theWorkersOfAPoolAndWhatWaitedForThem() {
        held(judge(played(), "pool, of: pool, workers: 1, busy: 1, queued: 1, taken: 2, turned-away: 0"),
                "pool: workers 1, busy 1, queued 1, taken 2, turned-away 0");
        notHeld(judge(played(), "pool, of: pool, queued: 2"), "pool: queued 2", "pool: queued 1");
        notHeld(judge(played(), "pool, of: pool, turned-away: 1"), "pool: turned-away 1", "pool: turned-away 0");
    }

    @Test
    void duringAStepWhatWasSoWhenItBeganCounts() {
        held(judge(played(), "pool, of: pool, at: full, busy: 1, queued: 1, taken: 0"), "pool at full: busy 1, queued 1, taken 0");
        held(judge(played(), "pool, of: pool, at: later, busy: 1, queued: 0, taken: 0"), "pool at later: busy 1, queued 0, taken 0");
    }

    @Test
    void aPoolThatWasNotStartedHasNoFigures() {
        RecordedPlay play = RecordedPlay.with().actor("pool", new ActorOnTrace(ActorKind.POOL, List.of(), RecordedPlay.SERVER));
        notHeld(judge(play, "pool, of: pool, busy: 0"), "pool: busy 0", "pool was not started");
    }

    @Test
    void theStagesThatOnlyServersHaveAreAClientsAtTheOtherEnd() {
        held(judge(played(), "order, events: [client accept finished, client worker-queue finished]"),
                "client accept finished at 5.000 ms, client worker-queue finished at 19.000 ms");
        held(judge(played(), "stage, of: client, stage: worker-queue"), "client: worker queue finished");
        notHeld(judge(played(), "stage, of: client, stage: handler"), "client: handler finished", "client: handler was not reached");
    }
}
