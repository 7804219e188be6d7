package dev.lifeline.file.codec;

import dev.lifeline.file.LineMistake;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.SynFacts;

/// The kernel's route, and the SYN that it kept.
final class RouteRows {

    /// Stand for an option that a SYN did not have, as [SynFacts] has it.
    private static final int NO_MSS = 0;
    private static final int NO_SCALE = -1;

    static final CodecRow<KernelRoute> ROUTE = new CodecRow<>("route", "The route that the kernel chooses.",
            Field.word("type", EnumWords.ROUTE_TYPES, null),
            Field.text("device", "The interface; left out where the route has none.").optional(),
            Field.text("gateway", "The next hop; left out where the destination is on the link.").optional(),
            Field.text("preferredSource", "The preferred source address; left out where there is none.").optional(),
            Field.count("mtuBytes", "Bytes of a packet at most, of the route where it has its own, else of the interface; 0 "
                    + "where not known."),
            Field.size("table", "Number of the routing table; 254 is main, 255 is local.")) {
        @Override
        void write(KernelRoute route, FieldWriter out) {
            out.word(route.type()).text(route.device()).text(route.gateway()).text(route.source()).whole(route.mtu())
                    .whole(route.table());
        }

        @Override
        KernelRoute read(FieldReader in) throws LineMistake {
            return new KernelRoute(in.word(), in.text(), in.text(), in.text(), in.count(), in.whole());
        }
    };

    static final CodecRow<KernelEvent.RouteAnswered> ANSWERED = new CodecRow<>("route-answered",
            "The kernel was asked for the route to a destination (rtnetlink).",
            Field.endpoint("destination", null),
            Field.object("route", ROUTE, null),
            Field.text("refusedSource", "The source with which the kernel refuses the destination; the route is then its "
                    + "answer without "
                    + "one.").optional()) {
        @Override
        void write(KernelEvent.RouteAnswered event, FieldWriter out) {
            out.endpoint(event.destination()).object(event.route()).text(event.refusedSource());
        }

        @Override
        KernelEvent.RouteAnswered read(FieldReader in) throws LineMistake {
            return new KernelEvent.RouteAnswered(in.endpoint(), in.object(), in.text());
        }
    };

    static final CodecRow<SynFacts> SYN = new CodecRow<>("syn", "What a SYN carried.",
            Field.count("ttl", "Time to live or hop limit when it arrived."),
            Field.count("windowBytes", "The window; a SYN's is never scaled."),
            Field.count("mssBytes", "The maximum segment size option; left out where absent.").optional(NO_MSS),
            Field.count("windowScale", "The window scale option; left out where absent.").optional(NO_SCALE),
            Field.flag("sackPermitted", "Whether selective acknowledgement is offered."),
            Field.flag("timestamps", "Whether time stamps are offered.")) {
        @Override
        void write(SynFacts syn, FieldWriter out) {
            out.whole(syn.ttl()).whole(syn.window()).whole(syn.mss()).whole(syn.windowScale()).flag(syn.sackPermitted())
                    .flag(syn.timestamps());
        }

        @Override
        SynFacts read(FieldReader in) throws LineMistake {
            return new SynFacts(in.count(), in.count(), in.count(), in.count(), in.flag(), in.flag());
        }
    };

    static final CodecRow<KernelEvent.SynSaved> SYN_SAVED = new CodecRow<>("syn-saved",
            "The SYN that began an accepted connection, kept by the kernel (TCP_SAVED_SYN).",
            SocketRows.OWN_END,
            SocketRows.OTHER_END,
            Field.object("syn", SYN, null)) {
        @Override
        void write(KernelEvent.SynSaved event, FieldWriter out) {
            out.tuple(event.tuple()).object(event.syn());
        }

        @Override
        KernelEvent.SynSaved read(FieldReader in) throws LineMistake {
            return new KernelEvent.SynSaved(in.tuple(), in.object());
        }
    };

    private RouteRows() {
    }
}
