package dev.lifeline.play.actor;

import dev.lifeline.model.Lane;
import dev.lifeline.play.Play;
import dev.lifeline.play.pool.Handler;
import dev.lifeline.play.pool.PoolPlan;
import dev.lifeline.play.pool.WorkerPool;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.action.Action;
import dev.lifeline.scenario.action.PoolAction;
import dev.lifeline.scenario.action.PoolRole;
import dev.lifeline.text.Escapes;
import java.io.IOException;
import java.nio.channels.SocketChannel;

/// A server with worker threads: it accepts and answers by itself.
public final class PoolPlayer extends ListeningPlayer {

    private static final long SETTLE_NANOS = 500_000_000;

    private final PoolRole role;
    private volatile WorkerPool pool;

    public PoolPlayer(Play play, ActorSpec spec, PoolRole role) {
        super(play, spec);
        this.role = role;
    }

    @Override
    public void act(Action action) throws StageFailure, IOException, CannotAct, InterruptedException {
        StepBody body = switch (((PoolAction) action).kind()) {
            case START -> this::start;
            case STOP -> () -> stop((PoolAction.Stop) action);
        };
        body.run();
    }

    private void start() throws StageFailure, IOException, CannotAct, InterruptedException {
        if (pool != null) {
            throw new CannotAct(spec.name() + " is started already");
        }
        Handler handler = new Handler("".equals(role.readUntil()) ? null : bytes(role.readUntil()), bytes(role.answer()), role.cpu(),
                role.backend() == null ? null : new BackendCall(play, gates, spec.name(), role.backend(), role.idleTimeout()),
                role.idleTimeout());
        pool = WorkerPool.open(new PoolPlan(place.wanted(), role.backlog(), role.workers(), role.boss(),
                role.boss() ? role.queue() : 0, role.closesWhenFull(), handler, role.keepAlive()), play.lane(Lane.SERVER), gates,
                this::received);
        place.got(pool.address().port());
    }

    private static byte[] bytes(String text) {
        return text == null ? null : Escapes.bytes(text);
    }

    private LaneRecorder received(SocketChannel channel, long before) throws IOException {
        LaneRecorder its = accepted(channel, before);
        play.owns(spec.name(), Lane.SERVER, its.connection());
        return its;
    }

    private void stop(PoolAction.Stop how) throws CannotAct, InterruptedException {
        if (pool == null) {
            throw new CannotAct(spec.name() + " was not started");
        }
        if (how.graceful()) {
            pool.stopGracefully(how.drain());
        }
        close();
    }

    /// The workers that have a connection now.
    int busy() {
        WorkerPool now = pool;
        return now == null ? 0 : now.busy();
    }

    /// The connections that wait in the program for a worker now.
    int queued() {
        WorkerPool now = pool;
        return now == null ? 0 : now.queued();
    }

    /// Its connections may end by themselves where their clients have ended them; then it is closed, and that is recorded.
    @Override
    public void finish() {
        if (pool != null && !play.clientsHoldConnections()) {
            try {
                pool.settle(SETTLE_NANOS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        close();
    }

    @Override
    public void close() {
        WorkerPool closing = pool;
        if (closing != null) {
            pool = null;
            closing.close();
        }
    }
}
