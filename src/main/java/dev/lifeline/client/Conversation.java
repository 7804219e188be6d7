package dev.lifeline.client;

import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Objects;

/// What is done with a connection once it exists: write, first byte, data, idle, close, each with a deadline.
///
/// Threads: one thread holds a conversation. Interrupting it ends any wait at once. All memory that the peer can fill is one
/// buffer and one preview; how many chunks are recorded is bounded by the recorder.
///
/// @param runner the stage runner of the client's lane, with the number of the connection
public record Conversation(StageRunner runner) {

    /// How a conversation went.
    ///
    /// @param completed whether every stage that was asked for completed
    /// @param asExpected whether what was expected came; `true` where nothing was expected or looked at
    public record Result(boolean completed, boolean asExpected) {
    }

    public Conversation {
        Objects.requireNonNull(runner, "runner");
    }

    /// Holds the conversation. Failures are recorded, not thrown; the channel is closed on every way out.
    ///
    /// @param channel connected; blocking or not
    /// @throws InterruptedException when the thread was interrupted; that and the close are recorded
    public Result hold(SocketChannel channel, Script script) throws InterruptedException {
        try (channel; ConnectedSocket link = ConnectedSocket.over(channel, runner.recorder())) {
            return hold(link, script);
        } catch (IOException e) {
            return unusable(e, script);
        }
    }

    /// No descriptor for a selector, or the socket was closed before a word was said: the first stage of the script fails.
    private Result unusable(IOException cause, Script script) throws InterruptedException {
        Stage first = script.send().length > 0 ? Stage.WRITE : script.reads() ? Stage.FIRST_BYTE : Stage.CLOSE;
        try {
            runner.run(new StageRunner.Call(first, Operation.SOCKET, null, null), () -> {
                throw cause;
            });
        } catch (StageFailure recorded) {
            // The result says it.
        }
        return new Result(false, true);
    }

    private Result hold(ConnectedSocket link, Script script) throws InterruptedException {
        boolean asExpected = true;
        try {
            if (script.send().length > 0) {
                write(link, script);
            }
            if (script.reads()) {
                Reading reading = new Reading(runner, link, script);
                try {
                    reading.run();
                } catch (StageFailure failed) {
                    asExpected = reading.checkExpectation();
                    throw failed;
                }
                asExpected = reading.checkExpectation();
            }
        } catch (StageFailure recorded) {
            return new Result(close(link, script, true), asExpected);
        } catch (InterruptedException e) {
            abandonAtOnce(link);
            throw e;
        }
        return new Result(close(link, script, false), asExpected);
    }

    private void write(ConnectedSocket link, Script script) throws StageFailure, InterruptedException {
        runner.run(new StageRunner.Call(Stage.WRITE, Operation.WRITE, link.local(), link.remote()), () -> {
            Deadline deadline = Deadline.in(script.deadlines().write());
            ByteBuffer bytes = ByteBuffer.wrap(script.send());
            int chunks = 0;
            while (bytes.hasRemaining()) {
                if (link.write(bytes) > 0) {
                    chunks++;
                } else if (!link.awaitWritable(deadline)) {
                    throw deadline.exception();
                }
            }
            return new StageRunner.Result<>(null, new Outcome.Moved(Bytes.of(script.send()), chunks, Ending.COMPLETE));
        });
    }

    /// @return whether the conversation as a whole completed
    private boolean close(ConnectedSocket link, Script script, boolean failed) throws InterruptedException {
        Closing closing = new Closing(runner, link);
        try {
            if (failed) {
                closing.abandon();
            } else if (script.reset()) {
                closing.reset();
            } else {
                closing.orderly(script.deadlines().close());
            }
            return !failed;
        } catch (StageFailure recorded) {
            return false;
        } catch (InterruptedException e) {
            if (link.isOpen()) {
                abandonAtOnce(link);
            }
            throw e;
        }
    }

    /// A person who interrupts does not want to be held at the gate before the close.
    private void abandonAtOnce(ConnectedSocket link) throws InterruptedException {
        try {
            new Closing(runner.unheld(), link).abandon();
        } catch (StageFailure recorded) {
            // The interruption is the greater news.
        }
    }
}
