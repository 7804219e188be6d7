package dev.lifeline.tls;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.TlsEvent;
import dev.lifeline.model.tls.AlertDescription;
import dev.lifeline.net.ByteStream;
import dev.lifeline.record.CodedException;
import dev.lifeline.tls.keylog.TapProvider;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/// Drives an engine of the JDK between two streams, and has readers look at every byte that passes below. The engine gets whole
/// records only, and none that is no record.
final class TlsEngine {

    private static final ByteBuffer NO_BYTES = ByteBuffer.allocate(0);
    /// Records that bring nothing, one after the other: tickets and new keys are few, a flood of them would keep this side at work.
    private static final int MOST_IDLE_RECORDS = 64;
    /// A chain as long as the engine takes it is 7 records; some peers cut smaller.
    private static final int MOST_HANDSHAKE_RECORDS = 1024;
    /// Records of one flight go out together, as long as they are not more than this: one small write each would wait for the peer's
    /// delayed acknowledgement (RFC 896).
    private static final int FLIGHT_BYTES = 32 * 1024;

    private final ByteStream below;
    private final TlsEnd end;
    private final SeenPlain plain;
    private final SSLEngine engine;
    private final RecordReader incoming;
    private final RecordReader outgoing;
    private final long beganMillis = System.currentTimeMillis();
    /// Read from below and not given to the engine yet, from 0 to the position.
    private ByteBuffer in;
    /// Made by the engine and not taken from below yet, between position and limit.
    private ByteBuffer out;
    /// Given by the engine and not read yet, between position and limit.
    private ByteBuffer clear;
    private int idle;
    private boolean begun;
    private boolean finished;
    private boolean done;
    private boolean ended;
    private CodedException notTls;
    /// The failure of the handshake, which stays.
    private CodedException failure;

    TlsEngine(ByteStream below, TlsEnd end, SeenPlain plain) {
        this.below = below;
        this.end = end;
        this.plain = plain;
        this.engine = end.engine();
        this.incoming = new RecordReader(false, plain);
        this.outgoing = new RecordReader(true, plain);
        this.in = ByteBuffer.allocate(RecordReader.HEADER_BYTES + RecordReader.LONGEST);
        this.out = ByteBuffer.allocate(engine.getSession().getPacketBufferSize()).flip();
        this.clear = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize()).flip();
    }

    boolean isDone() {
        return done;
    }

    SeenPlain plain() {
        return plain;
    }

    String alpn() {
        String chosen = engine.getApplicationProtocol();
        return chosen == null || chosen.isEmpty() ? null : chosen;
    }

    Outcome.Secured secured(long waiting, long working) {
        boolean resumed = engine.getSession().getCreationTime() < beganMillis;
        return new Outcome.Secured(engine.getSession().getProtocol(), engine.getSession().getCipherSuite(), alpn(), end.serverName(), resumed,
                waiting, working);
    }

    boolean hasRecordsToSend() {
        return out.hasRemaining();
    }

    /// Says if a read would not find nothing: bytes, the end, or a failure.
    boolean hasBytesToRead() {
        return clear.hasRemaining() || ended || notTls != null && !hasWholeRecord();
    }

    /// Says if a read may find something without a byte more from below: what came with the last record may be here whole.
    boolean mayHaveBytes() {
        return hasBytesToRead() || hasWholeRecord();
    }

    /// As far as it goes; 0 once it is over, or the readiness that it waits for.
    int handshake() throws IOException {
        if (failure != null) {
            throw failure;
        }
        boolean tapped = end.tap() != null;
        if (tapped) {
            TapProvider.tap(end.tap());
        }
        try {
            if (!begun) {
                begun = true;
                if (end.hello() == null) {
                    engine.beginHandshake();
                } else {
                    seen(out = end.hello(), 0);
                }
            }
            while (true) {
                if (ended) {
                    throw keep(new CodedException(ErrorCode.TLS_ALERT, "the peer sent the alert "
                            + TlsFailures.written(AlertDescription.CLOSE_NOTIFY.number()) + " within the handshake"));
                }
                if (idle > MOST_HANDSHAKE_RECORDS) {
                    throw keep(new CodedException(ErrorCode.TLS_BROKEN, idle + " records, and the handshake is not over"));
                }
                HandshakeStatus status = engine.getHandshakeStatus();
                if (status == HandshakeStatus.NEED_TASK) {
                    work();
                } else if (status == HandshakeStatus.NEED_WRAP && out.remaining() < FLIGHT_BYTES) {
                    wrap(NO_BYTES);
                } else if (!flush()) {
                    return SelectionKey.OP_WRITE;
                } else if (status == HandshakeStatus.NEED_UNWRAP) {
                    if (!unwrap() && !more()) {
                        return SelectionKey.OP_READ;
                    }
                } else if (status != HandshakeStatus.NEED_WRAP) {
                    if (!finished) {
                        throw keep(new CodedException(ErrorCode.TLS_BROKEN, "the handshake ended without the peer's Finished"));
                    }
                    idle = 0;
                    done = true;
                    plain.done();
                    return 0;
                }
            }
        } catch (SSLException e) {
            throw failed(e);
        } finally {
            if (tapped) {
                TapProvider.tap(null);
            }
        }
    }

    private CodedException keep(CodedException e) {
        failure = e;
        return e;
    }

    private void work() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    /// Reads from below during the handshake.
    ///
    /// @return `false` where nothing is there yet
    private boolean more() throws IOException {
        if (notTls != null) {
            throw keep(notTls);
        }
        int count = receive();
        if (count < 0) {
            String last = plain.last();
            throw new EOFException("the peer ended its stream " + (last == null ? "before any message of its own" : "after its " + last)
                    + (incoming.isAmidRecord() ? ", in the middle of a record" : ""));
        }
        return count > 0;
    }

    /// Reads from below, and has a look at it. Bytes that are no record do not stay.
    private int receive() throws IOException {
        int from = in.position();
        int count = below.read(in);
        if (count > 0) {
            ByteBuffer news = in.duplicate().flip().position(from);
            try {
                incoming.feed(news);
            } catch (CodedException e) {
                notTls = e;
                in.position(RecordReader.whole(in));
            }
        }
        return count;
    }

    private boolean hasWholeRecord() {
        return in.position() >= RecordReader.HEADER_BYTES && RecordReader.length(in, 0) <= in.position();
    }

    /// Gives one record to the engine.
    ///
    /// @return `false` where none is here whole
    private boolean unwrap() throws IOException {
        if (!hasWholeRecord()) {
            return false;
        }
        clear.compact();
        in.flip();
        try {
            // One record: what an engine makes of the beginning of the next is not known to be whole.
            ByteBuffer one = in.slice(0, RecordReader.length(in, 0));
            SSLEngineResult result = engine.unwrap(one, clear);
            in.position(one.position());
            finished |= result.getHandshakeStatus() == HandshakeStatus.FINISHED;
            idle = result.bytesProduced() > 0 ? 0 : idle + 1;
            if (result.getStatus() == SSLEngineResult.Status.CLOSED || engine.isInboundDone()) {
                ended = true;
                plain.alerted(false, 1, AlertDescription.CLOSE_NOTIFY.number());
            }
            return result.getStatus() != SSLEngineResult.Status.BUFFER_OVERFLOW && one.position() > 0 || ended;
        } finally {
            in.compact();
            clear.flip();
        }
    }

    /// Has the engine make one record.
    private void wrap(ByteBuffer from) throws SSLException {
        ByteBuffer record = room();
        int before = record.position();
        try {
            finished |= engine.wrap(from, record).getHandshakeStatus() == HandshakeStatus.FINISHED;
        } finally {
            record.flip();
            out = record;
        }
        seen(record, before);
    }

    /// Has the reader look at what is to be sent, from a position on.
    private void seen(ByteBuffer records, int from) {
        try {
            outgoing.feed(records.duplicate().position(from));
        } catch (CodedException ours) {
            throw new IllegalStateException(ours);
        }
    }

    /// The records to send with room for one more, to be written behind them.
    private ByteBuffer room() {
        int most = engine.getSession().getPacketBufferSize();
        out.compact();
        if (out.remaining() >= most) {
            return out;
        }
        return ByteBuffer.allocate(out.position() + most).put(out.flip());
    }

    /// Hands on what the engine has made.
    ///
    /// @return whether all of it was taken
    boolean flush() throws IOException {
        while (out.hasRemaining()) {
            try {
                if (below.write(out) == 0) {
                    return false;
                }
            } catch (IOException e) {
                throw done ? e : lastWords(e);
            }
        }
        return true;
    }

    /// The peer takes no more; it may have said why.
    private IOException lastWords(IOException unsent) {
        try {
            while (unwrap() || receive() > 0) {
                work();
            }
        } catch (SSLException e) {
            return end.failure(e, plain);
        } catch (IOException nothingSaid) {
            return unsent;
        }
        return unsent;
    }

    /// Reads what is there.
    int read(ByteBuffer into) throws IOException {
        if (!clear.hasRemaining()) {
            fill();
        }
        if (clear.hasRemaining()) {
            int count = Math.min(into.remaining(), clear.remaining());
            into.put(clear.slice(clear.position(), count));
            clear.position(clear.position() + count);
            return count;
        }
        if (!ended && notTls != null && !hasWholeRecord()) {
            throw notTls;
        }
        return ended ? -1 : 0;
    }

    /// Has bytes come, where there are any; at once, or not.
    void fill() throws IOException {
        try {
            while (!clear.hasRemaining() && !ended && notTls == null | hasWholeRecord()) {
                if (unwrap()) {
                    afterRecord();
                } else {
                    int count = receive();
                    if (count < 0) {
                        ended = true;
                        plain.tell(new TlsEvent.Cut(in.position()));
                    } else if (count == 0) {
                        return;
                    }
                }
            }
        } catch (SSLException e) {
            throw failed(e);
        }
    }

    /// Answers what the peer wants beside data: new keys (RFC 8446 section 4.6.3), but no second handshake.
    private void afterRecord() throws IOException {
        if (plain.isRenegotiated()) {
            throw broken("the peer began another handshake within the connection (renegotiation), which is refused");
        }
        if (idle > MOST_IDLE_RECORDS) {
            throw broken(idle + " records in a row brought no data");
        }
        HandshakeStatus status = engine.getHandshakeStatus();
        while (!ended && (status == HandshakeStatus.NEED_TASK || status == HandshakeStatus.NEED_WRAP)) {
            if (status == HandshakeStatus.NEED_TASK) {
                work();
            } else {
                wrap(NO_BYTES);
                flush();
            }
            status = engine.getHandshakeStatus();
        }
    }

    private CodedException broken(String why) throws IOException {
        closeNotify();
        flush();
        return new CodedException(ErrorCode.TLS_BROKEN, why);
    }

    /// Takes bytes, as many as one record holds, once all before them are on their way.
    int write(ByteBuffer bytes) throws IOException {
        if (!flush() || !bytes.hasRemaining()) {
            return 0;
        }
        int before = bytes.remaining();
        try {
            wrap(bytes);
        } catch (SSLException e) {
            throw failed(e);
        }
        flush();
        return before - bytes.remaining();
    }

    /// Makes the record that says that this side sends no more; for [#flush] to send.
    void closeNotify() throws IOException {
        if (!done || engine.isOutboundDone()) {
            return;
        }
        engine.closeOutbound();
        wrap(NO_BYTES);
        plain.alerted(true, 1, AlertDescription.CLOSE_NOTIFY.number());
    }

    /// After a failure the engine has an alert to send, which it gives only when it is asked again.
    private CodedException failed(SSLException e) {
        try {
            if (!engine.isOutboundDone()) {
                wrap(NO_BYTES);
            }
            while (out.hasRemaining() && below.write(out) > 0) {
                // Until it is gone, or there is no room.
            }
        } catch (IOException | IllegalStateException unsent) {
            // The failure is the news.
        }
        return keep(end.failure(e, plain));
    }
}
