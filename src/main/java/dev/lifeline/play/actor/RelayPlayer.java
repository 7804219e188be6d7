package dev.lifeline.play.actor;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.play.Play;
import dev.lifeline.play.relay.Orders;
import dev.lifeline.play.relay.RelayPair;
import dev.lifeline.record.Gate;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.action.Action;
import dev.lifeline.scenario.action.RelayAction;
import dev.lifeline.scenario.action.RelayAction.Direction;
import dev.lifeline.scenario.action.RelayRole;
import dev.lifeline.scenario.action.RelayRules;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A TCP relay: for each connection that it accepts it makes another, with a handshake, addresses and an end of its own.
///
/// Threads: one accepts, and one for each pair of connections moves the bytes.
public final class RelayPlayer extends ListeningPlayer {

    private static final int MOST_PAIRS = 256;
    private static final long JOIN_MILLIS = 2_000;
    private static final long LOOK_MILLIS = 50;
    private static final long SETTLE_NANOS = 300_000_000;

    private final AtomicInteger pairs = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private final Orders orders = new Orders();
    private final RelayRole role;
    private ServerSocketChannel listening;

    public RelayPlayer(Play play, ActorSpec spec, RelayRole role) {
        super(play, spec);
        this.role = role;
    }

    @Override
    public void act(Action action) throws StageFailure, IOException, CannotAct, InterruptedException {
        StepBody body = switch (((RelayAction) action).kind()) {
            case START -> this::start;
            case STOP -> () -> stop(((RelayAction.Stop) action).reset());
            case HOLD, RELEASE -> () -> turn((RelayAction.Turn) action);
        };
        body.run();
    }

    /// Where its actor's thread waits, or a pair's: none of them is the one that does this step.
    private void turn(RelayAction.Turn turn) {
        if (turn.before() != null) {
            turn(Gate.before(turn.before() == Stage.CONNECT ? Lane.CLIENT : Lane.SERVER, turn.before()), turn.reason());
        }
        // What goes up came from the client, at the relay's accepted side.
        if (turn.direction() == Direction.UP || turn.direction() == Direction.BOTH) {
            turn(Gate.before(Lane.SERVER, Stage.DATA), turn.reason());
        }
        if (turn.direction() == Direction.DOWN || turn.direction() == Direction.BOTH) {
            turn(Gate.before(Lane.CLIENT, Stage.DATA), turn.reason());
        }
    }

    private void turn(Gate gate, String reason) {
        if (reason == null) {
            gates.release(gate);
        } else {
            gates.hold(gate, reason);
        }
    }

    private void start() throws StageFailure, IOException, CannotAct, InterruptedException {
        if (listening != null) {
            throw new CannotAct(spec.name() + " is started already");
        }
        InetSocketAddress wanted = place.wanted();
        int backlog = role.backlog();
        LaneRecorder lane = play.lane(Lane.SERVER);
        listening = ServerSocketChannel.open();
        lane.mark(new LoopEvent.SocketOpened(SocketPurpose.LISTENING));
        new StageRunner(lane, gates).run(new StageRunner.Call(Stage.BIND, Operation.BIND, Endpoint.of(wanted), null), () -> {
            listening.bind(wanted, backlog);
            place.got(((InetSocketAddress) listening.getLocalAddress()).getPort());
            return new StageRunner.Result<Void>(null, new Outcome.Listening(place.known(), backlog));
        });
        RelayRules rules = role.rules();
        if (!rules.arePlain()) {
            lane.mark(new PlayEvent.RelayRuled(spec.name(), rules.delayUp(), rules.delayDown(), rules.halfClose(), rules.connectsLate(),
                    rules.proxyProtocol()));
        }
        begin("accept", () -> accept(lane));
    }

    private void begin(String what, Runnable work) {
        synchronized (threads) {
            threads.add(Thread.ofPlatform().daemon().name("lifeline-relay-" + what).start(work));
        }
    }

    private void accept(LaneRecorder lane) {
        try (Selector selector = Selector.open()) {
            listening.configureBlocking(false);
            listening.register(selector, SelectionKey.OP_ACCEPT);
            long before = now();
            while (!orders.stopping()) {
                if (selector.select(LOOK_MILLIS) == 0) {
                    continue;
                }
                selector.selectedKeys().clear();
                if (!gates.areOpen()) {
                    gates.before(Stage.ACCEPT, lane);
                    before = now();
                }
                if (orders.stopping()) {
                    return;
                }
                SocketChannel accepted = listening.accept();
                if (accepted != null) {
                    adopt(accepted, before);
                    before = now();
                }
            }
        } catch (IOException | InterruptedException e) {
            // The relay stops, and its sockets are closed.
        }
    }

    private void adopt(SocketChannel accepted, long before) throws IOException {
        LaneRecorder its = accepted(accepted, before);
        if (pairs.incrementAndGet() > MOST_PAIRS) {
            accepted.close();
            play.remark(Lane.SERVER, spec.name() + " has had " + MOST_PAIRS + " connections, and closes the next ones at once");
            return;
        }
        play.owns(spec.name(), Lane.SERVER, its.connection());
        begin("connection-" + its.connection(), () -> new RelayPair(play, spec.name(), role, gates, orders).relay(accepted, its));
    }

    private List<Thread> begun() {
        synchronized (threads) {
            return List.copyOf(threads);
        }
    }

    private void stop(boolean reset) throws InterruptedException {
        orders.stop(reset);
        awaitEnd();
    }

    private void awaitEnd() throws InterruptedException {
        List<Thread> ending = begun();
        if (!ending.isEmpty()) {
            // It may wait at a gate.
            ending.getFirst().interrupt();
            ending.getFirst().join(JOIN_MILLIS);
        }
        for (Thread each : begun()) {
            each.join(JOIN_MILLIS);
        }
        if (listening != null) {
            discard(listening);
        }
    }

    /// Pairs whose client has ended may end by themselves.
    @Override
    public void finish() {
        try {
            if (!play.clientsHoldConnections() && !orders.stopping()) {
                List<Thread> ending = begun();
                long end = System.nanoTime() + SETTLE_NANOS;
                for (int i = 1; i < ending.size(); i++) {
                    ending.get(i).join(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
                }
            }
            orders.cut();
            awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finish();
    }
}
