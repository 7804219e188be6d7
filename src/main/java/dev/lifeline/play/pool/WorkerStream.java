package dev.lifeline.play.pool;

import dev.lifeline.client.ConnectedSocket;
import dev.lifeline.client.Deadline;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.net.ChannelStream;
import dev.lifeline.net.Tally;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/// A connection at either end whose thread does nothing else meanwhile: it waits for a message, and writes one. For one thread; an
/// interrupt ends any wait at once.
public final class WorkerStream {

    /// Bytes of a message at most: beyond them it is taken as it is, so that a peer costs no more.
    private static final int MOST = 64 * 1024;

    private final StageRunner runner;
    private final ConnectedSocket link;
    private final byte[] end;
    private final long patience;
    private byte[] pending = new byte[0];
    private boolean hasRead;
    private boolean broken;

    /// Takes over a connected channel. When that fails, the channel is closed.
    ///
    /// @param end the end of a message, or `null` where one read is one
    /// @param patience nanoseconds that a message may take
    public WorkerStream(SocketChannel channel, StageRunner runner, byte[] end, long patience) throws IOException {
        this.runner = runner;
        this.end = end;
        this.patience = patience;
        boolean done = false;
        try {
            link = new ConnectedSocket(ChannelStream.forWaits(channel), runner);
            done = true;
        } finally {
            if (!done) {
                channel.close();
            }
        }
    }

    StageRunner runner() {
        return runner;
    }

    StageRunner.Call call(Stage stage, Operation operation) {
        return new StageRunner.Call(stage, operation, link.local(), link.remote());
    }

    /// Waits for the next message.
    ///
    /// @return `null` once the peer has ended its stream
    /// @throws StageFailure when it did not come; that is recorded
    public byte[] read() throws StageFailure, InterruptedException {
        byte[] whole = message();
        if (whole != null) {
            return whole;
        }
        Stage stage = hasRead ? Stage.DATA : Stage.FIRST_BYTE;
        hasRead = true;
        return inStage(stage, Operation.READ, this::await);
    }

    private StageRunner.Result<byte[]> await() throws IOException, InterruptedException {
        Deadline deadline = Deadline.in(patience);
        Tally tally = Tally.ofAll();
        while (true) {
            int count = link.read(ConnectedSocket.BUFFER_BYTES);
            if (count == 0) {
                if (!link.awaitReadable(deadline)) {
                    throw deadline.exception();
                }
                continue;
            }
            link.recordRead();
            if (count < 0) {
                return new StageRunner.Result<>(null, tally.moved(Ending.END_OF_STREAM));
            }
            tally.add(link.chunk());
            keep(link.chunk());
            byte[] whole = message();
            if (whole != null) {
                return new StageRunner.Result<>(whole, tally.moved(Ending.COMPLETE));
            }
        }
    }

    private void keep(ByteBuffer chunk) {
        byte[] all = Arrays.copyOf(pending, pending.length + chunk.remaining());
        chunk.get(chunk.position(), all, pending.length, chunk.remaining());
        pending = all;
    }

    /// Takes the next message out of what was read, or gives `null` where it is not whole.
    private byte[] message() {
        int length = end == null || pending.length >= MOST ? pending.length : behindEnd();
        if (length == 0) {
            return null;
        }
        byte[] whole = Arrays.copyOf(pending, length);
        pending = Arrays.copyOfRange(pending, length, pending.length);
        return whole;
    }

    private int behindEnd() {
        for (int i = 0; i + end.length <= pending.length; i++) {
            if (Arrays.equals(pending, i, i + end.length, end, 0, end.length)) {
                return i + end.length;
            }
        }
        return 0;
    }

    /// Writes all of a message, and waits where the kernel takes no more.
    public void write(byte[] bytes) throws StageFailure, InterruptedException {
        inStage(Stage.WRITE, Operation.WRITE, () -> {
            Deadline deadline = Deadline.in(patience);
            ByteBuffer left = ByteBuffer.wrap(bytes);
            int chunks = 0;
            while (left.hasRemaining()) {
                if (link.write(left) > 0) {
                    chunks++;
                } else if (!link.awaitWritable(deadline)) {
                    throw deadline.exception();
                }
            }
            return new StageRunner.Result<byte[]>(null, new Outcome.Moved(Bytes.of(bytes), chunks, Ending.COMPLETE));
        });
    }

    private byte[] inStage(Stage stage, Operation operation, StageRunner.Action<byte[]> action)
            throws StageFailure, InterruptedException {
        try {
            return runner.run(call(stage, operation), action);
        } catch (StageFailure e) {
            broken = true;
            throw e;
        }
    }

    /// Closes it; an interrupt ends a hold before that, and not the close.
    public void close() throws InterruptedException {
        try {
            close(runner);
        } finally {
            if (link.isOpen()) {
                close(runner.unheld());
            }
        }
    }

    private void close(StageRunner by) throws InterruptedException {
        try {
            by.run(call(Stage.CLOSE, Operation.CLOSE), () -> {
                link.close();
                CloseKind how = broken ? CloseKind.ABANDONED : link.ended() ? CloseKind.ORDERLY : CloseKind.HALF;
                return new StageRunner.Result<Void>(null, new Outcome.Closed(how,
                        link.endedFirst() != null || broken ? link.endedFirst() : by.recorder().lane(), link.bytesRead(),
                        link.bytesWritten()));
            });
        } catch (StageFailure recorded) {
            // The descriptor is given back all the same: close(2).
        }
    }
}
