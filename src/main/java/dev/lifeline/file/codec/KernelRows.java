package dev.lifeline.file.codec;

import dev.lifeline.file.LineMistake;
import dev.lifeline.model.event.KernelEvent;

/// Other things that the kernel said.
final class KernelRows {

    static final Field OFFENDER = Field.text("offender", "The address that sent the message.");
    static final Field ICMP_TYPE = Field.count("icmpType", "ICMP or ICMPv6 type.");
    static final Field ICMP_CODE = Field.count("icmpCode", "ICMP or ICMPv6 code.");
    static final Field MEANING = Field.text("meaning", "The same in words.");

    private static final long UNKNOWN_COUNT = -1;

    static final CodecRow<KernelEvent.CounterRose> COUNTER_ROSE = new CodecRow<>("counter-rose",
            "A counter of the whole machine or network namespace rose; others may have raised it too.",
            Field.text("counter", "The kernel's word, for example ListenOverflows."),
            Field.size("risenBy", "By how much since the trace began.")) {
        @Override
        void write(KernelEvent.CounterRose event, FieldWriter out) {
            out.text(event.name()).whole(event.by());
        }

        @Override
        KernelEvent.CounterRose read(FieldReader in) throws LineMistake {
            return new KernelEvent.CounterRose(in.text(), in.whole());
        }
    };

    static final CodecRow<KernelEvent.RouteDisagreed> ROUTE_DISAGREED = new CodecRow<>("route-disagreed",
            "After connect the socket's local address is not the one that the route had promised.",
            Field.text("promised", "The route's preferred source address."),
            Field.endpoint("actual", "The socket's local address.")) {
        @Override
        void write(KernelEvent.RouteDisagreed event, FieldWriter out) {
            out.text(event.promised()).endpoint(event.actual());
        }

        @Override
        KernelEvent.RouteDisagreed read(FieldReader in) throws LineMistake {
            return new KernelEvent.RouteDisagreed(in.text(), in.endpoint());
        }
    };

    static final CodecRow<KernelEvent.ErrorOrigin> ERROR_ORIGIN = new CodecRow<>("error-origin",
            "Who said no: the ICMP message behind an error, from the socket's error queue.",
            OFFENDER,
            ICMP_TYPE,
            ICMP_CODE,
            MEANING) {
        @Override
        void write(KernelEvent.ErrorOrigin event, FieldWriter out) {
            out.text(event.offender()).whole(event.type()).whole(event.code()).text(event.meaning());
        }

        @Override
        KernelEvent.ErrorOrigin read(FieldReader in) throws LineMistake {
            return new KernelEvent.ErrorOrigin(in.text(), in.count(), in.count(), in.text());
        }
    };

    static final CodecRow<KernelEvent.EvidenceLost> EVIDENCE_LOST = new CodecRow<>("evidence-lost",
            "A source of evidence lost something: what is missing here may have happened all the same.",
            Field.text("evidenceSource", "The name of the source."),
            Field.size("count", "How many packets or messages are missing; left out where that is not known.")
                    .optional(UNKNOWN_COUNT),
            Field.text("reason", "Why.")) {
        @Override
        void write(KernelEvent.EvidenceLost event, FieldWriter out) {
            out.text(event.source()).whole(event.count()).text(event.reason());
        }

        @Override
        KernelEvent.EvidenceLost read(FieldReader in) throws LineMistake {
            return new KernelEvent.EvidenceLost(in.text(), in.whole(), in.text());
        }
    };

    static final CodecRow<KernelEvent.ClockStepped> CLOCK_STEPPED = new CodecRow<>("clock-stepped",
            "The wall clock, which stamps packets, was set while packets were captured.",
            Field.whole("stepNanos", "Nanoseconds that it jumped, forward or back.")) {
        @Override
        void write(KernelEvent.ClockStepped event, FieldWriter out) {
            out.whole(event.by());
        }

        @Override
        KernelEvent.ClockStepped read(FieldReader in) throws LineMistake {
            return new KernelEvent.ClockStepped(in.whole());
        }
    };

    private KernelRows() {
    }
}
