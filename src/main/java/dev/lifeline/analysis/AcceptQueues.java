package dev.lifeline.analysis;

import dev.lifeline.analysis.packet.PacketFlow;
import dev.lifeline.analysis.packet.PacketFlows;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.Outcome;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Waits of connections in the accept queue (`listen(2)`), on the best evidence that there is:
///
/// 1. a packet: from the ACK that ended the handshake until accept returned;
/// 2. the kernel: from the first look that found it established and in no program's hands, so it may have waited longer;
/// 3. a conclusion from both programs: connect had returned, accept had not been called. The true wait is longer: it began before
///    connect returned, and ended before accept returned.
final class AcceptQueues {

    private AcceptQueues() {
    }

    /// Adds the waits, each right behind its connect, or before its accept where the client is not traced.
    ///
    /// @param joined the connections that both sides saw
    static void add(SortedEvents events, List<JoinedConnection> joined, KernelSpans beside) {
        List<Span> spans = events.stages();
        QueueLooks looks = events.looks();
        Map<Span, Span> connectOf = new IdentityHashMap<>();
        for (JoinedConnection both : joined) {
            connectOf.put(both.accept(), both.connect());
        }
        for (Span span : spans) {
            FourTuple tuple = Handshakes.accepted(span);
            if (tuple != null) {
                Span connect = connectOf.get(span);
                Span wait = wait(connect, span, tuple, events.flows(), looks);
                if (wait != null && connect != null) {
                    beside.putBehind(connect, wait);
                } else if (wait != null) {
                    beside.putBefore(span, wait);
                }
            }
        }
        neverAccepted(events, looks, beside);
    }

    private static Span wait(Span connect, Span accept, FourTuple tuple, PacketFlows flows, QueueLooks looks) {
        PacketFlow flow = flows.at(tuple.reversed(), accept.end());
        long ack = flow == null ? -1 : flow.queuedAt(accept.end());
        Span whose = connect == null ? accept : connect;
        QueueLooks.Waiting waiting = looks.take(tuple.reversed(), accept, whose.connection());
        if (ack >= 0) {
            return span(Evidence.PACKET, whose, ack, accept.end(), accepted(looks, tuple.local(), ack, accept));
        } else if (waiting != null) {
            long from = waiting.first().at();
            return span(Evidence.KERNEL, whose, from, accept.end(), accepted(looks, tuple.local(), from, accept));
        } else if (connect != null && accept.start() > connect.end()) {
            return span(Evidence.INFERRED, whose, connect.end(), accept.start(), new Span.Concluded());
        }
        return null;
    }

    private static Span.Queued accepted(QueueLooks looks, Endpoint server, long from, Span accept) {
        return new Span.Queued(looks.deepest(server, from, accept.end()), Span.Left.ACCEPTED, accept.end());
    }

    /// Adds those that no accept of the trace brought, until the last look that found them waiting. Only a look can tell: the ACK of a
    /// connection that nobody accepts may have been dropped because the queue was full.
    private static void neverAccepted(SortedEvents events, QueueLooks looks, KernelSpans beside) {
        Map<FourTuple, Span> connects = null;
        for (QueueLooks.Waiting waiting : looks.all()) {
            if (waiting.taken()) {
                continue;
            }
            connects = connects == null ? connects(events.stages()) : connects;
            Span connect = connects.get(waiting.tuple());
            Span span = new Span(Stage.ACCEPT_QUEUE, Lane.KERNEL, Evidence.KERNEL, waiting.first().connection(),
                    waiting.first().attempt(), waiting.first().at(), waiting.last(), waiting.tuple().local(),
                    waiting.tuple().remote(), left(waiting, connect, events, looks));
            if (connect == null) {
                beside.putAlone(span);
            } else {
                beside.putBehind(connect, span);
            }
        }
    }

    /// Finds how it is known to have left the queue, by the first sign of it. Segments without data prove nothing: the kernel makes them.
    private static Span.Queued left(QueueLooks.Waiting waiting, Span connect, SortedEvents events, QueueLooks looks) {
        ListenerSeen deepest = looks.deepest(waiting.tuple().remote(), waiting.first().at(), waiting.last());
        long read = connect == null ? -1 : events.sides().of(connect).firstRead();
        if (read >= waiting.last() && (waiting.end() < 0 || waiting.gone() || read <= waiting.end())) {
            return new Span.Queued(deepest, Span.Left.ANSWERED, read);
        } else if (waiting.end() >= 0) {
            return new Span.Queued(deepest, waiting.gone() ? Span.Left.GONE : Span.Left.TAKEN, waiting.end());
        }
        return new Span.Queued(deepest, Span.Left.UNKNOWN, Math.max(waiting.last(), events.last()));
    }

    private static Map<FourTuple, Span> connects(List<Span> spans) {
        Map<FourTuple, Span> connects = new HashMap<>();
        for (Span span : spans) {
            if (span.outcome() instanceof Outcome.Connected connected) {
                connects.put(PacketFlows.key(connected.tuple()), span);
            }
        }
        return connects;
    }

    private static Span span(Evidence evidence, Span whose, long from, long to, Span.State state) {
        return new Span(Stage.ACCEPT_QUEUE, Lane.KERNEL, evidence, whose.connection(), whose.attempt(), from, to, whose.local(),
                whose.remote(), state);
    }
}
