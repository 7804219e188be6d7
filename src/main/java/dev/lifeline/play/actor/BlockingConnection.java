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
import dev.lifeline.scenario.action.ConnectionAction;
import dev.lifeline.scenario.action.ConnectionAction.Fill;
import dev.lifeline.scenario.action.ConnectionAction.Option;
import dev.lifeline.scenario.action.ConnectionAction.Read;
import dev.lifeline.scenario.action.ConnectionAction.Write;
import dev.lifeline.text.Escapes;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/// A connection that does one thing at a time, at either end. For one thread.
public final class BlockingConnection {

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
    void act(ConnectionAction action) throws StageFailure, IOException, CannotAct, InterruptedException {
        StepBody body = switch (action.kind()) {
            case WRITE -> () -> write((Write) action);
            case FILL -> () -> fill((Fill) action);
            case READ -> () -> read((Read) action);
            case SHUTDOWN -> this::shutdown;
            case CLOSE -> this::close;
            case RESET -> this::reset;
            case OPTION -> () -> option((Option) action);
        };
        body.run();
    }

    private void option(Option option) throws IOException {
        runner.recorder().mark(new RunEvent.Remark("options set: " + SocketOptions.set(channel, option.settings())));
    }

    private void write(Write write) throws StageFailure, InterruptedException {
        byte[] bytes = write.text() == null ? filling(write.size()) : Escapes.bytes(write.text());
        long times = write.times();
        move(Stage.WRITE, Operation.WRITE, () -> {
            Deadline deadline = Deadline.in(write.timeout());
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

    private void fill(Fill fill) throws StageFailure, InterruptedException {
        byte[] chunk = filling(fill.chunk());
        long most = fill.most();
        move(Stage.WRITE, Operation.WRITE, () -> {
            Deadline deadline = Deadline.in(fill.timeout());
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

    private void read(Read read) throws StageFailure, InterruptedException {
        Stage stage = hasRead ? Stage.DATA : Stage.FIRST_BYTE;
        hasRead = true;
        long wanted = read.bytes();
        long most = read.chunk();
        move(stage, Operation.READ, () -> {
            Deadline deadline = Deadline.in(read.timeout());
            ReadAmount amount = new ReadAmount();
            while (true) {
                int count = link.read(wanted > 0 ? Math.min(most, wanted - amount.count()) : most);
                if (count == 0) {
                    if (!read.blocking()) {
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
                if (!read.untilEnd() && amount.count() >= wanted) {
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
