package dev.lifeline.client;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import java.io.IOException;

/// The close stage. It always runs, so that the descriptor is given back.
///
/// Who was first is what this side saw: the server, if its end of stream was read before ours was sent. What has arrived by then
/// and was not read yet is read first, without waiting.
///
/// @param runner the stage runner of the client's lane
/// @param link the connection
record Closing(StageRunner runner, ConnectedSocket link) {

    /// Bytes that are read at most on the way to the peer's end of stream, before our FIN and again after it.
    static final long MAX_DRAIN = 256 * 1024;

    /// Sends the FIN, waits for the peer's, closes. A reset by the peer meanwhile fails the stage with ECONNRESET at `read`.
    ///
    /// @param timeoutNanos how long to wait for the peer's end of stream
    void orderly(long timeoutNanos) throws StageFailure, InterruptedException {
        runner.run(call(Operation.READ), () -> {
            boolean serverFirst;
            try (link) {
                serverFirst = drain(null);
                link.shutOutput();
                if (!serverFirst) {
                    drain(Deadline.in(timeoutNanos));
                }
            }
            return closed(link.ended() ? CloseKind.ORDERLY : CloseKind.HALF, serverFirst ? Lane.SERVER : Lane.CLIENT);
        });
    }

    /// Closes with a reset: what is under way is lost.
    void reset() throws StageFailure, InterruptedException {
        runner.run(call(Operation.CLOSE), () -> {
            try (link) {
                link.reset();
            }
            return closed(CloseKind.RESET, link.ended() ? Lane.SERVER : Lane.CLIENT);
        });
    }

    /// Gives the descriptor back after a failure, saying nothing more to the peer than the kernel does by itself.
    void abandon() throws StageFailure, InterruptedException {
        runner.run(call(Operation.CLOSE), () -> {
            link.close();
            return closed(CloseKind.ABANDONED, link.ended() ? Lane.SERVER : null);
        });
    }

    private StageRunner.Call call(Operation operation) {
        return new StageRunner.Call(Stage.CLOSE, operation, link.local(), link.remote());
    }

    private StageRunner.Result<Void> closed(CloseKind how, Lane first) {
        return new StageRunner.Result<>(null, new Outcome.Closed(how, first, link.bytesRead(), link.bytesWritten()));
    }

    /// Reads towards the end of the stream, [#MAX_DRAIN] bytes at most.
    ///
    /// @param deadline until when to wait, or `null` to take only what is there
    /// @return whether the end of the stream was seen, now or before
    private boolean drain(Deadline deadline) throws IOException, InterruptedException {
        long until = link.bytesRead() + MAX_DRAIN;
        while (!link.ended() && link.bytesRead() < until) {
            int count = link.read(ConnectedSocket.BUFFER_BYTES);
            if (count != 0) {
                link.recordRead();
            } else if (deadline == null || !link.awaitReadable(deadline)) {
                return false;
            }
        }
        return link.ended();
    }
}
