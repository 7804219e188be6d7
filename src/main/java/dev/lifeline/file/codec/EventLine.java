package dev.lifeline.file.codec;

import dev.lifeline.file.LineMistake;
import dev.lifeline.model.TraceEvent;

/// The line of an event: the flat envelope, and the fields of the body beside it.
public final class EventLine {

    private EventLine() {
    }

    public static void write(TraceEvent event, FieldWriter out) {
        out.json().writeStartObject();
        out.text(Field.TYPE, "event");
        out.whole(Field.SEQ, event.sequence());
        out.whole(Field.AT_NANOS, event.at());
        out.text(Field.LANE, event.lane().label());
        out.text(Field.EVIDENCE, event.evidence().label());
        out.whole(Field.CONNECTION, event.connection());
        out.whole(Field.ATTEMPT, event.attempt());
        BodyWriter.write(event.body(), out);
        out.json().writeEndObject();
    }

    public static TraceEvent read(FieldReader in) throws LineMistake {
        return new TraceEvent(in.whole(Field.SEQ, 0, Long.MAX_VALUE), in.whole(Field.AT_NANOS),
                in.word(Field.LANE, EnumWords.LANES), in.word(Field.EVIDENCE, EnumWords.EVIDENCE),
                in.count(Field.CONNECTION), in.count(Field.ATTEMPT), BodyReader.read(in));
    }
}
