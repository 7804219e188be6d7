package dev.lifeline.server;

import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.walk.FaultKind;
import dev.lifeline.net.ByteStream;
import dev.lifeline.record.AddedFault;
import dev.lifeline.record.DeadlineException;
import dev.lifeline.record.Failures;
import dev.lifeline.record.Gate;
import dev.lifeline.record.Halt;
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
    private final WritePace pace;
    private final Patience patience;
    private final Outbox outbox = new Outbox();
    private final ReachedConnection reached;
    private boolean wantsFinish;
    private boolean wantsReset;
    private boolean over;
    /// Its stop at a gate, or `null`; afterwards it goes on with `next`.
    private Halt halt;
    private Next next;
    private boolean letGo;
    private CloseKind closing;

    /// The way on behind a gate.
    private enum Next { LISTEN, REFUSE, REGISTER, READ, SETTLE, WRITE, REST, CLOSE, OVER }

    Connection(int number, ByteStream stream, FourTuple tuple, ConnectionLog log, EventLoop loop, Responder responder,
            ServerOptions options) {
        this.number = number;
        this.stream = stream;
        this.tuple = tuple;
        this.log = log;
        this.loop = loop;
        this.responder = responder;
        this.pace = options.behaviour().pace().with(log.faults());
        this.patience = new Patience(options, pace);
        this.reached = new ReachedConnection(this, stream, log, loop);
        log.reach().add(reached);
    }

    int number() {
        return number;
    }

    /// Starts to listen to the peer, and has the responder speak first if it wants to.
    void begin() {
        if (!isHeld(Stage.ACCEPT, Gate.Side.AFTER, Next.LISTEN)) {
            listen();
        }
    }

    private void listen() {
        if (!responder.reads() || !isHeld(Stage.FIRST_BYTE, Gate.Side.BEFORE, Next.REGISTER)) {
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
        if (!over && stream.isReady(SelectionKey.OP_READ) && !(patience.hasHeard() ? isHeld(Stage.DATA, Gate.Side.BEFORE, Next.READ)
                : isHeld(letGo ? null : log.fault(Stage.FIRST_BYTE), Next.READ))) {
            read();
        }
        if (!over && stream.isReady(SelectionKey.OP_WRITE)) {
            settle();
        }
    }

    /// Goes on where the gate that held it is open.
    void goOn() {
        if (!halt.isOver()) {
            return;
        }
        Halt ended = halt;
        endHalt();
        if (isHeld(ended.next(), next)) {
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
        loop.lookBy(halt != null ? loop.due(halt) : over ? Long.MAX_VALUE : deadline());
    }

    /// Comes to a gate. Where it is held, nothing is asked of the socket until it is open, and the loop goes on with the others.
    private boolean isHeld(Stage stage, Gate.Side side, Next then) {
        return isHeld(letGo ? null : log.arrive(stage, side), then);
    }

    private boolean isHeld(Halt stop, Next then) {
        halt = stop;
        if (halt == null) {
            return false;
        }
        next = then;
        stream.want(0);
        loop.holds(this);
        loop.lookBy(loop.due(halt));
        return true;
    }

    /// No gate holds it any more.
    private void letGo() {
        letGo = true;
        if (halt != null) {
            endHalt();
        }
    }

    private void endHalt() {
        halt.end();
        halt = null;
        loop.holdsNoMore(this);
    }

    /// Looks whether something is due now.
    ///
    /// @return when to look again, in nanoseconds of the loop's clock
    long due(long now) {
        if (halt != null) {
            return loop.due(halt);
        }
        if (!over && outbox.size() > 0 && now >= pace.next() && (stream.wanted() & SelectionKey.OP_WRITE) == 0) {
            settle();
        }
        if (!over && halt == null && now >= patience.firstByteDeadline()) {
            String waited = Durations.text(patience.firstByteNanos());
            giveUp("the client said nothing for " + waited + ": the first-byte timer of the server closes", waited, Operation.READ);
        }
        if (!over && halt == null && now >= patience.idleDeadline()) {
            String waited = Durations.text(patience.idleNanos());
            giveUp("no byte moved for " + waited + ": the server closes", waited, outbox.size() > 0 ? Operation.WRITE : Operation.READ);
        }
        return halt != null ? loop.due(halt) : over ? Long.MAX_VALUE : deadline();
    }

    private void giveUp(String remark, String waited, Operation waitedFor) {
        log.remark(remark);
        log.failed(Failures.of(new DeadlineException(waited), waitedFor, tuple.local(), tuple.remote()));
        closeInOrder();
    }

    /// Has bytes sent, after those that wait already. No more than there is room for: [#read] reads no more than that.
    void send(ByteBuffer bytes) {
        outbox.put(bytes);
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
        letGo();
        close(how);
    }

    /// Over the limit: closed before it is served.
    void refuse() {
        log.remark("the limit of open connections is reached: this one is closed at once");
        if (!isHeld(Stage.ACCEPT, Gate.Side.AFTER, Next.REFUSE)) {
            closeInOrder();
        }
    }

    /// Has the connection thrown away.
    void reset() {
        wantsReset = true;
    }

    /// The server ends: nothing is waited for any more.
    void stop() {
        boolean held = halt != null;
        letGo();
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
        letGo();
        if (!over) {
            log.remark("unforeseen: " + unforeseen.getClass().getName());
            gone(Failures.of(new IOException(unforeseen.getClass().getName()), Operation.READ, tuple.local(), tuple.remote()));
        }
    }

    private void read() {
        ByteBuffer buffer = loop.buffer();
        buffer.limit(Math.min(buffer.capacity(), outbox.room()));
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
        if (ended == null || !isHeld(ended, Gate.Side.AFTER, Next.SETTLE)) {
            settle();
        }
    }

    /// Does what can be done now of what is wanted, and asks to be woken for the rest.
    private void settle() {
        if (halt != null) {
            return;
        }
        long now = loop.clock();
        if (!wantsReset && outbox.size() > 0 && now >= pace.next()) {
            if (isHeld(Stage.WRITE, Gate.Side.BEFORE, Next.WRITE)) {
                return;
            }
            write(now);
        }
        settleRest();
    }

    private void settleRest() {
        if (over || halt != null) {
            return;
        }
        if (wantsReset) {
            close(CloseKind.RESET);
        } else if (wantsFinish && outbox.size() == 0) {
            closeInOrder();
        } else {
            askToBeWoken();
        }
    }

    /// One call, so that no connection keeps the loop from the others.
    private void write(long now) {
        AddedFault losing = log.faults().first(FaultKind.DROP_FIRST_BYTE, Lane.SERVER);
        if (losing != null) {
            outbox.lose();
            log.acted(losing);
        }
        if (outbox.size() > 0) {
            log.writing(outbox.peek());
            offer(now);
        }
    }

    private void offer(long now) {
        int offered = Math.min(outbox.size(), pace.bytes());
        int taken;
        try {
            taken = outbox.writeTo(stream, offered);
        } catch (IOException e) {
            gone(Failures.of(e, Operation.WRITE, tuple.local(), tuple.remote()));
            return;
        }
        log.chunkWritten(offered, taken);
        if (taken > 0) {
            patience.moved(now);
            pace.wrote(loop.clock());
        }
        if (outbox.size() == 0) {
            responder.drained(this);
            if (outbox.size() == 0 && log.answered()) {
                isHeld(Stage.WRITE, Gate.Side.AFTER, Next.REST);
            }
        }
    }

    private void askToBeWoken() {
        int interest = 0;
        if (!log.hasEndOfStream() && outbox.room() > 0) {
            interest |= SelectionKey.OP_READ;
        }
        if (outbox.size() > 0) {
            if (loop.clock() >= pace.next()) {
                interest |= SelectionKey.OP_WRITE;
                log.writeRegistered();
            } else {
                loop.lookBy(pace.next());
            }
        }
        stream.want(interest);
    }

    private long deadline() {
        return outbox.size() > 0 && pace.next() > loop.clock() ? pace.next() : patience.deadline();
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
        if (!isHeld(Stage.CLOSE, Gate.Side.BEFORE, Next.CLOSE)) {
            end();
        }
    }

    private void end() {
        over = true;
        log.reach().remove(reached);
        new SocketEnd(stream, tuple, log, loop).close(closing);
        if (!isHeld(Stage.CLOSE, Gate.Side.AFTER, Next.OVER)) {
            loop.over(this);
        }
    }
}
