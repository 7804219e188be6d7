package dev.lifeline.server.web;

import dev.lifeline.http.HttpLimits;
import dev.lifeline.http.HttpListener;
import dev.lifeline.http.HttpParser;
import dev.lifeline.http.HttpState;
import dev.lifeline.http.Malformed;
import dev.lifeline.http.StatusReason;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.http.BodyFraming;
import dev.lifeline.record.CodedException;
import dev.lifeline.server.LoopConnection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Reads one request after the other: their heads, and their bodies into whatever takes them; says no to what cannot be read, or is too
/// much. For the loop's thread.
final class RequestReader implements HttpListener {

    private static final int MOST_HEAD = 8 * 1024;
    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final WebServer server;
    private final LoopConnection connection;
    private final WebLog log;
    private final WebClocks clocks;
    private final HttpParser parser = HttpParser.ofRequests(HttpLimits.OF_SERVER, this);
    private StringBuilder head;
    private Request request;
    private BodySink sink;
    private int refused;
    private String refusal;

    RequestReader(WebServer server, LoopConnection connection, WebLog log, WebClocks clocks) {
        this.server = server;
        this.connection = connection;
        this.log = log;
        this.clocks = clocks;
    }

    /// The next request begins.
    void begin() {
        parser.next();
        head = null;
        request = null;
        refused = 0;
        refusal = null;
    }

    /// Takes bytes, none of the next request.
    void feed(ByteBuffer bytes) {
        parser.feed(bytes);
    }

    /// Says if the request is here, body and all.
    boolean isWhole() {
        return refused == 0 && parser.state() == HttpState.WHOLE;
    }

    /// Bytes of it so far.
    long bytes() {
        return parser.bytes();
    }

    /// Says if by it another request may follow.
    boolean keepsAlive() {
        return parser.keepsAlive();
    }

    /// The request; as far as it is known where it is refused.
    Request request() {
        return request != null ? request : Request.of("GET", "/", "HTTP/1.1");
    }

    /// The one who took its body; `null` before the head is whole.
    BodySink sink() {
        return sink;
    }

    /// The time from which on more of the body is taken.
    long takesFrom(long now) {
        return sink == null ? now : sink.takesFrom(now);
    }

    /// Gives back what the body took.
    void endBody() {
        if (sink != null) {
            sink.end();
            sink = null;
        }
    }

    /// Says if it is not read to its end.
    boolean isRefused() {
        return refused != 0;
    }

    /// Reads no further.
    ///
    /// @param status by which it is answered
    void refuse(int status, String why) {
        if (refused == 0) {
            refused = status;
            refusal = why;
        }
    }

    /// The answer to a request that is not read to its end.
    Reply refusal() {
        return Reply.of(refused, refused + " " + StatusReason.of(refused) + ": " + refusal + "\n").last();
    }

    /// The failure for which it is not.
    CodedException problem() {
        return new CodedException(switch (refused) {
            case 413, 414, 431 -> ErrorCode.HTTP_TOO_LARGE;
            case 505 -> ErrorCode.HTTP_VERSION;
            default -> ErrorCode.HTTP_MALFORMED;
        }, refusal);
    }

    @Override
    public void requestLine(String method, String target, String version) {
        log.requestLine(method, target, version);
        request = Request.of(method, target, version);
        head = request.path().equals("/echo") ? new StringBuilder(method).append(' ').append(target).append(' ').append(version).append("\r\n")
                : null;
    }

    @Override
    public void statusLine(int status, String reason, String version) {
        throw new IllegalStateException("a request has no status");
    }

    @Override
    public void field(String name, String value, long offset, boolean trailer) {
        log.field(name, value, offset, trailer);
        if (head != null && !trailer && head.length() < MOST_HEAD) {
            head.append(name).append(": ").append(value).append("\r\n");
        }
    }

    @Override
    public void headEnded(int count, long bytes) {
        log.headEnded(count, bytes);
        clocks.headEnded();
        request = head == null ? request : request.with(head.toString());
        sink = Routes.sink(request, server);
    }

    @Override
    public void bodyBegan(BodyFraming framing, long length) {
        log.bodyBegan(framing, length);
        if (length > server.options().maxBody()) {
            tooLarge();
        } else if (length > BodySink.Held.MOST && sink instanceof BodySink.Held) {
            tooLargeToHold();
        } else if (parser.awaitsContinue()) {
            log.interim(100, StatusReason.of(100));
            connection.send(ByteBuffer.wrap(CONTINUE));
        }
    }

    @Override
    public void bodyPart(ByteBuffer part) {
        if (refused != 0) {
            return;
        }
        if (parser.bodyBytes() > server.options().maxBody()) {
            tooLarge();
        } else if (!sink.take(part.duplicate(), connection.loop().clock())) {
            if (parser.bodyBytes() > BodySink.Held.MOST) {
                tooLargeToHold();
            } else {
                refuse(503, "this server holds no more bodies now");
            }
        }
    }

    private void tooLarge() {
        refuse(413, "a body of at most " + server.options().maxBody() + " bytes is taken");
    }

    private void tooLargeToHold() {
        refuse(413, "/echo holds at most " + BodySink.Held.MOST + " bytes; /hash takes any number");
    }

    @Override
    public void chunkBegan(long size) {
        log.chunkBegan(size);
    }

    @Override
    public void bodyEnded(long bytes) {
        log.bodyEnded(bytes);
    }

    @Override
    public void messageEnded() {
        // The state of the parser says so.
    }

    @Override
    public void malformed(Malformed what) {
        log.malformed(what);
        refuse(what.problem().status(), "at byte " + what.offset() + " " + what.expected() + " was expected, and there is " + what.found());
    }
}
