package dev.lifeline.client;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.record.CodedException;
import dev.lifeline.record.LaneRecorder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// A connected socket with waits that end: the calls, their counts, and the events of its byte stream. Of either side: the lane of the
/// recorder says whose it is.
///
/// The channel does not block; a selector of its own waits for it, because only so a write has a deadline as a read has. One
/// thread uses it. Interrupting that thread ends a wait at once; a close of the channel by another thread is noticed within
/// [#LOOK_NANOS].
public final class ConnectedSocket implements AutoCloseable {

    /// Bytes that one read takes at most, and all the memory that a peer's data can take.
    public static final int BUFFER_BYTES = 16 * 1024;

    /// A selector is not woken when another thread closes the channel, so it looks up this often.
    static final long LOOK_NANOS = 100_000_000;

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final LaneRecorder recorder;
    private final Endpoint local;
    private final Endpoint remote;
    private final ByteBuffer chunk = ByteBuffer.allocate(BUFFER_BYTES);
    private long readAt;
    private long read;
    private long written;
    private boolean ended;

    private ConnectedSocket(SocketChannel channel, Selector selector, LaneRecorder recorder) throws IOException {
        this.channel = channel;
        this.selector = selector;
        this.recorder = recorder;
        channel.configureBlocking(false);
        this.key = channel.register(selector, 0);
        this.local = Endpoint.of((InetSocketAddress) channel.getLocalAddress());
        this.remote = Endpoint.of((InetSocketAddress) channel.getRemoteAddress());
    }

    /// Takes over a connected channel. When that fails, the channel is left as it is.
    public static ConnectedSocket over(SocketChannel channel, LaneRecorder recorder) throws IOException {
        Selector selector = Selector.open();
        try {
            return new ConnectedSocket(channel, selector, recorder);
        } catch (IOException | RuntimeException e) {
            selector.close();
            throw e;
        }
    }

    /// This end.
    public Endpoint local() {
        return local;
    }

    /// The peer's end.
    public Endpoint remote() {
        return remote;
    }

    /// Bytes read over the whole life.
    public long bytesRead() {
        return read;
    }

    /// Bytes that the kernel took over the whole life.
    public long bytesWritten() {
        return written;
    }

    /// Whether the peer's end of stream was seen.
    public boolean ended() {
        return ended;
    }

    /// When the last read returned, in nanoseconds of the trace.
    public long readAt() {
        return readAt;
    }

    /// What the last read brought, between position and limit.
    public ByteBuffer chunk() {
        return chunk;
    }

    /// Reads what is there; records nothing yet, because the caller may have to record first that a stage began.
    ///
    /// @param atMost more than 0
    /// @return how many bytes; 0 for none yet, -1 for the end of the stream
    public int read(long atMost) throws IOException {
        checkOpen();
        chunk.clear().limit((int) Math.min(atMost, BUFFER_BYTES));
        int count = channel.read(chunk);
        readAt = recorder.recorder().clock().now();
        chunk.flip();
        read += Math.max(0, count);
        ended |= count < 0;
        return count;
    }

    /// Records what the last read brought, under the time at which it returned: bytes, or the end of the stream.
    public void recordRead() {
        StreamEvent seen = ended ? new StreamEvent.EndOfStream() : new StreamEvent.ChunkRead(Bytes.of(chunk));
        recorder.recorder()
                .record(readAt, recorder.lane(), Evidence.APPLICATION, recorder.connection(), recorder.attempt(), seen);
    }

    /// Offers the bytes to the kernel and records how many it took.
    ///
    /// @return how many; 0 when its send buffer is full
    public int write(ByteBuffer bytes) throws IOException {
        checkOpen();
        int offered = bytes.remaining();
        int taken = channel.write(bytes);
        written += taken;
        recorder.mark(new StreamEvent.ChunkWritten(offered, taken));
        return taken;
    }

    /// Ends this side's stream: sends the FIN.
    public void shutOutput() throws IOException {
        checkOpen();
        channel.shutdownOutput();
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
        try {
            key.interestOps(interest);
        } catch (CancelledKeyException closedMeanwhile) {
            checkOpen();
        }
        while (!deadline.passed()) {
            int ready = selector.select(deadline.earlier(Deadline.in(LOOK_NANOS)).millis());
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            checkOpen();
            if (ready > 0) {
                selector.selectedKeys().clear();
                return true;
            }
        }
        return false;
    }

    private void checkOpen() throws IOException {
        if (!channel.isOpen()) {
            throw new CodedException(ErrorCode.INTERRUPTED, "another thread closed the socket");
        }
    }

    /// Closes so that the kernel sends a reset (`SO_LINGER` 0, RFC 9293 section 3.10.4: ABORT).
    public void reset() throws IOException {
        checkOpen();
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        close();
    }

    /// Whether its descriptors are still to be given back.
    public boolean isOpen() {
        return selector.isOpen();
    }

    /// Gives the descriptors back. The selector goes first: a channel that is still registered is closed only later.
    @Override
    public void close() throws IOException {
        try {
            selector.close();
        } finally {
            channel.close();
        }
    }
}
