package dev.lifeline.file.codec;

import dev.lifeline.file.LineMistake;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.OutcomeKind;
import java.util.ArrayList;
import java.util.List;

/// The table of the kinds of outcomes, and the object in which they stand.
final class OutcomeRows implements KindTable<Outcome> {

    /// The object in the line of a finished stage.
    static final CodecRow<Outcome> OUTCOME = new CodecRow<>("outcome", "What a stage that finished has found out.",
            Field.kind("kind", new OutcomeRows(), "Of what kind.")) {
        @Override
        void write(Outcome outcome, FieldWriter out) {
            out.kind(outcome);
        }

        @Override
        Outcome read(FieldReader in) throws LineMistake {
            return in.kind("outcome");
        }
    };

    private OutcomeRows() {
    }

    @Override
    public CodecRow<? extends Outcome> row(Outcome outcome) {
        return row(outcome.kind());
    }

    @Override
    public List<CodecRow<? extends Outcome>> rows() {
        List<CodecRow<? extends Outcome>> rows = new ArrayList<>();
        for (OutcomeKind kind : OutcomeKind.values()) {
            rows.add(row(kind));
        }
        return rows;
    }

    private static CodecRow<? extends Outcome> row(OutcomeKind kind) {
        return switch (kind) {
            case ANSWERS -> PlaceRows.ANSWERS;
            case ROUTE_CHOSEN -> PlaceRows.ROUTE_CHOSEN;
            case BOUND -> PlaceRows.BOUND;
            case LISTENING -> PlaceRows.LISTENING;
            case CONNECTED -> TransferRows.CONNECTED;
            case ACCEPTED -> TransferRows.ACCEPTED;
            case MOVED -> TransferRows.MOVED;
            case CLOSED -> TransferRows.CLOSED;
        };
    }
}
