package dev.lifeline.wording.web;

import dev.lifeline.analysis.web.ExchangeFacts;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.http.BodyFraming;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Printable;
import dev.lifeline.wording.Wording;
import java.util.ArrayList;
import java.util.List;

/// HTTP in words, safe to print.
public final class HttpWords {

    private static final int MOST_FIELDS = 12;

    private HttpWords() {
    }

    /// Writes an event of this group in its three lengths.
    public static Wording of(HttpEvent event, String who) {
        return switch (event.kind()) {
            case REQUEST_LINE -> line((HttpEvent.RequestLine) event);
            case STATUS_LINE -> line((HttpEvent.StatusLine) event);
            case FIELD -> field((HttpEvent.Field) event);
            case HEAD_ENDED -> head((HttpEvent.HeadEnded) event);
            case BODY_BEGAN -> body((HttpEvent.BodyBegan) event);
            case CHUNK_BEGAN -> brief("chunk of " + Counted.of(((HttpEvent.ChunkBegan) event).size(), "byte"));
            case BODY_ENDED -> brief("body whole, " + Counted.of(((HttpEvent.BodyEnded) event).bytes(), "byte"));
            case MALFORMED -> malformed((HttpEvent.Malformed) event, who);
            case RESPONSE_QUEUED -> brief("response queued, " + Counted.of(((HttpEvent.ResponseQueued) event).bytes(), "byte"));
            case TIMER_FIRED -> timer((HttpEvent.TimerFired) event);
            case STEP_ENTERED -> Wording.brief(null, "came to the step " + Printable.ascii(((HttpEvent.StepEntered) event).step()));
            case STEP_LEFT -> Wording.brief(null, "left the step " + Printable.ascii(((HttpEvent.StepLeft) event).step()));
            case STEP_FAILED -> failed((HttpEvent.StepFailed) event);
            case REQUEST_NAMED -> named((HttpEvent.RequestNamed) event);
            case RESPONSE_CUT -> cut((HttpEvent.ResponseCut) event, who);
            case REQUESTS_COUNTED -> counted((HttpEvent.RequestsCounted) event);
        };
    }

    /// Writes a request: `GET /path, 78 bytes`.
    public static String requested(Outcome.Requested requested) {
        return Printable.ascii(requested.method() + " " + requested.target()) + ", " + Counted.of(requested.bytes(), "byte");
    }

    /// Writes a response: `200 OK, 1,234 bytes chunked`.
    public static String responded(Outcome.Responded responded) {
        return responded.status() + (responded.reason().isEmpty() ? "" : " " + Printable.ascii(responded.reason())) + switch (responded.framing()) {
            case NONE -> ", no body";
            case LENGTH -> ", " + Counted.of(responded.bodyBytes(), "byte");
            case CHUNKED -> ", " + Counted.of(responded.bodyBytes(), "byte") + " chunked";
            case UNTIL_CLOSE -> ", " + Counted.of(responded.bodyBytes(), "byte") + " until close";
        };
    }

    /// Writes what is below the row of a message in full detail: its head, its first fields, and its body as far as it came.
    public static List<String> details(ExchangeFacts exchange, boolean request) {
        List<String> lines = new ArrayList<>();
        List<HttpEvent.Field> fields = exchange.fields(request);
        for (HttpEvent.Field field : fields.subList(0, Math.min(MOST_FIELDS, fields.size()))) {
            lines.add((field.trailer() ? "trailer " : "") + Printable.ascii(field.name()) + ": " + Printable.ascii(field.value()));
        }
        if (fields.size() > MOST_FIELDS) {
            lines.add("and " + Counted.of(fields.size() - MOST_FIELDS, "more field"));
        }
        return lines;
    }

    private static Wording brief(String mark) {
        return Wording.brief(mark, mark);
    }

    private static Wording timer(HttpEvent.TimerFired event) {
        return brief(event.timer().label() + " timer" + (event.nanos() == 0 ? "" : " of " + Durations.text(event.nanos())) + " ran down");
    }

    private static Wording failed(HttpEvent.StepFailed event) {
        return brief("step " + Printable.ascii(event.step()) + " failed: " + Printable.ascii(event.problem()));
    }

    private static Wording named(HttpEvent.RequestNamed event) {
        String id = event.id() == null ? "no request id" : "request id " + Printable.ascii(event.id());
        return event.depth() == 0 ? Wording.brief(null, id) : brief(id + " seen " + Counted.of(event.depth(), "call") + " deep, never passed on");
    }

    private static Wording cut(HttpEvent.ResponseCut event, String who) {
        String lost = Counted.of(event.bytes(), "byte");
        return Wording.of("response cut off, " + lost + " not sent", "closed the connection before the kernel had been given " + lost
                + " of the response", who);
    }

    private static Wording counted(HttpEvent.RequestsCounted event) {
        return brief("the first " + Counted.grouped(event.told()) + " of " + Counted.of(event.requests(), "request") + " are told in full");
    }

    private static Wording line(HttpEvent.RequestLine event) {
        return brief(Printable.ascii(event.method() + " " + event.target() + " " + event.version()));
    }

    private static Wording line(HttpEvent.StatusLine event) {
        return brief(Printable.ascii(event.version() + " " + event.status() + " " + event.reason()));
    }

    private static Wording field(HttpEvent.Field event) {
        return brief((event.trailer() ? "trailer " : "") + Printable.ascii(event.name() + ": " + event.value()));
    }

    private static Wording head(HttpEvent.HeadEnded event) {
        return brief("head whole, " + Counted.of(event.fields(), "field") + ", " + Counted.of(event.bytes(), "byte"));
    }

    private static Wording body(HttpEvent.BodyBegan event) {
        return event.framing() == BodyFraming.NONE ? brief("no body")
                : brief("body, " + (event.length() < 0 ? event.framing().label() : Counted.of(event.length(), "byte") + " announced"));
    }

    private static Wording malformed(HttpEvent.Malformed event, String who) {
        String mark = "malformed at byte " + Counted.grouped(event.offset()) + ": expected " + Printable.ascii(event.expected());
        return Wording.of(mark, "found " + Printable.ascii(event.found()) + " at byte " + Counted.grouped(event.offset()) + ", where "
                + Printable.ascii(event.expected()) + " was expected", who);
    }
}
