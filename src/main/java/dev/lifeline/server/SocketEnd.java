package dev.lifeline.server;

import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Operation;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.net.ByteStream;
import dev.lifeline.record.Failures;
import java.io.IOException;

/// The end of a connection's socket in the loop: the calls, and the stage that tells of them.
record SocketEnd(ByteStream stream, FourTuple tuple, ConnectionLog log, EventLoop loop) {

    /// Gives the descriptor back; a failure is recorded.
    void close(CloseKind how) {
        long started = log.closing();
        Operation call = Operation.SHUTDOWN;
        try {
            switch (how) {
                case ORDERLY, HALF -> {
                    stream.shutOutput();
                    log.outputShut();
                }
                case RESET -> stream.resetOnClose();
                case ABANDONED -> { }
            }
            call = Operation.CLOSE;
            loop.close(stream, stream.isRegistered());
            log.closed(started, how);
        } catch (IOException e) {
            log.closeFailed(started, Failures.of(e, call, tuple.local(), tuple.remote()));
            loop.discard(stream, stream.isRegistered());
        }
    }
}
