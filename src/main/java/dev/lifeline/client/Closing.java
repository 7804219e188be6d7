package dev.lifeline.client;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import java.io.IOException;

/// The close stage, which gives the descriptor back.
///
/// The first to end is told as this side saw it: the peer, if its end of stream was read before ours was sent. An orderly close
/// first reads, without waiting, what has arrived by then and was not read yet.
///
/// @param runner the stage runner of the lane
/// @param link the connection
record Closing(StageRunner runner, ConnectedSocket link) {

    /// Bytes that are read at most on the way to the peer's end of stream, before our FIN and again after it.
    static final long MAX_DRAIN = 256 * 1024;

    /// Closes. A reset by the peer while its end of stream is waited for fails the stage with ECONNRESET at `read`.
    ///
    /// @param broken whether the connection has failed before, so that a plain close says nothing any more
    void close(Exchange.Close close, boolean broken) throws StageFailure, InterruptedException {
        Operation operation = close.way() == Exchange.Way.ORDERLY ? Operation.READ : Operation.CLOSE;
        runner.run(new StageRunner.Call(Stage.CLOSE, operation, link.local(), link.remote()), () -> {
            CloseKind how;
            try (link) {
                how = switch (close.way()) {
                    case ORDERLY -> orderly(close.patience());
                    case AT_ONCE -> broken ? CloseKind.ABANDONED : link.ended() ? CloseKind.ORDERLY : CloseKind.HALF;
                    case RESET -> {
                        link.resetOnClose();
                        yield CloseKind.RESET;
                    }
                    case ABANDON -> CloseKind.ABANDONED;
                };
            }
            Lane first = link.endedFirst() != null || how == CloseKind.ABANDONED ? link.endedFirst() : link.lane();
            return new StageRunner.Result<Void>(null, new Outcome.Closed(how, first, link.bytesRead(), link.bytesWritten()));
        });
    }

    private CloseKind orderly(long timeoutNanos) throws IOException, InterruptedException {
        drain(null);
        boolean peerFirst = link.ended();
        link.shutOutput();
        if (!peerFirst) {
            drain(Deadline.in(timeoutNanos));
        }
        return link.ended() ? CloseKind.ORDERLY : CloseKind.HALF;
    }

    /// Reads towards the end of the stream, [#MAX_DRAIN] bytes at most.
    ///
    /// @param deadline until when to wait, or `null` to take only what is there
    private void drain(Deadline deadline) throws IOException, InterruptedException {
        long until = link.bytesRead() + MAX_DRAIN;
        while (!link.ended() && link.bytesRead() < until) {
            int count = link.read(ConnectedSocket.BUFFER_BYTES);
            if (count != 0) {
                link.recordRead();
            } else if (deadline == null || !link.awaitReadable(deadline)) {
                return;
            }
        }
    }
}
