package dev.lifeline.client;

import dev.lifeline.client.web.WebAnswer;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.net.ChannelStream;
import dev.lifeline.record.HandCall;
import dev.lifeline.record.HandReach;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Reachable;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.FutureTask;

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
    /// @param answer the last answer of HTTP that came whole, or `null`
    public record Result(boolean completed, boolean asExpected, WebAnswer answer) {
        /// The way of a conversation without HTTP.
        public Result(boolean completed, boolean asExpected) {
            this(completed, asExpected, null);
        }
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
            return holdReachable(new OpenConnection(runner, stream), exchanges);
        } catch (IOException e) {
            return unusable(e, exchanges.getFirst().stage());
        }
    }

    /// Where a person closes it by hand, the conversation is over: nobody interrupted the run.
    private Result holdReachable(OpenConnection connection, List<Exchange> exchanges) throws InterruptedException {
        ReachableConnection reachable = new ReachableConnection(runner.recorder(), connection.unheld(), runner.gates().reach());
        runner.gates().reach().add(reachable);
        try {
            return hold(connection, exchanges);
        } catch (InterruptedException e) {
            if (!reachable.wasClosed()) {
                throw e;
            }
            return new Result(false, connection.asExpected(), connection.answer());
        } finally {
            runner.gates().reach().remove(reachable);
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
            return new Result(true, connection.asExpected(), connection.answer());
        } catch (StageFailure recorded) {
            abandon(connection);
            return new Result(false, connection.asExpected(), connection.answer());
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

    /// The connection of a conversation, for a person's hands: its own thread makes the call where it waits.
    private static final class ReachableConnection implements Reachable {

        private static final long WRITE_NANOS = 1_000_000_000L;

        private final LaneRecorder who;
        private final OpenConnection hand;
        private final HandReach reach;
        private volatile boolean closed;

        ReachableConnection(LaneRecorder who, OpenConnection hand, HandReach reach) {
            this.who = who;
            this.hand = hand;
            this.reach = reach;
        }

        @Override
        public LaneRecorder who() {
            return who;
        }

        /// Says if a hand closed it.
        boolean wasClosed() {
            return closed;
        }

        @Override
        public FutureTask<String> begin(HandCall call, byte[] bytes) {
            FutureTask<String> task = new FutureTask<>(() -> perform(call, bytes));
            if (!reach.give(who, () -> {
                task.run();
                return hand.isOpen();
            })) {
                task.cancel(false);
            }
            return task;
        }

        private String perform(HandCall call, byte[] bytes) throws InterruptedException {
            try {
                switch (call) {
                    case SEND -> hand.perform(new Exchange.Write(bytes, 1, WRITE_NANOS));
                    case SHUTDOWN -> hand.shutOutput();
                    case CLOSE -> close(Exchange.Way.AT_ONCE);
                    case RESET -> close(Exchange.Way.RESET);
                }
                return null;
            } catch (StageFailure recorded) {
                return null;
            } catch (IOException e) {
                return e.getMessage();
            }
        }

        private void close(Exchange.Way way) throws StageFailure, InterruptedException {
            closed = true;
            hand.perform(new Exchange.Close(way, 0));
        }
    }
}
