package dev.lifeline.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The client's part in a connection: what it says, what it waits for, and how it leaves. First it writes all, then
/// it reads.
///
/// @param send the bytes to write; empty for none. Not copied: do not change them
/// @param expected the bytes that must arrive somewhere in the stream, or `null` for no expectation. Not copied
/// @param bannerWait how long to wait for a first byte of which none need come, in nanoseconds; 0 where an answer to what is sent must
///     come, and to read nothing where nothing is sent
/// @param quiet when nothing definite is waited for, reading ends after this much silence, in nanoseconds
/// @param stopAfterBytes reading ends once this many bytes are here (an echo); 0 for no such number
/// @param maxBytes reading ends here whatever comes: the bound on time and memory that a peer may cost
/// @param reset whether to leave with a reset (`SO_LINGER` 0) instead of an end of stream
/// @param deadlines of the waits
public record Script(byte[] send, byte[] expected, long bannerWait, long quiet, long stopAfterBytes, long maxBytes, boolean reset,
                     Deadlines deadlines) {

    /// Silence that ends reading unless told otherwise: longer than a delayed ACK, shorter than a person's patience.
    public static final long DEFAULT_QUIET = 100_000_000;

    /// Bytes after which reading ends unless told otherwise.
    public static final long DEFAULT_MAX_BYTES = 1 << 20;

    /// Connects and closes: writes nothing, reads nothing.
    public static final Script CONNECT_ONLY =
            new Script(new byte[0], null, 0, DEFAULT_QUIET, 0, DEFAULT_MAX_BYTES, false, Deadlines.DEFAULT);

    public Script {
        Objects.requireNonNull(send, "send");
        Objects.requireNonNull(deadlines, "deadlines");
        if (bannerWait < 0 || quiet <= 0 || stopAfterBytes < 0 || maxBytes <= 0) {
            throw new IllegalArgumentException("a wait or a number of bytes is out of range");
        }
    }

    /// Says if bytes must come: otherwise silence is an answer too.
    public boolean demandsAnswer() {
        return expected != null || send.length > 0 && bannerWait == 0;
    }

    /// Says if anything is read before the close.
    public boolean reads() {
        return send.length > 0 || expected != null || bannerWait > 0;
    }

    /// The same as a list of exchanges, in their order.
    public List<Exchange> exchanges() {
        List<Exchange> all = new ArrayList<>(3);
        if (send.length > 0) {
            all.add(new Exchange.Write(send, 1, deadlines.write()));
        }
        if (reads()) {
            boolean endIsKnown = expected != null || stopAfterBytes > 0;
            Exchange.Waits waits = new Exchange.Waits(demandsAnswer() ? deadlines.read() : bannerWait,
                    endIsKnown ? deadlines.idle() : quiet, deadlines.data());
            all.add(new Exchange.Read(expected, stopAfterBytes, false, ConnectedSocket.BUFFER_BYTES, maxBytes, demandsAnswer(),
                    true, waits));
        }
        all.add(close());
        return all;
    }

    /// The last of them.
    public Exchange close() {
        return new Exchange.Close(reset ? Exchange.Way.RESET : Exchange.Way.ORDERLY, deadlines.close());
    }

    /// The same, writing these bytes.
    public Script sending(byte[] bytes) {
        return new Script(bytes, expected, bannerWait, quiet, stopAfterBytes, maxBytes, reset, deadlines);
    }

    /// The same, expecting these bytes; `null` for none.
    public Script expecting(byte[] bytes) {
        return new Script(send, bytes, bannerWait, quiet, stopAfterBytes, maxBytes, reset, deadlines);
    }

    /// The same, waiting this long for a banner, in nanoseconds.
    public Script waiting(long nanos) {
        return new Script(send, expected, nanos, quiet, stopAfterBytes, maxBytes, reset, deadlines);
    }

    /// The same, ending after this much silence, in nanoseconds.
    public Script quietFor(long nanos) {
        return new Script(send, expected, bannerWait, nanos, stopAfterBytes, maxBytes, reset, deadlines);
    }

    /// The same, ending once this many bytes are here.
    public Script stoppingAfter(long bytes) {
        return new Script(send, expected, bannerWait, quiet, bytes, maxBytes, reset, deadlines);
    }

    /// The same, reading this many bytes at most.
    public Script limitedTo(long bytes) {
        return new Script(send, expected, bannerWait, quiet, stopAfterBytes, bytes, reset, deadlines);
    }

    /// The same, leaving with a reset.
    public Script resetting() {
        return new Script(send, expected, bannerWait, quiet, stopAfterBytes, maxBytes, true, deadlines);
    }

    /// The same, with these deadlines.
    public Script within(Deadlines other) {
        return new Script(send, expected, bannerWait, quiet, stopAfterBytes, maxBytes, reset, other);
    }
}
