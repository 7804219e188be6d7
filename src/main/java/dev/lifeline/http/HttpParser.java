package dev.lifeline.http;

import dev.lifeline.model.http.BodyFraming;
import java.nio.ByteBuffer;
import java.util.Objects;

/// Reads messages of HTTP/1.1, byte by byte or in any pieces, and tells a listener of their parts. It takes what RFC 9112 says and
/// nothing else, never more memory than a line, and no byte of the message behind.
///
/// For one message after the other: [#next] or [#nextAnswer] makes it ready again. Not for several threads.
public final class HttpParser {

    private static final int SWITCHING = 101;

    private final boolean requests;
    private final HttpLimits limits;
    private final HttpListener listener;
    private final LineBuffer line;
    private HttpState state;
    private String method;
    private StartLine start;
    private HeadFields head;
    private Http2Sign http2;
    private BodyFraming framing;
    private boolean tunnel;
    private boolean continued;
    /// Set behind the method, or the name of a field: what comes then is looked at once the line is whole.
    private boolean nameEnded;
    private long taken;
    private long headFrom;
    private long headBytes;
    private long left;
    private long body;
    private long extensions;
    private int fields;
    private int interim;

    private HttpParser(boolean requests, HttpLimits limits, HttpListener listener) {
        this.requests = requests;
        this.limits = limits;
        this.listener = Objects.requireNonNull(listener, "listener");
        this.line = new LineBuffer(limits.line());
        reset("GET");
    }

    /// A parser of requests.
    public static HttpParser ofRequests(HttpLimits limits, HttpListener listener) {
        return new HttpParser(true, limits, listener);
    }

    /// A parser of answers, the first of which is to a GET.
    public static HttpParser ofAnswers(HttpLimits limits, HttpListener listener) {
        return new HttpParser(false, limits, listener);
    }

    /// Makes it ready for the next request.
    public void next() {
        reset("GET");
    }

    /// Makes it ready for the next answer.
    ///
    /// @param toMethod the method of its request: answers to HEAD have no body, those to CONNECT may begin a tunnel
    public void nextAnswer(String toMethod) {
        reset(toMethod);
    }

    private void reset(String toMethod) {
        method = toMethod;
        start = null;
        head = new HeadFields();
        http2 = null;
        framing = BodyFraming.NONE;
        tunnel = false;
        continued = false;
        taken = 0;
        headFrom = 0;
        headBytes = 0;
        left = 0;
        body = 0;
        extensions = 0;
        fields = 0;
        interim = 0;
        begin(HttpState.START_LINE);
    }

    private void begin(HttpState next) {
        state = next;
        if (next.isLine()) {
            line.begin(taken);
            nameEnded = false;
        }
    }

    /// Takes bytes until the message is whole, the bytes are none, or there are no more.
    ///
    /// @param bytes between position and limit; the position ends behind the last that was taken
    /// @return how many were taken
    public int feed(ByteBuffer bytes) {
        int from = bytes.position();
        try {
            while (bytes.hasRemaining() && !state.isOver()) {
                if (state.isLine()) {
                    octet(bytes.get() & 0xFF);
                } else {
                    part(bytes);
                }
            }
        } catch (MalformedException e) {
            state = HttpState.BROKEN;
            listener.malformed(e.what());
        }
        return bytes.position() - from;
    }

    /// Hears that the sender's stream has ended.
    ///
    /// @return whether the message is whole, by that or before; where not, [#state] says what was missing
    public boolean end() {
        if (state == HttpState.BODY_UNTIL_CLOSE) {
            bodyEnded();
        }
        return state == HttpState.WHOLE;
    }

    /// The thing that it waits for.
    public HttpState state() {
        return state;
    }

    /// Says if a byte of the message was taken.
    public boolean hasBegun() {
        return taken > 0;
    }

    /// Bytes of the message so far, whatever they are.
    public long bytes() {
        return taken;
    }

    /// Bytes of the head, once it is whole; those of interim answers before it do not count.
    public long headBytes() {
        return headBytes;
    }

    /// Bytes of the body so far, without the chunks' own.
    public long bodyBytes() {
        return body;
    }

    /// Bytes that are still to come of the body or the chunk that was begun.
    public long left() {
        return left;
    }

    /// The end that the body has; known once the head is whole.
    public BodyFraming framing() {
        return framing;
    }

    /// The method of the request, or of the one that is answered.
    public String method() {
        return method;
    }

    /// The status of the answer, or of the last interim one; 0 before its line is whole.
    public int status() {
        return start == null ? 0 : start.status();
    }

    /// Says if an interim answer allowed the body that `Expect: 100-continue` held back.
    public boolean isContinued() {
        return continued;
    }

    /// Says if the request's sender waits for 100 before it sends the body.
    public boolean awaitsContinue() {
        return requests && head.continues() && framing != BodyFraming.NONE && !start.version().equals("HTTP/1.0");
    }

    /// Says if what follows the message is not HTTP: the bytes of a tunnel (answers 2xx to CONNECT), or of another protocol (101).
    public boolean isTunnel() {
        return tunnel;
    }

    /// Says if by this message another may follow on the connection (RFC 9112 section 9.3).
    public boolean keepsAlive() {
        return start != null && state != HttpState.BROKEN && !tunnel && framing != BodyFraming.UNTIL_CLOSE
                && head.keepsAlive(start.version());
    }

    private void octet(int octet) throws MalformedException {
        if (http2 != null || state == HttpState.START_LINE && !requests && taken == headFrom && octet == 0) {
            http2 = http2 == null ? new Http2Sign(taken) : http2;
            taken++;
            http2.take(octet);
            return;
        }
        if (!line.endsNext() && octet != '\r' && octet != '\n') {
            check(octet);
        }
        boolean whole = line.take(octet, requests && state == HttpState.START_LINE ? HttpProblem.TARGET_TOO_LONG
                : HttpProblem.HEAD_TOO_LARGE);
        taken++;
        if (whole) {
            lineEnded();
        }
    }

    /// Looks at a byte before it is taken, where its place alone says what may stand there: so a sender who ends no line is found out.
    private void check(int octet) throws MalformedException {
        switch (state) {
            case START_LINE -> checkStart(octet);
            case FIELDS, TRAILERS -> checkField(octet);
            case CHUNK_SIZE -> ChunkLine.check(line, octet, limits.extensions() - extensions);
            case CHUNK_END -> throw Malformed.syntax(taken, "CR and LF after the chunk", Malformed.named(octet));
            case BODY, BODY_UNTIL_CLOSE, CHUNK, WHOLE, BROKEN -> throw new IllegalStateException("no line is read");
        }
    }

    private void checkStart(int octet) throws MalformedException {
        if (!requests) {
            StartLine.checkVersion(line, octet);
        } else if (!nameEnded) {
            nameEnded = StartLine.methodEnds(line, octet);
        }
    }

    private void checkField(int octet) throws MalformedException {
        if (taken - headFrom >= limits.head()) {
            throw Malformed.of(HttpProblem.HEAD_TOO_LARGE, taken, "the end of the fields within " + limits.head() + " bytes", "more of them");
        }
        if (line.isEmpty() && fields == limits.fields()) {
            throw Malformed.of(HttpProblem.HEAD_TOO_LARGE, taken, "the end of the fields after " + limits.fields(), "another one");
        }
        if (!nameEnded) {
            FieldLine.checkName(line, octet);
            nameEnded = octet == ':';
        }
    }

    private void lineEnded() throws MalformedException {
        switch (state) {
            case START_LINE -> startEnded();
            case FIELDS -> {
                if (line.isEmpty()) {
                    headEnded();
                } else {
                    FieldLine field = field(false);
                    head.add(field);
                    begin(HttpState.FIELDS);
                }
            }
            case CHUNK_SIZE -> chunkBegins();
            case CHUNK_END -> begin(HttpState.CHUNK_SIZE);
            case TRAILERS -> {
                if (line.isEmpty()) {
                    bodyEnded();
                } else {
                    HeadFields.checkTrailer(field(true));
                    begin(HttpState.TRAILERS);
                }
            }
            case BODY, BODY_UNTIL_CLOSE, CHUNK, WHOLE, BROKEN -> throw new IllegalStateException("no line is read");
        }
    }

    /// One empty line before a request is passed over (RFC 9112 section 2.2).
    private void startEnded() throws MalformedException {
        if (requests && line.isEmpty()) {
            if (headFrom > 0) {
                throw Malformed.syntax(line.start(), "a method", "an empty line");
            }
            headFrom = taken;
            begin(HttpState.START_LINE);
            return;
        }
        if (requests) {
            start = StartLine.ofRequest(line);
            method = start.method();
            listener.requestLine(method, start.target(), start.version());
        } else {
            start = StartLine.ofAnswer(line);
            listener.statusLine(start.status(), start.reason(), start.version());
        }
        begin(HttpState.FIELDS);
    }

    private FieldLine field(boolean trailer) throws MalformedException {
        FieldLine field = FieldLine.of(line);
        fields++;
        listener.field(field.name(), field.value(), field.offset(), trailer);
        return field;
    }

    private void headEnded() throws MalformedException {
        head.check(start, taken);
        headBytes = taken - headFrom;
        listener.headEnded(fields, headBytes);
        if (!requests && start.status() < 200 && start.status() != SWITCHING) {
            interimEnded();
            return;
        }
        tunnel = !requests && (start.status() == SWITCHING || method.equals(StartLine.CONNECT) && start.status() < 300);
        framing = framed();
        switch (framing) {
            case NONE -> messageEnded();
            case LENGTH -> {
                left = head.length();
                listener.bodyBegan(framing, left);
                state = HttpState.BODY;
                if (left == 0) {
                    bodyEnded();
                }
            }
            case CHUNKED -> {
                listener.bodyBegan(framing, -1);
                begin(HttpState.CHUNK_SIZE);
            }
            case UNTIL_CLOSE -> {
                listener.bodyBegan(framing, -1);
                state = HttpState.BODY_UNTIL_CLOSE;
            }
        }
    }

    private void interimEnded() throws MalformedException {
        continued |= start.status() == 100;
        if (++interim > limits.interim()) {
            throw Malformed.of(HttpProblem.TOO_MANY_INTERIM, headFrom, "a final answer after " + limits.interim() + " interim ones",
                    "another one, " + start.status());
        }
        head = new HeadFields();
        fields = 0;
        headFrom = taken;
        begin(HttpState.START_LINE);
    }

    /// The rules of RFC 9112 section 6.3, in their order.
    private BodyFraming framed() {
        if (!requests && (tunnel || method.equals("HEAD") || start.status() == 204 || start.status() == 304)) {
            return BodyFraming.NONE;
        }
        if (head.isCoded()) {
            return head.isChunked() ? BodyFraming.CHUNKED : BodyFraming.UNTIL_CLOSE;
        }
        return head.length() >= 0 ? BodyFraming.LENGTH : requests ? BodyFraming.NONE : BodyFraming.UNTIL_CLOSE;
    }

    private void chunkBegins() throws MalformedException {
        ChunkLine chunk = ChunkLine.of(line);
        extensions += chunk.extensions();
        left = chunk.size();
        listener.chunkBegan(left);
        if (left > 0) {
            state = HttpState.CHUNK;
        } else {
            fields = 0;
            headFrom = taken;
            begin(HttpState.TRAILERS);
        }
    }

    private void part(ByteBuffer bytes) {
        int limit = bytes.limit();
        boolean counted = state != HttpState.BODY_UNTIL_CLOSE;
        int count = (int) Math.min(bytes.remaining(), counted ? left : Long.MAX_VALUE);
        int end = bytes.position() + count;
        bytes.limit(end);
        taken += count;
        body += count;
        left -= counted ? count : 0;
        try {
            listener.bodyPart(bytes);
        } finally {
            bytes.limit(limit).position(end);
        }
        if (counted && left == 0) {
            if (state == HttpState.BODY) {
                bodyEnded();
            } else {
                begin(HttpState.CHUNK_END);
            }
        }
    }

    private void bodyEnded() {
        listener.bodyEnded(body);
        messageEnded();
    }

    private void messageEnded() {
        state = HttpState.WHOLE;
        listener.messageEnded();
    }
}
