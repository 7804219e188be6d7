package dev.lifeline.play.actor;

import dev.lifeline.client.Conversation;
import dev.lifeline.client.Deadlines;
import dev.lifeline.client.Dialed;
import dev.lifeline.client.Dialer;
import dev.lifeline.client.HostsFile;
import dev.lifeline.client.Lookup;
import dev.lifeline.client.RouteFinder;
import dev.lifeline.client.Script;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Family;
import dev.lifeline.model.Lane;
import dev.lifeline.play.Play;
import dev.lifeline.race.Personality;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import dev.lifeline.run.ConnectTarget;
import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.judge.ActorOnTrace;
import dev.lifeline.scenario.word.Args;
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
    /// `null` where the system is asked.
    private final ClientNames names;
    private final Gates gates;
    private final List<ActorOnTrace.Own> own = new ArrayList<>();
    private final List<BlockingConnection> wires = new ArrayList<>();
    private LaneRecorder lane;
    private boolean connectBegan;
    private List<Endpoint> candidates;
    private PendingConnect pending;
    private volatile BlockingConnection wire;

    /// @throws IOException when its look-ups cannot be sent to the resolver that it shall have
    public ClientPlayer(Play play, ActorSpec spec) throws IOException {
        String resolver = spec.args().text("resolver");
        this.play = play;
        this.spec = spec;
        this.gates = play.gates().of(spec.name());
        this.names = resolver == null ? null : new ClientNames(play.names(resolver));
    }

    @Override
    public void act(Step step) throws StageFailure, IOException, CannotAct, InterruptedException {
        Args args = step.args();
        switch (step.action()) {
            case "lookup" -> lookup(args);
            case "route" -> route();
            case "connect" -> connect(args);
            case "finish" -> finishConnect(args);
            case "live" -> live(args);
            default -> {
                if (wire == null) {
                    throw new CannotAct(spec.name() + " has no connection");
                }
                if (!wire.act(step)) {
                    throw new CannotAct("a client does not know how to " + step.action());
                }
            }
        }
    }

    private ConnectTarget target() throws IOException, CannotAct {
        return play.target(TargetText.target(spec.args().text("to")));
    }

    /// The lane of the connection that is being made: a new one where the last has been tried already.
    private StageRunner runner() {
        if (lane == null || connectBegan) {
            int number = play.numbers().nextClient();
            lane = play.lane(Lane.CLIENT).connection(number);
            connectBegan = false;
            candidates = null;
            synchronized (own) {
                own.add(new ActorOnTrace.Own(Lane.CLIENT, number));
            }
            play.owns(spec.name(), Lane.CLIENT, number);
        }
        return new StageRunner(lane, gates);
    }

    private void lookup(Args args) throws StageFailure, IOException, CannotAct, InterruptedException {
        StageRunner runner = runner();
        ConnectTarget target = target();
        String name = args.text("name", target.host());
        List<Endpoint> found = lookup(runner, new ConnectTarget(name, target.port()), timeout(args));
        if (name.equals(target.host())) {
            candidates = found;
        }
    }

    private List<Endpoint> lookup(StageRunner runner, ConnectTarget target, long nanos)
            throws StageFailure, IOException, InterruptedException {
        return new Lookup(runner, names == null ? play.resolver() : names.free(), HostsFile.system())
                .endpoints(target.host(), target.port(), family(), nanos);
    }

    private void route() throws StageFailure, IOException, CannotAct, InterruptedException {
        StageRunner runner = runner();
        candidates = new RouteFinder(runner, personality()).usable(candidates(runner, BlockingConnection.DEFAULT_TIMEOUT), source());
    }

    private List<Endpoint> candidates(StageRunner runner, long nanos)
            throws StageFailure, IOException, CannotAct, InterruptedException {
        return candidates == null ? lookup(runner, target(), nanos) : candidates;
    }

    private void connect(Args args) throws StageFailure, IOException, CannotAct, InterruptedException {
        StageRunner runner = runner();
        List<Endpoint> to = candidates(runner, timeout(args));
        connectBegan = true;
        wire = null;
        if (args.has("blocking") && !args.flag("blocking")) {
            pending = PendingConnect.begin(runner, to.getFirst(), source(), this::prepare);
            return;
        }
        own(dial(to, timeout(args)), runner);
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

    private void finishConnect(Args args) throws StageFailure, IOException, CannotAct, InterruptedException {
        if (pending == null) {
            throw new CannotAct(spec.name() + " has no connect that it could ask about");
        }
        PendingConnect asked = pending;
        pending = null;
        adopt(BlockingConnection.over(asked.finish(timeout(args)), new StageRunner(lane, gates)));
    }

    private void live(Args args) throws StageFailure, IOException, CannotAct, InterruptedException {
        StageRunner runner = runner();
        long nanos = timeout(args);
        List<Endpoint> to = new RouteFinder(runner, personality()).usable(candidates(runner, nanos), source());
        connectBegan = true;
        Script script = Script.CONNECT_ONLY.within(new Deadlines(nanos, nanos, nanos, nanos, nanos));
        if (args.has("send")) {
            script = script.sending(Escapes.bytes(args.text("send")));
        }
        if (args.has("expect")) {
            script = script.expecting(Escapes.bytes(args.text("expect")));
        }
        new Conversation(runner).hold(dial(to, nanos).channel(), script);
    }

    private void prepare(SocketChannel channel) throws IOException {
        SocketOptions.set(channel, spec.args());
        if (spec.args().has("port-range")) {
            try (OpenSocket socket = OpenSocket.of(channel)) {
                socket.localPorts(play.ranges().of(spec.args().text("port-range")));
            }
        }
    }

    private InetSocketAddress source() throws IOException, CannotAct {
        String text = spec.args().text("source");
        if (text == null) {
            return null;
        }
        TargetText source = TargetText.source(text);
        Endpoint there = source.actor() == null ? null : play.endpoint(source.actor());
        String address = source.host() == null ? there.address() : source.host();
        int port = there != null ? there.port() : Math.max(0, source.port());
        return new InetSocketAddress(InetAddress.ofLiteral(address), port);
    }

    private Personality personality() {
        Personality named = Personality.named(spec.args().text("race", Personality.DEFAULT.label()));
        return named == null ? Personality.DEFAULT : named;
    }

    private Family family() {
        String text = spec.args().text("family");
        return text == null ? null : text.equals("6") ? Family.IPV6 : Family.IPV4;
    }

    private static long timeout(Args args) {
        return args.number("timeout", BlockingConnection.DEFAULT_TIMEOUT);
    }

    @Override
    public ActorOnTrace onTrace() {
        synchronized (own) {
            return new ActorOnTrace(spec.kind(), own, null);
        }
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
