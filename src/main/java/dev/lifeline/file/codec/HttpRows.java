package dev.lifeline.file.codec;

import dev.lifeline.model.event.HttpEvent;

/// Parts of HTTP/1 messages, as a parser met them.
final class HttpRows {

    private static final Field METHOD = Field.text("method", "The method.");
    private static final Field REQUEST_TARGET = Field.text("requestTarget", "The target as it stands there, cut where it is long.");
    private static final Field CHAIN_STEP = Field.text("chainStep", "The name of the step.");
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

    static final CodecRow<HttpEvent.TimerFired> TIMER_FIRED = CodecRow.named("http-timer-fired",
            "A clock of the server ran down: it ends the connection.",
            Field.word("timer", EnumWords.HTTP_TIMERS, "Which."),
            Field.size("timerNanos", "To what it was set."))
            .of((event, out) -> out.word(event.timer()).whole(event.nanos()),
                    in -> new HttpEvent.TimerFired(in.word(), in.whole()));

    static final CodecRow<HttpEvent.StepEntered> STEP_ENTERED = CodecRow.named("http-step-entered",
            "The request came to a step of the chain that each request goes through.", CHAIN_STEP)
            .of((event, out) -> out.text(event.step()),
                    in -> new HttpEvent.StepEntered(in.text()));

    static final CodecRow<HttpEvent.StepLeft> STEP_LEFT = CodecRow.named("http-step-left",
            "A step of the chain is done: it has answered, or what it continued with came back to it.", CHAIN_STEP)
            .of((event, out) -> out.text(event.step()),
                    in -> new HttpEvent.StepLeft(in.text()));

    static final CodecRow<HttpEvent.StepFailed> STEP_FAILED = CodecRow.named("http-step-failed",
            "A step of the chain failed: those behind it are skipped.", CHAIN_STEP,
            Field.text("problem", "In a few words."))
            .of((event, out) -> out.text(event.step()).text(event.problem()),
                    in -> new HttpEvent.StepFailed(in.text(), in.text()));

    static final CodecRow<HttpEvent.RequestNamed> REQUEST_NAMED = CodecRow.named("http-request-named",
            "The request has an id, or code that works for it has asked for that.",
            Field.text("requestId", "The id; missing where the code that asked saw none.").optional(),
            Field.count("depth", "Calls between the code that was given it and the one that asked; 0 where it was given."))
            .of((event, out) -> out.text(event.id()).whole(event.depth()),
                    in -> new HttpEvent.RequestNamed(in.text(), in.count()));

    static final CodecRow<HttpEvent.ResponseCut> RESPONSE_CUT = CodecRow.named("http-response-cut",
            "The server's program closed the connection in the middle of a response.",
            Field.size("queuedBytes", "Bytes of it that the kernel was never given; more where its length was not known before."))
            .of((event, out) -> out.whole(event.bytes()),
                    in -> new HttpEvent.ResponseCut(in.whole()));

    static final CodecRow<HttpEvent.RequestsCounted> REQUESTS_COUNTED = CodecRow.named("http-requests-counted",
            "The connection brought more requests than are told in full.",
            Field.size("requests", "All of them."),
            Field.size("told", "Those that are told in full, the first ones."))
            .of((event, out) -> out.whole(event.requests()).whole(event.told()),
                    in -> new HttpEvent.RequestsCounted(in.whole(), in.whole()));

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
            case TIMER_FIRED -> TIMER_FIRED;
            case STEP_ENTERED -> STEP_ENTERED;
            case STEP_LEFT -> STEP_LEFT;
            case STEP_FAILED -> STEP_FAILED;
            case REQUEST_NAMED -> REQUEST_NAMED;
            case RESPONSE_CUT -> RESPONSE_CUT;
            case REQUESTS_COUNTED -> REQUESTS_COUNTED;
        };
    }
}
