package dev.lifeline.analysis;

import dev.lifeline.analysis.packet.PacketFlow;
import dev.lifeline.analysis.packet.PacketFlows;
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
        neverAccepted(spans, looks, events.last(), beside);
    }

    private static Span wait(Span connect, Span accept, FourTuple tuple, PacketFlows flows, QueueLooks looks) {
        PacketFlow flow = flows.at(tuple.reversed(), accept.end());
        long ack = flow == null ? -1 : flow.queuedAt(accept.end());
        Span whose = connect == null ? accept : connect;
        QueueLooks.Waiting waiting = looks.take(tuple.reversed(), accept, whose.connection());
        int port = tuple.local().port();
        if (ack >= 0) {
            return span(Evidence.PACKET, whose, ack, accept.end(),
                    new Span.Queued(looks.deepest(port, ack, accept.end()), true));
        } else if (waiting != null) {
            long from = waiting.first().at();
            return span(Evidence.KERNEL, whose, from, accept.end(),
                    new Span.Queued(looks.deepest(port, from, accept.end()), true));
        } else if (connect != null && accept.start() > connect.end()) {
            return span(Evidence.INFERRED, whose, connect.end(), accept.start(), new Span.Concluded());
        }
        return null;
    }

    /// Adds those that wait until the end of the trace. Only a look can tell: the ACK of a connection that nobody accepts may have
    /// been dropped because the queue was full.
    private static void neverAccepted(List<Span> spans, QueueLooks looks, long last, KernelSpans beside) {
        Map<FourTuple, Span> connects = null;
        for (QueueLooks.Waiting waiting : looks.all()) {
            if (waiting.taken()) {
                continue;
            }
            connects = connects == null ? connects(spans) : connects;
            Span connect = connects.get(waiting.tuple());
            long from = waiting.first().at();
            long end = waiting.end() < 0 ? last : waiting.end();
            ListenerSeen deepest = looks.deepest(waiting.tuple().remote().port(), from, end);
            Span span = new Span(Stage.ACCEPT_QUEUE, Lane.KERNEL, Evidence.KERNEL, waiting.first().connection(),
                    waiting.first().attempt(), from, Math.max(from, end), waiting.tuple().local(), waiting.tuple().remote(),
                    new Span.Queued(deepest, waiting.end() >= 0));
            if (connect == null) {
                beside.putAlone(span);
            } else {
                beside.putBehind(connect, span);
            }
        }
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
