package dev.lifeline.step.card;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.web.TlsFacts;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.TlsEvent;
import dev.lifeline.step.Stop;
import dev.lifeline.text.Counted;
import dev.lifeline.view.frame.Role;
import dev.lifeline.wording.web.HttpWords;
import dev.lifeline.wording.web.TlsWords;
import java.util.ArrayList;
import java.util.List;

/// TLS and HTTP as the side knows them that a person stands at, or the other where that knows nothing, as lines of a card.
///
/// @param index the trace up to the moment
/// @param stop where the person stands
/// @param sides whether both programs are traced
record WebLines(TraceIndex index, Stop stop, boolean sides) {

    /// More would not fit beside a prompt.
    private static final int MOST = 14;

    /// Something that one kind of lines is made from.
    @FunctionalInterface
    private interface Wanted {
        boolean has(TraceEvent event);
    }

    /// The handshake as far as it came: hellos, certificates, what was agreed, alerts, and how much crossed.
    List<CardLine> tls() {
        List<TraceEvent> told = told(event -> event.body() instanceof TlsEvent);
        List<CardLine> lines = new ArrayList<>();
        for (TraceEvent event : told) {
            line((TlsEvent) event.body(), event, lines);
        }
        crossed(told, lines);
        for (Span span : index.stages()) {
            if (!told.isEmpty() && span.stage() == Stage.TLS && span.lane() == told.getFirst().lane() && span.connection() == told.getFirst().connection()
                    && span.outcome() instanceof Outcome.Secured secured) {
                lines.add(CardLine.fact("agreed", Role.PLAIN, side(span.lane()), TlsWords.agreed(secured), List.of(span.ended())));
            }
        }
        return lines;
    }

    private void line(TlsEvent body, TraceEvent event, List<CardLine> lines) {
        String label = switch (body.kind()) {
            case HELLO_SEEN -> "hello";
            case CERTIFICATE_SHOWN -> "certificate";
            case VERIFIED -> "check";
            case CUT -> "cut";
            case ALERTED -> "alert";
            case RECORD_SEEN -> null;
        };
        if (label == null || lines.size() > MOST) {
            return;
        }
        String words = body instanceof TlsEvent.Verified ? TlsWords.check(tlsOf(event)) : body instanceof TlsEvent.HelloSeen hello ? TlsWords.glance(hello)
                : body instanceof TlsEvent.CertificateShown shown ? TlsWords.shown(shown) : TlsWords.of(body, "").phrase();
        lines.add(CardLine.fact(label, body.kind() == TlsEvent.Kind.ALERTED ? Role.BAD : Role.PLAIN, side(event.lane()), words, List.of(event)));
        if (body instanceof TlsEvent.CertificateShown shown) {
            lines.add(CardLine.fact("", Role.PLAIN, side(event.lane()), TlsWords.origin(shown), List.of(event)));
        }
    }

    private TlsFacts tlsOf(TraceEvent event) {
        return index.web().tls(event.lane(), event.connection());
    }

    private void crossed(List<TraceEvent> told, List<CardLine> lines) {
        List<TraceEvent> records = new ArrayList<>();
        long[] count = new long[2];
        long[] bytes = new long[2];
        for (TraceEvent event : told) {
            if (event.body() instanceof TlsEvent.RecordSeen seen) {
                records.add(event);
                count[seen.sent() ? 0 : 1]++;
                bytes[seen.sent() ? 0 : 1] += seen.length();
            }
        }
        if (!records.isEmpty()) {
            lines.add(CardLine.fact("records", Role.PLAIN, side(records.getFirst().lane()), Counted.grouped(count[0]) + " sent with " + Counted.of(bytes[0], "byte") + ", "
                    + Counted.grouped(count[1]) + " read with " + Counted.of(bytes[1], "byte"), records));
        }
    }

    /// The last request and what was answered, as far as it was written or read: lines, fields, and bodies by their length.
    List<CardLine> request() {
        List<CardLine> lines = new ArrayList<>();
        for (TraceEvent event : lastExchange()) {
            HttpEvent body = (HttpEvent) event.body();
            String label = switch (body.kind()) {
                case REQUEST_LINE -> "request";
                case STATUS_LINE -> "response";
                case FIELD -> "";
                case HEAD_ENDED, BODY_BEGAN, BODY_ENDED, CHUNK_BEGAN, STEP_ENTERED, STEP_LEFT, STEP_FAILED, REQUEST_NAMED, REQUESTS_COUNTED -> null;
                case RESPONSE_QUEUED -> "queued";
                case MALFORMED, RESPONSE_CUT -> "wrong";
                case TIMER_FIRED -> "timer";
            };
            if (label != null || body instanceof HttpEvent.BodyEnded ended && ended.bytes() > 0) {
                lines.add(CardLine.fact(label == null ? "" : label, "wrong".equals(label) ? Role.BAD : Role.PLAIN, side(event.lane()),
                        HttpWords.of(body, "").phrase(), List.of(event)));
            }
        }
        int more = lines.size() - MOST;
        if (more > 0) {
            lines.subList(MOST, lines.size()).clear();
            lines.add(CardLine.aside("", Role.DIM, "and " + Counted.of(more, "more line")));
        }
        return lines;
    }

    private List<TraceEvent> lastExchange() {
        List<TraceEvent> all = told(event -> event.body() instanceof HttpEvent);
        int from = 0;
        for (int i = 0; i < all.size(); i++) {
            from = all.get(i).body() instanceof HttpEvent.RequestLine ? i : from;
        }
        return all.subList(from, all.size());
    }

    /// News of the side that stands here: what it learned in this move, before its stage ends: the hello and the certificate of the other, and the status.
    List<CardLine> news(StopSight sight) {
        List<CardLine> lines = new ArrayList<>();
        for (TraceEvent event : told(event -> event.body() instanceof TlsEvent || event.body() instanceof HttpEvent)) {
            if (!sight.isNew(event)) {
                continue;
            }
            if (event.body() instanceof TlsEvent.HelloSeen hello && stop.stage() == Stage.TLS) {
                lines.add(CardLine.fact("hello", Role.PLAIN, side(event.lane()), TlsWords.glance(hello), List.of(event)));
            } else if (event.body() instanceof TlsEvent.CertificateShown shown && shown.index() == 0) {
                lines.add(CardLine.fact("certificate", Role.PLAIN, side(event.lane()), TlsWords.shown(shown) + TlsWords.trusted(tlsOf(event)), List.of(event)));
            } else if (event.body() instanceof HttpEvent.ResponseQueued queued && stop.stage() == Stage.RESPONSE) {
                lines.add(CardLine.fact("queued", Role.PLAIN, side(event.lane()), HttpWords.of(queued, "").phrase(), List.of(event)));
            }
        }
        return lines;
    }

    /// The events of the connection that a person stands at, or else of the other side that told last.
    private List<TraceEvent> told(Wanted wanted) {
        List<TraceEvent> own = new ArrayList<>();
        TraceEvent other = null;
        for (TraceEvent event : index.events()) {
            if (wanted.has(event)) {
                other = other == null || event.lane() == other.lane() || event.lane() == Lane.CLIENT ? event : other;
                if (stop.isHeld() && event.lane() == stop.lane() && event.connection() == stop.connection()) {
                    own.add(event);
                }
            }
        }
        if (!own.isEmpty() || other == null) {
            return own;
        }
        for (TraceEvent event : index.events()) {
            if (wanted.has(event) && event.lane() == other.lane() && event.connection() == other.connection()) {
                own.add(event);
            }
        }
        return own;
    }

    private String side(Lane lane) {
        return sides ? lane.label() : "";
    }
}
