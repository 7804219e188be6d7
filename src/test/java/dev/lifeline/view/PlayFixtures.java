package dev.lifeline.view;

import dev.lifeline.analysis.TraceBuilder;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PlayEvent.ConnectionOwned;
import dev.lifeline.model.event.PlayEvent.StepStarted;
import java.nio.charset.StandardCharsets;

/// A play with a relay: its two connections have other numbers at their two ends, and one of three clients finds nobody.
public final class PlayFixtures {

    private static final Endpoint RELAY = new Endpoint("127.0.0.1", 7007);
    private static final Endpoint BACKEND = new Endpoint("127.0.0.1", 7008);

    private PlayFixtures() {
    }

    public static TraceFixtures.Fixture relay() {
        TraceBuilder life = new TraceBuilder("127.0.0.1:7007", Mode.LOOPBACK).connections(3).connection(0);
        life.mark(5, Lane.SERVER, new StepStarted(1, "relay", "start", null))
                .done(Lane.SERVER, Stage.BIND, 10, 40, new Outcome.Listening(RELAY, 128))
                .done(Lane.SERVER, Stage.BIND, 50, 70, new Outcome.Listening(BACKEND, 8))
                .mark(100, Lane.CLIENT, new StepStarted(2, "caller", "connect", null));
        long held = life.add(105, Lane.SERVER, new HoldEvent.HoldStarted(Stage.ACCEPT, "held by the scenario"));
        ends(life, "caller", 1, "relay", 2, 110, new FourTuple(new Endpoint("127.0.0.1", 50_001), RELAY));
        life.connection(0).mark(150, Lane.SERVER, new HoldEvent.HoldEnded(held));
        ends(life, "relay", 2, "backend", 1, 400, new FourTuple(new Endpoint("127.0.0.1", 50_002), BACKEND));
        life.connection(3).mark(900, Lane.CLIENT, new ConnectionOwned("stranger\u001b[2J", null, false))
                .failed(Lane.CLIENT, Stage.CONNECT, 905, 950, TraceBuilder.failure(ErrorCode.ECONNREFUSED, Operation.CONNECT,
                        new Endpoint("127.0.0.1", 50_003), new Endpoint("127.0.0.1", 9)));
        life.connection(3).mark(980, Lane.SERVER, new ConnectionOwned("backend", null, false))
                .done(Lane.SERVER, Stage.ACCEPT, 985, 990, new Outcome.Accepted(new FourTuple(BACKEND, new Endpoint("127.0.0.1", 50_009)), 0, 1));
        return new TraceFixtures.Fixture(life.inOrder().trace(), new Verdict(Verdict.Result.FAILED, Stage.CONNECT, Lane.CLIENT,
                ErrorCode.ECONNREFUSED, Operation.CONNECT, null, new Endpoint("127.0.0.1", 9), "Connect was refused.", "The host is up.",
                "That the service is not running.", "ss -ltn 'sport = :9'"));
    }

    private static void ends(TraceBuilder life, String client, int clientNumber, String server, int serverNumber, double at, FourTuple tuple) {
        life.connection(clientNumber).mark(at, Lane.CLIENT, new ConnectionOwned(client, null, false))
                .done(Lane.CLIENT, Stage.CONNECT, at + 5, at + 55, new Outcome.Connected(tuple))
                .done(Lane.CLIENT, Stage.WRITE, at + 60, at + 70, moved());
        life.connection(serverNumber).done(Lane.SERVER, Stage.ACCEPT, at + 60, at + 90, new Outcome.Accepted(tuple.reversed(), 0, 1))
                .mark(at + 91, Lane.SERVER, new ConnectionOwned(server, null, false))
                .done(Lane.SERVER, Stage.FIRST_BYTE, at + 100, at + 120, moved());
    }

    private static Outcome moved() {
        return new Outcome.Moved(Bytes.of("ping\n".getBytes(StandardCharsets.UTF_8)), 1, Ending.COMPLETE);
    }

    /// A play with two pools of one worker each: the first has a boss, who queues the second client; in the second the worker accepts.
    public static TraceFixtures.Fixture pools() {
        TraceBuilder life = new TraceBuilder("127.0.0.1:7007", Mode.LOOPBACK).connections(3).connection(0);
        life.done(Lane.SERVER, Stage.BIND, 10, 40, new Outcome.Listening(RELAY, 128))
                .mark(41, Lane.SERVER, new LoopEvent.PoolOpened(RELAY, 1, true, 4))
                .done(Lane.SERVER, Stage.BIND, 50, 70, new Outcome.Listening(BACKEND, 8))
                .mark(71, Lane.SERVER, new LoopEvent.PoolOpened(BACKEND, 1, false, 0));
        ends(life, "first", 1, "boss", 1, 100, new FourTuple(new Endpoint("127.0.0.1", 50_001), RELAY));
        life.mark(191, Lane.SERVER, new LoopEvent.WorkerQueued(1, 4))
                .done(Lane.SERVER, Stage.WORKER_QUEUE, 192, 198, new Outcome.Taken(1, 1, 1))
                .done(Lane.SERVER, Stage.HANDLER, 230, 900, new Outcome.Handled(600_000, null))
                .mark(1_900, Lane.SERVER, new LoopEvent.WorkerFreed(1, 0, 1));
        FourTuple second = new FourTuple(new Endpoint("127.0.0.1", 50_002), RELAY);
        life.connection(2).mark(300, Lane.CLIENT, new ConnectionOwned("second", null, false))
                .done(Lane.CLIENT, Stage.CONNECT, 305, 355, new Outcome.Connected(second))
                .failed(Lane.CLIENT, Stage.FIRST_BYTE, 400, 1_500, TraceBuilder.failure(ErrorCode.TIMEOUT, Operation.READ,
                        second.local(), second.remote()))
                .done(Lane.SERVER, Stage.ACCEPT, 360, 370, new Outcome.Accepted(second.reversed(), 0, 1))
                .mark(371, Lane.SERVER, new ConnectionOwned("boss", null, false))
                .mark(372, Lane.SERVER, new LoopEvent.WorkerQueued(2, 4))
                .done(Lane.SERVER, Stage.WORKER_QUEUE, 373, 1_905, new Outcome.Taken(1, 1, 1));
        FourTuple third = new FourTuple(new Endpoint("127.0.0.1", 50_003), BACKEND);
        life.connection(3).mark(500, Lane.CLIENT, new ConnectionOwned("third", null, false))
                .done(Lane.CLIENT, Stage.CONNECT, 505, 555, new Outcome.Connected(third))
                .done(Lane.SERVER, Stage.ACCEPT, 560, 570, new Outcome.Accepted(third.reversed(), 0, 1))
                .mark(571, Lane.SERVER, new ConnectionOwned("crew", null, false))
                .mark(572, Lane.SERVER, new LoopEvent.WorkerTook(1, 1, 1));
        return new TraceFixtures.Fixture(life.inOrder().trace(), new Verdict(Verdict.Result.FAILED, Stage.FIRST_BYTE, Lane.CLIENT,
                ErrorCode.TIMEOUT, Operation.READ, second.local(), second.remote(), "No byte came.", "It is connected.", "Why.", null));
    }
}
