package dev.lifeline.file.codec;

import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.socket.PortHolder;
import dev.lifeline.model.socket.SynFacts;

/// Other things that the kernel said.
final class KernelRows {

    static final Field OFFENDER = Field.text("offender", "The address that sent the message.");
    static final Field ICMP_TYPE = Field.count("icmpType", "ICMP or ICMPv6 type.");
    static final Field ICMP_CODE = Field.count("icmpCode", "ICMP or ICMPv6 code.");
    static final Field MEANING = Field.text("meaning", "The same in words.");

    private static final long UNKNOWN_COUNT = -1;

    /// Stand for an option that a SYN did not have, as [SynFacts] has it.
    private static final int NO_MSS = 0;
    private static final int NO_SCALE = -1;

    static final CodecRow<KernelEvent.CounterRose> COUNTER_ROSE = CodecRow.named("counter-rose",
            "A counter of the whole machine or network namespace rose; others may have raised it too.",
            Field.text("counter", "The kernel's word, for example ListenOverflows."),
            Field.size("risenBy", "By how much since the trace began."))
            .of((event, out) -> out.text(event.name()).whole(event.by()),
                    in -> new KernelEvent.CounterRose(in.text(), in.whole()));

    static final CodecRow<KernelEvent.RouteDisagreed> ROUTE_DISAGREED = CodecRow.named("route-disagreed",
            "After connect the socket's local address is not the one that the route had promised.",
            Field.text("promised", "The route's preferred source address."),
            Field.endpoint("actual", "The socket's local address."))
            .of((event, out) -> out.text(event.promised()).endpoint(event.actual()),
                    in -> new KernelEvent.RouteDisagreed(in.text(), in.endpoint()));

    static final CodecRow<KernelEvent.ErrorOrigin> ERROR_ORIGIN = CodecRow.named("error-origin",
            "Who said no: the ICMP message behind an error, from the socket's error queue.",
            OFFENDER,
            ICMP_TYPE,
            ICMP_CODE,
            MEANING)
            .of((event, out) -> out.text(event.offender()).whole(event.type()).whole(event.code()).text(event.meaning()),
                    in -> new KernelEvent.ErrorOrigin(in.text(), in.count(), in.count(), in.text()));

    static final CodecRow<KernelEvent.EvidenceLost> EVIDENCE_LOST = CodecRow.named("evidence-lost",
            "A source of evidence lost something: what is missing here may have happened all the same.",
            Field.text("evidenceSource", "The name of the source."),
            Field.size("count", "How many packets or messages are missing; left out where that is not known.")
                    .optional(UNKNOWN_COUNT),
            Field.word("loss", EnumWords.LOSSES, null),
            Field.text("reason", "Why, for a person."))
            .of((event, out) -> out.text(event.source()).whole(event.count()).word(event.loss()).text(event.reason()),
                    in -> new KernelEvent.EvidenceLost(in.text(), in.whole(), in.word(), in.text()));

    static final CodecRow<KernelEvent.ClockStepped> CLOCK_STEPPED = CodecRow.named("clock-stepped",
            "The wall clock, which stamps packets, was set while packets were captured.",
            Field.whole("stepNanos", "Nanoseconds that it jumped, forward or back."))
            .of((event, out) -> out.whole(event.by()),
                    in -> new KernelEvent.ClockStepped(in.whole()));

    static final CodecRow<KernelRoute> ROUTE = CodecRow.named("route", "The route that the kernel chooses.",
            Field.word("type", EnumWords.ROUTE_TYPES, null),
            Field.text("device", "The interface; left out where the route has none.").optional(),
            Field.text("gateway", "The next hop; left out where the destination is on the link.").optional(),
            Field.text("preferredSource", "The preferred source address; left out where there is none.").optional(),
            Field.count("mtuBytes", "Bytes of a packet at most, of the route where it has its own, else of the interface; 0 "
                    + "where not known."),
            Field.size("table", "Number of the routing table; 254 is main, 255 is local."))
            .of((route, out) -> out.word(route.type()).text(route.device()).text(route.gateway()).text(route.source())
                            .whole(route.mtu()).whole(route.table()),
                    in -> new KernelRoute(in.word(), in.text(), in.text(), in.text(), in.count(), in.whole()));

    static final CodecRow<KernelEvent.RouteAnswered> ROUTE_ANSWERED = CodecRow.named("route-answered",
            "The kernel was asked for the route to a destination (rtnetlink).",
            Field.endpoint("destination", null),
            Field.object("route", ROUTE, null),
            Field.text("refusedSource", "The source with which the kernel refuses the destination; the route is then its "
                    + "answer without "
                    + "one.").optional())
            .of((event, out) -> out.endpoint(event.destination()).object(event.route()).text(event.refusedSource()),
                    in -> new KernelEvent.RouteAnswered(in.endpoint(), in.object(), in.text()));

    static final CodecRow<SynFacts> SYN = CodecRow.named("syn", "What a SYN carried.",
            Field.count("ttl", "Time to live or hop limit when it arrived."),
            Field.count("windowBytes", "The window; a SYN's is never scaled."),
            Field.count("mssBytes", "The maximum segment size option; left out where absent.").optional(NO_MSS),
            Field.count("windowScale", "The window scale option; left out where absent.").optional(NO_SCALE),
            Field.flag("sackPermitted", "Whether selective acknowledgement is offered."),
            Field.flag("timestamps", "Whether time stamps are offered."))
            .of((syn, out) -> out.whole(syn.ttl()).whole(syn.window()).whole(syn.mss()).whole(syn.windowScale())
                            .flag(syn.sackPermitted()).flag(syn.timestamps()),
                    in -> new SynFacts(in.count(), in.count(), in.count(), in.count(), in.flag(), in.flag()));

    static final CodecRow<KernelEvent.SynSaved> SYN_SAVED = CodecRow.named("syn-saved",
            "The SYN that began an accepted connection, kept by the kernel (TCP_SAVED_SYN).",
            SocketRows.OWN_END,
            SocketRows.OTHER_END,
            Field.object("syn", SYN, null))
            .of((event, out) -> out.tuple(event.tuple()).object(event.syn()),
                    in -> new KernelEvent.SynSaved(in.tuple(), in.object()));

    private static final CodecRow<PortHolder> HOLDER = CodecRow.named("holder", "A socket that has a local port.",
            Field.word("state", EnumWords.STATES, null),
            SocketRows.OWN_END,
            Field.endpoint("remote", "The other end; left out where it is connected to none.").optional(),
            Field.flag("v6Only", "Whether it takes nothing of IPv4."),
            Field.size("uid", "Who owns it."),
            Field.size("inode", "Of its descriptor; 0 where no program holds one."),
            Field.count("process", "The number of a process that holds it; 0 where none is known."),
            Field.text("program", "The name of that process; left out where it is not known.").optional())
            .of((holder, out) -> out.word(holder.state()).endpoint(holder.local()).endpoint(holder.remote()).flag(holder.v6Only())
                            .whole(holder.uid()).whole(holder.inode()).whole(holder.process()).text(holder.program()),
                    in -> new PortHolder(in.word(), in.endpoint(), in.endpoint(), in.flag(), in.whole(), in.whole(), in.count(),
                            in.text()));

    static final CodecRow<KernelEvent.PortLooked> PORT_LOOKED = CodecRow.named("port-looked",
            "The sockets that have a port of this machine, after a bind or a connect to it failed (sock_diag).",
            Field.endpoint("asked", "Where that was bound or connected to."),
            Field.flag("listenersOnly", "Whether only listeners were looked for, and where there were none sockets that are only bound."),
            Field.objects("holders", HOLDER, "Those that were found, listeners first."),
            Field.count("moreHolders", "How many were found beside them."),
            Field.flag("boundShown", "Whether this kernel shows sockets that are bound and no more."),
            Field.flag("whole", "Whether the kernel gave its whole answer."),
            Field.reference("cause", "The seq of the event that made us look; -1 where none did."))
            .of((event, out) -> out.endpoint(event.asked()).flag(event.listeners()).objects(event.holders()).whole(event.more())
                            .flag(event.bound()).flag(event.whole()).whole(event.cause()),
                    in -> new KernelEvent.PortLooked(in.endpoint(), in.flag(), in.objects(), in.count(), in.flag(), in.flag(),
                            in.whole()));

    static final CodecRow<KernelEvent.Translated> TRANSLATED = CodecRow.named("connection-translated",
            "NAT of this machine sends what was connected to on to another end: by its table of tracked connections (evidence kernel), or "
                    + "because the SYN left for it (evidence packet).",
            Field.endpoint("asked", "Where that was bound or connected to."),
            Field.endpoint("sentTo", "Where its packets went."))
            .of((event, out) -> out.endpoint(event.asked()).endpoint(event.sentTo()),
                    in -> new KernelEvent.Translated(in.endpoint(), in.endpoint()));

    private KernelRows() {
    }

    /// The row of each kind.
    static CodecRow<? extends KernelEvent> row(KernelEvent.Kind kind) {
        return switch (kind) {
            case SOCKET_SEEN -> SocketRows.SEEN;
            case SOCKET_GONE -> SocketRows.GONE;
            case LISTENER_SEEN -> SocketRows.LISTENER;
            case COUNTER_ROSE -> COUNTER_ROSE;
            case ROUTE_ANSWERED -> ROUTE_ANSWERED;
            case ROUTE_DISAGREED -> ROUTE_DISAGREED;
            case DESCRIPTOR_FOUND -> SocketRows.DESCRIPTOR;
            case SYN_SAVED -> SYN_SAVED;
            case ERROR_ORIGIN -> ERROR_ORIGIN;
            case PORT_LOOKED -> PORT_LOOKED;
            case TRANSLATED -> TRANSLATED;
            case EVIDENCE_LOST -> EVIDENCE_LOST;
            case CLOCK_STEPPED -> CLOCK_STEPPED;
        };
    }
}
