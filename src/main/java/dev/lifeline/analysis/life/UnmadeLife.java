package dev.lifeline.analysis.life;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.packet.IcmpAnswer;
import dev.lifeline.analysis.packet.PacketFlow;
import dev.lifeline.analysis.socket.EndpointMatch;
import dev.lifeline.analysis.socket.PortEvidence;
import dev.lifeline.analysis.socket.ThisMachine;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Lane;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.ErrorOrigin;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.KernelEvent.PortLooked;
import dev.lifeline.model.event.KernelEvent.RouteAnswered;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.PacketEvent.ErrorSeen;

/// The life of a connection that never came about: at the route, or at connect.
final class UnmadeLife {

    private UnmadeLife() {
    }

    static Life of(LifeFacts facts, Span failed, ErrorCode code) {
        return switch (code) {
            case ECONNREFUSED -> refused(facts, failed);
            case ECONNRESET -> reset(facts, failed);
            case ENETUNREACH, EHOSTUNREACH, EHOSTDOWN -> unreachable(facts, failed, code);
            case TIMEOUT, ETIMEDOUT -> silence(facts, failed, code);
            // The errno of a blackhole and a prohibiting route (rtnetlink(7)).
            case EINVAL, EACCES -> route(facts, failed) == RouteType.BLACKHOLE || route(facts, failed) == RouteType.PROHIBIT
                    || icmp(facts, failed) != null ? unreachable(facts, failed, code) : FailedLife.other(facts, failed, code);
            default -> FailedLife.other(facts, failed, code);
        };
    }

    static Life unreachable(LifeFacts facts, Span failed, ErrorCode code) {
        IcmpAnswer icmp = icmp(facts, failed);
        return icmp == null ? new Life.Unreachable(null, null, false, false, explains(route(facts, failed), code), code)
                : unreachable(facts, failed, icmp, code);
    }

    private static Life unreachable(LifeFacts facts, Span failed, IcmpAnswer icmp, ErrorCode code) {
        return new Life.Unreachable(icmp.meaning(), EndpointMatch.bare(icmp.offender()), ofThisMachine(facts, failed, icmp),
                icmp.prohibited(), null, code);
    }

    /// The type of the kernel's route where that explains the failure; else `null`.
    private static RouteType explains(RouteType type, ErrorCode code) {
        boolean refuses = type == RouteType.BLACKHOLE && code == ErrorCode.EINVAL
                || type == RouteType.UNREACHABLE && code == ErrorCode.EHOSTUNREACH
                || type == RouteType.PROHIBIT && code == ErrorCode.EACCES || type == RouteType.NONE && code == ErrorCode.ENETUNREACH;
        return refuses ? type : null;
    }

    private static Life reset(LifeFacts facts, Span failed) {
        PacketFlow flow = facts.flow();
        boolean seen = flow != null && flow.stream().rstAt(Lane.SERVER) >= 0;
        boolean complete = seen && flow.complete();
        long since = !seen ? -1 : complete ? flow.handshakeEnd() : flow.lastSynAt();
        return new Life.Reset(seen ? Lane.SERVER : null, false, complete ? Life.Since.HANDSHAKE : Life.Since.SYN,
                seen ? flow.stream().rstAt(Lane.SERVER) - since : -1, 0, failed.stage());
    }

    private static Life refused(LifeFacts facts, Span failed) {
        PacketFlow flow = facts.flow();
        boolean local = local(facts, failed);
        Life.Table table = table(facts, failed);
        if (flow != null && flow.wasReset()) {
            return new Life.Refused(Life.Answer.RST, flow.handshakeEnd() - flow.lastSynAt(), table, null, local);
        }
        IcmpAnswer icmp = icmp(facts, failed);
        if (icmp == null) {
            return new Life.Refused(Life.Answer.UNSEEN, -1, table, null, local);
        }
        long after = flow != null && flow.error() != null ? flow.handshakeEnd() - flow.lastSynAt() : -1;
        return new Life.Refused(ofThisMachine(facts, failed, icmp) ? Life.Answer.RULE_HERE : Life.Answer.ICMP, after, table,
                EndpointMatch.bare(icmp.offender()), local);
    }

    private static boolean local(LifeFacts facts, Span failed) {
        Failure failure = ((Span.Failed) failed.state()).failure();
        return ThisMachine.hasOtherEnd(facts.index(), facts.lane(), facts.connection(), failure.local(), failure.remote());
    }

    private static Life.Table table(LifeFacts facts, Span failed) {
        for (TraceEvent event : facts.evidence().of(facts.connection())) {
            PortEvidence port = event.body() instanceof PortLooked look
                    ? PortEvidence.of(event, look, failed.ended().sequence(), failed.end()) : null;
            if (port != null) {
                return port.listensThere() ? Life.Table.THERE : port.listensElsewhere() ? Life.Table.ELSEWHERE
                        : port.listensNowhere() ? Life.Table.NOBODY : Life.Table.UNKNOWN;
            }
        }
        return Life.Table.UNKNOWN;
    }

    private static Life silence(LifeFacts facts, Span failed, ErrorCode code) {
        long waited = facts.waited(failed);
        IcmpAnswer icmp = icmp(facts, failed);
        if (failed.stage() != Stage.CONNECT) {
            return FailedLife.other(facts, failed, code);
        } else if (icmp != null) {
            return unreachable(facts, failed, icmp, code);
        }
        PacketFlow flow = facts.flow();
        boolean answered = flow != null && (flow.synAckAt() >= 0 || flow.wasReset());
        int syns = flow == null || answered ? 0 : flow.repeats() + 1;
        Endpoint server = ((Span.Failed) failed.state()).failure().remote();
        ListenerSeen listener = answered || server == null || !local(facts, failed) ? null : facts.evidence().listener(server, failed);
        // The kernel lets one more in than the limit says (`sk_acceptq_is_full` of `net/sock.h`).
        if (listener != null && listener.queued() > listener.backlog()) {
            return new Life.QueueFull(listener.queued(), listener.backlog(), syns, waited);
        }
        return new Life.Unanswered(syns, waited, halfOpen(facts, failed));
    }

    private static boolean halfOpen(LifeFacts facts, Span failed) {
        boolean half = false;
        for (TraceEvent event : facts.evidence().of(facts.connection())) {
            if (event.at() <= failed.end() && same(event, failed) && event.body() instanceof SocketSeen seen && seen.end() == Lane.SERVER) {
                half = seen.socket().state().halfOpen();
            }
        }
        return half;
    }

    private static boolean same(TraceEvent event, Span failed) {
        return event.attempt() == 0 || failed.attempt() == 0 || event.attempt() == failed.attempt();
    }

    /// The kernel's own route to where the stage went; `null` where it was not asked, or has no answer of its own.
    private static RouteType route(LifeFacts facts, Span failed) {
        Endpoint server = ((Span.Failed) failed.state()).failure().remote();
        RouteType type = null;
        for (TraceEvent event : facts.evidence().of(facts.connection())) {
            if (server != null && same(event, failed) && event.body() instanceof RouteAnswered answer && answer.refusedSource() == null
                    && EndpointMatch.sameAddress(server, answer.destination())) {
                type = answer.route().type();
            }
        }
        return type;
    }

    /// The first ICMP error about the attempt that came before its end; `null` where none did. What the kernel kept for the socket is
    /// what the program's error came from.
    private static IcmpAnswer icmp(LifeFacts facts, Span failed) {
        IcmpAnswer seen = null;
        for (TraceEvent event : facts.evidence().of(facts.connection())) {
            if (!same(event, failed)) {
                continue;
            }
            IcmpAnswer kept = event.body() instanceof ErrorOrigin origin ? IcmpAnswer.of(origin) : null;
            if (kept != null) {
                return kept;
            } else if (seen == null && event.body() instanceof ErrorSeen error && event.at() <= failed.end()) {
                seen = IcmpAnswer.of(error);
            }
        }
        return seen;
    }

    /// Says if an ICMP error came from this machine: by its own address, or because no other interface than loopback had it.
    private static boolean ofThisMachine(LifeFacts facts, Span failed, IcmpAnswer icmp) {
        Failure failure = ((Span.Failed) failed.state()).failure();
        Endpoint own = failure.local() != null ? failure.local() : facts.side().tuple() != null ? facts.side().tuple().local()
                : facts.side().source(failed.attempt());
        String bare = EndpointMatch.bare(icmp.offender());
        return icmp.looped() || EndpointMatch.isLoopback(bare) || own != null && EndpointMatch.bare(own.address()).equals(bare);
    }
}
