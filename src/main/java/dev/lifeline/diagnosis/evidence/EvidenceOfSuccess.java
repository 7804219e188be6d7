package dev.lifeline.diagnosis.evidence;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.diagnosis.ProgressWords;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.TcpInfo;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Printable;

/// What the kernel and the wire prove of a connection that went well: two sentences at most, so that they do not hide the rest.
/// Texts are in code, as in [ProgressWords]; with string builders, because each new shape of `+` costs a cold start half a millisecond
/// and more.
///
/// @param of the side and the connection that the verdict is about
/// @param witness what was seen over its whole life
public record EvidenceOfSuccess(ProgressWords of, StageEvidence witness) {

    /// What the route had promised and the socket does not keep.
    static String disagreement(KernelEvent.RouteDisagreed disagreed) {
        return "The kernel's route named the source " + Printable.prose(disagreed.promised()) + ", but the socket has "
                + Printable.prose(disagreed.actual().address()) + ".";
    }

    /// Sentences for what is proved; empty where nobody saw more than the programs.
    public String proved() {
        if (story().tuple() == null) {
            return "";
        }
        StringBuilder text = new StringBuilder(handshake());
        if (witness.disagreed() != null) {
            text.append(text.isEmpty() ? "" : " ").append(disagreement(witness.disagreed()));
        }
        String kernel = kernel();
        return text.append(text.isEmpty() || kernel.isEmpty() ? "" : " ").append(kernel).toString();
    }

    /// Sentences for what is not proved: what was lost, and times that a step of the clock has spoilt.
    public String notProved() {
        String lost = witness.lost() == null ? "" : "What the " + (witness.lost().source().equals("packet") ? "capture"
                : "source " + Printable.prose(witness.lost().source()))
                + " lost or left out: what is missing there may have passed.";
        String clock = witness.stepped() == null ? "" : "The times of packets: the wall clock " + step(witness.stepped()) + ".";
        return lost.isEmpty() || clock.isEmpty() ? lost + clock : lost + " " + clock;
    }

    /// What a step of the wall clock was, as far as it is known: the clock of the trace stands still while a machine sleeps.
    static String step(KernelEvent.ClockStepped stepped) {
        String by = Durations.rounded(Math.abs(stepped.by()));
        return stepped.by() < 0 ? "was set back by " + by + " meanwhile"
                : "went " + by + " ahead meanwhile (it was set, or the machine slept)";
    }

    /// What stays open of the server, whose program is not observed.
    public String open() {
        if (StreamFindings.unaccepted(witness) == EvidenceFinding.NOT_ACCEPTED) {
            return "That a program takes the connection: at the last look it waited in the accept queue.";
        }
        return acknowledged() ? "What the server's program saw: acknowledgements are its kernel's, not its own."
                : "What the server saw: its side is not observed.";
    }

    private boolean acknowledged() {
        long sent = story().written();
        return sent > 0 && StreamFindings.acked(witness, witness.sockets().figures(of.lane()), sent);
    }

    private String handshake() {
        PacketEvidence wire = witness.wire();
        if (of.lane() != Lane.CLIENT || witness.stepped() != null || wire.syns() == 0 || wire.ack() < wire.syn(0)) {
            return "";
        }
        StringBuilder text = new StringBuilder("The kernel's handshake took ")
                .append(Durations.rounded(wire.ack() - wire.syn(0)));
        long lag = connected() - wire.synAck();
        if (lag > 0) {
            text.append("; connect returned ").append(Durations.rounded(lag)).append(" after the SYN-ACK ")
                    // What looks into the socket table runs on the thread of the program.
                    .append(of.facts().trace().header().available("sockdiag") ? "(the program's lag, with this tool's own looks)"
                            : "(the program's lag)");
        }
        return text.append('.').toString();
    }

    /// When connect returned; -1 where that was dropped.
    private long connected() {
        for (TraceEvent event : of.facts().trace().events()) {
            if (event.lane() == Lane.CLIENT && event.connection() == of.connection()
                    && event.body() instanceof StageEvent.Finished done && done.outcome() instanceof Outcome.Connected) {
                return event.at();
            }
        }
        return -1;
    }

    /// One sentence of what fits: `The server's kernel acknowledged all 5 bytes; the client holds TIME_WAIT.`
    private String kernel() {
        StringBuilder text = new StringBuilder();
        if (acknowledged()) {
            acknowledged(text);
        }
        long again = again();
        if (again > 0) {
            clause(text).append(Counted.of(again, "segment", "segments")).append(" had to be sent again");
        }
        Lane waits = witness.sockets().timeWait(Lane.CLIENT) ? Lane.CLIENT
                : witness.sockets().timeWait(Lane.SERVER) ? Lane.SERVER : null;
        if (waits != null) {
            clause(text).append("the ").append(waits.label()).append(" holds TIME_WAIT");
        }
        if (text.isEmpty()) {
            return "";
        }
        text.setCharAt(0, Character.toUpperCase(text.charAt(0)));
        return text.append('.').toString();
    }

    private long again() {
        SocketSnapshot own = witness.sockets().figures(of.lane());
        long told = own == null || own.info().totalRetransmits() == TcpInfo.ABSENT ? 0 : own.info().totalRetransmits();
        return Math.max(told, witness.wire().side(of.lane()).again());
    }

    /// Across a network a box on the way may acknowledge in the other end's name.
    private void acknowledged(StringBuilder text) {
        long count = story().written();
        String bytes = Counted.bytes(count);
        if (of.facts().mode() == Mode.LOOPBACK) {
            clause(text).append("the ").append(witness.peer().label()).append("'s kernel acknowledged ")
                    .append(count == 1 ? "the " : "all ").append(bytes);
        } else {
            clause(text).append(count == 1 ? "the " : "all ").append(bytes).append(count == 1 ? " was" : " were").append(" acknowledged");
        }
    }

    private static StringBuilder clause(StringBuilder text) {
        return text.append(text.isEmpty() ? "" : "; ");
    }

    private ConnectionSide story() {
        return of.facts().story(of.lane(), of.connection());
    }
}
