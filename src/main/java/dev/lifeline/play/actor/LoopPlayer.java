package dev.lifeline.play.actor;

import dev.lifeline.model.Lane;
import dev.lifeline.play.Play;
import dev.lifeline.record.StageFailure;
import dev.lifeline.run.ConnectTarget;
import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.judge.ActorOnTrace;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.TargetText;
import dev.lifeline.server.Behaviour;
import dev.lifeline.server.LoopbackServer;
import dev.lifeline.server.Readiness;
import dev.lifeline.server.ServerOptions;
import dev.lifeline.server.ServerRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// The event loop of package `server`: it accepts and answers by itself.
public final class LoopPlayer extends ListeningPlayer {

    private static final long SETTLE_NANOS = 500_000_000;

    private LoopbackServer server;
    private Runnable begun = () -> { };

    public LoopPlayer(Play play, ActorSpec spec) {
        super(play, spec);
    }

    @Override
    public void act(Step step) throws StageFailure, IOException, CannotAct, InterruptedException {
        if (step.action().equals("start")) {
            start();
            return;
        }
        if (server == null) {
            throw new CannotAct(spec.name() + " was not started");
        }
        switch (step.action()) {
            case "busy" -> server.busy(step.args().number("time", 0), begun);
            case "stop" -> stop(step.args());
            default -> throw new CannotAct("a loop does not know how to " + step.action());
        }
    }

    /// Has this called when the loop's thread begins to be busy.
    public void onBusy(Runnable told) {
        begun = told;
    }

    private void start() throws StageFailure, IOException, CannotAct, InterruptedException {
        if (server != null) {
            throw new CannotAct(spec.name() + " is started already");
        }
        server = LoopbackServer.open(play.lane(Lane.SERVER), gates, options(place.wanted()));
        place.got(server.address().port());
    }

    private ServerOptions options(InetSocketAddress wanted) {
        Args args = spec.args();
        ServerRules rules = ServerRules.NONE.withNumbers(this::nextNumber)
                .withConnectionLimit((int) args.number("connection-limit", 0))
                .withFirstByteTimeout(args.number("first-byte-timeout", 0))
                .withBackOff(!args.has("back-off") || args.flag("back-off"));
        if (args.flag("readiness") || args.has("depends-on")) {
            rules = rules.withReadiness(new Readiness(args.has("depends-on") ? this::dependency : null));
        }
        return ServerOptions.on(wanted.getAddress(), wanted.getPort())
                .withBacklog((int) args.number("backlog", ServerOptions.DEFAULT_BACKLOG))
                .withBehaviour(Behaviour.parse(args.text("behaviour", "echo")))
                .withIdleTimeout(args.number("idle-timeout", ServerOptions.DEFAULT_IDLE_TIMEOUT_NANOS))
                .withRules(rules);
    }

    private int nextNumber() {
        int number = play.numbers().nextServer();
        synchronized (own) {
            own.add(new ActorOnTrace.Own(Lane.SERVER, number));
        }
        play.owns(spec.name(), Lane.SERVER, number);
        return number;
    }

    private InetSocketAddress dependency() {
        try {
            ConnectTarget there = play.target(TargetText.target(spec.args().text("depends-on")));
            return new InetSocketAddress(InetAddress.ofLiteral(there.host()), there.port());
        } catch (IOException | CannotAct | IllegalArgumentException e) {
            return null;
        }
    }

    private void stop(Args args) throws InterruptedException {
        LoopbackServer stopping = server;
        if (args.flag("graceful")) {
            stopping.stopGracefully(args.number("notice", 0), args.number("drain", 1_000_000_000));
        } else {
            stopping.close();
        }
        server = null;
    }

    /// Its connections may end by themselves where their clients have ended them; then it is closed, and that is recorded.
    @Override
    public void finish() {
        if (server == null) {
            return;
        }
        if (!play.clientsHoldConnections()) {
            try {
                server.settle(SETTLE_NANOS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        close();
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
            server = null;
        }
    }
}
