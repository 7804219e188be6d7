package dev.lifeline.diagnosis.cause;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.diagnosis.EndpointMatch;
import dev.lifeline.diagnosis.Facts;
import dev.lifeline.diagnosis.RequestedTarget;
import dev.lifeline.diagnosis.UnfinishedStage;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Outcome;
import java.util.EnumSet;
import java.util.Set;

/// A circumstance that makes the same code at the same stage mean something else.
public enum Condition {
    /// The client met it.
    CLIENT("client"),
    /// The server met it.
    SERVER("server"),
    /// The other end is on this machine.
    LOCAL("local"),
    /// The other end is elsewhere, or nobody knows where.
    REMOTE("remote"),
    /// Both ends were watched: what the other side did is known from it, not concluded.
    WATCHED("watched"),
    /// The other side's program had closed with a reset, says its own lane.
    PEER_RESET("peer-reset"),
    /// The other side's program had closed without one, says its own lane.
    PEER_CLOSED("peer-closed"),
    /// The target is an address, not a name.
    LITERAL("literal"),
    /// A source address was asked for.
    SOURCE("source"),
    /// The local port is one of those that Unix systems reserve (1 to 1023).
    LOW_PORT("low-port"),
    /// Nothing had been read on this connection.
    NO_BYTES("no-bytes"),
    /// Something had been read on this connection.
    SOME_BYTES("some-bytes"),
    /// This side had written something.
    SENT("sent"),
    /// This side had written nothing.
    UNSENT("unsent"),
    /// The capture holds the SYN of this attempt ([StageEvidence] says so, as for those that follow).
    CAPTURED("captured"),
    /// The capture holds a RST of the other side.
    RST("rst"),
    /// The capture lost packets: nothing follows from what it does not hold.
    LOST("lost"),
    /// The kernel says that it sent its SYN again.
    RESENT("resent"),
    /// The kernel's timer for the SYN ran out, and it sent nothing.
    HELD("held"),
    /// The listener's accept queue had room when it was looked at.
    QUEUE_ROOM("queue-room"),
    /// The capture holds the ACK that ends the handshake.
    ACK("ack"),
    /// A listener of this machine dropped an ACK because it waits for data.
    DEFERRED("deferred"),
    /// The other end's window is closed, and bytes of this side are not acknowledged.
    STOPPED("stopped"),
    /// The ICMP error says by its code that a rule forbids.
    PROHIBITED("prohibited");

    private final String label;

    Condition(String label) {
        this.label = label;
    }

    /// The word that the data file uses.
    public static Condition of(String label) {
        for (Condition condition : values()) {
            if (condition.label.equals(label)) {
                return condition;
            }
        }
        throw new IllegalArgumentException("unknown condition " + label);
    }

    /// The circumstances of a stage.
    public static Set<Condition> of(Facts facts, UnfinishedStage run) {
        ConnectionSide story = facts.story(run.lane(), run.connection());
        Set<Condition> all = EnumSet.noneOf(Condition.class);
        all.add(run.lane() == Lane.SERVER ? SERVER : CLIENT);
        all.add(onThisMachine(facts, run, story.tuple()) ? LOCAL : REMOTE);
        all.add(story.read() > 0 ? SOME_BYTES : NO_BYTES);
        all.add(story.written() > 0 ? SENT : UNSENT);
        if (facts.mode() == Mode.LOOPBACK) {
            all.add(WATCHED);
            closed(facts, run, story, all);
        }
        if (run.stage() == Stage.LOOKUP && RequestedTarget.of(facts.trace().header().target()).isAddress()) {
            all.add(LITERAL);
        }
        if (run.local() != null) {
            all.add(SOURCE);
        }
        if (run.local() != null && run.local().port() > 0 && run.local().port() < 1024) {
            all.add(LOW_PORT);
        }
        return all;
    }

    private static void closed(Facts facts, UnfinishedStage run, ConnectionSide story, Set<Condition> all) {
        ConnectionSide peer = run.lane() == Lane.CLIENT ? facts.sides().serverOf(story.tuple()) : null;
        Outcome.Closed closed = peer == null ? null : peer.closedBy(run.ended());
        if (closed != null && closed.how() != CloseKind.ABANDONED) {
            all.add(closed.how() == CloseKind.RESET ? PEER_RESET : PEER_CLOSED);
        }
    }

    /// Whether the connection ended by what the other side's program did, so that no part of the path is missing.
    public static boolean endedByPeer(ErrorCode code, Set<Condition> conditions) {
        boolean end = code == ErrorCode.ECONNRESET || code == ErrorCode.EPIPE || code == ErrorCode.EOF;
        return end && (conditions.contains(PEER_RESET) || conditions.contains(PEER_CLOSED));
    }

    private static boolean onThisMachine(Facts facts, UnfinishedStage run, FourTuple tuple) {
        if (facts.mode() == Mode.LOOPBACK) {
            return true;
        }
        Endpoint remote = run.remote() != null || tuple == null ? run.remote() : tuple.remote();
        Endpoint local = run.local() != null || tuple == null ? run.local() : tuple.local();
        return remote != null && (EndpointMatch.isLoopback(remote.address()) || local != null && local.address().equals(remote.address())
                || seenHere(facts, run.lane(), remote));
    }

    /// Whether the kernel's route to the other end stays on this machine, or its socket table holds it.
    private static boolean seenHere(Facts facts, Lane own, Endpoint remote) {
        for (TraceEvent event : facts.kernel()) {
            if (event.body() instanceof KernelEvent.RouteAnswered answer) {
                if (answer.route().type() == RouteType.LOCAL && EndpointMatch.sameAddress(answer.destination(), remote)) {
                    return true;
                }
            } else if (event.body() instanceof KernelEvent.SocketSeen look && look.end() != own
                    && EndpointMatch.fit(remote, look.tuple().local())) {
                return true;
            }
        }
        return false;
    }
}
