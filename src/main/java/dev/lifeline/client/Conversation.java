package dev.lifeline.client;

import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.net.ChannelStream;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Objects;

/// The use that is made of a connection once it exists: a list of exchanges, each with deadlines, of which the last one closes.
///
/// Threads: one thread holds a conversation. Interrupting it ends any wait at once. All memory that the peer can fill is one
/// buffer and one preview; how many chunks are recorded is bounded by the recorder.
///
/// @param runner the stage runner of the client's lane, with the number of the connection
public record Conversation(StageRunner runner) {

    private static final Exchange ABANDON = new Exchange.Close(Exchange.Way.ABANDON, 0);

    /// The way a conversation went.
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
    /// @param exchanges at least one
    /// @throws InterruptedException when the thread was interrupted; that and the close are recorded
    public Result hold(SocketChannel channel, List<Exchange> exchanges) throws InterruptedException {
        try (channel; ChannelStream stream = ChannelStream.forWaits(channel)) {
            return hold(new OpenConnection(runner, stream), exchanges);
        } catch (IOException e) {
            return unusable(e, exchanges.getFirst().stage());
        }
    }

    /// No descriptor for a selector, or the socket was closed before a word was said: the first stage fails.
    private Result unusable(IOException cause, Stage first) throws InterruptedException {
        try {
            runner.run(new StageRunner.Call(first, Operation.SOCKET, null, null), () -> {
                throw cause;
            });
        } catch (StageFailure recorded) {
            // The result says it.
        }
        return new Result(false, true);
    }

    /// The exchanges one after the other. After one that failed only the descriptor is given back.
    private static Result hold(OpenConnection connection, List<Exchange> exchanges) throws InterruptedException {
        try {
            for (Exchange exchange : exchanges) {
                connection.perform(exchange);
            }
            return new Result(true, connection.asExpected());
        } catch (StageFailure recorded) {
            abandon(connection);
            return new Result(false, connection.asExpected());
        } catch (InterruptedException e) {
            if (connection.isOpen()) {
                connection.abandonAtOnce();
            }
            throw e;
        }
    }

    private static void abandon(OpenConnection connection) throws InterruptedException {
        try {
            if (connection.isOpen()) {
                connection.perform(ABANDON);
            }
        } catch (StageFailure recorded) {
            // The first failure is the news.
        } catch (InterruptedException e) {
            if (connection.isOpen()) {
                connection.abandonAtOnce();
            }
            throw e;
        }
    }
}
