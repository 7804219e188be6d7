package dev.lifeline.server.web;

import dev.lifeline.http.HeadWriter;
import dev.lifeline.http.HttpField;
import dev.lifeline.http.StatusReason;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.http.BodyFraming;
import dev.lifeline.server.LoopConnection;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes bytes of one answer after the other, as fast as there is room for them. For the loop's thread.
final class ResponseWriter {

    /// Bytes that the size of a chunk, its ends and the last chunk need at most.
    private static final int ROUND_CHUNK = 32;
    private static final int MOST_IN_FAULT = 64 * 1024;
    private static final long PACE_NANOS = 100_000_000;

    private final WebServer server;
    private ByteBuffer pending;
    private ByteBuffer again;
    private Body body;
    private BodyFraming framing;
    private FaultScript script;
    private String reason;
    private int status;
    private int headBytes;
    private long bodyBytes;
    private long put;
    private long paceNext;
    private boolean keeps;
    private boolean whole;

    ResponseWriter(WebServer server) {
        this.server = server;
    }

    /// Begins an answer.
    ///
    /// @param keeps whether the connection is kept behind it, unless the answer ends with it
    void begin(Reply answer, Request request, boolean keeps, String id) {
        boolean bare = answer.status() == 204 || answer.status() == 304;
        long length = answer.body().length();
        BodyFraming of = bare ? BodyFraming.NONE : length >= 0 ? BodyFraming.LENGTH : request.isOld() ? BodyFraming.UNTIL_CLOSE : BodyFraming.CHUNKED;
        this.keeps = keeps && !answer.closes() && of != BodyFraming.UNTIL_CLOSE;
        status = answer.status();
        reason = StatusReason.of(status);
        List<HttpField> fields = new ArrayList<>(8);
        fields.add(new HttpField("Date", server.date()));
        if (id != null) {
            fields.add(new HttpField("X-Request-Id", id));
        }
        if (!bare) {
            fields.add(new HttpField("Content-Type", answer.type()));
        }
        fields.addAll(answer.fields());
        if (!this.keeps) {
            fields.add(new HttpField("Connection", "close"));
        } else if (request.isOld()) {
            fields.add(new HttpField("Connection", "keep-alive"));
        }
        bodyBytes = 0;
        put = 0;
        paceNext = 0;
        script = null;
        again = null;
        if (server.options().fault().isInBytes() && !bare && !request.isHead()) {
            begin(answer, fields, request);
            return;
        }
        if (of == BodyFraming.LENGTH) {
            fields.add(new HttpField("Content-Length", Long.toString(length)));
        } else if (of == BodyFraming.CHUNKED) {
            fields.add(new HttpField("Transfer-Encoding", "chunked"));
        }
        byte[] head = HeadWriter.answer(status, reason, fields);
        headBytes = head.length;
        pending = ByteBuffer.wrap(head);
        framing = request.isHead() ? BodyFraming.NONE : of;
        body = answer.body();
        whole = framing == BodyFraming.NONE;
    }

    private void begin(Reply answer, List<HttpField> fields, Request request) {
        ByteBuffer real = ByteBuffer.allocate(MOST_IN_FAULT);
        answer.body().fill(real);
        byte[] first = HeadWriter.answer(status, reason, fields);
        script = FaultScript.of(server.options().fault(), new String(first, 0, first.length - 2, java.nio.charset.StandardCharsets.ISO_8859_1),
                Arrays.copyOf(real.array(), real.position()), request.target());
        headBytes = script.head().length;
        framing = script.framing();
        pending = ByteBuffer.allocate(script.head().length + script.body().length).put(script.head()).put(script.body()).flip();
        bodyBytes = script.body().length;
        keeps &= script.end() == FaultScript.End.KEEP || script.end() == FaultScript.End.HOLD;
        if (script.endless()) {
            again = ByteBuffer.wrap(script.body());
        }
        whole = true;
    }

    /// Puts what there is room for, and time.
    ///
    /// @return `true` where all of it is on its way
    boolean put(LoopConnection connection) {
        while (pending.hasRemaining() && connection.room() > 0) {
            int most = paced(connection);
            if (most == 0) {
                return false;
            }
            int count = Math.min(Math.min(pending.remaining(), connection.room()), most);
            connection.send(pending.slice(pending.position(), count));
            pending.position(pending.position() + count);
            put += count;
            if (!pending.hasRemaining() && again != null) {
                pending = again.duplicate();
            }
        }
        while (!whole && !pending.hasRemaining() && connection.room() > ROUND_CHUNK) {
            whole = !piece(connection);
        }
        return isWhole();
    }

    /// The number of bytes that may be put now.
    private int paced(LoopConnection connection) {
        if (script == null || put < script.paceFrom() || put >= script.paceTo()) {
            return script == null || put >= script.paceFrom() ? Integer.MAX_VALUE : (int) (script.paceFrom() - put);
        }
        long now = connection.loop().clock();
        if (now < paceNext) {
            return 0;
        }
        paceNext = now + PACE_NANOS;
        return 1;
    }

    /// The time at which a byte may be put that waits for its turn; [Long#MAX_VALUE] where none does.
    long paceNext() {
        return script != null && paceNext > 0 && pending.hasRemaining() && put < script.paceTo() ? paceNext : Long.MAX_VALUE;
    }

    private boolean piece(LoopConnection connection) {
        ByteBuffer piece = server.scratch();
        piece.limit(Math.min(piece.capacity(), connection.room() - ROUND_CHUNK));
        boolean more = body.fill(piece);
        piece.flip();
        bodyBytes += piece.remaining();
        if (framing == BodyFraming.CHUNKED) {
            if (piece.hasRemaining()) {
                connection.send(ByteBuffer.wrap(HeadWriter.chunk(piece.remaining())));
                connection.send(piece);
                connection.send(ByteBuffer.wrap(HeadWriter.lineEnd()));
            }
            if (!more) {
                connection.send(ByteBuffer.wrap(HeadWriter.chunk(0)));
                connection.send(ByteBuffer.wrap(HeadWriter.lineEnd()));
            }
        } else {
            connection.send(piece);
        }
        return more;
    }

    int status() {
        return status;
    }

    String reason() {
        return reason;
    }

    /// Says if the connection is kept behind it.
    boolean keeps() {
        return keeps;
    }

    /// The way on that a fault wants; `null` for the usual one.
    FaultScript.End end() {
        return script == null ? null : script.end();
    }

    /// Bytes of the answer that are made at once; -1 where that is not known before.
    long queued() {
        return script != null ? pending.remaining() : framing == BodyFraming.NONE ? headBytes : body.length() < 0 ? -1 : headBytes + body.length();
    }

    /// Bytes of the answer that are not put yet, as far as its length is known before.
    long left() {
        return pending.remaining() + (whole || body.length() < 0 ? 0 : body.length() - bodyBytes);
    }

    /// Says if all of its bytes were put.
    boolean isWhole() {
        return whole && !pending.hasRemaining();
    }

    /// The answer as it was, once it is sent.
    Outcome.Responded responded() {
        return new Outcome.Responded(status, reason, framing, headBytes, bodyBytes, keeps);
    }
}
