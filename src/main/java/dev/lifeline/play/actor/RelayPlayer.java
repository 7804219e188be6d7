package dev.lifeline.play.actor;

import dev.lifeline.client.Dialer;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.play.Play;
import dev.lifeline.race.Personality;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.action.Action;
import dev.lifeline.scenario.action.RelayAction;
import dev.lifeline.scenario.action.RelayRole;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// A TCP relay: for each connection that it accepts it makes another, with a handshake, addresses and an end of its own.
///
/// Threads: one accepts, and one for each pair of connections moves the bytes.
public final class RelayPlayer extends ListeningPlayer {

    private static final int MOST = 64;
    private static final long DIAL_NANOS = 2_000_000_000L;
    private static final long JOIN_MILLIS = 2_000;
    private static final long LOOK_MILLIS = 50;
    private static final long SETTLE_MILLIS = 300;

    private final AtomicInteger connections = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private final RelayRole role;
    private ServerSocketChannel listening;
    private volatile boolean stopping;

    public RelayPlayer(Play play, ActorSpec spec, RelayRole role) {
        super(play, spec);
        this.role = role;
    }

    @Override
    public void act(Action action) throws StageFailure, IOException, CannotAct, InterruptedException {
        StepBody body = switch (((RelayAction) action).kind()) {
            case START -> this::start;
            case STOP -> this::stop;
        };
        body.run();
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
        begin("accept", this::accept);
    }

    private void begin(String what, Runnable work) {
        synchronized (threads) {
            threads.add(Thread.ofPlatform().daemon().name("lifeline-relay-" + what).start(work));
        }
    }

    private void accept() {
        while (!stopping) {
            long before = now();
            try {
                listening.socket().setSoTimeout((int) LOOK_MILLIS);
                SocketChannel accepted = listening.socket().accept().getChannel();
                LaneRecorder its = accepted(accepted, before);
                if (!add(Lane.SERVER, its.connection())) {
                    accepted.close();
                    continue;
                }
                begin("connection-" + its.connection(), () -> relay(accepted, its));
            } catch (SocketTimeoutException nobody) {
                // Looks whether it is to stop.
            } catch (IOException e) {
                return;
            }
        }
    }

    private boolean add(Lane lane, int number) {
        if (connections.incrementAndGet() > MOST) {
            return false;
        }
        play.owns(spec.name(), lane, number);
        return true;
    }

    private void relay(SocketChannel accepted, LaneRecorder its) {
        LaneRecorder out = play.lane(Lane.CLIENT).connection(play.numbers().nextClient());
        add(Lane.CLIENT, out.connection());
        try (accepted; Selector selector = Selector.open()) {
            Target there = play.target(role.to());
            try (Dialer dialer = new Dialer(out, gates, Personality.DEFAULT, null, DIAL_NANOS);
                 SocketChannel dialed = dialer.dial(List.of(new Endpoint(there.host(), there.port()))).channel()) {
                move(selector, new Pump(accepted, its, selector), new Pump(dialed, out, selector));
            }
        } catch (StageFailure recorded) {
            // The way on is closed: the one who came is closed too, without a word.
        } catch (IOException | CannotAct e) {
            play.remark(Lane.SERVER, "the relay broke: " + e.getMessage());
        } catch (InterruptedException e) {
            // The relay stops.
        }
    }

    private void move(Selector selector, Pump in, Pump out) throws IOException {
        in.join(out);
        out.join(in);
        while (!stopping && !(in.isOver() && out.isOver())) {
            selector.select(key -> ((Pump) key.attachment()).ready(), LOOK_MILLIS);
        }
        boolean interrupted = !(in.isOver() && out.isOver());
        in.close(interrupted);
        out.close(interrupted);
    }

    private void awaitPairs() throws InterruptedException {
        List<Thread> ending;
        synchronized (threads) {
            ending = List.copyOf(threads);
        }
        for (int i = 1; i < ending.size(); i++) {
            ending.get(i).join(SETTLE_MILLIS);
        }
    }

    private void stop() throws InterruptedException {
        stopping = true;
        List<Thread> ending;
        synchronized (threads) {
            ending = List.copyOf(threads);
        }
        for (Thread each : ending) {
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
            if (!play.clientsHoldConnections()) {
                awaitPairs();
            }
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finish();
    }
}
