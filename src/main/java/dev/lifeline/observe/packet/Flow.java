package dev.lifeline.observe.packet;

import dev.lifeline.linux.wire.TcpSegment;
import dev.lifeline.linux.wire.WireEnd;
import java.util.ArrayList;
import java.util.List;

/// One connection on the wire, from its first SYN on: its sequence numbers and how far it came. For one thread.
final class Flow {

    /// When something has not happened.
    static final long NEVER = Long.MIN_VALUE;

    private static final int NO_DEVICE = -1;

    final FlowKey key;
    final long firstAt;
    final boolean synSeen;
    final long uncertainty;
    final PacketQuota allowance;
    /// Packets before it was claimed.
    final List<PendingPacket> held = new ArrayList<>();
    private final long initial;

    private final Direction toServer = new Direction();
    private Direction toClient = new Direction();
    private int scaleToServer = NO_DEVICE;
    private int scaleToClient = NO_DEVICE;
    private int deviceToServer = NO_DEVICE;
    private int deviceToClient = NO_DEVICE;
    private long finToServer = NEVER;
    private long finToClient = NEVER;
    private boolean finToServerAcked;
    private boolean finToClientAcked;
    private boolean reset;
    private boolean endSeen;

    private long lastSynAt = NEVER;
    private long synAckAt = NEVER;
    private long establishedAt = NEVER;
    private long refusedAt = NEVER;
    private long resetAt = NEVER;
    private long errorAt = NEVER;
    private boolean clientData;
    private FlowOwner owner;
    private WireEnd sentTo;

    /// @param first the first segment that was seen of it
    Flow(FlowKey key, TcpSegment first, Sighting sighting, PacketQuota allowance) {
        this.key = key;
        this.firstAt = sighting.at();
        this.uncertainty = sighting.uncertainty();
        this.synSeen = first.has(TcpSegment.SYN) && !first.has(TcpSegment.ACK);
        this.initial = first.sequence();
        this.allowance = allowance;
    }

    /// Tells whether this SYN begins another connection between the same two ends.
    boolean endedBy(TcpSegment syn) {
        return !synSeen || syn.sequence() != initial;
    }

    FlowOwner owner() {
        return owner;
    }

    void owner(FlowOwner its) {
        owner = its;
    }

    /// Its SYN left for this end: NAT of this machine changed its destination. `null` where it did not.
    WireEnd sentTo() {
        return sentTo;
    }

    void sentTo(WireEnd its) {
        sentTo = its;
    }

    long lastSynAt() {
        return lastSynAt;
    }

    long establishedAt() {
        return establishedAt;
    }

    long refusedAt() {
        return refusedAt;
    }

    /// When the server's side reset it, established or not.
    long resetAt() {
        return resetAt;
    }

    long errorAt() {
        return errorAt;
    }

    boolean clientData() {
        return clientData;
    }

    /// An error about one of its segments was seen.
    void error(long at) {
        if (errorAt == NEVER) {
            errorAt = at;
        }
    }

    /// Tells whether it is over, asked for the first time since it is.
    boolean endsNow() {
        boolean now = !endSeen && over();
        endSeen |= now;
        return now;
    }

    /// Tells whether nothing more is to come: reset, refused, or both FINs acknowledged.
    boolean over() {
        return reset || finToServerAcked && finToClientAcked;
    }

    /// A segment of this flow passes.
    ///
    /// @return it as part of the flow; `null` for another view of a packet that was seen on another interface
    FlowSegment pass(boolean fromClient, TcpSegment segment, Sighting sighting) {
        Direction here = fromClient ? toServer : toClient;
        Direction there = fromClient ? toClient : toServer;
        boolean syn = segment.has(TcpSegment.SYN);
        boolean fin = segment.has(TcpSegment.FIN);
        boolean ack = segment.has(TcpSegment.ACK);
        if (!fromClient && syn && synAckAt == NEVER && here.known()) {
            // What came before was of an older connection of the same ends, with numbers of its own (a challenge ACK, RFC 5961).
            toClient = new Direction();
            here = toClient;
        }
        if (!here.known()) {
            // The reset that answers a SYN has no numbers of its own.
            here.begin(segment.sequence(), syn || segment.has(TcpSegment.RST));
        }
        long start = here.relative(segment.sequence());
        long end = start + segment.payload() + (syn ? 1 : 0) + (fin ? 1 : 0);
        if (!seenHere(fromClient, sighting.device(), end > here.next())) {
            return null;
        }
        // On a connection that never sent anything it has the number of the SYN.
        boolean probe = end == start && start == here.next() - 1 && !segment.has(TcpSegment.RST) && ack;
        boolean again = here.pass(start, end) | probe;
        if (ack && !there.known()) {
            there.begin(segment.acknowledgement(), false);
        }
        long acknowledged = ack ? there.relative(segment.acknowledgement()) : 0;
        note(fromClient, segment, sighting.at(), fin ? end : NEVER, acknowledged);
        return new FlowSegment(fromClient, segment.flags(), start, acknowledged, segment.payload(), window(fromClient, segment),
                again);
    }

    /// A bridge or a bond shows one packet on several interfaces. Each direction is read where it was seen first, until something
    /// new comes by another way.
    private boolean seenHere(boolean fromClient, int device, boolean isNew) {
        int its = fromClient ? deviceToServer : deviceToClient;
        if (its != NO_DEVICE && its != device && !isNew) {
            return false;
        }
        if (fromClient) {
            deviceToServer = device;
        } else {
            deviceToClient = device;
        }
        return true;
    }

    private void note(boolean fromClient, TcpSegment segment, long at, long fin, long acknowledged) {
        boolean syn = segment.has(TcpSegment.SYN);
        boolean ack = segment.has(TcpSegment.ACK);
        boolean rst = segment.has(TcpSegment.RST);
        // Before the SYN-ACK it answers a challenge ACK: the SYN is sent again.
        reset |= rst && !(fromClient && synAckAt == NEVER && toClient.known());
        if (fromClient) {
            clientData |= segment.payload() > 0;
            if (syn) {
                lastSynAt = at;
                scaleToServer = segment.options().windowScale();
            } else if (ack && !rst && synAckAt != NEVER && establishedAt == NEVER) {
                establishedAt = at;
            }
            finToServer = Math.max(finToServer, fin);
            finToClientAcked |= ack && finToClient != NEVER && acknowledged >= finToClient;
        } else {
            if (syn) {
                synAckAt = synAckAt == NEVER ? at : synAckAt;
                scaleToClient = segment.options().windowScale();
            } else if (rst && resetAt == NEVER) {
                resetAt = at;
                refusedAt = establishedAt == NEVER ? at : NEVER;
            }
            finToClient = Math.max(finToClient, fin);
            finToServerAcked |= ack && finToServer != NEVER && acknowledged >= finToServer;
        }
    }

    /// RFC 7323 section 2.2: scaled where both sides offered it, and never in a SYN.
    private long window(boolean fromClient, TcpSegment segment) {
        boolean scaled = scaleToServer >= 0 && scaleToClient >= 0 && !segment.has(TcpSegment.SYN);
        return scaled ? (long) segment.window() << (fromClient ? scaleToServer : scaleToClient) : segment.window();
    }
}
