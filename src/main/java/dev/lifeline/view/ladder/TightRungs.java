package dev.lifeline.view.ladder;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.packet.PacketKind;
import dev.lifeline.analysis.packet.Reach;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.model.event.RaceEvent;
import java.util.ArrayList;
import java.util.List;

/// Makes a short ladder fit a screen: one row for what several rows say together. A failure, a doubt and a wait keep their rows.
final class TightRungs {

    private final List<Rung> whole;
    private final List<Rung> rungs;
    private final Length length;
    private final long worth;

    private TightRungs(List<Rung> rungs, Length length, long worth) {
        this.whole = rungs;
        this.rungs = new ArrayList<>(rungs);
        this.length = length;
        this.worth = worth;
    }

    /// The tight ladder of a short one.
    ///
    /// @param worth nanoseconds from which on a call has a row for its length
    static List<Rung> of(List<Rung> rungs, Length length, long worth) {
        TightRungs tight = new TightRungs(rungs, length, worth);
        for (int i = 0; i < tight.rungs.size(); i++) {
            tight.shorten(i);
        }
        List<Rung> out = new ArrayList<>();
        for (Rung rung : tight.rungs) {
            if (rung != null) {
                out.add(rung);
            }
        }
        return out;
    }

    private void shorten(int at) {
        Rung rung = rungs.get(at);
        if (rung instanceof Rung.Packet packet && handshake(at)) {
            String called = told(packet.segment()) ? " (connect)" : "";
            rungs.set(at, new Rung.Greeting(packet.at(), rungs.get(at + 2).at(), packet.label() + ", SYN-ACK, ACK" + called));
            rungs.set(at + 1, null);
            rungs.set(at + 2, null);
        } else if (rung != null && leavesOut(at, rung)) {
            rungs.set(at, null);
        }
    }

    private boolean leavesOut(int at, Rung rung) {
        boolean tighter = length.atLeast(Length.TIGHTER);
        if (rung instanceof Rung.Packet packet) {
            return packet.kind() == PacketKind.ACK && packet.reach() == Reach.ARRIVED && !answersProbe(at, packet);
        } else if (rung instanceof Rung.Moment(TraceEvent event)) {
            return event.body().kind() == RaceEvent.Kind.ABANDONED && endsLater(event);
        } else if (rung instanceof Rung.Begin(Span span)) {
            return tighter && sends(at, span);
        }
        return rung instanceof Rung.End(Span span) && tighter && (toldByPackets(at, span)
                || length == Length.TIGHTEST && span.outcome() instanceof Outcome.Accepted accepted && greeted(accepted));
    }

    /// Says if it is the sign of life that the packet before it asked for: what tells a peer that is there from one that is gone.
    private boolean answersProbe(int at, Rung.Packet ack) {
        return at > 0 && rungs.get(at - 1) instanceof Rung.Packet asked && asked.segment().from() != ack.segment().from()
                && asked.segment().again() && asked.segment().payload() == 0 && !asked.segment().has(TcpFlags.SYN)
                && !asked.segment().has(TcpFlags.FIN);
    }

    private boolean handshake(int at) {
        return at + 2 < rungs.size() && step(rungs.get(at), TcpFlags.SYN) && step(rungs.get(at + 1), TcpFlags.SYN | TcpFlags.ACK)
                && rungs.get(at + 2) instanceof Rung.Packet last && last.kind() == PacketKind.ACK && last.reach() == Reach.ARRIVED;
    }

    private static boolean step(Rung rung, int flags) {
        return rung instanceof Rung.Packet packet && packet.kind() == PacketKind.STEP && packet.reach() == Reach.ARRIVED
                && (packet.segment().flags() & (TcpFlags.SYN | TcpFlags.ACK)) == flags && packet.segment().payload() == 0;
    }

    /// Takes away the row of the connect that sent this SYN, if it was not long.
    private boolean told(SegmentSeen syn) {
        for (int i = 0; i < rungs.size(); i++) {
            if (rungs.get(i) instanceof Rung.End(Span span) && span.outcome() instanceof Outcome.Connected connected
                    && connected.tuple().equals(syn.flow()) && span.took() < worth) {
                rungs.set(i, null);
                return true;
            }
        }
        return false;
    }

    /// Says if packets show the connection that was accepted, the only one of its wake-up.
    private boolean greeted(Outcome.Accepted accepted) {
        for (Rung rung : whole) {
            if (accepted.position() <= 1 && rung instanceof Rung.Packet packet && packet.segment().flow().equals(accepted.tuple().reversed())) {
                return true;
            }
        }
        return false;
    }

    /// Says if the end of the attempt has a row of its own.
    private boolean endsLater(TraceEvent abandoned) {
        for (Rung rung : rungs) {
            if (rung instanceof Rung.End(Span span) && span.state() instanceof Span.Failed && span.stage() == Stage.CONNECT
                    && span.attempt() == abandoned.attempt() && span.end() >= abandoned.at()) {
                return true;
            }
        }
        return false;
    }

    /// Says if the SYN of this connect is the next row, and writes there where it goes.
    private boolean sends(int at, Span connect) {
        if (connect.stage() != Stage.CONNECT || connect.remote() == null || at + 1 >= rungs.size()
                || !(rungs.get(at + 1) instanceof Rung.Packet packet) || packet.kind() != PacketKind.STEP
                || packet.segment().from() != Lane.CLIENT || !packet.segment().flow().remote().equals(connect.remote())) {
            return false;
        }
        if (!handshake(at + 1)) {
            rungs.set(at + 1, new Rung.Packet(packet.at(), packet.segment(), packet.label() + " (connect)", packet.kind(), packet.reach()));
        }
        return true;
    }

    /// Says if a read or a close tells nothing that a packet above it does not.
    private boolean toldByPackets(int at, Span span) {
        if (span.outcome() instanceof Outcome.Closed closed) {
            return closed.how() == CloseKind.ORDERLY && span.took() < worth && fin(at, span.lane()) != null;
        }
        if (!(span.outcome() instanceof Outcome.Moved moved) || span.stage() == Stage.WRITE) {
            return false;
        }
        Lane other = span.lane() == Lane.CLIENT ? Lane.SERVER : Lane.CLIENT;
        boolean ended = moved.ending() == Ending.END_OF_STREAM;
        Rung.Packet fin = ended ? fin(at, other) : null;
        if (moved.bytes().count() == 0) {
            return fin != null && span.end() - fin.at() < worth;
        }
        return ended ? length == Length.TIGHTEST && fin != null && brought(at, moved.bytes().count(), other, span)
                : brought(at, moved.bytes().count(), other, span);
    }

    private Rung.Packet fin(int before, Lane from) {
        for (int i = 0; i < before; i++) {
            if (rungs.get(i) instanceof Rung.Packet packet && packet.segment().from() == from && packet.segment().has(TcpFlags.FIN)
                    && packet.reach() == Reach.ARRIVED) {
                return packet;
            }
        }
        return null;
    }

    /// Says if one packet brought just these bytes, and the program read them soon.
    private boolean brought(int before, long bytes, Lane from, Span read) {
        for (int i = before - 1; i >= 0; i--) {
            if (rungs.get(i) instanceof Rung.Packet packet && packet.segment().from() == from && packet.segment().payload() > 0) {
                return packet.segment().payload() == bytes && packet.reach() == Reach.ARRIVED && read.end() - packet.at() < worth;
            }
        }
        return false;
    }
}
