package dev.lifeline.view;

import dev.lifeline.analysis.TraceBuilder;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PlayEvent.ActorJoined;
import dev.lifeline.model.event.PlayEvent.ConnectionOwned;
import dev.lifeline.model.event.PlayEvent.StepStarted;

/// A storm of twenty: sixteen connect within 2 ms, storm-5 after 800 ms, three give up after a second; six are accepted. The numbers of
/// connections are not those of the members.
public final class CrowdFixtures {

    private static final Endpoint SERVER = new Endpoint("127.0.0.1", 7007);

    private CrowdFixtures() {
    }

    /// The trace of it.
    public static Trace storm() {
        TraceBuilder life = new TraceBuilder("127.0.0.1:7007", Mode.LOOPBACK).connections(20).connection(0);
        life.mark(1, Lane.SERVER, new ActorJoined("server", "server"));
        for (int i = 1; i <= 20; i++) {
            life.mark(2, Lane.CLIENT, new ActorJoined("storm-" + i, "client", "storm"));
        }
        life.mark(5, Lane.SERVER, new StepStarted(1, "server", "listen", null))
                .done(Lane.SERVER, Stage.BIND, 10, 40, new Outcome.Listening(SERVER, 5))
                .mark(100, Lane.CLIENT, new StepStarted(2, "storm", "connect", null, 1, 20));
        for (int member = 1; member <= 20; member++) {
            FourTuple tuple = new FourTuple(new Endpoint("127.0.0.1", 50_000 + member), SERVER);
            life.connection(21 - member).mark(110, Lane.CLIENT, new ConnectionOwned("storm-" + member, null, false));
            if (member >= 7 && member <= 9) {
                life.failed(Lane.CLIENT, Stage.CONNECT, 120 + member, 1_000_120 + 10_000 * member,
                        TraceBuilder.failure(ErrorCode.TIMEOUT, Operation.CONNECT, null, SERVER));
            } else {
                life.done(Lane.CLIENT, Stage.CONNECT, 120 + member, member == 5 ? 800_120 : 1_120 + 50 * member, new Outcome.Connected(tuple));
            }
        }
        for (int peer = 1; peer <= 6; peer++) {
            FourTuple tuple = new FourTuple(new Endpoint("127.0.0.1", 50_009 + peer), SERVER);
            life.connection(peer).mark(1_200_000 + peer, Lane.SERVER, new ConnectionOwned("peers-" + peer, "server", false))
                    .mark(1_200_000 + peer, Lane.SERVER, new ActorJoined("peers-" + peer, "connection", "peers"))
                    .done(Lane.SERVER, Stage.ACCEPT, 1_199_000 + 10 * peer, 1_199_005 + 10 * peer, new Outcome.Accepted(tuple.reversed(), 0, 1));
        }
        return life.inOrder().trace();
    }
}
