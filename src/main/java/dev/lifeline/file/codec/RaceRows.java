package dev.lifeline.file.codec;

import dev.lifeline.model.event.RaceEvent;

/// Decisions in the race between the addresses of a name.
final class RaceRows {

    static final CodecRow<RaceEvent.Ordered> ORDERED = new CodecRow<>("race-ordered",
            "The candidates stand in the order in which they will be tried (RFC 8305).",
            Field.text("personality", "Whose rules are followed, for example rfc8305."),
            Field.objects("candidates", ValueRows.ENDPOINT, "In order; attempt 1 is the first.")) {
        @Override
        void write(RaceEvent.Ordered event, FieldWriter out) {
            out.text(event.personality()).objects(event.candidates());
        }

        @Override
        RaceEvent.Ordered read(FieldReader in) throws LineMistake {
            return new RaceEvent.Ordered(in.text(), in.objects());
        }
    };

    static final CodecRow<RaceEvent.LeftOut> LEFT_OUT = new CodecRow<>("candidate-left-out",
            "A candidate was left out before any call.",
            Field.endpoint("candidate", null),
            Field.text("reason", "Why, for a person.")) {
        @Override
        void write(RaceEvent.LeftOut event, FieldWriter out) {
            out.endpoint(event.candidate()).text(event.reason());
        }

        @Override
        RaceEvent.LeftOut read(FieldReader in) throws LineMistake {
            return new RaceEvent.LeftOut(in.endpoint(), in.text());
        }
    };

    static final CodecRow<RaceEvent.Abandoned> ABANDONED = new CodecRow<>("attempt-abandoned",
            "An attempt is given up; its socket is closed.", Field.text("reason", "Why, for a person.")) {
        @Override
        void write(RaceEvent.Abandoned event, FieldWriter out) {
            out.text(event.reason());
        }

        @Override
        RaceEvent.Abandoned read(FieldReader in) throws LineMistake {
            return new RaceEvent.Abandoned(in.text());
        }
    };

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
