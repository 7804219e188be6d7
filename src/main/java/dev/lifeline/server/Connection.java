package dev.lifeline.server;

import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Operation;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.record.DeadlineException;
import dev.lifeline.record.Failures;
import dev.lifeline.text.Durations;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/// One accepted connection: reads and writes when the loop says that the socket is ready, and does what its [Responder] wants.
/// An error ends this connection and no other.
final class Connection {

    private final int number;
    private final SocketChannel channel;
    private final FourTuple tuple;
    private final ConnectionLog log;
    private final EventLoop loop;
    private final Responder responder;
    private final WritePace pace;
    private final long idleNanos;
    private final long firstByteNanos;
    private final Outbox outbox = new Outbox();
    private SelectionKey key;
    private long began;
    private long lastMoved;
    private boolean heard;
    private boolean wantsFinish;
    private boolean wantsReset;
    private boolean over;

    Connection(int number, SocketChannel channel, FourTuple tuple, ConnectionLog log, EventLoop loop, Responder responder,
            ServerOptions options) {
        this.number = number;
        this.channel = channel;
        this.tuple = tuple;
        this.log = log;
        this.loop = loop;
        this.responder = responder;
        this.pace = WritePace.of(options.behaviour());
        this.idleNanos = options.idleTimeoutNanos();
        this.firstByteNanos = options.rules().firstByteTimeoutNanos();
    }

    int number() {
        return number;
    }

    /// Starts to listen to the peer, and has the responder speak first if it wants to.
    void begin() {
        try {
            if (responder.reads()) {
                key = loop.register(channel, this);
                log.readRegistered();
            }
        } catch (IOException e) {
            gone(Failures.of(e, Operation.READ, tuple.local(), tuple.remote()));
            return;
        }
        lastMoved = log.now();
        began = lastMoved;
        responder.accepted(this);
        settle();
        loop.lookBy(deadline());
    }

    /// The socket is ready for something that was asked for.
    void ready() {
        if (!over && key.isValid() && key.isReadable()) {
            read();
        }
        if (!over && key.isValid() && key.isWritable()) {
            settle();
        }
    }

    /// Looks whether something is due now.
    ///
    /// @return when to look again, in nanoseconds of the trace's clock
    long due(long now) {
        if (!over && outbox.size() > 0 && now >= pace.next() && !waitsForRoom()) {
            settle();
        }
        if (!over && now >= firstByteDeadline()) {
            String waited = Durations.text(firstByteNanos);
            log.remark("the client said nothing for " + waited + ": the first-byte timer of the server closes");
            log.failed(Failures.of(new DeadlineException(waited), Operation.READ, tuple.local(), tuple.remote()));
            closeInOrder();
        }
        if (!over && now >= idleDeadline()) {
            log.remark("no byte moved for " + Durations.text(idleNanos) + ": the server closes");
            Operation waitedFor = outbox.size() > 0 ? Operation.WRITE : Operation.READ;
            log.failed(Failures.of(new DeadlineException(Durations.text(idleNanos)), waitedFor, tuple.local(), tuple.remote()));
            closeInOrder();
        }
        return over ? Long.MAX_VALUE : deadline();
    }

    /// Has bytes sent, after those that wait already. No more than there is room for: [#read] reads no more than that.
    void send(ByteBuffer bytes) {
        outbox.put(bytes);
    }

    /// Has the connection closed in order as soon as all is sent.
    void finish() {
        wantsFinish = true;
    }

    /// Says whether the server is ready, and closes. What may block is not done on the loop's thread.
    void tellReadiness(Readiness readiness) {
        if (!readiness.looksElsewhere()) {
            tell(readiness.lack());
            return;
        }
        Thread.ofPlatform().daemon().name("lifeline-readiness").start(() -> {
            String lack = readiness.lack();
            loop.execute(() -> {
                if (!over) {
                    tell(lack);
                    settle();
                }
            });
        });
    }

    private void tell(String lack) {
        log.remark(lack == null ? "readiness: 200" : "readiness: 503, " + lack);
        send(Readiness.answer(lack));
        finish();
    }

    /// Over the limit: closed before it is served.
    void refuse() {
        log.remark("as many connections are open as may be: this one is closed at once");
        closeInOrder();
    }

    /// Has the connection thrown away.
    void reset() {
        wantsReset = true;
    }

    /// The server ends: nothing is waited for any more.
    void stop() {
        if (!over) {
            log.failed(Failures.interrupted(Operation.READ, tuple.local(), tuple.remote()));
            closeInOrder();
        }
    }

    /// Something unforeseen happened while this connection was served.
    void abandon(RuntimeException unforeseen) {
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
            count = channel.read(buffer);
        } catch (IOException e) {
            log.readFailed(at, Failures.of(e, Operation.READ, tuple.local(), tuple.remote()));
            close(CloseKind.ABANDONED);
            return;
        }
        if (count > 0) {
            buffer.flip();
            log.chunkRead(at, buffer);
            heard = true;
            lastMoved = at;
            responder.received(this, buffer);
        } else if (count < 0) {
            log.endOfStream();
            responder.ended(this);
        }
        settle();
    }

    /// Does what can be done now of what is wanted, and asks to be woken for the rest.
    private void settle() {
        long now = log.now();
        if (!wantsReset && outbox.size() > 0 && now >= pace.next()) {
            write(now);
        }
        if (over) {
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
        log.writing(outbox.peek());
        int offered = Math.min(outbox.size(), pace.bytes());
        int taken;
        try {
            taken = outbox.writeTo(channel, offered);
        } catch (IOException e) {
            gone(Failures.of(e, Operation.WRITE, tuple.local(), tuple.remote()));
            return;
        }
        log.chunkWritten(offered, taken);
        if (taken > 0) {
            lastMoved = now;
            pace.wrote(now);
        }
        if (outbox.size() == 0) {
            responder.drained(this);
            if (outbox.size() == 0) {
                log.answered();
            }
        }
    }

    private void askToBeWoken() {
        int interest = 0;
        if (!log.hasEndOfStream() && outbox.room() > 0) {
            interest |= SelectionKey.OP_READ;
        }
        if (outbox.size() > 0) {
            if (log.now() >= pace.next()) {
                interest |= SelectionKey.OP_WRITE;
                log.writeRegistered();
            } else {
                loop.lookBy(pace.next());
            }
        }
        if (key.interestOps() != interest) {
            key.interestOps(interest);
        }
    }

    private boolean waitsForRoom() {
        return (key.interestOps() & SelectionKey.OP_WRITE) != 0;
    }

    private long deadline() {
        return outbox.size() > 0 && pace.next() > log.now() ? pace.next() : Math.min(firstByteDeadline(), idleDeadline());
    }

    private long firstByteDeadline() {
        return firstByteNanos == 0 || heard ? Long.MAX_VALUE : began + firstByteNanos;
    }

    /// A pause that the pace asks for is not the peer's silence.
    private long idleDeadline() {
        return Math.max(lastMoved, pace.next()) + idleNanos;
    }

    private void gone(Failure failure) {
        log.failed(failure);
        close(CloseKind.ABANDONED);
    }

    private void closeInOrder() {
        close(log.hasEndOfStream() ? CloseKind.ORDERLY : CloseKind.HALF);
    }

    private void close(CloseKind how) {
        over = true;
        long started = log.closing();
        Operation call = Operation.SHUTDOWN;
        try {
            switch (how) {
                case ORDERLY, HALF -> {
                    channel.shutdownOutput();
                    log.outputShut();
                }
                // Linger 0 makes close send a reset: socket(7).
                case RESET -> channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                case ABANDONED -> { }
            }
            call = Operation.CLOSE;
            loop.close(channel);
            log.closed(started, how);
        } catch (IOException e) {
            log.closeFailed(started, Failures.of(e, call, tuple.local(), tuple.remote()));
            loop.discard(channel);
        }
        loop.over(this);
    }
}
