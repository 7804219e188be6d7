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

    private RaceRows() {
    }

    /// The row of each kind.
    static CodecRow<? extends RaceEvent> row(RaceEvent.Kind kind) {
        return switch (kind) {
            case ORDERED -> ORDERED;
            case LEFT_OUT -> LEFT_OUT;
            case ABANDONED -> ABANDONED;
            case WON -> WON;
        };
    }
}
