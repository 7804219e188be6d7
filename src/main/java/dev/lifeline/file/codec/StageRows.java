package dev.lifeline.file.codec;

import dev.lifeline.model.Failure;
import dev.lifeline.model.event.StageEvent;

/// Stages that begin and end.
final class StageRows {

    private static final Field STAGE = Field.word("stage", EnumWords.STAGES, null);
    private static final Field STARTED_BY = Field.reference("started",
            "The seq of the stage-started event; -1 where that event was dropped.");
    static final Field LOCAL = Field.endpoint("local", "The local end; left out where it is not known.").optional();
    static final Field REMOTE = Field.endpoint("remote", "The remote end; left out where there is none.").optional();

    static final CodecRow<StageEvent.Started> STARTED = CodecRow.named("stage-started",
            "A stage began: stamped right before the call.", STAGE, LOCAL, REMOTE)
            .of((event, out) -> out.word(event.stage()).endpoint(event.local()).endpoint(event.remote()),
                    in -> new StageEvent.Started(in.word(), in.endpoint(), in.endpoint()));

    static final CodecRow<StageEvent.Finished> FINISHED = CodecRow.named("stage-finished", "A stage did what it was for.",
            STAGE, STARTED_BY, Field.object("outcome", OutcomeRows.OUTCOME, null))
            .of((event, out) -> out.word(event.stage()).whole(event.started()).object(event.outcome()),
                    in -> new StageEvent.Finished(in.word(), in.whole(), in.object()));

    static final CodecRow<StageEvent.Failed> FAILED = CodecRow.named("stage-failed", "A stage did not do what it was for.",
            STAGE, STARTED_BY,
            Field.word("code", EnumWords.CODES, null),
            Field.word("operation", EnumWords.OPERATIONS, null),
            LOCAL, REMOTE,
            Field.text("eai", "What getaddrinfo(3) itself returned, of which code is the canonical name; left out where it was not "
                    + "asked.").optional(),
            Field.text("message", "The system's own text in the language of the machine; left out where the tool itself ended the "
                    + "stage.").optional())
            .of((event, out) -> {
                        Failure failure = event.failure();
                        out.word(event.stage()).whole(event.started()).word(failure.code()).word(failure.operation())
                                .endpoint(failure.local()).endpoint(failure.remote()).text(failure.eai()).text(failure.message());
                    },
                    in -> new StageEvent.Failed(in.word(), in.whole(),
                            new Failure(in.word(), in.word(), in.endpoint(), in.endpoint(), in.text(), in.text())));

    static final CodecRow<StageEvent.Skipped> SKIPPED = CodecRow.named("stage-skipped",
            "There was nothing to do at a stage; it did not run.", STAGE, Field.text("reason", "Why not, for a person."))
            .of((event, out) -> out.word(event.stage()).text(event.reason()),
                    in -> new StageEvent.Skipped(in.word(), in.text()));

    private StageRows() {
    }

    /// The row of each kind.
    static CodecRow<? extends StageEvent> row(StageEvent.Kind kind) {
        return switch (kind) {
            case STARTED -> STARTED;
            case FINISHED -> FINISHED;
            case FAILED -> FAILED;
            case SKIPPED -> SKIPPED;
        };
    }
}
