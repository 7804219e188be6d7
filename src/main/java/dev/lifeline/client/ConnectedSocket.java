package dev.lifeline.client;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.model.walk.FaultKind;
import dev.lifeline.net.ByteStream;
import dev.lifeline.record.AddedFault;
import dev.lifeline.record.CodedException;
import dev.lifeline.record.Gates;
import dev.lifeline.record.HandReach;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageRunner;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.util.function.Function;

/// A connected socket with waits that end: the calls, their counts, and the events of its byte stream. Of either side: the lane of
/// the recorder says whose it is.
///
/// One thread uses it. Interrupting that thread ends a wait at once; a close by another thread is noticed within
/// [#LOOK_NANOS].
public final class ConnectedSocket implements AutoCloseable {

    /// Bytes that one read takes at most, and all the memory that a peer's data can take.
    public static final int BUFFER_BYTES = 16 * 1024;

    /// A selector is not woken when another thread closes the channel, so it looks up this often.
    static final long LOOK_NANOS = 100_000_000;

    private volatile ByteStream stream;
    private final LaneRecorder recorder;
    private final Gates gates;
    private final ByteBuffer chunk = ByteBuffer.allocate(BUFFER_BYTES);
    private long readAt;
    private long read;
    private long written;
    private long lost;
    private boolean ended;
    private boolean shut;
    private volatile boolean closed;
    private Lane endedFirst;

    /// Takes over a stream that can be waited for.
    ///
    /// @param runner the lane, and the faults that it may have
    public ConnectedSocket(ByteStream stream, StageRunner runner) {
        this.stream = stream;
        this.recorder = runner.recorder();
        this.gates = runner.gates();
    }

    /// This end.
    public Endpoint local() {
        return stream.local();
    }

    /// The peer's end.
    public Endpoint remote() {
        return stream.remote();
    }

    /// Puts a layer between this program and the connection: its bytes go through that from now on.
    ///
    /// @return the layer, which makes other bytes of those of this connection
    public <T extends ByteStream> T over(Function<ByteStream, T> layer) {
        T above = layer.apply(stream);
        stream = above;
        return above;
    }

    /// Bytes read over the whole life.
    public long bytesRead() {
        return read;
    }

    /// Bytes that the kernel took over the whole life.
    public long bytesWritten() {
        return written;
    }

    /// Says if the peer's end of stream was seen.
    public boolean ended() {
        return ended;
    }

    /// The side whose end of stream came first, as this side has seen it; `null` where none has come yet.
    public Lane endedFirst() {
        return endedFirst;
    }

    /// The side that this end of the connection is on.
    Lane lane() {
        return recorder.lane();
    }

    private Lane peer() {
        return lane() == Lane.CLIENT ? Lane.SERVER : Lane.CLIENT;
    }

    /// The time at which the last read returned, in nanoseconds of the trace.
    public long readAt() {
        return readAt;
    }

    /// The bytes of the last read, between position and limit.
    public ByteBuffer chunk() {
        return chunk;
    }

    /// Reads what is there; records nothing yet, because the caller may have to record first that a stage began.
    ///
    /// @param atMost more than 0
    /// @return how many bytes; 0 for none yet, -1 for the end of the stream
    public int read(long atMost) throws IOException, InterruptedException {
        gates.sitOutFaults(Stage.DATA, recorder);
        checkOpen();
        chunk.clear().limit((int) Math.min(atMost, BUFFER_BYTES));
        int count = stream.read(chunk);
        readAt = recorder.now();
        chunk.flip();
        read += Math.max(0, count);
        if (count < 0) {
            ended = true;
            endedFirst = endedFirst == null ? peer() : endedFirst;
        }
        return count;
    }

    /// Records what the last read brought, under the time at which it returned: bytes, or the end of the stream.
    public void recordRead() {
        StreamEvent seen = ended ? new StreamEvent.EndOfStream() : new StreamEvent.ChunkRead(Bytes.of(chunk));
        recorder.mark(readAt, seen);
    }

    /// Offers the bytes to the kernel and records how many it took. A fault may offer fewer at a time, or lose one.
    ///
    /// @return how many; 0 when its send buffer is full
    public int write(ByteBuffer bytes) throws IOException, InterruptedException {
        checkOpen();
        if (!gates.faults().areNone()) {
            return writeFaulty(bytes);
        }
        return offer(bytes);
    }

    private int writeFaulty(ByteBuffer bytes) throws IOException, InterruptedException {
        Lane lane = recorder.lane();
        AddedFault losing = gates.faults().first(FaultKind.DROP_FIRST_BYTE, lane);
        if (losing != null) {
            bytes.get();
            lost++;
            gates.faults().acted(losing, 1, recorder);
        }
        if (!bytes.hasRemaining()) {
            return 1;
        }
        if (written > 0) {
            gates.pauseBetweenWrites(recorder);
            checkOpen();
        }
        int end = bytes.limit();
        bytes.limit(bytes.position() + (int) Math.min(bytes.remaining(), gates.faults().most(lane)));
        try {
            return offer(bytes);
        } finally {
            bytes.limit(end);
        }
    }

    private int offer(ByteBuffer bytes) throws IOException {
        if (shut) {
            throw new IOException("this side had ended its stream already");
        }
        int offered = bytes.remaining();
        int taken = stream.write(bytes);
        written += taken;
        recorder.mark(new StreamEvent.ChunkWritten(offered, taken));
        return taken;
    }

    /// Bytes that faults have lost between the program and its kernel over the whole life.
    long bytesLost() {
        return lost;
    }

    /// Ends this side's stream: sends the FIN.
    public void shutOutput() throws IOException {
        checkOpen();
        stream.shutOutput();
        shut = true;
        endedFirst = endedFirst == null ? lane() : endedFirst;
        recorder.mark(new StreamEvent.OutputShut());
    }

    /// Waits until a read will not find nothing.
    ///
    /// @return `false` once the deadline has passed
    public boolean awaitReadable(Deadline deadline) throws IOException, InterruptedException {
        return await(SelectionKey.OP_READ, deadline);
    }

    /// Waits until the kernel takes bytes again.
    ///
    /// @return `false` once the deadline has passed
    public boolean awaitWritable(Deadline deadline) throws IOException, InterruptedException {
        return await(SelectionKey.OP_WRITE, deadline);
    }

    private boolean await(int interest, Deadline deadline) throws IOException, InterruptedException {
        checkOpen();
        boolean ready = false;
        while (!ready && !deadline.passed()) {
            HandReach.Errand errand = gates.reach().poll(recorder);
            if (errand != null) {
                errand.run();
                checkOpen();
            }
            try {
                ready = stream.await(interest, Math.min(deadline.left(), LOOK_NANOS));
            } catch (ClosedChannelException | ClosedSelectorException closedMeanwhile) {
                checkOpen();
            }
            checkOpen();
        }
        return ready;
    }

    private void checkOpen() throws IOException {
        if (!stream.isOpen()) {
            throw new CodedException(ErrorCode.INTERRUPTED, "another thread closed the socket");
        }
    }

    /// Has the close send a reset.
    public void resetOnClose() throws IOException {
        checkOpen();
        stream.resetOnClose();
    }

    /// Says if its descriptors are still to be given back.
    public boolean isOpen() {
        return !closed;
    }

    /// Gives the descriptors back.
    @Override
    public void close() throws IOException {
        closed = true;
        stream.close();
    }
}
