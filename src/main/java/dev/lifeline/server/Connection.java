package dev.lifeline.server;

import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.net.ByteStream;
import dev.lifeline.record.DeadlineException;
import dev.lifeline.record.Gate;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.server.GateStops.Onward;
import dev.lifeline.text.Durations;
import dev.lifeline.tls.TlsStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;

/// One accepted connection: reads and writes when the loop says that the socket is ready, and does what its [Responder] wants.
/// An error ends this connection and no other.
final class Connection implements LoopConnection {

    private final ByteStream stream;
    private final ConnectionLog log;
    private final EventLoop loop;
    private final Responder responder;
    private final Sending sending;
    private final Patience patience;
    /// The handshake of TLS; `null` without.
    private final Securing securing;
    private final GateStops gates;
    private final ConnectionWaits waits;
    private final SocketEnd end;
    private final ReachedConnection reached;
    private boolean wantsFinish;
    private boolean wantsReset;

    Connection(ByteStream stream, FourTuple tuple, ConnectionLog log, EventLoop loop, Responder responder,
            ServerOptions options) {
        this.stream = stream;
        this.log = log;
        this.loop = loop;
        WritePace pace = options.behaviour().pace().with(log.faults());
        this.sending = new Sending(stream, log, pace);
        this.patience = new Patience(options, pace);
        this.securing = stream instanceof TlsStream tls ? new Securing(tls, log, patience) : null;
        this.gates = new GateStops(this, stream, log, loop);
        this.end = new SocketEnd(this, stream, tuple, log, loop, gates);
        this.reached = new ReachedConnection(this, stream, log, loop);
        log.reach().add(reached);
        this.responder = responder.on(this);
        this.waits = new ConnectionWaits(stream, log, loop, sending, patience, this.responder);
        if (this.responder.tellsStages()) {
            log.tellsOnlyFirstByte();
        }
    }

    @Override
    public LaneRecorder who() {
        return log.who();
    }

    @Override
    public FourTuple tuple() {
        return end.tuple();
    }

    @Override
    public boolean isOver() {
        return end.isOver();
    }

    @Override
    public LoopWork loop() {
        return loop;
    }

    @Override
    public boolean isSending() {
        return sending.isWaiting();
    }

    @Override
    public int room() {
        return sending.room();
    }

    @Override
    public boolean isHeld(Stage stage, Gate.Side side) {
        return gates.isHeld(stage, side, Onward.ANSWER);
    }

    /// Starts to listen to the peer, and has the responder speak first if it wants to.
    void begin() {
        if (!gates.isHeld(Stage.ACCEPT, Gate.Side.AFTER, Onward.LISTEN)) {
            listen();
        }
    }

    private void listen() {
        if (securing != null && !securing.isDone()) {
            if (!gates.isHeld(Stage.TLS, Gate.Side.BEFORE, Onward.SECURE)) {
                secure();
            }
            return;
        }
        if (!responder.reads() || !gates.isHeld(Stage.FIRST_BYTE, Gate.Side.BEFORE, Onward.REGISTER)) {
            register();
        }
    }

    private void secure() {
        try {
            if (!securing.goOn(this, loop)) {
                loop.lookBy(waits.deadline());
                return;
            }
        } catch (IOException e) {
            gone(failure(e, Operation.HANDSHAKE));
            return;
        }
        if (!gates.isHeld(Stage.TLS, Gate.Side.AFTER, Onward.LISTEN)) {
            listen();
        }
    }

    private void register() {
        try {
            if (responder.reads()) {
                loop.register(stream, SelectionKey.OP_READ, this);
                log.readRegistered();
            }
        } catch (IOException e) {
            gone(failure(e, Operation.READ));
            return;
        }
        patience.begin(loop.clock());
        responder.accepted(this);
        settle();
        loop.lookBy(waits.deadline());
    }

    /// The socket is ready for something that was asked for.
    void ready() {
        if (!isOver() && securing != null && !securing.isDone()) {
            secure();
            return;
        }
        if (!isOver() && stream.isReady(SelectionKey.OP_READ) && !isHeldBeforeRead()) {
            read();
        }
        if (!isOver() && stream.isReady(SelectionKey.OP_WRITE)) {
            settle();
        }
    }

    private boolean isHeldBeforeRead() {
        return patience.hasHeard() ? !responder.tellsStages() && gates.isHeld(Stage.DATA, Gate.Side.BEFORE, Onward.READ)
                : gates.isHeldByFault(Stage.FIRST_BYTE, Onward.READ);
    }

    /// Goes on where the gate that held it is open.
    void goOn() {
        Onward next = gates.leave();
        if (next == null) {
            return;
        }
        patience.begin(loop.clock());
        switch (next) {
            case SECURE -> secure();
            case LISTEN -> listen();
            case REFUSE -> end.inOrder();
            case REGISTER -> register();
            case READ -> read();
            case ANSWER -> goOnAnswering();
            case WRITE -> {
                write(loop.clock());
                settleRest();
            }
            case REST -> settleRest();
            case CLOSE -> end.now();
            case OVER -> loop.over(this);
        }
        loop.lookBy(next());
    }

    /// The time to look again.
    private long next() {
        return gates.isHeld() ? gates.due() : isOver() ? Long.MAX_VALUE : waits.deadline();
    }

    /// Looks whether something is due now.
    ///
    /// @return when to look again, in nanoseconds of the loop's clock
    long due(long now) {
        if (gates.isHeld()) {
            return gates.due();
        }
        if (!isOver() && sending.isDue(now) && (stream.wanted() & SelectionKey.OP_WRITE) == 0) {
            settle();
        }
        if (!isOver() && !gates.isHeld() && now >= waits.patienceEnds()) {
            giveUp(now >= patience.firstByteDeadline());
        }
        long next = Long.MAX_VALUE;
        if (!isOver() && !gates.isHeld() && responder.tellsStages()) {
            next = responder.due(this, now);
            settle();
        }
        return Math.min(next, next());
    }

    private void giveUp(boolean forFirstByte) {
        String waited = Durations.text(forFirstByte ? patience.firstByteNanos() : patience.idleNanos());
        log.remark(forFirstByte ? "the client said nothing for " + waited + ": the first-byte timer of the server closes"
                : "no byte moved for " + waited + ": the server closes");
        fail(failure(new DeadlineException(waited), !forFirstByte && sending.isWaiting() ? Operation.WRITE : Operation.READ));
        end.inOrder();
    }

    @Override
    public void send(ByteBuffer bytes) {
        sending.put(bytes);
    }

    @Override
    public ByteBuffer worked(RequestWork work, ByteBuffer request) {
        ByteBuffer answer = log.handle(work, request, loop::isStopping);
        patience.moved(loop.clock());
        return answer;
    }

    @Override
    public void finish() {
        wantsFinish = true;
    }

    /// A person ends it, whatever it stands before.
    void endByHand(CloseKind how) {
        gates.letGo();
        end.close(how);
    }

    /// Over the limit: closed before it is served.
    void refuse() {
        log.remark("the limit of open connections is reached: this one is closed at once");
        if (!gates.isHeld(Stage.ACCEPT, Gate.Side.AFTER, Onward.REFUSE)) {
            end.inOrder();
        }
    }

    @Override
    public void reset() {
        wantsReset = true;
    }

    @Override
    public void drop() {
        end.abandon();
    }

    @Override
    public void shutOutput() {
        end.shutOutput();
    }

    /// The server is about to stop.
    void leave() {
        responder.leaving(this);
        settle();
    }

    /// The server ends: nothing is waited for any more.
    void stop() {
        boolean held = gates.isHeld();
        gates.letGo();
        if (!isOver()) {
            Failure interrupted = end.interrupted();
            if (loop.isInterrupted()) {
                responder.failed(interrupted);
                log.readFailed(log.now(), interrupted);
            } else {
                fail(interrupted);
            }
            end.inOrder();
        } else if (held) {
            loop.over(this);
        }
    }

    /// Something unforeseen happened while this connection was served.
    void abandon(RuntimeException unforeseen) {
        gates.letGo();
        if (!isOver()) {
            log.remark("unforeseen: " + unforeseen.getClass().getName());
            gone(failure(new IOException(unforeseen.getClass().getName()), Operation.READ));
        }
    }

    private void read() {
        ByteBuffer buffer = loop.buffer();
        buffer.limit(Math.min(buffer.capacity(), responder.takes(this)));
        long at = log.now();
        int count;
        try {
            count = stream.read(buffer);
        } catch (IOException e) {
            Failure failure = failure(e, Operation.READ);
            responder.failed(failure);
            log.readFailed(at, failure);
            end.abandon();
            return;
        }
        Stage ended = null;
        if (count > 0) {
            buffer.flip();
            log.chunkRead(at, buffer);
            ended = patience.heard(loop.clock()) ? Stage.FIRST_BYTE : null;
            responder.received(this, buffer);
        } else if (count < 0) {
            ended = log.endOfStream();
            responder.ended(this);
        }
        if (ended == null || !gates.isHeld(ended, Gate.Side.AFTER, Onward.ANSWER)) {
            goOnAnswering();
        }
    }

    private void goOnAnswering() {
        responder.goOn(this);
        settle();
    }

    @Override
    public void settle() {
        if (isOver() || gates.isHeld()) {
            return;
        }
        long now = loop.clock();
        if (!wantsReset && sending.isDue(now)) {
            if (!responder.tellsStages() && gates.isHeld(Stage.WRITE, Gate.Side.BEFORE, Onward.WRITE)) {
                return;
            }
            write(now);
        }
        settleRest();
    }

    private void settleRest() {
        if (isOver() || gates.isHeld()) {
            return;
        }
        if (wantsReset) {
            end.close(CloseKind.RESET);
        } else if (wantsFinish && !sending.isWaiting()) {
            end.inOrder();
        } else {
            waits.ask(this);
        }
    }

    private void write(long now) {
        int taken;
        try {
            taken = sending.write();
        } catch (IOException e) {
            gone(failure(e, Operation.WRITE));
            return;
        }
        if (taken > 0) {
            patience.moved(now);
            sending.wrote(loop.clock());
        }
        if (taken > 0 && !sending.isWaiting()) {
            responder.drained(this);
            if (!sending.isWaiting() && log.answered()) {
                gates.isHeld(Stage.WRITE, Gate.Side.AFTER, Onward.REST);
            }
        }
    }

    private void gone(Failure failure) {
        fail(failure);
        end.abandon();
    }

    /// The socket is about to be closed.
    void closing() {
        responder.closing(sending.waiting());
        log.reach().remove(reached);
    }

    private void fail(Failure failure) {
        responder.failed(failure);
        log.failed(failure);
    }
}
