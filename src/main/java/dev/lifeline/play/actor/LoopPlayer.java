package dev.lifeline.play.actor;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Target;
import dev.lifeline.play.Play;
import dev.lifeline.record.StageFailure;
import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.action.Action;
import dev.lifeline.scenario.action.LoopAction;
import dev.lifeline.scenario.action.LoopRole;
import dev.lifeline.scenario.action.WebRules;
import dev.lifeline.server.Behaviour;
import dev.lifeline.server.LoopbackServer;
import dev.lifeline.server.Readiness;
import dev.lifeline.server.ServerOptions;
import dev.lifeline.server.ServerRules;
import dev.lifeline.server.secure.TlsFault;
import dev.lifeline.server.web.HttpFault;
import dev.lifeline.server.web.WebSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// The event loop of package `server`: it accepts and answers by itself.
public final class LoopPlayer extends ListeningPlayer {

    private static final long SETTLE_NANOS = 500_000_000;

    private final LoopRole role;
    private volatile LoopbackServer server;
    private Runnable begun = () -> { };

    public LoopPlayer(Play play, ActorSpec spec, LoopRole role) {
        super(play, spec);
        this.role = role;
    }

    @Override
    public void act(Action action) throws StageFailure, IOException, CannotAct, InterruptedException {
        StepBody body = switch (((LoopAction) action).kind()) {
            case START -> this::start;
            case BUSY -> () -> started().busy(((LoopAction.Busy) action).time(), begun);
            case STOP -> () -> stop(started(), (LoopAction.Stop) action);
        };
        body.run();
    }

    /// The loop, from its start to its end; `null` before and after. Threads: any.
    public LoopbackServer serving() {
        return server;
    }

    private LoopbackServer started() throws CannotAct {
        if (server == null) {
            throw new CannotAct(spec.name() + " was not started");
        }
        return server;
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
        if (server.secure() != null) {
            play.addAuthority(server.secure().authority());
        }
        place.got(server.address().port());
    }

    private ServerOptions options(InetSocketAddress wanted) {
        ServerRules rules = ServerRules.NONE.withNumbers(this::nextNumber)
                .withConnectionLimit(role.connectionLimit())
                .withFirstByteTimeout(role.firstByteTimeout())
                .withBackOff(role.backOff());
        if (role.readiness() || role.dependsOn() != null) {
            rules = rules.withReadiness(new Readiness(role.dependsOn() != null ? this::dependency : null));
        }
        return ServerOptions.on(wanted.getAddress(), wanted.getPort())
                .withBacklog(role.backlog())
                .withBehaviour(behaviour())
                .withIdleTimeout(role.idleTimeout())
                .withRules(rules);
    }

    private Behaviour behaviour() {
        Behaviour plain = plain();
        return role.web().tls() == null ? plain : new Behaviour.Secured(tlsFault(role.web().tls()), plain);
    }

    private static TlsFault tlsFault(String word) {
        for (TlsFault each : TlsFault.values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return TlsFault.NONE;
    }

    private Behaviour plain() {
        if (role.web().http() != null) {
            return new Behaviour.Http(http(role.web()));
        }
        return role.backend() == null ? Behaviour.parse(role.behaviour())
                : new Behaviour.Asking(new BackendCall(play, gates, spec.name(), role.backend(), role.idleTimeout()));
    }

    private static WebSettings http(WebRules rules) {
        WebSettings usual = WebSettings.USUAL;
        return usual.withTimeouts(rules.header() == 0 ? usual.header() : rules.header(), rules.request() == 0 ? usual.request() : rules.request(),
                rules.keepAlive() == 0 ? usual.keepAlive() : rules.keepAlive()).withWorkers(rules.workers()).withFault(fault(rules.http()))
                .withReads(rules.readSize() == 0 ? usual.readBytes() : rules.readSize());
    }

    private static HttpFault fault(String word) {
        for (HttpFault each : HttpFault.values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return HttpFault.NONE;
    }

    /// Tells whether its handlers have a place where they can be held: those of HTTP do, others run within one wake-up.
    public boolean hasHandlers() {
        return role.web().http() != null;
    }

    private int nextNumber() {
        int number = play.numbers().nextServer();
        play.owns(spec.name(), Lane.SERVER, number);
        return number;
    }

    private InetSocketAddress dependency() {
        try {
            Target there = play.target(role.dependsOn());
            return new InetSocketAddress(InetAddress.ofLiteral(there.host()), there.port());
        } catch (IOException | CannotAct | IllegalArgumentException e) {
            return null;
        }
    }

    private void stop(LoopbackServer stopping, LoopAction.Stop how) throws InterruptedException {
        if (how.graceful()) {
            stopping.stopGracefully(how.notice(), how.drain());
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
