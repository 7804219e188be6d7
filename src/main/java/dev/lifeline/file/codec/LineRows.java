package dev.lifeline.file.codec;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.Verdict;
import java.util.List;
import tools.jackson.core.json.JsonFactory;

/// The lines of a recording that are read, beside the header.
public final class LineRows {

    /// The last line of a recording.
    ///
    /// @param events how many event lines were written
    /// @param wallNanos how long the run took, in nanoseconds
    public record End(long events, long wallNanos) {
    }

    /// The word that every line begins with.
    public static final CodecRow<String> TYPE = CodecRow.named("line", "Any line.", Field.text("type", "What the line is."))
            .of((type, out) -> out.text(type),
                    in -> in.text());

    public static final CodecRow<TraceEvent> EVENT = EventRows.EVENT;

    public static final CodecRow<Verdict> VERDICT = CodecRow.named("verdict",
            "What the trace amounts to. With this line the recording "
            + "counts as complete. All but the texts and the result is left out where all went well.",
            Field.word("result", EnumWords.RESULTS, null),
            Field.word("stage", EnumWords.STAGES, "Where it failed.").optional(),
            Field.word("lane", EnumWords.LANES, "Who saw it.").optional(),
            Field.word("code", EnumWords.CODES, null).optional(),
            Field.word("operation", EnumWords.OPERATIONS, null).optional(),
            StageRows.LOCAL, StageRows.REMOTE,
            Field.text("happened", "What happened."),
            Field.text("proved", "What the events prove."),
            Field.text("notProved", "What they do not prove."),
            Field.text("next", "The next command to run; left out where nothing needs to be done.").optional())
            .of((verdict, out) -> out.word(verdict.result()).word(verdict.stage()).word(verdict.lane()).word(verdict.code())
                            .word(verdict.operation()).endpoint(verdict.local()).endpoint(verdict.remote()).text(verdict.happened())
                            .text(verdict.proved()).text(verdict.notProved()).text(verdict.next()),
                    in -> new Verdict(in.word(), in.word(), in.word(), in.word(), in.word(), in.endpoint(), in.endpoint(),
                            in.text(), in.text(), in.text(), in.text()));

    public static final CodecRow<End> END = CodecRow.named("end", "The last line: the run came to its own end.",
            Field.size("events", "How many event lines were written."),
            Field.size("wallNanos", "How long the run took, in nanoseconds."))
            .of((end, out) -> out.whole(end.events()).whole(end.wallNanos()),
                    in -> new End(in.whole(), in.whole()));

    private LineRows() {
    }

    /// The rows of all lines, in the order in which they stand in a recording.
    static List<CodecRow<?>> all() {
        return List.of(HeaderRows.HEADER, EVENT, ReportRows.SUMMARY, ReportRows.LAG, ReportRows.FINDING,
                VERDICT, END);
    }

    /// A reader of all these lines, and of the header.
    ///
    /// @param factory of the parsers that will be read from
    /// @param header the first line as the version of the recording has it
    /// @param event the line of an event likewise
    public static FieldReader reader(JsonFactory factory, Pool pool, CodecRow<TraceHeader> header, CodecRow<TraceEvent> event) {
        return FieldReader.of(factory, pool, List.of(TYPE, event, header, VERDICT, END));
    }
}
