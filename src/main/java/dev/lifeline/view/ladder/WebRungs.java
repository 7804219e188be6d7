package dev.lifeline.view.ladder;

import dev.lifeline.analysis.Span;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventKind;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.TlsEvent;
import dev.lifeline.model.http.BodyFraming;
import dev.lifeline.wording.web.HttpWords;
import java.util.List;

/// TLS and HTTP on a short ladder: a message that was whole is one line, and stands on its packet where it is one.
final class WebRungs {

    /// A message that no packet can be told to have.
    static final long UNKNOWN = -1;

    private WebRungs() {
    }

    /// Says if an event is a part of a message that the end of a stage tells as a whole, or is told by another one.
    static boolean isPart(TraceEvent mark, List<Span> spans) {
        if (mark.body() instanceof TlsEvent.RecordSeen record) {
            // Of what is encrypted there are the packets.
            return record.message() == null;
        }
        EventKind kind = mark.body().kind();
        return (kind == HttpEvent.Kind.REQUEST_LINE || kind == HttpEvent.Kind.STATUS_LINE || kind == HttpEvent.Kind.FIELD
                || kind == HttpEvent.Kind.HEAD_ENDED || kind == HttpEvent.Kind.BODY_BEGAN || kind == HttpEvent.Kind.CHUNK_BEGAN
                || kind == HttpEvent.Kind.BODY_ENDED) && isWhole(mark, spans);
    }

    private static boolean isWhole(TraceEvent mark, List<Span> spans) {
        for (Span span : spans) {
            if (span.lane() == mark.lane() && span.connection() == mark.connection() && span.start() <= mark.at() && mark.at() <= span.end()
                    && (span.stage() == Stage.REQUEST || span.stage() == Stage.RESPONSE)) {
                return span.state() instanceof Span.Done;
            }
        }
        return false;
    }

    /// Tells whether the end of a stage tells what its calls moved.
    static boolean isMessage(Span span) {
        return span.outcome() instanceof Outcome.Requested || span.outcome() instanceof Outcome.Responded;
    }

    /// The bytes of a message that this side sent; [#UNKNOWN] where it did not, or more than its content was sent.
    static long sent(Span span) {
        if (span.outcome() instanceof Outcome.Requested request && span.lane() == Lane.CLIENT) {
            return request.bytes();
        }
        return span.outcome() instanceof Outcome.Responded response && span.lane() == Lane.SERVER && response.framing() != BodyFraming.CHUNKED
                ? response.headBytes() + response.bodyBytes() : UNKNOWN;
    }

    /// The words on the packet of a message.
    static String label(Span span) {
        return span.outcome() instanceof Outcome.Requested request ? HttpWords.requested(request)
                : HttpWords.responded((Outcome.Responded) span.outcome());
    }
}
