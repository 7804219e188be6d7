package dev.lifeline.view.waterfall;

import dev.lifeline.analysis.HandshakeFigures;
import dev.lifeline.analysis.JoinedConnection;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.packet.FinOrder;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.IcmpWords;
import dev.lifeline.wording.KernelWords;
import dev.lifeline.wording.LagWords;
import dev.lifeline.wording.LookupWords;
import dev.lifeline.wording.OutcomeWords;
import dev.lifeline.wording.RouteWords;
import dev.lifeline.wording.SocketWords;
import dev.lifeline.wording.StageWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Facts that the kernel and the packets add to each stage. Without such evidence there is nothing, and nothing is looked for.
final class RowFacts {

    private final Glyphs glyphs;
    private final String target;
    /// Events that are told at a stage, by the connection that they name.
    private final Map<Integer, List<TraceEvent>> told = new HashMap<>();
    private final Map<Span, HandshakeFigures> figures = new IdentityHashMap<>();
    private final Map<Span, Integer> clients = new IdentityHashMap<>();
    private final RowLags lags;
    private final FinOrder fins;
    private KernelEvent.DescriptorFound listening;

    RowFacts(TraceIndex index, Glyphs glyphs) {
        this.glyphs = glyphs;
        this.target = index.header().target();
        lags = new RowLags(index, glyphs);
        fins = index.fins();
        for (TraceEvent mark : index.timeline().marks()) {
            if (mark.body() instanceof KernelEvent.DescriptorFound found && found.purpose() == SocketPurpose.LISTENING) {
                listening = found;
            } else if (isTold(mark)) {
                List<TraceEvent> events = told.get(mark.connection());
                if (events == null) {
                    events = new ArrayList<>();
                    told.put(mark.connection(), events);
                }
                events.add(mark);
            }
        }
        join(index);
    }

    private void join(TraceIndex index) {
        List<Span> spans = index.timeline().spans();
        if (!told.isEmpty()) {
            for (JoinedConnection joined : index.joined()) {
                clients.put(joined.accept(), joined.connect().connection());
            }
        }
        for (int i = 1; i < spans.size(); i++) {
            HandshakeFigures three = HandshakeFigures.of(spans.get(i - 1), spans.get(i));
            if (three != null) {
                figures.put(spans.get(i - 1), three);
            }
        }
    }

    private static boolean isTold(TraceEvent mark) {
        if (mark.body() instanceof KernelEvent.SocketSeen seen) {
            return seen.socket().state() == SocketState.TIME_WAIT;
        }
        return mark.body() instanceof KernelEvent.RouteAnswered || mark.body() instanceof KernelEvent.RouteDisagreed
                || mark.body() instanceof KernelEvent.DescriptorFound || mark.body() instanceof KernelEvent.SynSaved
                || mark.body() instanceof KernelEvent.ErrorOrigin || mark.body() instanceof PacketEvent.ErrorSeen;
    }

    /// Writes what a stage found out. Of the end of a connection packets know better than a program whose stream ended first.
    String details(Span span) {
        if (span.stage() == Stage.CLOSE && span.outcome() instanceof Outcome.Closed closed) {
            Lane first = fins.first(span);
            if (first != null) {
                return OutcomeWords.phrase(closed, first);
            }
        }
        return StageWords.phrase(span, glyphs);
    }

    /// Writes what is added to the details of a stage on their own line: how much later the program knew, the kernel's own route
    /// where the program asked for one, the other name and order of a look-up. Empty where there is nothing.
    String addition(Span span) {
        if (span.stage() == Stage.LOOKUP && span.outcome() instanceof Outcome.Answers answers) {
            return LookupWords.of(answers, target);
        }
        if (span.stage() == Stage.ROUTE && span.lane() == Lane.CLIENT) {
            return route(span);
        }
        return figures.containsKey(span) ? "" : lags.of(span);
    }

    private String route(Span span) {
        Outcome.RouteChosen chosen = span.outcome() instanceof Outcome.RouteChosen route ? route : null;
        Endpoint to = chosen == null ? span.remote() : chosen.destination();
        List<TraceEvent> events = told.get(span.connection());
        if (events == null || to == null) {
            return "";
        }
        for (TraceEvent event : events) {
            if (event.body() instanceof KernelEvent.RouteAnswered answered && answered.destination().equals(to)) {
                return "kernel: " + RouteWords.phrase(answered, chosen);
            }
        }
        return "";
    }

    /// The lines below a stage, from top to bottom.
    List<RowFact> of(Span span) {
        if (told.isEmpty() && figures.isEmpty()) {
            return List.of();
        }
        List<RowFact> facts = new ArrayList<>();
        HandshakeFigures three = figures.get(span);
        if (three != null) {
            String lag = lags.of(span);
            facts.add(RowFact.of(LagWords.mark(three, glyphs) + (lag.isEmpty() ? "" : ", " + lag)));
        }
        Integer client = clients.get(span);
        List<TraceEvent> events = told.get(client == null ? span.connection() : client);
        if (events != null) {
            add(span, events, facts);
        }
        return facts;
    }

    private void add(Span span, List<TraceEvent> events, List<RowFact> facts) {
        boolean client = span.lane() == Lane.CLIENT;
        if (client && span.stage() == Stage.CONNECT) {
            disagreement(events, facts);
        } else if (span.lane() == Lane.SERVER && span.stage() == Stage.ACCEPT) {
            accepted(span, events, facts);
        } else if (span.stage() == Stage.CLOSE) {
            timeWait(span, events, facts);
        }
        if (client && span.state() instanceof Span.Failed) {
            refusal(span, events, facts);
        }
    }

    private static void disagreement(List<TraceEvent> events, List<RowFact> facts) {
        for (TraceEvent event : events) {
            if (event.body() instanceof KernelEvent.RouteDisagreed other) {
                facts.add(RowFact.warning(RouteWords.of(other).phrase()));
                return;
            }
        }
    }

    private void accepted(Span span, List<TraceEvent> events, List<RowFact> facts) {
        FourTuple tuple = span.outcome() instanceof Outcome.Accepted accepted
                ? accepted.tuple() : null;
        boolean found = false;
        boolean saved = false;
        for (TraceEvent event : events) {
            if (!found && event.body() instanceof KernelEvent.DescriptorFound descriptor && descriptor.end() == Lane.SERVER) {
                found = true;
                facts.add(RowFact.of(KernelWords.of(descriptor).phrase()
                        + (listening == null ? "" : " from listening fd " + listening.descriptor())));
            } else if (!saved && event.body() instanceof KernelEvent.SynSaved syn && syn.tuple().equals(tuple)) {
                saved = true;
                facts.add(RowFact.of(KernelWords.of(syn).phrase()));
            }
        }
    }

    private static void timeWait(Span span, List<TraceEvent> events, List<RowFact> facts) {
        for (TraceEvent event : events) {
            if (event.body() instanceof KernelEvent.SocketSeen seen && seen.end() == span.lane()
                    && seen.socket().state() == SocketState.TIME_WAIT) {
                facts.add(RowFact.of(SocketWords.timeWait(span.lane(), seen.socket())));
                return;
            }
        }
    }

    /// Adds who said no. The error queue of the socket is asked first: what it names is what the program's error came from.
    private static void refusal(Span span, List<TraceEvent> events, List<RowFact> facts) {
        PacketEvent.ErrorSeen seen = null;
        for (TraceEvent event : events) {
            if (event.attempt() != 0 && event.attempt() != span.attempt()) {
                continue;
            }
            if (event.body() instanceof KernelEvent.ErrorOrigin origin) {
                facts.add(RowFact.of(IcmpWords.of(origin).phrase()));
                return;
            } else if (seen == null && event.body() instanceof PacketEvent.ErrorSeen error) {
                seen = error;
            }
        }
        if (seen != null) {
            facts.add(RowFact.of(IcmpWords.of(seen).phrase()));
        }
    }
}
