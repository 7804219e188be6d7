package dev.lifeline.file.codec;

import dev.lifeline.model.event.RaceEvent;

/// Decisions in the race between the addresses of a name.
final class RaceRows {

    static final CodecRow<RaceEvent.Ordered> ORDERED = CodecRow.named("race-ordered",
            "The candidates stand in the order in which they will be tried (RFC 8305).",
            Field.text("personality", "Whose rules are followed, for example rfc8305."),
            Field.objects("candidates", ValueRows.ENDPOINT, "In order; attempt 1 is the first."))
            .of((event, out) -> out.text(event.personality()).objects(event.candidates()),
                    in -> new RaceEvent.Ordered(in.text(), in.objects()));

    static final CodecRow<RaceEvent.LeftOut> LEFT_OUT = CodecRow.named("candidate-left-out",
            "A candidate was left out before any call.",
            Field.endpoint("candidate", null),
            Field.text("reason", "Why, for a person."))
            .of((event, out) -> out.endpoint(event.candidate()).text(event.reason()),
                    in -> new RaceEvent.LeftOut(in.endpoint(), in.text()));

    static final CodecRow<RaceEvent.Abandoned> ABANDONED = CodecRow.named("attempt-abandoned",
            "An attempt is given up; its socket is closed.", Field.text("reason", "Why, for a person."))
            .of((event, out) -> out.text(event.reason()),
                    in -> new RaceEvent.Abandoned(in.text()));

    static final CodecRow<RaceEvent.Won> WON = CodecRow.constant(new RaceEvent.Won(), "attempt-won",
            "This attempt connected first: the connection is its socket.");

    private static final Field FAMILY = Field.word("family", EnumWords.FAMILIES, null);

    static final CodecRow<RaceEvent.Asked> ASKED = CodecRow.named("family-asked",
            "The addresses of one family are asked for, apart from the other's (RFC 8305 section 3).", FAMILY)
            .of((event, out) -> out.word(event.family()),
                    in -> new RaceEvent.Asked(in.word()));

    static final CodecRow<RaceEvent.Answered> ANSWERED = CodecRow.named("family-answered", "The call for one family returned.",
            FAMILY,
            Field.texts("addresses", "Numeric addresses in the system's order; empty where there are none."),
            Field.word("code", EnumWords.CODES, "Why there are none; left out where there are.").optional(),
            Field.text("message", "The system's own text; left out where there are addresses.").optional())
            .of((event, out) -> out.word(event.family()).texts(event.addresses()).word(event.code()).text(event.message()),
                    in -> new RaceEvent.Answered(in.word(), in.texts(), in.word(), in.text()));

    static final CodecRow<RaceEvent.Unanswered> UNANSWERED = CodecRow.named("family-unanswered",
            "The call for one family is not waited for any more; it had not returned.", FAMILY, Field.text("reason", "Why, for a person."))
            .of((event, out) -> out.word(event.family()).text(event.reason()),
                    in -> new RaceEvent.Unanswered(in.word(), in.text()));

    static final CodecRow<RaceEvent.Delayed> DELAYED = CodecRow.named("race-delayed",
            "The race is put off for the other family's answer (RFC 8305 section 3, Resolution Delay).", FAMILY,
            Field.size("atMostNanos", "How long it is waited for."))
            .of((event, out) -> out.word(event.family()).whole(event.nanos()),
                    in -> new RaceEvent.Delayed(in.word(), in.whole()));

    static final CodecRow<RaceEvent.Joined> JOINED = CodecRow.named("candidates-joined",
            "An answer that came during the race added candidates to it (RFC 8305 section 6).",
            Field.objects("candidates", ValueRows.ENDPOINT, "The new ones; the numbers of their attempts go on from the highest."),
            Field.objects("order", ValueRows.ENDPOINT, "All that have not been tried, in the order in which they will be."))
            .of((event, out) -> out.objects(event.candidates()).objects(event.next()),
                    in -> new RaceEvent.Joined(in.objects(), in.objects()));

    static final CodecRow<RaceEvent.Paced> PACED = CodecRow.named("race-paced",
            "The delay after the attempt to a candidate follows the round-trip times that the kernel has measured to it.",
            Field.endpoint("candidate", null),
            Field.size("rttNanos", "Smoothed round-trip time."),
            Field.size("variationNanos", "Its variation."),
            Field.size("delayNanos", "What follows."))
            .of((event, out) -> out.endpoint(event.candidate()).whole(event.rtt()).whole(event.variation()).whole(event.delay()),
                    in -> new RaceEvent.Paced(in.endpoint(), in.whole(), in.whole(), in.whole()));

    private RaceRows() {
    }

    /// The row of each kind.
    static CodecRow<? extends RaceEvent> row(RaceEvent.Kind kind) {
        return switch (kind) {
            case ORDERED -> ORDERED;
            case LEFT_OUT -> LEFT_OUT;
            case ABANDONED -> ABANDONED;
            case WON -> WON;
            case ASKED -> ASKED;
            case ANSWERED -> ANSWERED;
            case UNANSWERED -> UNANSWERED;
            case DELAYED -> DELAYED;
            case JOINED -> JOINED;
            case PACED -> PACED;
        };
    }
}
