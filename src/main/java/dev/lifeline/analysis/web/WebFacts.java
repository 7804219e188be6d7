package dev.lifeline.analysis.web;

import dev.lifeline.analysis.Span;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventGroup;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.RunEvent.EventsDropped;
import dev.lifeline.model.event.StreamEvent.ChunkRead;
import dev.lifeline.model.http.BodyFraming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The facts of TLS and HTTP of all connections of a trace.
public final class WebFacts {

    private final Map<Long, TlsFacts> secured = new HashMap<>();
    private final Map<Long, List<ExchangeFacts>> exchanges = new HashMap<>();
    private final List<TraceEvent> marks;

    /// @param web the events of TLS and HTTP, by time
    /// @param stages of the programs, in the order in which they began
    /// @param marks events without length, by time
    public WebFacts(List<TraceEvent> web, List<Span> stages, List<TraceEvent> marks) {
        this.marks = marks;
        int next = 0;
        for (Span span : stages) {
            for (; next < web.size() && web.get(next).sequence() < first(span); next++) {
                take(web.get(next));
            }
            place(span);
        }
        for (; next < web.size(); next++) {
            take(web.get(next));
        }
    }

    private static long first(Span span) {
        return span.begun() == null ? Long.MIN_VALUE : span.begun().sequence();
    }

    private void place(Span span) {
        List<ExchangeFacts> own = exchanges.get(key(span.lane(), span.connection()));
        if (span.stage() == Stage.REQUEST) {
            begin(span.lane(), span.connection()).take(span);
        } else if (own != null && (span.stage() == Stage.FIRST_BYTE || span.stage() == Stage.HANDLER || span.stage() == Stage.RESPONSE
                || span.stage() == Stage.PROTOCOL)) {
            own.getLast().take(span);
        }
    }

    private ExchangeFacts begin(Lane lane, int connection) {
        List<ExchangeFacts> own = exchanges.get(key(lane, connection));
        if (own == null) {
            own = new ArrayList<>();
            exchanges.put(key(lane, connection), own);
        }
        own.add(new ExchangeFacts(own.size() + 1));
        return own.getLast();
    }

    private void take(TraceEvent event) {
        long key = key(event.lane(), event.connection());
        if (event.body().group() == EventGroup.HTTP) {
            List<ExchangeFacts> own = exchanges.get(key);
            (own == null ? begin(event.lane(), event.connection()) : own.getLast()).take((HttpEvent) event.body());
            return;
        }
        TlsFacts own = secured.get(key);
        if (own == null) {
            own = new TlsFacts();
            secured.put(key, own);
        }
        own.take(event);
    }

    private static long key(Lane lane, int connection) {
        return (long) lane.ordinal() << Integer.SIZE | connection;
    }

    /// The TLS layer of one side; an empty one where it has none.
    public TlsFacts tls(Lane lane, int connection) {
        return secured.getOrDefault(key(lane, connection), TlsFacts.NONE);
    }

    /// The exchanges of one side, in their order; empty where it has none.
    public List<ExchangeFacts> exchanges(Lane lane, int connection) {
        return exchanges.getOrDefault(key(lane, connection), List.of());
    }

    /// The exchange of one side that came last; `null` where it has none.
    public ExchangeFacts last(Lane lane, int connection) {
        List<ExchangeFacts> own = exchanges(lane, connection);
        return own.isEmpty() ? null : own.getLast();
    }

    /// The exchange that a stage belongs to; `null` where it belongs to none.
    public ExchangeFacts of(Span span) {
        for (ExchangeFacts each : exchanges(span.lane(), span.connection())) {
            if (each.span(span.stage()) == span) {
                return each;
            }
        }
        return null;
    }

    /// How many bytes came of a body whose length was announced, and which broke off; -1 where that is not known, or it did not.
    public long cameOf(Lane lane, int connection, ExchangeFacts exchange) {
        if (exchange.body() == null || exchange.body().framing() != BodyFraming.LENGTH || exchange.bodyEnded()) {
            return -1;
        }
        if (exchange.status() == null) {
            // Of a later request a part may have come with the one before.
            boolean counted = lane == Lane.SERVER && exchange.number() == 1 && exchange.headWhole(true);
            return counted ? came(lane, connection, Long.MIN_VALUE, exchange.head().bytes(), exchange.body().length()) : -1;
        }
        Span begun = exchange.span(Stage.FIRST_BYTE);
        return begun == null || begun.begun() == null ? -1
                : came(lane, connection, begun.begun().sequence(), exchange.heads(), exchange.body().length());
    }

    private long came(Lane lane, int connection, long after, long heads, long announced) {
        long came = -heads;
        for (TraceEvent event : marks) {
            if (event.body() instanceof EventsDropped) {
                return -1;
            }
            if (event.lane() == lane && event.connection() == connection && event.sequence() > after
                    && event.body() instanceof ChunkRead read) {
                came += read.bytes().count();
            }
        }
        return came >= 0 && came < announced ? came : -1;
    }
}
