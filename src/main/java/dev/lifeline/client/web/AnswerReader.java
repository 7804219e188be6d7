package dev.lifeline.client.web;

import dev.lifeline.client.StreamSearch;
import dev.lifeline.http.FieldText;
import dev.lifeline.http.HttpLimits;
import dev.lifeline.http.HttpListener;
import dev.lifeline.http.HttpParser;
import dev.lifeline.http.Malformed;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.http.BodyFraming;
import dev.lifeline.net.Tally;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.text.Printable;
import java.nio.ByteBuffer;

/// Takes answers apart as their bytes come, records the parts, and keeps what is needed of them. Bodies are counted, looked through
/// and not kept. Not for several threads.
final class AnswerReader implements HttpListener {

    private final LaneRecorder recorder;
    private final StreamSearch search;
    private final HttpParser parser = HttpParser.ofAnswers(HttpLimits.OF_CLIENT, this);
    private Tally body = Tally.ofAll();
    private int fields;
    private boolean begun;
    private int status;
    private String reason = "";
    private String location;
    private Malformed malformed;

    /// @param search the text that is looked for in bodies, or `null`
    AnswerReader(LaneRecorder recorder, StreamSearch search) {
        this.recorder = recorder;
        this.search = search;
    }

    /// Makes it ready for the next answer.
    ///
    /// @param method of its request
    void next(String method) {
        parser.nextAnswer(method);
        body = Tally.ofAll();
        fields = 0;
        begun = false;
        location = null;
        malformed = null;
    }

    /// Takes the bytes between position and limit; those behind the answer are left.
    void feed(ByteBuffer bytes) {
        parser.feed(bytes);
    }

    HttpParser parser() {
        return parser;
    }

    /// Says if the final answer has begun.
    boolean hasBegun() {
        return begun || isOver();
    }

    /// Says if the answer is whole, or none.
    boolean isOver() {
        return parser.state().isOver();
    }

    /// The place where the bytes were no answer, or `null`.
    Malformed malformed() {
        return malformed;
    }

    WebAnswer answer() {
        return new WebAnswer(status, location);
    }

    /// Status and reason, safe to print.
    String said() {
        return (status + " " + Printable.ascii(FieldText.cut(reason))).strip();
    }

    Outcome.Responded outcome() {
        return new Outcome.Responded(status, FieldText.cut(reason), parser.framing(), parser.headBytes(), parser.bodyBytes(), parser.keepsAlive());
    }

    /// The first bytes of the last body.
    Bytes bodySeen() {
        return body.bytes();
    }

    /// The place at which an answer was when the stream ended, in a few words.
    String cut() {
        String bytes = counted(parser.bodyBytes());
        return switch (parser.state()) {
            case START_LINE -> parser.hasBegun() ? "within the status line, after " + counted(parser.bytes()) : "before the first byte of the answer";
            case FIELDS -> "within the head of the answer, after " + counted(parser.bytes());
            case BODY -> "after " + parser.bodyBytes() + " of " + counted(parser.bodyBytes() + parser.left()) + " of the body";
            case CHUNK -> "within a chunk, " + counted(parser.left()) + " before its end, after " + bytes + " of the body";
            case CHUNK_SIZE, CHUNK_END -> "between two chunks, after " + bytes + " of the body";
            case TRAILERS -> "behind the last chunk, before the empty line that ends the body of " + bytes;
            case BODY_UNTIL_CLOSE, WHOLE, BROKEN -> "after " + bytes + " of the body";
        };
    }

    private static String counted(long bytes) {
        return bytes == 1 ? "1 byte" : bytes + " bytes";
    }

    @Override
    public void requestLine(String method, String target, String version) {
        throw new IllegalStateException("answers have no request line");
    }

    @Override
    public void statusLine(int status, String reason, String version) {
        this.status = status;
        this.reason = reason;
        fields = 0;
        begun = status >= 200 || status == 101;
        recorder.mark(new HttpEvent.StatusLine(status, FieldText.cut(reason), version));
    }

    @Override
    public void field(String name, String value, long offset, boolean trailer) {
        if (begun && !trailer && location == null && name.equalsIgnoreCase("Location")) {
            location = value;
        }
        if (fields++ < FieldText.MOST_FIELDS) {
            recorder.mark(FieldText.event(name, value, offset, trailer));
        }
    }

    @Override
    public void headEnded(int count, long bytes) {
        recorder.mark(new HttpEvent.HeadEnded(count, bytes));
    }

    @Override
    public void bodyBegan(BodyFraming framing, long length) {
        recorder.mark(new HttpEvent.BodyBegan(framing, length));
    }

    @Override
    public void bodyPart(ByteBuffer part) {
        body.add(part);
        if (search != null) {
            search.feed(part);
        }
    }

    @Override
    public void chunkBegan(long size) {
        recorder.mark(new HttpEvent.ChunkBegan(size));
    }

    @Override
    public void bodyEnded(long bytes) {
        recorder.mark(new HttpEvent.BodyEnded(bytes));
    }

    @Override
    public void messageEnded() {
        // The stage that ends with it says so.
    }

    @Override
    public void malformed(Malformed what) {
        malformed = what;
    }
}
