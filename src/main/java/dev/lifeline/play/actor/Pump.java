package dev.lifeline.play.actor;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.record.Failures;
import dev.lifeline.record.LaneRecorder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// One side of a relayed connection: what comes here goes out at the other side. For the relay's thread of this connection.
final class Pump {

    private static final int BUFFER_BYTES = 16 * 1024;

    private final SocketChannel channel;
    private final LaneRecorder lane;
    private final FourTuple tuple;
    private final ByteBuffer held = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    private final SelectionKey key;
    private Pump other;
    private long firstByte;
    private boolean heard;
    private boolean ended;
    private boolean shut;
    private boolean broken;
    private long read;
    private long written;

    Pump(SocketChannel channel, LaneRecorder lane, Selector selector) throws IOException {
        this.channel = channel;
        this.lane = lane;
        this.tuple = new FourTuple(Endpoint.of((InetSocketAddress) channel.getLocalAddress()),
                Endpoint.of((InetSocketAddress) channel.getRemoteAddress()));
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
        firstByte = lane.started(Stage.FIRST_BYTE, tuple.local(), tuple.remote());
    }

    void join(Pump its) {
        other = its;
    }

    /// Tells whether its peer has ended and the other side knows.
    boolean isOver() {
        return broken || ended && other.shut;
    }

    /// Does what can be done now, here and at the other side.
    void ready() {
        try {
            if (key.isReadable() && !held.hasRemaining() && !ended) {
                read();
            }
            other.pass();
            pass();
        } catch (IOException e) {
            fail(e);
        }
        want();
        other.want();
    }

    private void read() throws IOException {
        held.clear();
        int count = channel.read(held);
        held.flip();
        if (count < 0) {
            ended = true;
            lane.mark(new StreamEvent.EndOfStream());
            endFirstByte(Ending.END_OF_STREAM);
        } else if (count > 0) {
            read += count;
            lane.mark(new StreamEvent.ChunkRead(Bytes.of(held)));
            endFirstByte(Ending.COMPLETE);
        }
    }

    private void endFirstByte(Ending ending) {
        if (!heard) {
            heard = true;
            lane.finished(Stage.FIRST_BYTE, firstByte, new Outcome.Moved(Bytes.of(held), held.hasRemaining() ? 1 : 0, ending));
        }
    }

    /// Writes out what the other side holds.
    private void pass() throws IOException {
        ByteBuffer bytes = other.held;
        if (bytes.hasRemaining()) {
            int offered = bytes.remaining();
            int taken = channel.write(bytes);
            written += taken;
            lane.mark(new StreamEvent.ChunkWritten(offered, taken));
        }
        if (other.ended && !bytes.hasRemaining() && !shut) {
            shut = true;
            channel.shutdownOutput();
            lane.mark(new StreamEvent.OutputShut());
        }
    }

    private void want() {
        if (key.isValid()) {
            key.interestOps((ended || held.hasRemaining() ? 0 : SelectionKey.OP_READ)
                    | (other.held.hasRemaining() ? SelectionKey.OP_WRITE : 0));
        }
    }

    /// An error at one side ends both: the other is reset, as a relay has no other way to say it.
    private void fail(IOException e) {
        broken = true;
        other.broken = true;
        Failure failure = Failures.of(e, Operation.READ, tuple.local(), tuple.remote());
        if (!heard) {
            heard = true;
            lane.failed(Stage.FIRST_BYTE, firstByte, failure);
        } else {
            lane.failed(Stage.DATA, lane.started(Stage.DATA, tuple.local(), tuple.remote()), failure);
        }
        try {
            other.channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException gone) {
            // It is closed already.
        }
    }

    /// Closes this side.
    void close(boolean interrupted) {
        if (!heard) {
            heard = true;
            lane.failed(Stage.FIRST_BYTE, firstByte, Failures.interrupted(Operation.READ, tuple.local(), tuple.remote()));
        }
        long started = lane.started(Stage.CLOSE, tuple.local(), tuple.remote());
        try {
            channel.close();
            lane.finished(Stage.CLOSE, started, new Outcome.Closed(broken || interrupted ? CloseKind.ABANDONED
                    : CloseKind.ORDERLY, null, read, written));
        } catch (IOException e) {
            lane.failed(Stage.CLOSE, started, Failures.of(e, Operation.CLOSE, tuple.local(), tuple.remote()));
        }
    }
}
