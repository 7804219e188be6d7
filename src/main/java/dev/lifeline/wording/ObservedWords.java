package dev.lifeline.wording;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.packet.PacketFlow;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.PacketEvent.ErrorSeen;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Printable;

/// Stages that the kernel or the wire showed, or that are concluded, in words that name neither stage nor time.
/// Safe to print, in ASCII.
public final class ObservedWords {

    private static final String CONCLUDED = "inferred: in the accept queue at least this long";

    private ObservedWords() {
    }

    /// Writes a stage that was observed.
    ///
    /// @param span one that was observed
    public static String of(Span span) {
        Span.Observed observed = (Span.Observed) span.state();
        return observed instanceof Span.Handshake handshake ? handshake(handshake.flow())
                : queued(span, (Span.Queued) observed);
    }

    /// Writes a wait in the accept queue that is concluded from both programs.
    public static String concluded() {
        return CONCLUDED;
    }

    /// The wait in the accept queue, and how deep that was: `in the accept queue from the ACK, depth 1 of 128`.
    private static String queued(Span span, Span.Queued queued) {
        ListenerSeen deepest = queued.deepest();
        return (span.evidence() == Evidence.PACKET ? "in the accept queue from the ACK" : "in the accept queue, at the latest from here")
                + (deepest == null ? "" : ", depth " + deepest.queued() + " of " + deepest.backlog()
                + (deepest.queued() > deepest.backlog() ? ": full" : ""))
                + left(span, queued);
    }

    /// The known part of the end of a wait that no accept of the trace ended.
    private static String left(Span span, Span.Queued queued) {
        String seen = "; not accepted when last seen";
        String by = Durations.text(queued.leftBy() - span.start());
        return switch (queued.left()) {
            case ACCEPTED -> "";
            case TAKEN -> seen + ", accepted after " + by + " at the latest";
            case ANSWERED -> seen + "; accepted after " + by + " at the latest, for its program's bytes came";
            case GONE -> seen + ", gone after " + by + " at the latest";
            case UNKNOWN -> seen;
        };
    }

    /// The packets of a handshake: `SYN, SYN-ACK, ACK`.
    private static String handshake(PacketFlow flow) {
        StringBuilder words = new StringBuilder(48).append("SYN");
        if (flow.repeats() > PacketFlow.MOST_TOLD) {
            words.append(", sent ").append(flow.repeats() + 1).append(" times in ")
                    .append(Durations.text(flow.lastSynAt() - flow.synAt()));
        } else if (flow.repeats() > 0) {
            words.append(", again after ");
            for (int i = 0; i < flow.repeats(); i++) {
                words.append(i == 0 ? "" : ", ").append(Durations.text(Math.max(0, flow.repeatedAfter(i))));
            }
        }
        if (flow.challenged() > 0) {
            words.append(", an ACK for an older connection");
        }
        if (flow.synAckAt() >= 0) {
            words.append(", SYN-ACK");
        }
        if (flow.complete()) {
            words.append(", ACK");
        } else if (flow.wasReset()) {
            words.append(", RST");
        } else if (flow.error() != null) {
            ErrorSeen error = flow.error();
            words.append(", ICMP ").append(Printable.ascii(error.meaning())).append(" from ")
                    .append(Printable.ascii(error.offender()));
        } else {
            words.append(flow.synAckAt() < 0 ? flow.challenged() > 0 ? ", no SYN-ACK" : ", no answer" : ", no ACK");
        }
        if (flow.synAcks() > 1) {
            words.append("; SYN-ACK sent ").append(flow.synAcks()).append(" times");
        }
        return words.toString();
    }
}
