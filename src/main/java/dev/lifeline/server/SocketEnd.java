package dev.lifeline.server;

import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.net.ByteStream;
import dev.lifeline.record.Failures;
import dev.lifeline.record.Gate;
import java.io.IOException;

/// The end of a connection in the loop: what has failed with it, the calls, and the stage that tells of them.
final class SocketEnd {

    private final Connection connection;
    private final ByteStream stream;
    private final FourTuple tuple;
    private final ConnectionLog log;
    private final EventLoop loop;
    private final GateStops gates;
    private CloseKind closing;
    private boolean over;

    SocketEnd(Connection connection, ByteStream stream, FourTuple tuple, ConnectionLog log, EventLoop loop, GateStops gates) {
        this.connection = connection;
        this.stream = stream;
        this.tuple = tuple;
        this.log = log;
        this.loop = loop;
        this.gates = gates;
    }

    /// Says if the socket is closed.
    boolean isOver() {
        return over;
    }

    /// Both ends.
    FourTuple tuple() {
        return tuple;
    }

    /// Ends the server's stream, and goes on reading; a failure shows when it is closed.
    void shutOutput() {
        try {
            stream.shutOutput();
            log.outputShut();
        } catch (IOException e) {
            log.remark("shutdown failed: " + e.getClass().getName());
        }
    }

    /// The server was interrupted.
    Failure interrupted() {
        return Failures.interrupted(Operation.READ, tuple.local(), tuple.remote());
    }

    /// Closes what is of no use any more.
    void abandon() {
        close(CloseKind.ABANDONED);
    }

    /// Closes as a peer expects it.
    void inOrder() {
        close(log.hasEndOfStream() ? CloseKind.ORDERLY : CloseKind.HALF);
    }

    /// Closes, as soon as no gate holds it.
    void close(CloseKind how) {
        closing = how;
        if (!gates.isHeld(Stage.CLOSE, Gate.Side.BEFORE, GateStops.Onward.CLOSE)) {
            now();
        }
    }

    /// Closes now.
    void now() {
        over = true;
        connection.closing();
        call();
        if (!gates.isHeld(Stage.CLOSE, Gate.Side.AFTER, GateStops.Onward.OVER)) {
            loop.over(connection);
        }
    }

    /// Gives the descriptor back; a failure is recorded.
    private void call() {
        long started = log.closing();
        Operation call = Operation.SHUTDOWN;
        try {
            switch (closing) {
                case ORDERLY, HALF -> {
                    if (!log.hasOutputShut()) {
                        stream.shutOutput();
                        log.outputShut();
                    }
                }
                case RESET -> stream.resetOnClose();
                case ABANDONED -> { }
            }
            call = Operation.CLOSE;
            loop.close(stream, stream.isRegistered());
            log.closed(started, closing);
        } catch (IOException e) {
            log.closeFailed(started, connection.failure(e, call));
            loop.discard(stream, stream.isRegistered());
        }
    }
}
