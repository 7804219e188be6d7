package dev.lifeline.play.actor;

import dev.lifeline.client.ConnectedSocket;
import dev.lifeline.client.Deadline;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.record.DeadlineException;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import dev.lifeline.record.StageRunner.Call;
import dev.lifeline.record.StageRunner.Result;
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.text.Escapes;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// A connection that does one thing at a time, at either end. For one thread.
public final class BlockingConnection {

    public static final long DEFAULT_TIMEOUT = 2_000_000_000L;

    private static final long DEFAULT_CHUNK = 16 * 1024;
    private static final long DEFAULT_FILL = 4096;
    private static final long DEFAULT_MOST = 64L << 20;
    private static final int MOST_AT_ONCE = 64 << 20;

    /// How long a full send buffer must stay full: what the peer's kernel takes, it takes at once, but not always before write returns.
    private static final long STAYS_FULL_NANOS = 20_000_000;

    private final StageRunner runner;
    private final SocketChannel channel;
    private final ConnectedSocket link;
    private final Lane own;
    private boolean hasRead;
    private boolean failed;
    private Lane first;
    private volatile boolean open = true;

    private BlockingConnection(StageRunner runner, SocketChannel channel, ConnectedSocket link) {
        this.runner = runner;
        this.channel = channel;
        this.link = link;
        this.own = runner.recorder().lane();
    }

    /// Takes over a connected channel. When that fails, the channel is closed.
    static BlockingConnection over(SocketChannel channel, StageRunner runner) throws IOException {
        try {
            return new BlockingConnection(runner, channel, ConnectedSocket.over(channel, runner.recorder()));
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    SocketChannel channel() {
        return channel;
    }

    boolean isOpen() {
        return open;
    }

    /// Does what a step says.
    ///
    /// @return `false` where this is nothing that connections do
    boolean act(Step step) throws StageFailure, IOException, CannotAct, InterruptedException {
        Args args = step.args();
        switch (step.action()) {
            case "write" -> write(args);
            case "fill" -> fill(args);
            case "read" -> read(args);
            case "shutdown" -> shutdown();
            case "close" -> close();
            case "reset" -> reset();
            case "option" -> runner.recorder().mark(new RunEvent.Remark("options set: " + SocketOptions.set(channel, args)));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void write(Args args) throws StageFailure, InterruptedException {
        byte[] bytes = args.has("size") ? filling(args.number("size", 0)) : Escapes.bytes(args.text("text", ""));
        long times = args.number("times", 1);
        move(Stage.WRITE, Operation.WRITE, () -> {
            Deadline deadline = Deadline.in(args.number("timeout", DEFAULT_TIMEOUT));
            int chunks = 0;
            for (long i = 0; i < times; i++) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    if (link.write(left) > 0) {
                        chunks++;
                    } else if (!link.awaitWritable(deadline)) {
                        throw deadline.exception();
                    }
                }
            }
            Bytes look = Bytes.of(bytes);
            return new Outcome.Moved(times == 1 ? look : new Bytes(look.count() * times, look.preview(), true), chunks, Ending.COMPLETE);
        });
    }

    private void fill(Args args) throws StageFailure, InterruptedException {
        byte[] chunk = filling(args.number("chunk", DEFAULT_FILL));
        long most = args.number("most", DEFAULT_MOST);
        move(Stage.WRITE, Operation.WRITE, () -> {
            Deadline deadline = Deadline.in(args.number("timeout", DEFAULT_TIMEOUT));
            long taken = 0;
            int chunks = 0;
            while (taken < most) {
                int now = link.write(ByteBuffer.wrap(chunk));
                taken += now;
                chunks += now > 0 ? 1 : 0;
                if (now == 0 && !link.awaitWritable(Deadline.in(STAYS_FULL_NANOS))) {
                    break;
                }
                if (deadline.passed()) {
                    throw deadline.exception();
                }
            }
            return new Outcome.Moved(new Bytes(taken, Bytes.of(chunk).preview(), true), chunks,
                    taken < most ? Ending.COMPLETE : Ending.LIMIT);
        });
    }

    private void read(Args args) throws StageFailure, InterruptedException {
        Stage stage = hasRead ? Stage.DATA : Stage.FIRST_BYTE;
        hasRead = true;
        boolean waits = !args.has("blocking") || args.flag("blocking");
        boolean untilEnd = "end".equals(args.text("until"));
        long wanted = args.number("bytes", 0);
        long most = args.number("chunk", DEFAULT_CHUNK);
        move(stage, Operation.READ, () -> {
            Deadline deadline = Deadline.in(args.number("timeout", DEFAULT_TIMEOUT));
            ReadAmount amount = new ReadAmount();
            while (true) {
                int count = link.read(wanted > 0 ? Math.min(most, wanted - amount.count()) : most);
                if (count == 0) {
                    if (!waits) {
                        return amount.moved(Ending.QUIET);
                    }
                    if (!link.awaitReadable(deadline)) {
                        throw deadline.exception();
                    }
                    continue;
                }
                link.recordRead();
                if (count < 0) {
                    first = first == null ? peer() : first;
                    if (wanted > amount.count()) {
                        throw new EOFException("the peer ended its stream after " + amount.count() + " bytes");
                    }
                    return amount.moved(Ending.END_OF_STREAM);
                }
                amount.add(link.chunk());
                if (!untilEnd && amount.count() >= wanted) {
                    return amount.moved(Ending.COMPLETE);
                }
            }
        });
    }

    private void shutdown() throws IOException {
        link.shutOutput();
        first = first == null ? own : first;
    }

    /// The close of a program that does not wait for the peer's end of stream.
    private void close() throws StageFailure, InterruptedException {
        runner.run(call(Stage.CLOSE, Operation.CLOSE), () -> {
            open = false;
            link.close();
            CloseKind how = failed ? CloseKind.ABANDONED : link.ended() ? CloseKind.ORDERLY : CloseKind.HALF;
            return closed(how, first == null && !failed ? own : first);
        });
    }

    private void reset() throws StageFailure, InterruptedException {
        runner.run(call(Stage.CLOSE, Operation.CLOSE), () -> {
            open = false;
            try (link) {
                link.reset();
            }
            return closed(CloseKind.RESET, first == null ? own : first);
        });
    }

    /// Gives the descriptors back, without a word. Any thread, once nobody uses it any more.
    void discard() {
        open = false;
        try {
            link.close();
        } catch (IOException e) {
            // The descriptor is given back all the same: close(2).
        }
    }

    private interface Moving {
        Outcome.Moved act() throws IOException, InterruptedException;
    }

    private void move(Stage stage, Operation operation, Moving moving) throws StageFailure, InterruptedException {
        try {
            runner.run(call(stage, operation), () -> new Result<Void>(null, moving.act()));
        } catch (StageFailure e) {
            // The end of our own patience says nothing of the connection.
            failed |= !(e.getCause() instanceof DeadlineException) && !(e.getCause() instanceof EOFException);
            throw e;
        }
    }

    private Call call(Stage stage, Operation operation) {
        return new Call(stage, operation, link.local(), link.remote());
    }

    private Result<Void> closed(CloseKind how, Lane whoseEndCameFirst) {
        return new Result<>(null, new Outcome.Closed(how, whoseEndCameFirst, link.bytesRead(), link.bytesWritten()));
    }

    private Lane peer() {
        return own == Lane.CLIENT ? Lane.SERVER : Lane.CLIENT;
    }

    private static byte[] filling(long size) {
        byte[] bytes = new byte[(int) Math.max(1, Math.min(size, MOST_AT_ONCE))];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ('a' + i % 26);
        }
        return bytes;
    }
}
