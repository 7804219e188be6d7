package dev.lifeline.file;

import dev.lifeline.file.codec.EnumWords;
import dev.lifeline.file.codec.Field;
import dev.lifeline.file.codec.FieldReader;
import dev.lifeline.file.codec.FieldWriter;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Verdict;

/// The line of the verdict.
final class VerdictLine {

    private VerdictLine() {
    }

    static void write(Verdict verdict, FieldWriter out) {
        Stage stage = verdict.stage();
        Lane lane = verdict.lane();
        ErrorCode code = verdict.code();
        Operation operation = verdict.operation();
        out.json().writeStartObject();
        out.text(Field.TYPE, "verdict");
        out.text(Field.RESULT, verdict.result().label());
        out.text(Field.STAGE, stage == null ? null : stage.label());
        out.text(Field.LANE, lane == null ? null : lane.label());
        out.text(Field.CODE, code == null ? null : code.name());
        out.text(Field.OPERATION, operation == null ? null : operation.label());
        out.endpoint(Field.LOCAL, verdict.local());
        out.endpoint(Field.REMOTE, verdict.remote());
        out.text(Field.HAPPENED, verdict.happened());
        out.text(Field.PROVED, verdict.proved());
        out.text(Field.NOT_PROVED, verdict.notProved());
        out.text(Field.NEXT, verdict.next());
        out.json().writeEndObject();
    }

    static Verdict read(FieldReader in) throws LineMistake {
        return new Verdict(in.word(Field.RESULT, EnumWords.RESULTS), in.wordOrNull(Field.STAGE, EnumWords.STAGES),
                in.wordOrNull(Field.LANE, EnumWords.LANES), in.wordOrNull(Field.CODE, EnumWords.CODES),
                in.wordOrNull(Field.OPERATION, EnumWords.OPERATIONS), in.endpointOrNull(Field.LOCAL),
                in.endpointOrNull(Field.REMOTE), in.text(Field.HAPPENED), in.text(Field.PROVED),
                in.text(Field.NOT_PROVED), in.textOrNull(Field.NEXT));
    }
}
