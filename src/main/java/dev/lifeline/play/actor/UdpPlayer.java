package dev.lifeline.play.actor;

import dev.lifeline.client.Deadline;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.play.ListenAddress;
import dev.lifeline.play.Play;
import dev.lifeline.record.CodedException;
import dev.lifeline.record.Gates;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import dev.lifeline.record.StageRunner.Call;
import dev.lifeline.record.StageRunner.Result;
import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.action.Action;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.action.UdpAction;
import dev.lifeline.scenario.action.UdpRole;
import dev.lifeline.text.Escapes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/// A UDP socket: nothing is set up and nothing torn down; a datagram is sent whether or not anybody hears it.
public final class UdpPlayer implements Player, HasPort {

    private static final int MOST_BYTES = 65_507;
    private static final long LOOK_MILLIS = 100;

    private final Play play;
    private final ActorSpec spec;
    private final UdpRole role;
    private final ListenAddress place;
    private final Gates gates;
    private volatile StageRunner runner;
    private DatagramChannel channel;
    private SocketAddress peer;
    private boolean heard;
    private long read;
    private long written;

    public UdpPlayer(Play play, ActorSpec spec, UdpRole role) {
        this.play = play;
        this.spec = spec;
        this.role = role;
        this.gates = play.gates().of(spec.name());
        this.place = new ListenAddress(play, spec.name(), Lane.CLIENT, role.place());
    }

    @Override
    public void act(Action action) throws StageFailure, IOException, CannotAct, InterruptedException {
        if (runner == null) {
            int number = play.numbers().nextClient();
            play.ownsSocket(spec.name(), number);
            runner = new StageRunner(play.lane(Lane.CLIENT).connection(number), gates);
        }
        StepBody body = switch (((UdpAction) action).kind()) {
            case BIND -> this::bind;
            case SEND -> () -> send((UdpAction.Send) action);
            case RECEIVE -> () -> receive((UdpAction.Receive) action);
            case CLOSE -> this::closeSocket;
        };
        body.run();
    }

    private void open() throws IOException, CannotAct {
        if (channel == null) {
            channel = DatagramChannel.open(place.address().getAddress().length == 4 ? StandardProtocolFamily.INET
                    : StandardProtocolFamily.INET6);
            channel.configureBlocking(false);
        }
    }

    private void bind() throws StageFailure, IOException, CannotAct, InterruptedException {
        open();
        InetSocketAddress wanted = place.wanted();
        runner.run(new Call(Stage.BIND, Operation.BIND, Endpoint.of(wanted), null), () -> {
            channel.bind(wanted);
            place.got(((InetSocketAddress) channel.getLocalAddress()).getPort());
            return new Result<Void>(null, new Outcome.Bound(place.known()));
        });
    }

    /// connect(2) of a UDP socket: no packet is sent, but ICMP errors come back to it.
    private void connect() throws IOException, CannotAct {
        open();
        if (role.to() != null && peer == null) {
            Target there = play.target(role.to());
            peer = new InetSocketAddress(InetAddress.ofLiteral(there.host()), there.port());
            channel.connect(peer);
        }
    }

    private void send(UdpAction.Send datagram) throws StageFailure, IOException, CannotAct, InterruptedException {
        connect();
        if (peer == null) {
            throw new CannotAct(spec.name() + " knows nobody to send to");
        }
        byte[] bytes = Escapes.bytes(datagram.text());
        runner.run(call(Stage.WRITE, Operation.WRITE), () -> {
            int taken;
            try {
                taken = channel.send(ByteBuffer.wrap(bytes), peer);
            } catch (PortUnreachableException e) {
                throw refused(e);
            }
            written += taken;
            runner.recorder().mark(new StreamEvent.ChunkWritten(bytes.length, taken));
            return new Result<Void>(null, new Outcome.Moved(Bytes.of(bytes), 1, Ending.COMPLETE));
        });
    }

    private void receive(UdpAction.Receive receive) throws StageFailure, IOException, CannotAct, InterruptedException {
        connect();
        Stage stage = heard ? Stage.DATA : Stage.FIRST_BYTE;
        heard = true;
        runner.run(call(stage, Operation.READ), () -> {
            Deadline deadline = Deadline.in(receive.timeout());
            ByteBuffer datagram = ByteBuffer.allocate(MOST_BYTES);
            SocketAddress from = take(datagram, deadline);
            peer = peer == null ? from : peer;
            Bytes bytes = Bytes.of(datagram.flip());
            read += bytes.count();
            runner.recorder().mark(new StreamEvent.ChunkRead(bytes));
            return new Result<Void>(null, new Outcome.Moved(bytes, 1, Ending.COMPLETE));
        });
    }

    private SocketAddress take(ByteBuffer datagram, Deadline deadline) throws IOException, InterruptedException {
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            while (true) {
                SocketAddress from = channel.receive(datagram);
                if (from != null) {
                    return from;
                }
                selector.select(Math.min(LOOK_MILLIS, deadline.millis()));
                selector.selectedKeys().clear();
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (deadline.passed()) {
                    throw deadline.exception();
                }
            }
        } catch (PortUnreachableException e) {
            throw refused(e);
        }
    }

    /// The JDK's exception has no text: the kernel said ECONNREFUSED, because an ICMP message came.
    private static CodedException refused(PortUnreachableException e) {
        CodedException refused = new CodedException(ErrorCode.ECONNREFUSED, "an ICMP message came: port unreachable");
        refused.initCause(e);
        return refused;
    }

    private void closeSocket() throws StageFailure, CannotAct, InterruptedException {
        if (channel == null) {
            throw new CannotAct(spec.name() + " has no socket");
        }
        runner.run(call(Stage.CLOSE, Operation.CLOSE), () -> {
            channel.close();
            channel = null;
            // No stream, so no end of one.
            return new Result<Void>(null, new Outcome.Closed(CloseKind.ABANDONED, null, read, written));
        });
    }

    private Call call(Stage stage, Operation operation) {
        return new Call(stage, operation, place.known(), peer == null ? null : Endpoint.of((InetSocketAddress) peer));
    }

    @Override
    public Endpoint endpoint() throws IOException, CannotAct {
        return place.endpoint();
    }

    @Override
    public ActorKind kind() {
        return spec.kind();
    }

    @Override
    public void finish() {
        // No stage of it spans several steps.
    }

    @Override
    public void close() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // The descriptor is given back all the same: close(2).
            }
        }
    }
}
