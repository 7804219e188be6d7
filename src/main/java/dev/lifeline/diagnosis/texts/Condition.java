package dev.lifeline.diagnosis.texts;

import dev.lifeline.diagnosis.ThisMachine;
import dev.lifeline.diagnosis.evidence.ConnectFindings;
import dev.lifeline.diagnosis.evidence.EvidenceFigures;
import dev.lifeline.diagnosis.evidence.EvidenceFinding;
import dev.lifeline.diagnosis.evidence.PacketEvidence;
import dev.lifeline.diagnosis.evidence.PortEvidence;
import dev.lifeline.diagnosis.evidence.StageEvidence;
import dev.lifeline.diagnosis.evidence.StreamFindings;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.ProtocolSign;
import java.util.HashMap;
import java.util.Map;

/// A circumstance that makes a text fit: the word for it in the data files, and when it holds.
///
/// Those that come after [#CAPTURED] are about what the kernel or the wire said, and hold only where somebody looked.
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
    /// Only the client was watched.
    SERVER_UNSEEN("server-unseen"),
    /// The other side's program had closed with a reset, says its own lane.
    PEER_RESET("peer-reset"),
    /// The other side's program had closed without one, says its own lane.
    PEER_CLOSED("peer-closed"),
    /// A name was to be looked up, and the target is an address.
    LITERAL("literal"),
    /// A source address was asked for.
    SOURCE("source"),
    /// The local port is one of those that Unix systems reserve (1 to 1023).
    LOW_PORT("low-port"),
    /// The local port was left to the kernel.
    ANY_PORT("any-port"),
    /// The address that was asked for, or one that the name has, is the unspecified one, which is no destination.
    UNSPECIFIED("unspecified"),
    /// The target is an address, whatever its stage.
    LITERAL_TARGET("literal-target"),
    /// A resolver put a search domain behind the name, and answered for that.
    COMPLETED("completed"),
    /// The other end is a link-local address of IPv6 that does not say on which interface.
    ZONELESS("zoneless"),
    /// The stage took less time than the shortest wait for a resolver.
    QUICK("quick"),
    /// The look-up took most of the time, a second at least.
    SLOW_LOOKUP("slow-lookup"),
    /// Connect took most of the time, a second at least.
    SLOW_CONNECT("slow-connect"),
    /// The first byte took most of the time, a second at least.
    SLOW_ANSWER("slow-answer"),
    /// At the last look before that byte no program had accepted the connection.
    SEEN_WAITING("seen-waiting"),
    /// Nothing had been read on this connection.
    NO_BYTES("no-bytes"),
    /// Something had been read on this connection.
    SOME_BYTES("some-bytes"),
    /// This side had written something.
    SENT("sent"),
    /// This side had written nothing.
    UNSENT("unsent"),
    /// This side had written one byte.
    ONE_BYTE("one-byte"),
    /// Bytes that show no TLS were answered by a TLS alert.
    TLS_ANSWERED("tls-answered"),
    /// The answer is one of HTTP that says that the port is for HTTPS.
    HTTPS_WANTED("https-wanted"),
    /// A TLS hello was answered in plain HTTP.
    HTTP_ANSWERED("http-answered"),
    /// Bytes that are not of SSH met its identification.
    SSH_ANSWERED("ssh-answered"),
    /// The first bytes of a client are a TLS hello.
    TLS_CALLED("tls-called"),
    /// The first bytes of a client are the identification of SSH.
    SSH_CALLED("ssh-called"),
    /// Bytes went out or came in.
    MOVED("moved"),
    /// The system's message came with the failure.
    MESSAGE("message"),
    /// The failure has no code that this version knows.
    CODE_UNKNOWN("code-unknown"),

    /// The name was looked up.
    LOOKED_UP("looked-up"),
    /// The name was looked up, and was no address.
    RESOLVED("resolved"),
    /// The kernel's choice of a way there is known.
    ROUTE_CHOSEN("route-chosen"),
    /// The interface of that way is known.
    DEVICE("device"),
    /// The server listened.
    LISTENED("listened"),
    /// The server accepted a connection.
    ACCEPTED("accepted"),
    /// There was a connection.
    CONNECTED("connected"),
    /// The connection's two ends are one socket.
    ITSELF("itself"),
    /// The wait for the first byte ended without an error, or there was none to wait for.
    FIRST_BYTE_PASSED("first-byte-passed"),
    /// The wait for the first byte ended without an error.
    FIRST_BYTE_ENDED("first-byte-ended"),
    /// It ended because nothing came.
    QUIET("quiet"),
    /// This side closed its output, in order as far as it saw.
    CLOSED("closed"),
    /// This side had not ended its stream.
    UNSHUT("unshut"),
    /// The calls of this side are those of an orderly close: it read the end of the other's stream, and ended its own.
    CLOSED_IN_ORDER("closed-in-order"),
    /// The other side's own lane says the same.
    BOTH_SAID("both-said"),
    /// This side closed with a reset.
    CLOSED_BY_RESET("closed-by-reset"),
    /// This side gave up waiting for the other's end.
    GIVEN_UP("given-up"),
    /// A stage that was planned was passed by no connection.
    NOT_PASSED("not-passed"),
    /// There was an expectation that held.
    EXPECTATION_HELD("expectation-held"),
    /// Bytes came where an expectation did not hold.
    CAME("came"),
    /// Somebody ended the run by a signal.
    SIGNALLED("signalled"),
    /// A stage was under way when the run ended.
    UNDER_WAY("under-way"),
    /// The end that the stage goes to is known.
    END_KNOWN("end-known"),
    /// The end that an attempt of a race went to is known.
    ATTEMPT_END("attempt-end"),
    /// The recorder had no room for some events.
    DROPPED("dropped"),
    /// There are two of what is counted.
    TWO("two"),

    /// The capture holds the SYN of this attempt.
    CAPTURED("captured"),
    /// The SYN passed several times, and the times of packets can be trusted.
    SYN_AGAIN("syn-again"),
    /// The interface of the SYN is known.
    SYN_DEVICE("syn-device"),
    /// The capture holds a RST of the other side.
    RST("rst"),
    /// Both FINs were captured, and no RST.
    FINS("fins"),
    /// Bytes of this side were surely not read.
    NEVER_READ("never-read"),
    /// Bytes came that were sent after all of this side's had arrived.
    ANSWERED_ALL("answered-all"),
    /// All bytes of the other end were sent before any of this side's had arrived.
    SPOKE_FIRST("spoke-first"),
    /// This side's FIN, sent after the stage, was acknowledged.
    FIN_TAKEN("fin-taken"),
    /// It was not, as far as it was watched.
    FIN_OPEN("fin-open"),
    /// Bytes lay unread at the other end when it was last seen open.
    LEFT_UNREAD("left-unread"),
    /// That RST came before the stage began.
    RST_BEFORE("rst-before"),
    /// The capture holds the ACK that ends the handshake.
    ACK("ack"),
    /// The capture holds acknowledgements of all that this side sent.
    ACKED_ALL("acked-all"),
    /// The capture holds no acknowledgement of what this side sent.
    ACKED_NONE("acked-none"),
    /// The capture's last segment of the other side says that its window is closed.
    WINDOW_CAPTURED("window-captured"),
    /// The capture lost packets: nothing follows from what it does not hold.
    LOST("lost"),
    /// The capture missed nothing that it knows of.
    GAPLESS("gapless"),
    /// A source of evidence lost something.
    LOSS("loss"),
    /// It was the capture.
    PACKET_LOSS("packet-loss"),
    /// Nobody counted how much.
    LOSS_UNCOUNTED("loss-uncounted"),
    /// The wall clock was set.
    STEPPED("stepped"),
    /// It was set back.
    SET_BACK("set-back"),
    /// The kernel says that it sent its SYN again.
    RESENT("resent"),
    /// The kernel's timer for the SYN ran out, and it sent nothing.
    HELD("held"),
    /// The kernel has no route wire.side(witness.peer()).
    NO_ROUTE("no-route"),
    /// The socket has another source than the kernel's route had promised.
    DISAGREED("disagreed"),
    /// The ICMP error was captured; else the socket's error queue told it.
    ICMP_CAPTURED("icmp-captured"),
    /// The ICMP error is of ICMPv6.
    ICMP_V6("icmp-v6"),
    /// The ICMP error says by its code that a rule forbids.
    PROHIBITED("prohibited"),
    /// The listener's accept queue had room when it was looked at.
    QUEUE_ROOM("queue-room"),
    /// The listener was looked at during the stage.
    LISTENER_LOOKED("listener-looked"),
    /// The last look at the listener was before the end of the wait.
    LISTENER_OLD("listener-old"),
    /// The last look at the other end was before the end of the wait.
    PEER_OLD("peer-old"),
    /// The last look at this end was before the end of the wait.
    OWN_OLD("own-old"),
    /// Bytes lay unread at the other end.
    PEER_UNREAD("peer-unread"),
    /// A listener of this machine dropped an ACK because it waits for data.
    DEFERRED("deferred"),
    /// The other end's window is closed, and bytes of this side are not acknowledged.
    STOPPED("stopped"),
    /// The socket table says how often something was sent again.
    AGAIN_BY_SOCKET("again-by-socket"),
    /// This side's kernel has the acknowledgement of all that was sent.
    ACKED_BY_SOCKET("acked-by-socket"),
    /// The connection waited in the accept queue at the last look.
    IN_ACCEPT_QUEUE("in-accept-queue"),
    /// All that was written had been acknowledged in the end.
    ALL_ACKNOWLEDGED("all-acknowledged"),
    /// Segments had to be sent again.
    SENT_AGAIN("sent-again"),
    /// An end was seen in TIME_WAIT.
    TIME_WAIT("time-wait"),
    /// The capture holds the client's handshake, and the times of packets can be trusted.
    HANDSHAKE_TIMED("handshake-timed"),
    /// Connect returned after the SYN-ACK had come.
    CONNECT_LAG("connect-lag"),
    /// This tool looked into the socket table, on the thread of the program.
    OWN_LOOKS("own-looks"),
    /// The socket that has the address listens.
    HOLDER_LISTENS("holder-listens"),
    /// It is bound, and neither listens nor is connected.
    HOLDER_BOUND("holder-bound"),
    /// It is connected.
    HOLDER_CONNECTED("holder-connected"),
    /// It waits in TIME_WAIT, as all that have the address do.
    HOLDER_WAITS("holder-waits"),
    /// The process that holds it is known.
    HOLDER_KNOWN("holder-known"),
    /// The table showed no socket that has the address.
    NO_HOLDER("no-holder"),
    /// This kernel does not show sockets that are bound and no more.
    BOUND_HIDDEN("bound-hidden"),
    /// A listener was there that takes connections to the address.
    LISTENS_THERE("listens-there"),
    /// The port has listeners, at other addresses only.
    LISTENS_ELSEWHERE("listens-elsewhere"),
    /// The port has no listener.
    LISTENS_NOWHERE("listens-nowhere");

    private static final Map<String, Condition> BY_LABEL = new HashMap<>();

    static {
        for (Condition condition : values()) {
            BY_LABEL.put(condition.label, condition);
        }
    }

    private final String label;

    Condition(String label) {
        this.label = label;
    }

    /// The condition for a word of a data file; `null` where there is none.
    static Condition of(String label) {
        return BY_LABEL.get(label);
    }

    /// Tells whether it holds.
    boolean holds(Circumstances of) {
        EvidenceFigures seen = of.figures();
        if (ordinal() >= CAPTURED.ordinal() && seen == null) {
            return false;
        }
        StageEvidence witness = seen == null ? null : seen.witness();
        PacketEvidence wire = seen == null ? null : witness.wire();
        return switch (this) {
            case CLIENT -> of.run().lane() != Lane.SERVER;
            case SERVER -> of.run().lane() == Lane.SERVER;
            case LOCAL -> ThisMachine.hasOtherEnd(of.facts(), of.run());
            case REMOTE -> !of.hold(LOCAL);
            case WATCHED -> of.facts().mode() == Mode.LOOPBACK;
            case SERVER_UNSEEN -> of.facts().mode() == Mode.CLIENT;
            case PEER_RESET -> of.closedByPeer() == CloseKind.RESET;
            case PEER_CLOSED -> of.closedByPeer() == CloseKind.ORDERLY || of.closedByPeer() == CloseKind.HALF;
            case LITERAL -> of.run().stage() == Stage.LOOKUP && of.target().isAddress();
            case SOURCE -> of.run().local() != null;
            case LOW_PORT -> of.run().local() != null && of.run().local().port() > 0 && of.run().local().port() < 1024;
            case ANY_PORT -> of.run().local() != null && of.run().local().port() == Endpoint.UNKNOWN_PORT;
            case UNSPECIFIED -> of.hold(CLIENT) && of.names().unspecified() != null;
            case LITERAL_TARGET -> of.target().isAddress();
            case COMPLETED -> of.names().searchDomain() != null;
            case ZONELESS -> NamesAsked.isZoneless(of.remote());
            case QUICK -> of.run().took() >= 0 && of.run().took() < NamesAsked.SHORTEST_WAIT;
            case SLOW_LOOKUP -> of.names().slow();
            case SLOW_CONNECT -> of.slow() != null && !of.slow().isAnswer();
            case SLOW_ANSWER -> of.slow() != null && of.slow().isAnswer();
            case SEEN_WAITING -> of.slow() != null && of.slow().queued() != null;
            case NO_BYTES -> of.side().read() == 0;
            case SOME_BYTES -> of.side().read() > 0;
            case SENT -> of.side().written() > 0;
            case UNSENT -> of.side().written() == 0;
            case ONE_BYTE -> of.side().written() == 1;
            case TLS_ANSWERED -> of.protocols().tlsAnswered();
            case HTTPS_WANTED -> of.protocols().answered(ProtocolSign.HTTPS_WANTED);
            case HTTP_ANSWERED -> of.protocols().httpAnswered();
            case SSH_ANSWERED -> of.protocols().sshAnswered();
            case TLS_CALLED -> of.protocols().called(ProtocolSign.TLS_HELLO);
            case SSH_CALLED -> of.protocols().called(ProtocolSign.SSH);
            case MOVED -> of.side().written() > 0 || of.side().read() > 0;
            case MESSAGE -> of.run().failure() != null && of.run().failure().message() != null
                    && !of.run().failure().message().isBlank();
            case CODE_UNKNOWN -> of.run().failure() != null && of.run().failure().code() == ErrorCode.UNKNOWN;

            case LOOKED_UP -> of.outcome(Stage.LOOKUP) != null;
            case RESOLVED -> of.outcome(Stage.LOOKUP) instanceof Outcome.Answers answers
                    && answers.source() != LookupSource.LITERAL;
            case ROUTE_CHOSEN -> of.outcome(Stage.ROUTE) instanceof Outcome.RouteChosen;
            case DEVICE -> of.outcome(Stage.ROUTE) instanceof Outcome.RouteChosen route && route.device() != null;
            case LISTENED -> of.outcome(Stage.BIND) instanceof Outcome.Listening;
            case ACCEPTED -> of.facts().accepted() > 0;
            case CONNECTED -> of.side().tuple() != null;
            case ITSELF -> of.side().withItself();
            case FIRST_BYTE_PASSED -> of.side().passed(Stage.FIRST_BYTE);
            case FIRST_BYTE_ENDED -> of.side().outcome(Stage.FIRST_BYTE) != null;
            case QUIET -> of.side().quiet();
            case CLOSED -> of.closed() == CloseKind.ORDERLY || of.closed() == CloseKind.HALF;
            case CLOSED_IN_ORDER -> of.closed() == CloseKind.ORDERLY;
            case UNSHUT -> !of.side().hasShut() && of.facts().dropped() == 0;
            case BOTH_SAID -> of.otherClosed() == CloseKind.ORDERLY;
            case CLOSED_BY_RESET -> of.closed() == CloseKind.RESET;
            case GIVEN_UP -> of.closed() == CloseKind.ABANDONED;
            case NOT_PASSED -> !of.facts().notPassed(of.run().lane()).isEmpty();
            case EXPECTATION_HELD -> of.facts().expectationHeld();
            case CAME -> of.facts().unheld() != null && !of.facts().unheld().observed().isEmpty();
            case SIGNALLED -> of.facts().interrupted() != null;
            case UNDER_WAY -> !of.facts().underWay().isEmpty();
            case END_KNOWN -> of.run().remote() != null;
            case ATTEMPT_END -> of.attemptEnd() != null;
            case DROPPED -> of.facts().dropped() != 0;
            case TWO -> "2".equals(of.value(Placeholder.COUNT));

            case CAPTURED -> wire.syns() > 0;
            case SYN_AGAIN -> wire.syns() > 1 && witness.stepped() == null;
            case SYN_DEVICE -> wire.device() != null;
            case RST -> wire.side(witness.peer()).rst() >= 0;
            case FINS -> seen.bothFins();
            case NEVER_READ -> seen.neverRead() > 0;
            case ANSWERED_ALL -> seen.answeredAll();
            case SPOKE_FIRST -> seen.spokeFirst();
            case FIN_TAKEN -> seen.finTaken();
            case FIN_OPEN -> seen.finOpen() >= 0;
            case LEFT_UNREAD -> seen.leftUnread() > 0;
            case RST_BEFORE -> seen.resetBefore() > 0;
            case ACK -> wire.ack() >= 0;
            case ACKED_ALL -> seen.acknowledged() == seen.sent();
            case ACKED_NONE -> seen.acknowledged() == 0;
            case WINDOW_CAPTURED -> wire.side(witness.peer()).closedWindow();
            case LOST -> !witness.gapless();
            case GAPLESS -> witness.gapless();
            case LOSS -> witness.lost() != null;
            case PACKET_LOSS -> witness.lost() != null && witness.lost().source().equals("packet");
            case LOSS_UNCOUNTED -> witness.lost() != null && witness.lost().count() < 0;
            case STEPPED -> witness.stepped() != null;
            case SET_BACK -> witness.stepped() != null && witness.stepped().by() < 0;
            case RESENT -> ConnectFindings.resent(witness);
            case HELD -> ConnectFindings.held(witness);
            case NO_ROUTE -> witness.route() != null && witness.route().type() == RouteType.NONE;
            case DISAGREED -> witness.disagreed() != null;
            case ICMP_CAPTURED -> witness.icmp() != null && witness.icmp().captured();
            case ICMP_V6 -> witness.icmp() != null && witness.icmp().v6();
            case PROHIBITED -> witness.icmp() != null && witness.icmp().prohibited();
            case QUEUE_ROOM -> seen.queueRoom();
            case LISTENER_LOOKED -> witness.sockets().listener() != null;
            case LISTENER_OLD -> EvidenceFigures.age(seen.listener()) > 0;
            case PEER_OLD -> seen.age(witness.peer()) > 0;
            case OWN_OLD -> seen.age(of.run().lane()) > 0;
            case PEER_UNREAD -> seen.unread(witness.peer()) > 0;
            case DEFERRED -> witness.deferred();
            case STOPPED -> seen.stopped();
            case AGAIN_BY_SOCKET -> seen.againBySocket();
            case ACKED_BY_SOCKET -> seen.ackedBySocket();
            case IN_ACCEPT_QUEUE -> of.hold(NO_BYTES) && StreamFindings.unaccepted(witness) == EvidenceFinding.NOT_ACCEPTED;
            case ALL_ACKNOWLEDGED -> seen.allAcknowledged();
            case SENT_AGAIN -> seen.segmentsAgain() > 0;
            case TIME_WAIT -> seen.timeWaitHolder() != null;
            case HANDSHAKE_TIMED -> seen.handshakeTook() >= 0;
            case CONNECT_LAG -> seen.connectLag() > 0;
            case OWN_LOOKS -> of.facts().trace().header().available("sockdiag");
            default -> ofPort(witness.port());
        };
    }

    /// Tells whether one of those about the look at a port holds; without a look (`null`) none does.
    private boolean ofPort(PortEvidence port) {
        return port != null && switch (this) {
            case HOLDER_LISTENS -> port.holderListens();
            case HOLDER_BOUND -> port.holderBound();
            case HOLDER_CONNECTED -> port.holderConnected();
            case HOLDER_WAITS -> port.holderWaits();
            case HOLDER_KNOWN -> port.holder() != null && port.holder().process() > 0;
            case NO_HOLDER -> port.nobody();
            case BOUND_HIDDEN -> !port.look().bound();
            case LISTENS_THERE -> port.listensThere();
            case LISTENS_ELSEWHERE -> port.listensElsewhere();
            case LISTENS_NOWHERE -> port.listensNowhere();
            default -> throw new IllegalStateException(label + " is not about a port");
        };
    }
}
