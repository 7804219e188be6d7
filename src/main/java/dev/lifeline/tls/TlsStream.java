package dev.lifeline.tls;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.net.ByteStream;
import dev.lifeline.record.CodedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;

/// TLS between a program and the stream below, at either end: [TlsClient] and [TlsServer] make it. Nothing but [#await] blocks; delegated tasks are done where they are met,
/// so their time is the caller's.
///
/// The handshake is a stage of its own: [#handshake] until it says 0. Read and write take nothing before.
///
/// Memory: one record each way, and what the engine keeps of one handshake message.
public final class TlsStream implements ByteStream {

    private static final int NOTHING = 0;

    private final ByteStream below;
    private final TlsEngine tls;
    private long began;
    private long computing;
    private long whole;
    private int asked;
    private boolean shut;
    private boolean shutBelow;
    private IOException broken;

    /// @param below the stream that carries the records, which is this one's own from now on
    /// @param end the part that this side has
    /// @param plain the way to whoever hears of what is seen
    TlsStream(ByteStream below, TlsEnd end, SeenPlain plain) {
        this.below = below;
        this.tls = new TlsEngine(below, end, plain);
    }

    /// Goes on with the handshake as far as it goes.
    ///
    /// @return the readiness of the stream below that it waits for, `OP_READ` or `OP_WRITE`; 0 once it is over
    /// @throws CodedException where it failed: the alert that says so to the peer was sent, as far as the stream below took it
    public int handshake() throws IOException {
        if (tls.isDone()) {
            return NOTHING;
        }
        long from = System.nanoTime();
        if (began == 0) {
            began = from;
            below.sendAtOnce();
        }
        try {
            return tls.handshake();
        } finally {
            long now = System.nanoTime();
            computing += now - from;
            whole = now - began;
        }
    }

    /// Says if the handshake is over.
    public boolean isSecured() {
        return tls.isDone();
    }

    /// The outcome of the handshake, once it is over. Its time is split: what this side has computed, and the rest, in which it waited
    /// for the peer.
    public Outcome.Secured secured() {
        return tls.secured(whole - computing, computing);
    }

    /// The protocol that both have agreed on by ALPN; `null` for none.
    public String alpn() {
        return tls.alpn();
    }

    /// The name of the handshake message of the peer that was seen last in plain; `null` for none.
    public String lastMessage() {
        return tls.plain().last();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (broken != null) {
            throw broken;
        }
        return tls.isDone() || handshake() == NOTHING ? tls.read(into) : 0;
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        if (shut) {
            throw new CodedException(ErrorCode.EPIPE, "this side had ended its stream already");
        }
        return tls.isDone() || handshake() == NOTHING ? tls.write(bytes) : 0;
    }

    /// Sends close_notify and then the FIN; where there is no room for both now, once there is.
    @Override
    public void shutOutput() throws IOException {
        shut = true;
        tls.closeNotify();
        flush();
    }

    private boolean flush() throws IOException {
        boolean all = tls.flush();
        if (all && shut && !shutBelow) {
            shutBelow = true;
            below.shutOutput();
        }
        return all;
    }

    /// Sends what there is room for, with close_notify before it, and gives the descriptors back.
    @Override
    public void close() throws IOException {
        try {
            if (below.isOpen() && !shut) {
                tls.closeNotify();
                tls.flush();
            }
        } catch (IOException peerIsGone) {
            // It will not miss it.
        } finally {
            below.close();
        }
    }

    @Override
    public void resetOnClose() throws IOException {
        shut = true;
        shutBelow = true;
        below.resetOnClose();
    }

    @Override
    public void sendAtOnce() throws IOException {
        below.sendAtOnce();
    }

    @Override
    public void register(Selector selector, int interest, Object owner) throws IOException {
        asked = interest;
        below.register(selector, translated(interest), owner);
    }

    @Override
    public boolean isRegistered() {
        return below.isRegistered();
    }

    @Override
    public void want(int interest) {
        asked = interest;
        below.want(interest == 0 && !tls.hasRecordsToSend() ? 0 : translated(interest));
    }

    @Override
    public int wanted() {
        return asked;
    }

    /// The readiness of the stream below by which this one gets on. Where what is asked for is here already, or something was taken and
    /// not sent yet, that is room to write, which a selector says at once.
    private int translated(int interest) {
        if (!tls.isDone()) {
            return tls.hasRecordsToSend() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ;
        }
        boolean here = (interest & SelectionKey.OP_READ) != 0 && (tls.mayHaveBytes() || broken != null);
        return here || tls.hasRecordsToSend() ? interest | SelectionKey.OP_WRITE : interest;
    }

    @Override
    public boolean isReady(int interest) {
        if (!tls.isDone()) {
            return below.isReady(translated(interest));
        }
        if (tls.hasRecordsToSend() && below.isReady(SelectionKey.OP_WRITE)) {
            try {
                flush();
            } catch (IOException e) {
                broken = e;
            }
            want(asked);
        }
        boolean read = (interest & asked & SelectionKey.OP_READ) != 0
                && (below.isReady(SelectionKey.OP_READ) || tls.mayHaveBytes() || broken != null);
        return read || (interest & asked & SelectionKey.OP_WRITE) != 0 && below.isReady(SelectionKey.OP_WRITE);
    }

    /// Before the handshake is over, waits for what [#handshake] waits for. Later, records that bring no bytes do not end a wait for
    /// bytes.
    @Override
    public boolean await(int interest, long nanos) throws IOException, InterruptedException {
        long end = System.nanoTime() + nanos;
        boolean reads = (interest & SelectionKey.OP_READ) != 0;
        while (true) {
            if (reads && (broken != null || tls.hasBytesToRead())) {
                return true;
            }
            int need = translated(interest);
            if (!below.await(need, Math.max(0, end - System.nanoTime()))) {
                return false;
            }
            if (!tls.isDone()) {
                return true;
            }
            try {
                boolean all = flush();
                if (reads) {
                    tls.fill();
                } else if (all) {
                    return true;
                }
            } catch (IOException e) {
                // It belongs to the call that is about to be made.
                broken = e;
                return true;
            }
        }
    }

    @Override
    public Endpoint local() {
        return below.local();
    }

    @Override
    public Endpoint remote() {
        return below.remote();
    }

    @Override
    public boolean isOpen() {
        return below.isOpen();
    }
}
