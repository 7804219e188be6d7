package dev.lifeline.net;

import dev.lifeline.model.Endpoint;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/// The two streams of one connection, as a program reads and writes them. No call but [#await] blocks.
///
/// Waits are named as in [SelectionKey]: `OP_READ`, `OP_WRITE`. Something below may need the other of the two for one of them: only
/// the stream knows, so it is the stream that asks the selector. For one thread; [#close] and [#isOpen] for any.
public interface ByteStream extends Closeable {

    /// This end.
    Endpoint local();

    /// The peer's end.
    Endpoint remote();

    /// Says if it was not closed yet.
    boolean isOpen();

    /// Reads what is there.
    ///
    /// @return how many bytes; 0 for none yet, -1 for the end of the peer's stream
    int read(ByteBuffer into) throws IOException;

    /// Offers bytes.
    ///
    /// @return how many were taken; 0 where there is no room
    int write(ByteBuffer bytes) throws IOException;

    /// Ends this side's stream: sends the FIN, RFC 9293 section 3.6.
    void shutOutput() throws IOException;

    /// Has [#close] send a reset and throw away what is under way (`SO_LINGER` 0 in socket(7); ABORT in RFC 9293 section 3.10.5).
    void resetOnClose() throws IOException;

    /// Has small writes go out at once from now on (`TCP_NODELAY` in tcp(7)), as records that answer each other need: otherwise one waits for
    /// the acknowledgement of the one before, which the peer may put off by 40 ms (RFC 9293 sections 3.7.4 and 3.8.6.3).
    void sendAtOnce() throws IOException;

    /// Joins an event loop: [#want] and [#isReady] are about its selector from now on.
    ///
    /// @param owner the attachment of the key, by which the loop finds whose it is
    void register(Selector selector, int interest, Object owner) throws IOException;

    /// Says if it has joined an event loop.
    boolean isRegistered();

    /// Asks the loop to be woken for this, and for nothing else; 0 for nothing at all.
    void want(int interest);

    /// The interest that was asked for last; 0 where it has not joined.
    int wanted();

    /// Says if the last wake-up of the loop was for this.
    boolean isReady(int interest);

    /// Waits until a read will not find nothing, or a write finds room. Only where no loop was joined. A close by another thread is
    /// not noticed meanwhile.
    ///
    /// @param nanos how long at most, in nanoseconds; rounded up to milliseconds
    /// @return `false` where the time is over
    /// @throws InterruptedException when the waiting thread is interrupted
    boolean await(int interest, long nanos) throws IOException, InterruptedException;

    /// Gives the descriptors back.
    @Override
    void close() throws IOException;
}
