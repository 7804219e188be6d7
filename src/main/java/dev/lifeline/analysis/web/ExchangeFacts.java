package dev.lifeline.analysis.web;

import dev.lifeline.analysis.Span;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.HttpEvent.BodyBegan;
import dev.lifeline.model.event.HttpEvent.BodyEnded;
import dev.lifeline.model.event.HttpEvent.Field;
import dev.lifeline.model.event.HttpEvent.HeadEnded;
import dev.lifeline.model.event.HttpEvent.Malformed;
import dev.lifeline.model.event.HttpEvent.RequestLine;
import dev.lifeline.model.event.HttpEvent.StatusLine;
import dev.lifeline.model.event.Outcome;
import java.util.ArrayList;
import java.util.List;

/// A request and its response on one side of a connection. Filled by [WebFacts], and not changed after that.
public final class ExchangeFacts {

    private final int number;
    private final Span[] spans = new Span[Stage.values().length];
    private RequestLine request;
    private StatusLine status;
    private HeadEnded head;
    private BodyBegan body;
    private BodyEnded ended;
    private Malformed malformed;
    private long heads;
    private final List<Field> asked = new ArrayList<>();
    private final List<Field> told = new ArrayList<>();

    /// @param number on its connection, from 1
    ExchangeFacts(int number) {
        this.number = number;
    }

    void take(Span span) {
        spans[span.stage().ordinal()] = span;
    }

    void take(HttpEvent event) {
        // An expression, so that the compiler asks what a new kind means here.
        boolean taken = switch (event.kind()) {
            case REQUEST_LINE -> request((RequestLine) event);
            case STATUS_LINE -> status((StatusLine) event);
            case HEAD_ENDED -> head((HeadEnded) event);
            case BODY_BEGAN -> body((BodyBegan) event);
            case BODY_ENDED -> ended((BodyEnded) event);
            case MALFORMED -> malformed((Malformed) event);
            case FIELD -> (status == null ? asked : told).add((Field) event);
            case CHUNK_BEGAN, RESPONSE_QUEUED, TIMER_FIRED, STEP_ENTERED, STEP_LEFT, STEP_FAILED, REQUEST_NAMED, RESPONSE_CUT,
                 REQUESTS_COUNTED -> true;
        };
        assert taken;
    }

    private boolean request(RequestLine line) {
        request = line;
        return true;
    }

    private boolean status(StatusLine line) {
        status = line;
        told.clear();
        head = null;
        body = null;
        ended = null;
        return true;
    }

    /// The head of the response; that of the request came before its status line.
    private boolean head(HeadEnded whole) {
        head = whole;
        heads += status == null ? 0 : whole.bytes();
        return true;
    }

    private boolean body(BodyBegan begun) {
        body = begun;
        return true;
    }

    private boolean ended(BodyEnded whole) {
        ended = whole;
        return true;
    }

    private boolean malformed(Malformed what) {
        malformed = what;
        return true;
    }

    /// Its number on the connection, from 1.
    public int number() {
        return number;
    }

    /// The stage of it that ran last under this name; `null` where none did.
    public Span span(Stage stage) {
        return spans[stage.ordinal()];
    }

    /// The request line; `null` where none is recorded.
    public RequestLine request() {
        return request;
    }

    /// The last status line, which is the final one where it came; `null` where none did.
    public StatusLine status() {
        return status;
    }

    /// The place to which a response of status 3xx sends the client; `null` where none does.
    public String location() {
        if (status != null && status.status() / 100 == 3) {
            for (Field field : told) {
                if (!field.trailer() && field.name().equalsIgnoreCase("Location")) {
                    return field.value();
                }
            }
        }
        return null;
    }

    /// The head of the message that came last, as far as it is whole; `null` where it is not.
    public HeadEnded head() {
        return head;
    }

    /// Says if the head of the request, or of the response, is whole.
    public boolean headWhole(boolean ofRequest) {
        return head != null && (status == null) == ofRequest;
    }

    /// The body of the message that came last; `null` where none began.
    public BodyBegan body() {
        return body;
    }

    /// Says if that body is whole.
    public boolean bodyEnded() {
        return ended != null;
    }

    /// The bytes that no message can have; `null` where all were in order.
    public Malformed malformed() {
        return malformed;
    }

    /// The fields of the request, or of the response, as far as they are recorded.
    public List<Field> fields(boolean request) {
        return request ? asked : told;
    }

    /// Bytes of all heads of responses, interim ones included.
    public long heads() {
        return heads;
    }

    /// The response, where it is whole; else `null`.
    public Outcome.Responded responded() {
        Span span = span(Stage.RESPONSE);
        return span != null && span.outcome() instanceof Outcome.Responded responded ? responded : null;
    }
}
