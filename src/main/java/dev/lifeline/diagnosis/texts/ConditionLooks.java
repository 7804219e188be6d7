package dev.lifeline.diagnosis.texts;

import dev.lifeline.analysis.packet.NameReply;
import dev.lifeline.analysis.socket.PortEvidence;
import dev.lifeline.analysis.socket.ThisMachine;
import dev.lifeline.diagnosis.evidence.ConnectFindings;
import dev.lifeline.diagnosis.evidence.EvidenceFigures;
import dev.lifeline.diagnosis.evidence.EvidenceFinding;
import dev.lifeline.diagnosis.evidence.PacketEvidence;
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
import dev.lifeline.model.protocol.ProtocolSign;
import dev.lifeline.model.tls.AlertDescription;

/// Looks that say which [Condition] holds. Those about the kernel and the wire hold only where somebody looked.
final class ConditionLooks {

    /// From which length on a stage of the program is told, in nanoseconds: loading of classes, the tool's own looks and the lag of
    /// its thread make a wait of microseconds 20 ms long, in the first connection of a run.
    private static final long LONG_WAIT = 50_000_000;

    private ConditionLooks() {
    }

    /// Tells whether it holds.
    static boolean holds(Condition condition, Circumstances of) {
        EvidenceFigures seen = of.figures();
        if (condition.ordinal() >= Condition.CAPTURED.ordinal() && seen == null) {
            return false;
        }
        StageEvidence witness = seen == null ? null : seen.witness();
        PacketEvidence wire = seen == null ? null : witness.wire();
        PortEvidence port = seen == null ? null : witness.port();
        return switch (condition) {
            case CLIENT -> of.run().lane() != Lane.SERVER;
            case SERVER -> of.run().lane() == Lane.SERVER;
            case LOCAL -> ThisMachine.hasOtherEnd(of.facts().index(), of.run().lane(), of.run().connection(), of.run().local(),
                    of.run().remote());
            case REMOTE -> !of.hold(Condition.LOCAL);
            case WATCHED -> of.facts().mode() == Mode.LOOPBACK;
            case SERVER_UNSEEN -> of.facts().mode() == Mode.CLIENT;
            case PEER_RESET -> of.closedByPeer() == CloseKind.RESET;
            case PEER_CLOSED -> of.closedByPeer() == CloseKind.ORDERLY || of.closedByPeer() == CloseKind.HALF;
            case LITERAL -> of.run().stage() == Stage.LOOKUP && of.target().isAddress();
            case SOURCE -> of.run().local() != null;
            case LOW_PORT -> of.run().local() != null && of.run().local().port() > 0 && of.run().local().port() < 1024;
            case ANY_PORT -> of.run().local() != null && of.run().local().port() == Endpoint.UNKNOWN_PORT;
            case UNSPECIFIED -> of.hold(Condition.CLIENT) && of.names().unspecified() != null;
            case LITERAL_TARGET -> of.target().isAddress();
            case COMPLETED -> of.names().searchDomain() != null;
            case ZONELESS -> NamesAsked.isZoneless(of.remote());
            case QUICK -> of.run().took() >= 0 && of.run().took() < NamesAsked.SHORTEST_WAIT;
            case LONG -> of.run().took() >= LONG_WAIT;
            case SLOW_LOOKUP -> of.names().slow();
            case SLOW_CONNECT -> of.slow() != null && of.slow().isConnect();
            case SLOW_ANSWER -> of.slow() != null && of.slow().isAnswer();
            case SLOW_CLOSE -> of.slow() != null && of.slow().isClose();
            case STILL_COMING -> of.side().readByClose() > 0;
            case SEEN_WAITING -> of.slow() != null && of.slow().seenWaiting();
            case NO_BYTES -> of.side().read() == 0;
            case SOME_BYTES -> of.side().read() > 0;
            case SENT -> of.side().written() > 0;
            case UNSENT -> of.side().written() == 0;
            case ONE_BYTE -> of.side().written() == 1;
            case TLS_ANSWERED -> of.protocols().tlsAnswered();
            case HTTPS_WANTED -> of.protocols().answered(ProtocolSign.HTTPS_WANTED);
            case HTTP_ANSWERED -> of.protocols().httpAnswered();
            case SSH_ANSWERED -> of.protocols().sshAnswered();
            case OTHER_ANSWERED -> of.protocols().otherAnswered();
            case GREETED -> of.protocols().greeted();
            case TLS_CALLED -> of.protocols().called(ProtocolSign.TLS_HELLO);
            case SSH_CALLED -> of.protocols().called(ProtocolSign.SSH);
            case SECURED -> of.web().secured() != null;
            case RESUMED -> of.web().secured() != null && of.web().secured().resumed();
            case UNCHECKED -> of.web().tls().unchecked();
            case CERT_SEEN -> of.web().certificate() != null;
            case HELLO_OFFERED -> of.web().tls().offered() != null;
            case TLS_CAME -> of.web().tls().recordsRead() > 0;
            case ALERTED -> of.web().tls().received() != null && of.web().tls().received().number() >= 0;
            case HANDSHAKE_FAILURE -> of.web().tls().received() != null
                    && of.web().tls().received().number() == AlertDescription.HANDSHAKE_FAILURE.number();
            case RESPONDED -> of.web().responded() != null;
            case TLS_CUT -> of.web().tls().isCut();
            case END_UNSURE -> of.web().endUnsure();
            case LATER_REQUEST -> of.web().last() != null && of.web().last().number() > 1;
            case HEAD_WHOLE -> of.web().headWhole();
            case BODY_COUNTED -> of.web().came() >= 0;
            case MALFORMED -> of.web().last() != null && of.web().last().malformed() != null;
            case MOVED -> of.side().written() > 0 || of.side().read() > 0;
            case MESSAGE -> of.run().failure() != null && of.run().failure().message() != null
                    && !of.run().failure().message().isBlank();
            case CODE_UNKNOWN -> of.run().failure() != null && of.run().failure().code() == ErrorCode.UNKNOWN;

            case LOOKED_UP -> of.outcome(Stage.LOOKUP) != null;
            case RESOLVED -> of.outcome(Stage.LOOKUP) instanceof Outcome.Answers answers
                    && answers.source() != LookupSource.LITERAL;
            case ROUTE_CHOSEN -> of.routeSource() != null;
            case LISTENED -> of.outcome(Stage.BIND) instanceof Outcome.Listening;
            case ACCEPTED -> of.facts().accepted() > 0;
            case CONNECTED -> of.side().tuple() != null;
            case TOOK -> of.run().lane() == Lane.SERVER || of.side().read() > 0 || of.server() != null || of.hold(Condition.CLOSED_IN_ORDER)
                    || of.side().outcome(Stage.FIRST_BYTE) != null && !of.hold(Condition.QUIET) || seen != null && StreamFindings.took(witness);
            case ITSELF -> of.side().withItself();
            case FIRST_BYTE_PASSED -> of.side().passed(Stage.FIRST_BYTE);
            case QUIET -> of.side().quiet();
            case ENDED_EMPTY -> of.side().endedEmpty();
            case SPOKE_FIRST -> of.hold(Condition.CLIENT) && of.hold(Condition.UNSENT) && of.hold(Condition.SOME_BYTES) || seen != null && seen.spokeFirst();
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
            case OLD_CONNECTION -> wire.challenged() > 0;
            case SENT_ON -> witness.translated() != null && !witness.synElsewhere();
            case SYN_ELSEWHERE -> witness.synElsewhere();
            case ASKED -> of.questions().any();
            case SERVFAIL -> of.questions().some(NameReply.SERVER_FAILURE);
            case NAME_REFUSED -> of.questions().some(NameReply.REFUSED);
            case NAME_SILENT -> of.questions().silent();
            case NAME_UNREACHABLE -> of.questions().some(NameReply.UNREACHABLE);
            case NAME_HERE -> of.questions().here();
            case NOTHING_THERE -> of.questions().nothingThere();
            case NAME_SLOW -> of.questions().slow() != null;
            case SYN_AGAIN -> wire.syns() > 1 && witness.stepped() == null;
            case SYN_DEVICE -> wire.device() != null;
            case RST -> wire.side(witness.peer()).rst() >= 0;
            case FINS -> seen.bothFins();
            case NEVER_READ -> seen.neverRead() > 0;
            case ANSWERED_ALL -> seen.answeredAll();
            case FIN_TAKEN -> seen.finTaken();
            case FIN_OPEN -> seen.finOpen() >= 0;
            case FIN_REFUSED -> seen.finRefused();
            case HOLE -> seen.hole() > 0;
            case LEFT_UNREAD -> seen.leftUnread() > 0;
            case RST_TIMED -> seen.isRefusalTimed();
            case END_TIMED -> seen.endAfter() >= 0;
            case RST_BEFORE -> seen.resetBefore() > 0;
            case ACK -> wire.ack() >= 0;
            case ACKED_ALL -> seen.acknowledged() == seen.sent();
            case ACKED_NONE -> seen.acknowledged() == 0;
            case WINDOW_CAPTURED -> wire.side(witness.peer()).closedWindow();
            case UNTAKEN -> StreamFindings.untaken(witness) && !of.hold(Condition.TOOK);
            case FULL_SIZE -> seen.fullSize() > 0;
            case OTHER_HOPS -> seen.otherHops();
            case OWN_UNSEEN -> seen.ownUnseen();
            case LOST -> !witness.gapless();
            case GAPLESS -> witness.gapless();
            case LOSS -> witness.lost() != null;
            case PACKET_LOSS -> witness.lost() != null && witness.lost().source().equals("packet");
            case LOSS_UNCOUNTED -> witness.lost() != null && witness.lost().count() < 0;
            case STEPPED -> witness.stepped() != null;
            case SET_BACK -> witness.stepped() != null && witness.stepped().by() < 0;
            case RESENT -> ConnectFindings.resent(witness);
            case DEVICE -> seen.device() != null;
            case HELD -> ConnectFindings.held(witness);
            case NO_ROUTE -> witness.route() != null && witness.route().type() == RouteType.NONE;
            case DISAGREED -> witness.disagreed() != null;
            case ICMP_CAPTURED -> witness.icmp() != null && witness.icmp().captured();
            case ICMP_V6 -> witness.icmp() != null && witness.icmp().v6();
            case PROHIBITED -> witness.icmp() != null && witness.icmp().prohibited();
            case QUEUE_ROOM -> seen.queueRoom();
            case LISTENER_LOOKED -> witness.sockets().listener() != null;
            case LISTENER_SHARED -> witness.sockets().listenersAlike() > 1;
            case LISTENER_OLD -> EvidenceFigures.age(seen.listener()) > 0;
            case PEER_OLD -> seen.age(witness.peer()) > 0;
            case OWN_OLD -> seen.age(of.run().lane()) > 0;
            case PEER_UNREAD -> seen.unread(witness.peer()) > 0;
            case DEFERRED -> witness.deferred();
            case STOPPED -> seen.stopped();
            case AGAIN_BY_SOCKET -> seen.againBySocket();
            case ACKED_BY_SOCKET -> seen.ackedBySocket();
            case IN_ACCEPT_QUEUE -> of.hold(Condition.NO_BYTES) && StreamFindings.unaccepted(witness) == EvidenceFinding.NOT_ACCEPTED;
            case ALL_ACKNOWLEDGED -> seen.allAcknowledged();
            case SENT_AGAIN -> seen.segmentsAgain() > 0;
            case TIME_WAIT -> seen.timeWaitHolder() != null;
            case HANDSHAKE_TIMED -> seen.handshakeTook() >= 0;
            case CONNECT_LAG -> seen.connectLag() > 0;
            case OWN_LOOKS -> of.facts().trace().header().available("sockdiag");
            case HOLDER_LISTENS -> port != null && port.holderListens();
            case HOLDER_BOUND -> port != null && port.holderBound();
            case HOLDER_CONNECTED -> port != null && port.holderConnected();
            case HOLDER_WAITS -> port != null && port.holderWaits();
            case HOLDER_KNOWN -> port != null && port.holder() != null && port.holder().process() > 0;
            case NO_HOLDER -> port != null && port.nobody();
            case BOUND_HIDDEN -> port != null && !port.look().bound();
            case LISTENS_THERE -> port != null && port.listensThere();
            case LISTENS_ELSEWHERE -> port != null && port.listensElsewhere();
            case LISTENS_NOWHERE -> port != null && port.listensNowhere();
        };
    }
}
