package dev.lifeline.analysis.datagram;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Outcome;
import java.util.ArrayList;
import java.util.List;

/// The datagrams that UDP sockets of a play sent and received, as their programs saw them. A send is joined with the receive that
/// returned the same bytes at the address that it was sent to: no packet was seen.
public final class Datagrams {

    /// A datagram that was sent.
    ///
    /// @param from the actor that sent it
    /// @param to the actor that received it, or `null` where none is known to have
    /// @param sent the call that sent it
    /// @param received the call that received it, or `null`
    public record Sent(String from, String to, Span sent, Span received) {
    }

    /// A call of a UDP socket that failed.
    ///
    /// @param actor whose socket
    /// @param call the call
    public record Refused(String actor, Span call) {
    }

    private final List<Sent> sent = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    /// Reads the sockets of a trace.
    public Datagrams(TraceIndex index) {
        List<Span> receives = new ArrayList<>();
        List<Span> sends = new ArrayList<>();
        for (Span span : index.stages()) {
            String actor = span.lane() == Lane.CLIENT ? index.actors().datagrams(span.connection()) : null;
            if (actor == null) {
                continue;
            }
            if (span.state() instanceof Span.Failed) {
                refused.add(new Refused(actor, span));
            } else if (span.outcome() instanceof Outcome.Moved) {
                (span.stage() == Stage.WRITE ? sends : receives).add(span);
            }
        }
        for (Span send : sends) {
            Span received = null;
            for (Span receive : receives) {
                if (received == null && receive.end() >= send.start() && receive.local() != null && receive.local().equals(send.remote())
                        && same(receive, send)) {
                    received = receive;
                }
            }
            receives.remove(received);
            sent.add(new Sent(index.actors().datagrams(send.connection()),
                    received == null ? null : index.actors().datagrams(received.connection()), send, received));
        }
    }

    private static boolean same(Span one, Span other) {
        Bytes a = ((Outcome.Moved) one.outcome()).bytes();
        Bytes b = ((Outcome.Moved) other.outcome()).bytes();
        return a.count() == b.count() && a.preview().equals(b.preview());
    }

    /// Those that were sent, in order.
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /// The calls that failed, in order.
    public List<Refused> refused() {
        return List.copyOf(refused);
    }
}
