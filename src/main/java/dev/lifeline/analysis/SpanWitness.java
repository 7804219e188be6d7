package dev.lifeline.analysis;

import dev.lifeline.model.AppLag;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.KernelEvent.DescriptorFound;
import dev.lifeline.model.event.KernelEvent.ErrorOrigin;
import dev.lifeline.model.event.KernelEvent.RouteAnswered;
import dev.lifeline.model.event.KernelEvent.RouteDisagreed;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.KernelEvent.SynSaved;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PacketEvent.ErrorSeen;
import dev.lifeline.model.event.SocketPurpose;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Evidence of the kernel and the wire beside the stages of programs: each event at the stage that it explains.
public final class SpanWitness {

    private static final int STAGES = Stage.values().length;
    private static final int LANES = Lane.values().length;

    private final Map<Integer, List<TraceEvent>> told = new HashMap<>();
    private final Map<Span, HandshakeFigures> figures = new IdentityHashMap<>();
    private final Connections connections;
    private final Map<Long, AppLag> lags = new HashMap<>();
    private DescriptorFound listening;

    SpanWitness(TraceIndex index) {
        for (TraceEvent event : index.kernel()) {
            tell(event);
        }
        connections = index.connections();
        for (HandshakeFigures each : index.handshakes()) {
            figures.put(each.connecting(), each);
        }
        for (AppLag lag : index.timeline().lags()) {
            lags.put(key(lag.lane(), lag.stage(), lag.connection()), lag);
        }
    }

    private void tell(TraceEvent event) {
        EventBody body = event.body();
        if (body instanceof ErrorSeen || body instanceof KernelEvent kernel && tells(kernel)) {
            List<TraceEvent> events = told.get(event.connection());
            if (events == null) {
                events = new ArrayList<>();
                told.put(event.connection(), events);
            }
            events.add(event);
        }
    }

    private boolean tells(KernelEvent kernel) {
        return switch (kernel.kind()) {
            case DESCRIPTOR_FOUND -> !isListening((DescriptorFound) kernel);
            case SOCKET_SEEN -> ((SocketSeen) kernel).socket().state() == SocketState.TIME_WAIT;
            case ROUTE_ANSWERED, ROUTE_DISAGREED, SYN_SAVED, ERROR_ORIGIN -> true;
            default -> false; // says nothing about a stage
        };
    }

    private boolean isListening(DescriptorFound found) {
        boolean listens = found.purpose() == SocketPurpose.LISTENING;
        listening = listens ? found : listening;
        return listens;
    }

    /// Tells how much later than the kernel the program of this stage knew; `null` where that was not measured.
    public AppLag lag(Span span) {
        AppLag lag = lags.get(key(span.lane(), span.stage(), span.connection()));
        return lag == null || lag.callbackAt() < span.start() || lag.callbackAt() > span.end() ? null : lag;
    }

    /// The three figures of a connect, or `null`.
    public HandshakeFigures figures(Span connect) {
        return figures.get(connect);
    }

    /// The kernel's own route to where this stage went; `null` where it was not asked.
    public RouteAnswered route(Span span) {
        Endpoint to = span.outcome() instanceof Outcome.RouteChosen route ? route.destination() : span.remote();
        for (TraceEvent event : told(span.connection())) {
            if (event.body() instanceof RouteAnswered answered && answered.destination().equals(to)) {
                return answered;
            }
        }
        return null;
    }

    /// Tells what the route had promised the socket of a connect and was not kept; `null` where nothing was broken.
    public RouteDisagreed disagreement(Span connect) {
        for (TraceEvent event : told(connect)) {
            if (event.body() instanceof RouteDisagreed disagreed) {
                return disagreed;
            }
        }
        return null;
    }

    /// The descriptor that an accept brought; `null` where nobody looked.
    public DescriptorFound descriptor(Span accept) {
        for (TraceEvent event : told(accept)) {
            if (event.body() instanceof DescriptorFound found && found.end() == Lane.SERVER) {
                return found;
            }
        }
        return null;
    }

    /// The descriptor of the listening socket; `null` where nobody looked.
    public DescriptorFound listening() {
        return listening;
    }

    /// The SYN of the connection that an accept brought, as it had arrived; `null` where it was not saved.
    public SynSaved syn(Span accept) {
        FourTuple tuple = accept.outcome() instanceof Outcome.Accepted accepted ? accepted.tuple() : null;
        for (TraceEvent event : told(accept)) {
            if (event.body() instanceof SynSaved saved && saved.tuple().equals(tuple)) {
                return saved;
            }
        }
        return null;
    }

    /// The first look that found the side of this stage in TIME_WAIT; `null` where none did.
    public SocketSeen timeWait(Span close) {
        for (TraceEvent event : told(close)) {
            if (event.body() instanceof SocketSeen seen && seen.end() == close.lane()) {
                return seen;
            }
        }
        return null;
    }

    /// The ICMP error that says who said no to a stage that failed, an [ErrorOrigin] or an [ErrorSeen]; `null` where that is not
    /// known. The error queue of the socket is asked first: what it names is what the program's error came from.
    public EventBody refusal(Span failed) {
        EventBody seen = null;
        for (TraceEvent event : told(failed)) {
            if (event.attempt() == 0 || event.attempt() == failed.attempt()) {
                if (event.body() instanceof ErrorOrigin) {
                    return event.body();
                }
                seen = seen == null && event.body() instanceof ErrorSeen ? event.body() : seen;
            }
        }
        return seen;
    }

    private List<TraceEvent> told(Span span) {
        int number = connections.kernelNumber(span.lane(), span.connection());
        return number == 0 && span.connection() != 0 ? List.of() : told(number);
    }

    private List<TraceEvent> told(int connection) {
        return told.getOrDefault(connection, List.of());
    }

    private static long key(Lane lane, Stage stage, int connection) {
        return ((long) connection * STAGES + stage.ordinal()) * LANES + lane.ordinal();
    }
}
