package dev.lifeline.play.actor;

import dev.lifeline.client.Conversation;
import dev.lifeline.client.Deadlines;
import dev.lifeline.client.Dialed;
import dev.lifeline.client.Dialer;
import dev.lifeline.client.Exchange;
import dev.lifeline.client.HostsFile;
import dev.lifeline.client.Lookup;
import dev.lifeline.client.RouteFinder;
import dev.lifeline.client.Script;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Target;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.play.Play;
import dev.lifeline.race.Personality;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.action.Action;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.action.ClientAction;
import dev.lifeline.scenario.action.ClientRole;
import dev.lifeline.scenario.action.ConnectionAction;
import dev.lifeline.scenario.action.WebAction;
import dev.lifeline.scenario.word.TargetText;
import dev.lifeline.text.Escapes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/// A client that opens connections, one after the other, and does with the newest what its steps say.
public final class ClientPlayer implements Player {

    private final Play play;
    private final ActorSpec spec;
    private final ClientRole role;
    /// `null` where the system is asked.
    private final ClientNames names;
    private final Gates gates;
    private final List<BlockingConnection> wires = new ArrayList<>();
    private LaneRecorder lane;
    private boolean connectBegan;
    private List<Endpoint> candidates;
    private PendingConnect pending;
    private volatile BlockingConnection wire;

    /// @throws IOException when its look-ups cannot be sent to the resolver that it shall have
    public ClientPlayer(Play play, ActorSpec spec, ClientRole role) throws IOException {
        this.play = play;
        this.spec = spec;
        this.role = role;
        this.gates = play.gates().of(spec.name());
        this.names = role.resolver() == null ? null : new ClientNames(play.names(role.resolver()));
    }

    @Override
    public void act(Action action) throws StageFailure, IOException, CannotAct, InterruptedException {
        if (action instanceof ClientAction own) {
            act(own);
        } else if (wire == null) {
            throw new CannotAct(spec.name() + " has no connection");
        } else if (action instanceof WebAction web) {
            act(web);
        } else {
            wire.act((ConnectionAction) action);
        }
    }

    private void act(ClientAction action) throws StageFailure, IOException, CannotAct, InterruptedException {
        StepBody body = switch (action.kind()) {
            case LOOKUP -> () -> lookup((ClientAction.Lookup) action);
            case ROUTE -> this::route;
            case CONNECT -> () -> connect((ClientAction.Connect) action);
            case FINISH -> () -> finishConnect(action.timeout());
            case LIVE -> () -> live((ClientAction.Live) action);
        };
        body.run();
    }

    private void act(WebAction action) throws StageFailure, IOException, CannotAct, InterruptedException {
        Exchange exchange = switch (action.kind()) {
            case SECURE -> WebExchanges.of((WebAction.Secure) action, target(), play.authorities());
            case REQUEST -> WebExchanges.of((WebAction.Request) action, target());
        };
        wire.perform(exchange);
    }

    private Target target() throws IOException, CannotAct {
        return play.target(role.to());
    }

    /// The lane of the connection that is being made: a new one where the last has been tried already.
    private StageRunner runner() {
        if (lane == null || connectBegan) {
            int number = play.numbers().nextClient();
            lane = play.lane(Lane.CLIENT).connection(number);
            connectBegan = false;
            candidates = null;
            play.owns(spec.name(), Lane.CLIENT, number);
        }
        return new StageRunner(lane, gates);
    }

    private void lookup(ClientAction.Lookup lookup) throws StageFailure, IOException, CannotAct, InterruptedException {
        StageRunner runner = runner();
        Target target = target();
        String name = lookup.name() == null ? target.host() : lookup.name();
        List<Endpoint> found = lookup(runner, new Target(name, target.port()), lookup.timeout());
        if (name.equals(target.host())) {
            candidates = found;
        }
    }

    private List<Endpoint> lookup(StageRunner runner, Target target, long nanos)
            throws StageFailure, IOException, InterruptedException {
        return new Lookup(runner, names == null ? play.resolver() : names.free(), HostsFile.system())
                .endpoints(target.host(), target.port(), role.family(), nanos);
    }

    private void route() throws StageFailure, IOException, CannotAct, InterruptedException {
        StageRunner runner = runner();
        candidates = new RouteFinder(runner, personality()).usable(candidates(runner, Action.DEFAULT_TIMEOUT), source());
    }

    private List<Endpoint> candidates(StageRunner runner, long nanos)
            throws StageFailure, IOException, CannotAct, InterruptedException {
        return candidates == null ? lookup(runner, target(), nanos) : candidates;
    }

    private void connect(ClientAction.Connect connect) throws StageFailure, IOException, CannotAct, InterruptedException {
        StageRunner runner = runner();
        List<Endpoint> to = candidates(runner, connect.timeout());
        connectBegan = true;
        wire = null;
        if (!connect.blocking()) {
            pending = PendingConnect.begin(runner, to.getFirst(), source(), this::prepare);
            return;
        }
        own(dial(to, connect.timeout()), runner);
    }

    private Dialed dial(List<Endpoint> to, long nanos) throws StageFailure, IOException, CannotAct, InterruptedException {
        try (Dialer dialer = new Dialer(lane, gates, personality(), source(), this::prepare, nanos)) {
            return dialer.dial(to);
        }
    }

    private void own(Dialed dialed, StageRunner runner) throws IOException {
        // The attempt that won is not said again: what follows belongs to the connection.
        adopt(BlockingConnection.over(dialed.channel(), runner));
    }

    private void adopt(BlockingConnection opened) {
        synchronized (wires) {
            wires.add(opened);
        }
        wire = opened;
    }

    private void finishConnect(long nanos) throws StageFailure, IOException, CannotAct, InterruptedException {
        if (pending == null) {
            throw new CannotAct(spec.name() + " has no connect that it could ask about");
        }
        PendingConnect asked = pending;
        pending = null;
        adopt(BlockingConnection.over(asked.finish(nanos), new StageRunner(lane, gates)));
    }

    private void live(ClientAction.Live live) throws StageFailure, IOException, CannotAct, InterruptedException {
        StageRunner runner = runner();
        long nanos = live.timeout();
        List<Endpoint> to = new RouteFinder(runner, personality()).usable(candidates(runner, nanos), source());
        connectBegan = true;
        Script script = Script.CONNECT_ONLY.within(new Deadlines(nanos, nanos, nanos, nanos, nanos));
        if (live.send() != null) {
            script = script.sending(Escapes.bytes(live.send()));
        }
        if (live.expect() != null) {
            script = script.expecting(Escapes.bytes(live.expect()));
        }
        new Conversation(runner).hold(dial(to, nanos).channel(), script.exchanges());
    }

    private void prepare(SocketChannel channel) throws IOException {
        SocketOptions.set(channel, role.settings(), lane);
        if (role.dropsIncoming()) {
            lane.mark(new StreamEvent.IncomingFiltered(true));
        }
        if (role.portRange() != null) {
            try (OpenSocket socket = OpenSocket.of(channel)) {
                socket.localPorts(play.ranges().of(role.portRange()));
            }
        }
    }

    private InetSocketAddress source() throws IOException, CannotAct {
        TargetText source = role.source();
        if (source == null) {
            return null;
        }
        Endpoint there = source.actor() == null ? null : play.endpoint(source.actor());
        String address = source.host() == null ? there.address() : source.host();
        int port = there != null ? there.port() : Math.max(0, source.port());
        return new InetSocketAddress(InetAddress.ofLiteral(address), port);
    }

    private Personality personality() {
        Personality named = Personality.named(role.race());
        return named == null ? Personality.DEFAULT : named;
    }

    @Override
    public ActorKind kind() {
        return spec.kind();
    }

    @Override
    public boolean holdsConnections() {
        synchronized (wires) {
            for (BlockingConnection each : wires) {
                if (each.isOpen()) {
                    return true;
                }
            }
        }
        return pending != null;
    }

    @Override
    public void finish() {
        if (pending != null) {
            pending.abandon();
            pending = null;
        }
    }

    @Override
    public void close() {
        synchronized (wires) {
            for (BlockingConnection each : wires) {
                each.discard();
            }
        }
        if (names != null) {
            names.close();
        }
    }
}
