package dev.lifeline.server;

import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.net.ByteStream;
import dev.lifeline.record.DeadlineException;
import dev.lifeline.record.Failures;
import dev.lifeline.record.Gate;
import dev.lifeline.server.GateStops.Onward;
import dev.lifeline.text.Durations;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;

/// One accepted connection: reads and writes when the loop says that the socket is ready, and does what its [Responder] wants.
/// An error ends this connection and no other.
final class Connection {

    private final int number;
    private final ByteStream stream;
    private final FourTuple tuple;
    private final ConnectionLog log;
    private final EventLoop loop;
    private final Responder responder;
    private final Sending sending;
    private final Patience patience;
    private final GateStops gates;
    private final ReachedConnection reached;
    private boolean wantsFinish;
    private boolean wantsReset;
    private boolean over;
    private CloseKind closing;

    Connection(int number, ByteStream stream, FourTuple tuple, ConnectionLog log, EventLoop loop, Responder responder,
            ServerOptions options) {
        this.number = number;
        this.stream = stream;
        this.tuple = tuple;
        this.log = log;
        this.loop = loop;
        this.responder = responder;
        WritePace pace = options.behaviour().pace().with(log.faults());
        this.sending = new Sending(stream, log, pace);
        this.patience = new Patience(options, pace);
        this.gates = new GateStops(this, stream, log, loop);
        this.reached = new ReachedConnection(this, stream, log, loop);
        log.reach().add(reached);
    }

    int number() {
        return number;
    }

    /// Starts to listen to the peer, and has the responder speak first if it wants to.
    void begin() {
        if (!gates.isHeld(Stage.ACCEPT, Gate.Side.AFTER, Onward.LISTEN)) {
            listen();
        }
    }

    private void listen() {
        if (!responder.reads() || !gates.isHeld(Stage.FIRST_BYTE, Gate.Side.BEFORE, Onward.REGISTER)) {
            register();
        }
    }

    private void register() {
        try {
            if (responder.reads()) {
                loop.register(stream, SelectionKey.OP_READ, this);
                log.readRegistered();
            }
        } catch (IOException e) {
            gone(Failures.of(e, Operation.READ, tuple.local(), tuple.remote()));
            return;
        }
        patience.begin(loop.clock());
        responder.accepted(this);
        settle();
        loop.lookBy(deadline());
    }

    /// The socket is ready for something that was asked for.
    void ready() {
        if (!over && stream.isReady(SelectionKey.OP_READ) && !(patience.hasHeard() ? gates.isHeld(Stage.DATA, Gate.Side.BEFORE, Onward.READ)
                : gates.isHeldByFault(Stage.FIRST_BYTE, Onward.READ))) {
            read();
        }
        if (!over && stream.isReady(SelectionKey.OP_WRITE)) {
            settle();
        }
    }

    /// Goes on where the gate that held it is open.
    void goOn() {
        Onward next = gates.leave();
        if (next == null) {
            return;
        }
        patience.begin(loop.clock());
        switch (next) {
            case LISTEN -> listen();
            case REFUSE -> closeInOrder();
            case REGISTER -> register();
            case READ -> read();
            case SETTLE -> settle();
            case WRITE -> {
                write(loop.clock());
                settleRest();
            }
            case REST -> settleRest();
            case CLOSE -> end();
            case OVER -> loop.over(this);
        }
        loop.lookBy(next());
    }

    /// The time to look again.
    private long next() {
        return gates.isHeld() ? gates.due() : over ? Long.MAX_VALUE : deadline();
    }

    /// Looks whether something is due now.
    ///
    /// @return when to look again, in nanoseconds of the loop's clock
    long due(long now) {
        if (gates.isHeld()) {
            return gates.due();
        }
        if (!over && sending.isDue(now) && (stream.wanted() & SelectionKey.OP_WRITE) == 0) {
            settle();
        }
        if (!over && !gates.isHeld() && now >= patience.firstByteDeadline()) {
            String waited = Durations.text(patience.firstByteNanos());
            giveUp("the client said nothing for " + waited + ": the first-byte timer of the server closes", waited, Operation.READ);
        }
        if (!over && !gates.isHeld() && now >= patience.idleDeadline()) {
            String waited = Durations.text(patience.idleNanos());
            giveUp("no byte moved for " + waited + ": the server closes", waited, sending.isWaiting() ? Operation.WRITE : Operation.READ);
        }
        return next();
    }

    private void giveUp(String remark, String waited, Operation waitedFor) {
        log.remark(remark);
        log.failed(Failures.of(new DeadlineException(waited), waitedFor, tuple.local(), tuple.remote()));
        closeInOrder();
    }

    /// Has bytes sent, after those that wait already. No more than there is room for: [#read] reads no more than that.
    void send(ByteBuffer bytes) {
        sending.put(bytes);
    }

    /// Works for an answer, or `null` where there is none. The thread is the loop's: it does nothing else meanwhile.
    ByteBuffer worked(RequestWork work, ByteBuffer request) {
        ByteBuffer answer = log.handle(work, request, loop::isStopping);
        patience.moved(loop.clock());
        return answer;
    }

    /// Has the connection closed in order as soon as all is sent.
    void finish() {
        wantsFinish = true;
    }

    /// Says whether the server is ready, and closes.
    void tellReadiness(Readiness readiness) {
        readiness.ask(loop, this::tell, this::settle);
    }

    private void tell(String lack) {
        if (!over) {
            log.remark(lack == null ? "readiness: 200" : "readiness: 503, " + lack);
            send(Readiness.answer(lack));
            finish();
        }
    }

    /// A person ends it, whatever it stands before.
    void endByHand(CloseKind how) {
        gates.letGo();
        close(how);
    }

    /// Over the limit: closed before it is served.
    void refuse() {
        log.remark("the limit of open connections is reached: this one is closed at once");
        if (!gates.isHeld(Stage.ACCEPT, Gate.Side.AFTER, Onward.REFUSE)) {
            closeInOrder();
        }
    }

    /// Has the connection thrown away.
    void reset() {
        wantsReset = true;
    }

    /// The server ends: nothing is waited for any more.
    void stop() {
        boolean held = gates.isHeld();
        gates.letGo();
        if (!over) {
            Failure interrupted = Failures.interrupted(Operation.READ, tuple.local(), tuple.remote());
            if (loop.isInterrupted()) {
                log.readFailed(log.now(), interrupted);
            } else {
                log.failed(interrupted);
            }
            closeInOrder();
        } else if (held) {
            loop.over(this);
        }
    }

    /// Something unforeseen happened while this connection was served.
    void abandon(RuntimeException unforeseen) {
        gates.letGo();
        if (!over) {
            log.remark("unforeseen: " + unforeseen.getClass().getName());
            gone(Failures.of(new IOException(unforeseen.getClass().getName()), Operation.READ, tuple.local(), tuple.remote()));
        }
    }

    private void read() {
        ByteBuffer buffer = loop.buffer();
        buffer.limit(Math.min(buffer.capacity(), sending.room()));
        long at = log.now();
        int count;
        try {
            count = stream.read(buffer);
        } catch (IOException e) {
            log.readFailed(at, Failures.of(e, Operation.READ, tuple.local(), tuple.remote()));
            close(CloseKind.ABANDONED);
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
        if (ended == null || !gates.isHeld(ended, Gate.Side.AFTER, Onward.SETTLE)) {
            settle();
        }
    }

    /// Does what can be done now of what is wanted, and asks to be woken for the rest.
    private void settle() {
        if (gates.isHeld()) {
            return;
        }
        long now = loop.clock();
        if (!wantsReset && sending.isDue(now)) {
            if (gates.isHeld(Stage.WRITE, Gate.Side.BEFORE, Onward.WRITE)) {
                return;
            }
            write(now);
        }
        settleRest();
    }

    private void settleRest() {
        if (over || gates.isHeld()) {
            return;
        }
        if (wantsReset) {
            close(CloseKind.RESET);
        } else if (wantsFinish && !sending.isWaiting()) {
            closeInOrder();
        } else {
            askToBeWoken();
        }
    }

    private void write(long now) {
        int taken;
        try {
            taken = sending.write();
        } catch (IOException e) {
            gone(Failures.of(e, Operation.WRITE, tuple.local(), tuple.remote()));
            return;
        }
        if (taken > 0) {
            patience.moved(now);
            sending.wrote(loop.clock());
            if (!sending.isWaiting()) {
                drained();
            }
        }
    }

    private void drained() {
        responder.drained(this);
        if (!sending.isWaiting() && log.answered()) {
            gates.isHeld(Stage.WRITE, Gate.Side.AFTER, Onward.REST);
        }
    }

    private void askToBeWoken() {
        int interest = 0;
        if (!log.hasEndOfStream() && sending.room() > 0) {
            interest |= SelectionKey.OP_READ;
        }
        if (sending.isWaiting()) {
            if (sending.isDue(loop.clock())) {
                interest |= SelectionKey.OP_WRITE;
                log.writeRegistered();
            } else {
                loop.lookBy(sending.next());
            }
        }
        stream.want(interest);
    }

    private long deadline() {
        return sending.isWaiting() && !sending.isDue(loop.clock()) ? sending.next() : patience.deadline();
    }

    private void gone(Failure failure) {
        log.failed(failure);
        close(CloseKind.ABANDONED);
    }

    private void closeInOrder() {
        close(log.hasEndOfStream() ? CloseKind.ORDERLY : CloseKind.HALF);
    }

    private void close(CloseKind how) {
        closing = how;
        if (!gates.isHeld(Stage.CLOSE, Gate.Side.BEFORE, Onward.CLOSE)) {
            end();
        }
    }

    private void end() {
        over = true;
        log.reach().remove(reached);
        new SocketEnd(stream, tuple, log, loop).close(closing);
        if (!gates.isHeld(Stage.CLOSE, Gate.Side.AFTER, Onward.OVER)) {
            loop.over(this);
        }
    }
}
