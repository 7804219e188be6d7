package dev.lifeline.analysis.packet;

import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.PacketEvent.ErrorSeen;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;

/// The packets of one connection by which programs are measured: its handshake, and the first data of either side.
///
/// It begins with a SYN; of a connection whose SYN was not seen nothing is concluded. All times are nanoseconds since the origin,
/// and -1 where the packet was not seen.
public final class PacketFlow {

    /// Repetitions of the SYN whose times are kept; of more than this many only their number is.
    public static final int MOST_TOLD = 4;

    private final FourTuple tuple;
    private final int connection;
    private final int attempt;
    private final long synAt;
    private final long[] again = new long[MOST_TOLD];
    private int agains;
    private long lastSyn;
    private long synAckAt = -1;
    private int synAcks;
    private long ackAt = -1;
    private long lastAckAt = -1;
    private boolean answered;
    private final Challenges challenges = new Challenges();
    private final SynAckRepeats repeats = new SynAckRepeats();
    private long endedAt = -1;
    private ErrorSeen error;
    private final long[] dataAt = {-1, -1, -1};
    private long uncertainty;
    private final StreamPackets stream = new StreamPackets();

    /// A life that begins with this SYN.
    ///
    /// @param tuple as the client sees it
    PacketFlow(TraceEvent event, FourTuple tuple, SegmentSeen syn) {
        this.tuple = tuple;
        connection = event.connection();
        attempt = event.attempt();
        synAt = event.at();
        lastSyn = synAt;
        uncertainty = syn.packet().uncertainty();
        challenges.saw(syn);
    }

    void accept(long at, SegmentSeen segment) {
        uncertainty = Math.max(uncertainty, segment.packet().uncertainty());
        boolean client = segment.from() == Lane.CLIENT;
        if (challenges.saw(segment)) {
            return;
        }
        stream.accept(at, segment);
        if (segment.has(TcpFlags.RST)) {
            end(at, null);
        } else if (segment.has(TcpFlags.SYN)) {
            if (client) {
                synAgain(at);
            } else {
                synAckAt = synAckAt < 0 ? at : synAckAt;
                synAcks++;
                answered = false;
            }
        } else if (client && segment.has(TcpFlags.ACK) && synAckAt >= 0 && !answered) {
            // A server that had no room drops the ACK and sends its SYN-ACK again: the ACK to the last of them counts.
            answered = true;
            ackAt = ackAt < 0 ? at : ackAt;
            lastAckAt = at;
        }
        repeats.saw(segment);
        int from = segment.from().ordinal();
        if (segment.payload() > 0 && segment.sequence() == 1 && dataAt[from] < 0) {
            dataAt[from] = at;
        }
    }

    void accept(long at, ErrorSeen error) {
        end(at, error);
    }

    /// @param how the ICMP error that ended the attempt; `null` for a reset
    private void end(long at, ErrorSeen how) {
        if (ackAt < 0 && endedAt < 0) {
            endedAt = at;
            error = how;
        }
    }

    private void synAgain(long at) {
        if (agains < MOST_TOLD) {
            again[agains] = at - synAt;
        }
        agains++;
        lastSyn = at;
    }

    /// As the client sees it.
    public FourTuple tuple() {
        return tuple;
    }

    public int connection() {
        return connection;
    }

    public int attempt() {
        return attempt;
    }

    /// Tells when the first SYN was seen.
    public long synAt() {
        return synAt;
    }

    public long synAckAt() {
        return synAckAt;
    }

    /// Tells how often the SYN was sent again.
    public int repeats() {
        return agains;
    }

    /// Tells how long after the first SYN a repetition was sent, in nanoseconds.
    ///
    /// @param i which, from 0; less than [#repeats] and [#MOST_TOLD]
    public long repeatedAfter(int i) {
        return again[i];
    }

    /// Tells when the last SYN was seen.
    public long lastSynAt() {
        return lastSyn;
    }

    /// Tells how often the SYN-ACK was seen.
    public int synAcks() {
        return synAcks;
    }

    /// Tells how often the server answered the SYN for an older connection of the same two ends.
    public int challenged() {
        return challenges.count();
    }

    /// Says if a reset ended the attempt before the handshake was complete.
    public boolean wasReset() {
        return endedAt >= 0 && error == null;
    }

    /// The ICMP error that ended the attempt before the handshake was complete, or `null`.
    public ErrorSeen error() {
        return error;
    }

    /// Says if the server sent its SYN-ACK again after the client's ACK, and then nothing more: it had not taken that ACK.
    public boolean untaken() {
        return repeats.untaken() > 0;
    }

    /// Says if the client acknowledged the SYN-ACK.
    public boolean complete() {
        return ackAt >= 0;
    }

    /// Tells when the handshake's last packet was seen, or where it did not complete the last packet of the attempt.
    public long handshakeEnd() {
        return complete() ? ackAt : Math.max(endedAt, Math.max(lastSyn, synAckAt));
    }

    /// Tells when the ACK was seen that put the connection into the accept queue; -1 where none was seen up to then.
    ///
    /// @param until when accept had returned: nothing later can have put it there
    public long queuedAt(long until) {
        if (lastAckAt >= 0 && lastAckAt <= until) {
            return lastAckAt;
        }
        return ackAt >= 0 && ackAt <= until + uncertainty ? Math.min(ackAt, until) : -1;
    }

    /// Tells when the first data of a side was seen.
    ///
    /// @param from CLIENT or SERVER
    public long dataAt(Lane from) {
        return dataAt[from.ordinal()];
    }

    /// Data, acknowledgements, FINs and resets of both sides.
    public StreamPackets stream() {
        return stream;
    }

    /// Tells how exact the times are, in nanoseconds: as the least exact of them.
    public long uncertainty() {
        return uncertainty;
    }
}
