package dev.lifeline.file.codec;

import dev.lifeline.file.LineMistake;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.SynFacts;

/// The fields of what the kernel said.
final class KernelLine {

    /// What stands for an option that a SYN did not have, as [SynFacts] has it.
    private static final int NO_MSS = 0;
    private static final int NO_SCALE = -1;

    private static final long UNKNOWN_COUNT = -1;

    private KernelLine() {
    }

    /// Not a pattern switch: its first use would cost a run that records some milliseconds.
    static void write(KernelEvent body, FieldWriter out) {
        if (body instanceof KernelEvent.SocketSeen event) {
            out.text(Field.EVENT, "socket-seen");
            out.text(Field.END, event.end().label());
            out.tuple(event.tuple());
            out.text(Field.OCCASION, event.occasion().label());
            out.whole(Field.CAUSE, event.cause());
            SocketLine.write(event.socket(), out);
        } else if (body instanceof KernelEvent.SocketGone event) {
            out.text(Field.EVENT, "socket-gone");
            out.text(Field.END, event.end().label());
            out.tuple(event.tuple());
            out.text(Field.LAST_STATE, event.last().label());
        } else if (body instanceof KernelEvent.ListenerSeen event) {
            out.text(Field.EVENT, "listener-seen");
            out.endpoint(Field.LOCAL, event.local());
            out.whole(Field.QUEUED, event.queued());
            out.whole(Field.BACKLOG, event.backlog());
            out.text(Field.OCCASION, event.occasion().label());
            out.whole(Field.CAUSE, event.cause());
        } else if (body instanceof KernelEvent.CounterRose event) {
            out.text(Field.EVENT, "counter-rose");
            out.text(Field.COUNTER, event.name());
            out.whole(Field.RISEN_BY, event.by());
        } else if (body instanceof KernelEvent.RouteAnswered event) {
            out.text(Field.EVENT, "route-answered");
            out.endpoint(Field.DESTINATION, event.destination());
            route(event.route(), out);
            out.text(Field.REFUSED_SOURCE, event.refusedSource());
        } else if (body instanceof KernelEvent.RouteDisagreed event) {
            out.text(Field.EVENT, "route-disagreed");
            out.text(Field.PROMISED, event.promised());
            out.endpoint(Field.ACTUAL, event.actual());
        } else {
            writeRest(body, out);
        }
    }

    private static void writeRest(KernelEvent body, FieldWriter out) {
        if (body instanceof KernelEvent.DescriptorFound event) {
            out.text(Field.EVENT, "descriptor-found");
            out.text(Field.END, event.end().label());
            out.text(Field.PURPOSE, event.purpose());
            out.whole(Field.DESCRIPTOR, event.descriptor());
            out.whole(Field.INODE, event.inode());
        } else if (body instanceof KernelEvent.SynSaved event) {
            out.text(Field.EVENT, "syn-saved");
            out.tuple(event.tuple());
            syn(event.syn(), out);
        } else if (body instanceof KernelEvent.ErrorOrigin event) {
            out.text(Field.EVENT, "error-origin");
            out.text(Field.OFFENDER, event.offender());
            out.whole(Field.ICMP_TYPE, event.type());
            out.whole(Field.ICMP_CODE, event.code());
            out.text(Field.MEANING, event.meaning());
        } else if (body instanceof KernelEvent.EvidenceLost event) {
            out.text(Field.EVENT, "evidence-lost");
            out.text(Field.EVIDENCE_SOURCE, event.source());
            out.wholeUnless(UNKNOWN_COUNT, Field.COUNT, event.count());
            out.text(Field.REASON, event.reason());
        } else if (body instanceof KernelEvent.ClockStepped event) {
            out.text(Field.EVENT, "clock-stepped");
            out.whole(Field.STEP_NANOS, event.by());
        } else {
            throw new MatchException("no line for " + body.getClass(), null);
        }
    }

    /// The event of this kind; `null` where the kernel has none of this name.
    static KernelEvent readOrNull(String kind, FieldReader in) throws LineMistake {
        return switch (kind) {
            case "socket-seen" -> new KernelEvent.SocketSeen(in.word(Field.END, EnumWords.LANES), in.tuple(), SocketLine.read(in),
                    in.word(Field.OCCASION, EnumWords.OCCASIONS), in.reference(Field.CAUSE));
            case "socket-gone" -> new KernelEvent.SocketGone(in.word(Field.END, EnumWords.LANES), in.tuple(),
                    in.word(Field.LAST_STATE, EnumWords.STATES));
            case "listener-seen" -> new KernelEvent.ListenerSeen(in.endpoint(Field.LOCAL), in.size(Field.QUEUED),
                    in.size(Field.BACKLOG), in.word(Field.OCCASION, EnumWords.OCCASIONS), in.reference(Field.CAUSE));
            case "counter-rose" -> new KernelEvent.CounterRose(in.text(Field.COUNTER), in.size(Field.RISEN_BY));
            case "route-answered" -> new KernelEvent.RouteAnswered(in.endpoint(Field.DESTINATION), route(in.object(Field.ROUTE)),
                    in.textOrNull(Field.REFUSED_SOURCE));
            case "route-disagreed" -> new KernelEvent.RouteDisagreed(in.text(Field.PROMISED), in.endpoint(Field.ACTUAL));
            case "descriptor-found" -> new KernelEvent.DescriptorFound(in.word(Field.END, EnumWords.LANES), in.text(Field.PURPOSE),
                    in.count(Field.DESCRIPTOR), in.size(Field.INODE));
            case "syn-saved" -> new KernelEvent.SynSaved(in.tuple(), syn(in.object(Field.SYN)));
            case "error-origin" -> new KernelEvent.ErrorOrigin(in.text(Field.OFFENDER), in.count(Field.ICMP_TYPE),
                    in.count(Field.ICMP_CODE), in.text(Field.MEANING));
            case "evidence-lost" -> new KernelEvent.EvidenceLost(in.text(Field.EVIDENCE_SOURCE),
                    in.sizeOr(Field.COUNT, UNKNOWN_COUNT), in.text(Field.REASON));
            case "clock-stepped" -> new KernelEvent.ClockStepped(in.whole(Field.STEP_NANOS));
            default -> null;
        };
    }

    private static void route(KernelRoute route, FieldWriter out) {
        out.start(Field.ROUTE);
        out.text(Field.TYPE, route.type().label());
        out.text(Field.DEVICE, route.device());
        out.text(Field.GATEWAY, route.gateway());
        out.text(Field.PREFERRED_SOURCE, route.source());
        out.whole(Field.MTU_BYTES, route.mtu());
        out.whole(Field.TABLE, route.table());
        out.end();
    }

    private static KernelRoute route(FieldReader in) throws LineMistake {
        return new KernelRoute(in.word(Field.TYPE, EnumWords.ROUTE_TYPES), in.textOrNull(Field.DEVICE), in.textOrNull(Field.GATEWAY),
                in.textOrNull(Field.PREFERRED_SOURCE), in.count(Field.MTU_BYTES), in.size(Field.TABLE));
    }

    private static void syn(SynFacts syn, FieldWriter out) {
        out.start(Field.SYN);
        out.whole(Field.TTL, syn.ttl());
        out.whole(Field.WINDOW_BYTES, syn.window());
        out.wholeUnless(NO_MSS, Field.MSS_BYTES, syn.mss());
        out.wholeUnless(NO_SCALE, Field.WINDOW_SCALE, syn.windowScale());
        out.flag(Field.SACK_PERMITTED, syn.sackPermitted());
        out.flag(Field.TIMESTAMPS, syn.timestamps());
        out.end();
    }

    private static SynFacts syn(FieldReader in) throws LineMistake {
        return new SynFacts(in.count(Field.TTL), in.count(Field.WINDOW_BYTES), in.countOr(Field.MSS_BYTES, NO_MSS),
                in.countOr(Field.WINDOW_SCALE, NO_SCALE), in.flag(Field.SACK_PERMITTED), in.flag(Field.TIMESTAMPS));
    }
}
