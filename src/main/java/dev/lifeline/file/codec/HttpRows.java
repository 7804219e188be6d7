package dev.lifeline.file.codec;

import dev.lifeline.model.event.HttpEvent;

/// Parts of HTTP/1 messages, as a parser met them.
final class HttpRows {

    private static final Field METHOD = Field.text("method", "The method.");
    private static final Field REQUEST_TARGET = Field.text("requestTarget", "The target as it stands there, cut where it is long.");
    private static final Field VERSION = Field.text("httpVersion", "The version of HTTP.");

    static final CodecRow<HttpEvent.RequestLine> REQUEST_LINE = CodecRow.named("http-request-line",
            "A request line, written by a client or read by a server.", METHOD, REQUEST_TARGET, VERSION)
            .of((event, out) -> out.text(event.method()).text(event.target()).text(event.version()),
                    in -> new HttpEvent.RequestLine(in.text(), in.text(), in.text()));

    static final CodecRow<HttpEvent.StatusLine> STATUS_LINE = CodecRow.named("http-status-line",
            "A status line, read by a client or written by a server.",
            OutcomeRows.STATUS, OutcomeRows.REASON, VERSION)
            .of((event, out) -> out.whole(event.status()).text(event.reason()).text(event.version()),
                    in -> new HttpEvent.StatusLine(in.count(), in.text(), in.text()));

    static final CodecRow<HttpEvent.Field> FIELD = CodecRow.named("http-field",
            "A field of head or trailers; at most 100 of a message are recorded.",
            Field.text("fieldName", "As it stands there."),
            Field.text("fieldValue", "Cut where it is long; of credentials and cookies only the length."),
            Field.size("offset", "The place of its first byte in the message, from 0."),
            Field.flag("trailer", "Whether it stands behind a chunked body."))
            .of((event, out) -> out.text(event.name()).text(event.value()).whole(event.offset()).flag(event.trailer()),
                    in -> new HttpEvent.Field(in.text(), in.text(), in.whole(), in.flag()));

    static final CodecRow<HttpEvent.HeadEnded> HEAD_ENDED = CodecRow.named("http-head-ended", "The empty line behind the fields.",
            Field.count("fieldCount", "How many fields the head has, recorded or not."),
            OutcomeRows.HEAD_BYTES)
            .of((event, out) -> out.whole(event.fields()).whole(event.bytes()),
                    in -> new HttpEvent.HeadEnded(in.count(), in.whole()));

    static final CodecRow<HttpEvent.BodyBegan> BODY_BEGAN = CodecRow.named("http-body-began", "The first byte of a body is expected.",
            OutcomeRows.FRAMING,
            Field.whole("announcedBytes", "Bytes that are announced; -1 where none are."))
            .of((event, out) -> out.word(event.framing()).whole(event.length()),
                    in -> new HttpEvent.BodyBegan(in.word(), in.whole()));

    static final CodecRow<HttpEvent.ChunkBegan> CHUNK_BEGAN = CodecRow.named("http-chunk-began", "A piece of a chunked body begins.",
            Field.size("chunkBytes", "Bytes that it announces; 0 of the last."))
            .of((event, out) -> out.whole(event.size()),
                    in -> new HttpEvent.ChunkBegan(in.whole()));

    static final CodecRow<HttpEvent.BodyEnded> BODY_ENDED = CodecRow.named("http-body-ended", "A body is whole.", OutcomeRows.BODY_BYTES)
            .of((event, out) -> out.whole(event.bytes()),
                    in -> new HttpEvent.BodyEnded(in.whole()));

    static final CodecRow<HttpEvent.Malformed> MALFORMED = CodecRow.named("http-malformed", "Bytes came that no message can have there.",
            Field.size("offset", "The place of the byte in the message, from 0."),
            Field.text("wanted", "What could have stood there, in a few words."),
            Field.text("found", "The bytes that stood there, made printable."))
            .of((event, out) -> out.whole(event.offset()).text(event.expected()).text(event.found()),
                    in -> new HttpEvent.Malformed(in.whole(), in.text(), in.text()));

    static final CodecRow<HttpEvent.ResponseQueued> RESPONSE_QUEUED = CodecRow.named("http-response-queued",
            "A server's program has put a response, or a part of one, into the queue of what it is to write.",
            Field.size("queuedBytes", "Bytes that lie there now."))
            .of((event, out) -> out.whole(event.bytes()),
                    in -> new HttpEvent.ResponseQueued(in.whole()));

    private HttpRows() {
    }

    /// The row of each kind.
    static CodecRow<? extends HttpEvent> row(HttpEvent.Kind kind) {
        return switch (kind) {
            case REQUEST_LINE -> REQUEST_LINE;
            case STATUS_LINE -> STATUS_LINE;
            case FIELD -> FIELD;
            case HEAD_ENDED -> HEAD_ENDED;
            case BODY_BEGAN -> BODY_BEGAN;
            case CHUNK_BEGAN -> CHUNK_BEGAN;
            case BODY_ENDED -> BODY_ENDED;
            case MALFORMED -> MALFORMED;
            case RESPONSE_QUEUED -> RESPONSE_QUEUED;
        };
    }
}
