package dev.lifeline.play.actor;

import dev.lifeline.client.Deadline;
import dev.lifeline.linux.descriptor.SocketOption;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.play.Capability;
import dev.lifeline.play.Play;
import dev.lifeline.record.Failures;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import dev.lifeline.record.StageRunner.Call;
import dev.lifeline.record.StageRunner.Result;
import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.action.Action;
import dev.lifeline.scenario.action.ServerAction;
import dev.lifeline.scenario.action.ServerAction.Accept;
import dev.lifeline.scenario.action.ServerRole;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/// A blocking server that does one thing at a time: the program of `listen(2)` and `accept(2)`.
public final class ServerPlayer extends ListeningPlayer {

    private final ServerRole role;
    private final LaneRecorder lane;
    private final StageRunner runner;
    private final List<ConnectionPlayer> unnamed = new ArrayList<>();
    private NetworkChannel channel;

    public ServerPlayer(Play play, ActorSpec spec, ServerRole role) {
        super(play, spec);
        this.role = role;
        this.lane = play.lane(Lane.SERVER);
        this.runner = new StageRunner(lane, gates);
    }

    @Override
    public void act(Action action) throws StageFailure, IOException, CannotAct, InterruptedException {
        StepBody body = switch (((ServerAction) action).kind()) {
            case LISTEN -> this::listen;
            case BIND -> this::bind;
            case ACCEPT -> () -> accept((Accept) action);
            case CLOSE -> this::closeListener;
        };
        body.run();
    }

    private void listen() throws StageFailure, IOException, CannotAct, InterruptedException {
        InetSocketAddress wanted = unused();
        begin(ServerSocketChannel.open(), wanted, () -> {
            ServerSocketChannel listening = (ServerSocketChannel) channel;
            listening.setOption(StandardSocketOptions.SO_REUSEADDR, role.reuseAddress());
            if (role.receiveBuffer() != null) {
                listening.setOption(StandardSocketOptions.SO_RCVBUF, role.receiveBuffer().intValue());
            }
            Capability.without(role.unprivileged(), () -> listening.bind(wanted, role.backlog()));
            configure(listening);
            Endpoint local = bound(listening);
            return new Result<Void>(null, new Outcome.Listening(local, role.backlog()));
        });
    }

    /// Java binds and listens in one; a socket that is bound and does not listen is a client's.
    private void bind() throws StageFailure, IOException, CannotAct, InterruptedException {
        InetSocketAddress wanted = unused();
        begin(SocketChannel.open(), wanted, () -> {
            Capability.without(role.unprivileged(), () -> channel.bind(wanted));
            return new Result<Void>(null, new Outcome.Bound(bound(channel)));
        });
    }

    private InetSocketAddress unused() throws IOException, CannotAct {
        if (channel != null) {
            throw new CannotAct(spec.name() + " has a socket already");
        }
        return place.wanted();
    }

    private void begin(NetworkChannel opened, InetSocketAddress wanted, StageRunner.Action<Void> action)
            throws StageFailure, InterruptedException {
        channel = opened;
        boolean done = false;
        try {
            lane.mark(new LoopEvent.SocketOpened(SocketPurpose.LISTENING));
            runner.run(new Call(Stage.BIND, Operation.BIND, Endpoint.of(wanted), null), action);
            done = true;
        } finally {
            if (!done) {
                discard(channel);
                channel = null;
            }
        }
    }

    private Endpoint bound(NetworkChannel socket) throws IOException {
        Endpoint local = Endpoint.of((InetSocketAddress) socket.getLocalAddress());
        place.got(local.port());
        return local;
    }

    private void configure(ServerSocketChannel listening) throws IOException {
        if (role.deferAccept() == null && !role.dropsIncoming()) {
            return;
        }
        try (OpenSocket socket = OpenSocket.of(listening)) {
            if (role.deferAccept() != null) {
                socket.set(SocketOption.TCP_DEFER_ACCEPT, Math.max(1, (role.deferAccept() + 999_999_999) / 1_000_000_000));
            }
            if (role.dropsIncoming()) {
                socket.dropIncoming(true);
            }
        }
    }

    private void accept(Accept accept) throws StageFailure, IOException, CannotAct, InterruptedException {
        if (!(channel instanceof ServerSocketChannel listening)) {
            throw new CannotAct(spec.name() + " does not listen");
        }
        Deadline deadline = Deadline.in(accept.timeout());
        List<String> names = accept.brings();
        for (int i = 0; i < Math.max(1, accept.times()); i++) {
            accept(listening, names.isEmpty() ? null : names.get(i), accept.times() == 0 ? null : accept.as(), deadline);
        }
    }

    /// @param name the name that it gets, or `null`
    /// @param crowd the crowd that it is a member of then, or `null`
    private void accept(ServerSocketChannel listening, String name, String crowd, Deadline deadline)
            throws StageFailure, IOException, InterruptedException {
        gates.before(Stage.ACCEPT, lane);
        Endpoint local = place.known();
        long before = now();
        SocketChannel accepted = null;
        while (accepted == null) {
            try {
                listening.socket().setSoTimeout((int) Math.min(Integer.MAX_VALUE, deadline.millis()));
                accepted = listening.socket().accept().getChannel();
            } catch (SocketTimeoutException e) {
                // The deadline may have stood meanwhile.
                if (deadline.passed()) {
                    throw failed(before, local, deadline.exception());
                }
            } catch (IOException e) {
                throw failed(before, local, e);
            }
        }
        LaneRecorder its = accepted(accepted, before);
        SocketOptions.set(accepted, role.accepted(), its);
        holdAccepted(accepted, its);
        adopt(new ConnectionPlayer(accepted, its, name == null ? gates : play.gates().of(name)), its.connection(), name, crowd);
    }

    private void holdAccepted(SocketChannel accepted, LaneRecorder its) throws InterruptedException {
        boolean passed = false;
        try {
            gates.after(Stage.ACCEPT, its);
            passed = true;
        } finally {
            if (!passed) {
                discard(accepted);
            }
        }
    }

    /// Adopts a connection: it is in the server's lane, also where others act on it by a name.
    private void adopt(ConnectionPlayer connection, int number, String name, String crowd) {
        if (name == null) {
            play.owns(spec.name(), Lane.SERVER, number);
            unnamed.add(connection);
        } else {
            play.accepted(name, spec.name(), number);
            play.adopt(name, connection, crowd);
        }
    }

    private StageFailure failed(long before, Endpoint local, IOException e) throws InterruptedException {
        boolean interrupted = Thread.currentThread().isInterrupted();
        Failure failure = interrupted ? Failures.interrupted(Operation.ACCEPT, local, null)
                : Failures.of(e, Operation.ACCEPT, local, null);
        long started = stamped(lane, before, new StageEvent.Started(Stage.ACCEPT, local, null));
        lane.failed(Stage.ACCEPT, started, failure);
        if (interrupted) {
            throw new InterruptedException();
        }
        return new StageFailure(Stage.ACCEPT, failure, e);
    }

    private void closeListener() throws StageFailure, CannotAct, InterruptedException {
        if (channel == null) {
            throw new CannotAct(spec.name() + " has no socket");
        }
        NetworkChannel closing = channel;
        channel = null;
        runner.run(new Call(Stage.CLOSE, Operation.CLOSE, place.known(), null), () -> {
            closing.close();
            // No connection: there is no end of stream that could have come first.
            return new Result<Void>(null, new Outcome.Closed(CloseKind.ABANDONED, null, 0, 0));
        });
    }

    @Override
    public void finish() {
        // A socket that listens at the end of the play has no stage that has not ended.
    }

    @Override
    public void close() {
        for (ConnectionPlayer each : unnamed) {
            each.close();
        }
        if (channel != null) {
            discard(channel);
        }
    }
}
