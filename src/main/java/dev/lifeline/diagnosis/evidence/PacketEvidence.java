package dev.lifeline.diagnosis.evidence;

import dev.lifeline.analysis.packet.Challenges;
import dev.lifeline.analysis.packet.Hops;
import dev.lifeline.analysis.packet.SequenceHole;
import dev.lifeline.analysis.packet.SynAckRepeats;
import dev.lifeline.analysis.packet.Windows;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import java.util.ArrayList;
import java.util.List;

/// The packets of one connection, or of one attempt at it. Times are nanoseconds since the origin; -1 for never.
public final class PacketEvidence {

    /// Segments that passed again and are remembered; one more says no more.
    private static final int MOST_REPEATED = 64;

    /// Counts what one side sent, until the stage ended.
    public static final class Side {
        private long rst = -1;
        private boolean bareRst;
        private long fin = -1;
        private long finEnd = Long.MAX_VALUE;
        private boolean finAcknowledged;
        private boolean finRefused;
        private final SequenceHole hole = new SequenceHole();
        private long answered;
        private long beforeFin = 1;
        private int probes;
        private long acknowledged;
        private long window = -1;
        private long sent;
        private int again;
        private int segments;
        private boolean first;
        private int rstHops = -1;
        /// Its data that passed again: first number, the number after the last, bytes of the packet.
        private final List<long[]> repeated = new ArrayList<>();

        /// When its RST was seen; -1 for never.
        public long rst() {
            return rst;
        }

        /// Tells whether that RST had no ACK: so a kernel answers that has no socket for a segment (RFC 9293 section 3.5.2), where a
        /// program's own reset has one.
        boolean bareRst() {
            return bareRst;
        }

        /// When its first FIN was seen, be it after the stage; -1 for never.
        public long fin() {
            return fin;
        }

        /// Tells whether the other side acknowledged that FIN.
        boolean finAcknowledged() {
            return finAcknowledged;
        }

        /// Tells whether the other side answered that FIN, or what it sent after it, with a bare RST.
        boolean finRefused() {
            return finRefused;
        }

        /// Bytes of it that were never seen though later ones were, up to the first of these; 0 where none are missing.
        long hole() {
            return hole.bytes();
        }

        /// Tells whether all that it sent before the other side's FIN was acknowledged by the other side.
        boolean onlyAfterFin(Side other) {
            return other.fin >= 0 && beforeFin <= Math.max(1, other.acknowledged);
        }

        /// Bytes of the other side that it had acknowledged when it sent its last data.
        long answered() {
            return Math.max(0, answered - 1);
        }

        /// How many keep-alive probes it sent since the last packet of the other side.
        public int probes() {
            return probes;
        }

        /// Bytes of the other side's data that it acknowledged.
        long acknowledged() {
            return Math.max(0, acknowledged - 1);
        }

        /// Bytes of data that it sent, each counted once.
        public long sent() {
            return Math.max(0, sent - 1);
        }

        /// How many of its segments with data or FIN passed again.
        int again() {
            return again;
        }

        /// Tells whether its last segment said that it takes no more bytes.
        public boolean closedWindow() {
            return window == 0;
        }

        /// Tells whether bytes of it were seen, and those before them never.
        boolean headless() {
            return sent() > 0 && !first;
        }

        /// How many of its segments were seen.
        int segments() {
            return segments;
        }
    }

    private final long until;
    private final Side client = new Side();
    private final Side server = new Side();
    private final Windows windows = new Windows();
    private final List<Long> syns = new ArrayList<>();
    private String device;
    private long synAck = -1;
    private int synAckHops = -1;
    private final Challenges challenges = new Challenges();
    private final SynAckRepeats repeats = new SynAckRepeats();
    private long ack = -1;
    private int segments;

    /// @param until what came later belongs to the aftermath of the stage
    PacketEvidence(long until) {
        this.until = until;
    }

    void segment(TraceEvent event, SegmentSeen segment) {
        boolean fromServer = segment.from() == Lane.SERVER;
        boolean synAckNow = fromServer && segment.has(TcpFlags.SYN) && segment.has(TcpFlags.ACK);
        if (synAckNow && synAck < 0) {
            synAck = event.at();
            synAckHops = Hops.of(segment);
        }
        Side own = fromServer ? server : client;
        Side other = fromServer ? client : server;
        ends(event, segment, own, other);
        if (event.at() > until) {
            return;
        }
        segments++;
        if (challenges.saw(segment)) {
            return;
        }
        repeats.saw(segment);
        if (!fromServer && segment.has(TcpFlags.SYN)) {
            syns.add(event.at());
            device = device == null ? segment.packet().device() : device;
        } else if (!fromServer && synAck >= 0 && ack < 0 && segment.has(TcpFlags.ACK) && !segment.has(TcpFlags.RST)) {
            ack = event.at();
        }
        boolean probe = windows.probes(segment) && !windows.closed(segment.from() == Lane.SERVER ? Lane.CLIENT : Lane.SERVER);
        windows.saw(segment);
        // Whatever comes from the other side answers what was asked of it before.
        other.probes = probe || segment.has(TcpFlags.RST) ? other.probes : 0;
        if (other.fin < 0 && segment.payload() > 0) {
            own.beforeFin = Math.max(own.beforeFin, segment.sequence() + segment.payload());
        }
        side(event, segment, own, probe);
    }

    /// The FINs, be they sent after the stage: whether one is acknowledged tells of the way then.
    private static void ends(TraceEvent event, SegmentSeen segment, Side own, Side other) {
        if (segment.has(TcpFlags.FIN) && own.fin < 0) {
            own.fin = event.at();
            own.finEnd = segment.sequence() + segment.payload() + 1;
        }
        other.finRefused |= other.fin >= 0 && segment.has(TcpFlags.RST) && !segment.has(TcpFlags.ACK);
        other.finAcknowledged |= segment.has(TcpFlags.ACK) && segment.acknowledgement() >= other.finEnd;
    }

    private static void side(TraceEvent event, SegmentSeen segment, Side side, boolean probe) {
        if (segment.has(TcpFlags.ACK)) {
            side.acknowledged = Math.max(side.acknowledged, segment.acknowledgement());
        }
        side.segments++;
        if (segment.has(TcpFlags.RST)) {
            side.bareRst = side.rst < 0 ? !segment.has(TcpFlags.ACK) : side.bareRst;
            side.rstHops = side.rst < 0 ? Hops.of(segment) : side.rstHops;
            side.rst = side.rst < 0 ? event.at() : side.rst;
        } else if (!segment.has(TcpFlags.SYN)) {
            side.window = segment.window();
            side.sent = segment.payload() > 0 ? Math.max(side.sent, segment.sequence() + segment.payload()) : side.sent;
            side.answered = segment.payload() > 0 ? Math.max(side.answered, segment.acknowledgement()) : side.answered;
            side.probes += probe ? 1 : 0;
            side.again += !probe && segment.again() && (segment.payload() > 0 || segment.has(TcpFlags.FIN)) ? 1 : 0;
            side.first |= segment.payload() > 0 && segment.sequence() <= 1;
            side.hole.saw(segment.sequence(), segment.sequence() + segment.payload());
            if (segment.again() && segment.payload() > 1 && side.repeated.size() < MOST_REPEATED) {
                side.repeated.add(new long[] {segment.sequence(), segment.sequence() + segment.payload(),
                    segment.packet().length()});
            }
        }
    }

    /// How often the SYN-ACK came again after the client's ACK to it had passed, where nothing else came from the server after the
    /// last of them: up to then the server had not taken that ACK. 0 for never.
    public int untaken() {
        return repeats.untaken();
    }

    /// Tells whether the server sent something that one sends only over a connection: it had taken the client's ACK.
    boolean spoke() {
        return repeats.spoke();
    }

    /// The time to live, or hop limit, of the first SYN-ACK; -1 where it is not known.
    public int synAckHops() {
        return synAckHops;
    }

    /// The same of a side's first RST.
    public int rstHops(Lane lane) {
        return side(lane).rstHops;
    }

    /// How large the packets were, in bytes with their headers, in which a side sent its first unacknowledged byte again: the
    /// smallest of them; -1 where it was not sent again.
    long blockedLength(Lane lane) {
        long edge = Math.max(1, side(lane == Lane.SERVER ? Lane.CLIENT : Lane.SERVER).acknowledged);
        long smallest = -1;
        for (long[] each : side(lane).repeated) {
            if (each[0] <= edge && edge < each[1]) {
                smallest = smallest < 0 ? each[2] : Math.min(smallest, each[2]);
            }
        }
        return smallest;
    }

    public Side side(Lane lane) {
        return lane == Lane.SERVER ? server : client;
    }

    /// How often the server answered the SYN for an older connection of the same two ends.
    public int challenged() {
        return challenges.count();
    }

    /// How many packets were seen until the stage ended.
    int segments() {
        return segments;
    }

    /// How many SYNs of the client were seen.
    public int syns() {
        return syns.size();
    }

    /// When a SYN of the client was seen, the first with index 0.
    long syn(int index) {
        return syns.get(index);
    }

    /// The interface of the first SYN; `null` where that is not known.
    public String device() {
        return device;
    }

    /// When the first SYN-ACK was seen, be it after the stage had ended; -1 for never.
    long synAck() {
        return synAck;
    }

    /// When the client's first ACK after that was seen; -1 for never.
    public long ack() {
        return ack;
    }

    /// When the first RST or SYN-ACK of the server was seen; -1 for never.
    long answer() {
        return server.rst >= 0 && (synAck < 0 || server.rst < synAck) ? server.rst : synAck;
    }
}
