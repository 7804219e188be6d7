package dev.lifeline.file.codec;

import dev.lifeline.file.codec.value.LineMistake;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.walk.FaultKind;

/// Holds, and events about the run itself.
final class RunRows {

    static final CodecRow<HoldEvent.HoldStarted> HOLD_STARTED = CodecRow.named("hold-started",
            "The lane waits from here, on purpose; the kernel goes on meanwhile.",
            Field.word("before", EnumWords.STAGES,
                    "The stage that is held back; left out where one is held after a stage.").optional(),
            Field.word("after", EnumWords.STAGES, "The stage that has ended, where one is held after it.").optional(),
            Field.text("reason", "Why, for a person."),
            Field.count("byFault", "The number of the fault that holds it; left out where none does.").optional())
            .of((event, out) -> out.word(event.after() ? null : event.stage()).word(event.after() ? event.stage() : null)
                            .text(event.reason()).whole(event.fault()),
                    in -> {
                        Stage before = in.word();
                        Stage after = in.word();
                        if (before == null && after == null) {
                            throw LineMistake.missing("before");
                        }
                        return new HoldEvent.HoldStarted(before == null ? after : before, before == null, in.text(), in.count());
                    });

    static final CodecRow<HoldEvent.HoldEnded> HOLD_ENDED = CodecRow.named("hold-ended", "The lane goes on.",
            Field.reference("started", "The seq of the hold-started event; -1 where that event was dropped."))
            .of((event, out) -> out.whole(event.started()),
                    in -> new HoldEvent.HoldEnded(in.whole()));

    static final CodecRow<RunEvent.ExpectationChecked> EXPECTATION_CHECKED = CodecRow.named("expectation-checked",
            "An expectation was looked at.",
            Field.text("expected", "What was to be there, escaped like a preview."),
            Field.flag("held", "Whether it was."),
            Field.text("observed", "What was there instead, escaped; empty where nothing arrived."))
            .of((event, out) -> out.text(event.expected()).flag(event.held()).text(event.observed()),
                    in -> new RunEvent.ExpectationChecked(in.text(), in.flag(), in.text()));

    static final CodecRow<RunEvent.EventsDropped> EVENTS_DROPPED = CodecRow.named("events-dropped",
            "The buffer of the recorder was full.", Field.size("count", "How many events are missing from this recording."))
            .of((event, out) -> out.whole(event.count()),
                    in -> new RunEvent.EventsDropped(in.whole()));

    static final CodecRow<RunEvent.Interrupted> INTERRUPTED = CodecRow.named("interrupted",
            "The person or the system asked the run to end.", Field.text("signal", "INT, TERM or HUP."))
            .of((event, out) -> out.text(event.signal()),
                    in -> new RunEvent.Interrupted(in.text()));

    static final CodecRow<RunEvent.Remark> REMARK = CodecRow.named("remark", "A remark that belongs to this moment.",
            Field.text("text", "One sentence for a person."))
            .of((event, out) -> out.text(event.text()),
                    in -> new RunEvent.Remark(in.text()));

    static final CodecRow<RunEvent.Noted> NOTED = CodecRow.named("noted", "A person wrote something beside a stop of a walk.",
            Field.count("stop", "The number of the stop, counted from 1."),
            Field.text("text", "As it was typed."))
            .of((event, out) -> out.whole(event.stop()).text(event.text()),
                    in -> new RunEvent.Noted(in.count(), in.text()));

    static final CodecRow<RunEvent.Answered> ANSWERED = CodecRow.named("answered", "A person answered a question of a walk.",
            Field.count("stop", "The number of the stop at which it was, counted from 1."),
            Field.text("prediction", "The id that the scenario gives to the prediction or the puzzle."),
            Field.word("question", EnumWords.QUESTIONS, null),
            Field.text("choice", "The id of an option; for an order the numbers of its events, counted in the scenario from 1, with "
                    + "blanks between; left out for: I do not know.").optional(),
            Field.count("confidence", "How sure, from 1 to 3; left out where that was not said.").optional())
            .of((event, out) -> out.whole(event.stop()).text(event.asked()).word(event.question()).text(event.choice()).whole(event.confidence()),
                    in -> new RunEvent.Answered(in.count(), in.text(), in.word(), in.text(), in.count()));

    private static final Field FAULT = Field.count("number", "The number of the fault, from 1.");
    private static final Field FAULT_KIND = Field.word("fault", EnumWords.FAULTS, null);

    static final CodecRow<RunEvent.FaultAdded> FAULT_ADDED = CodecRow.named("fault-added",
            "A person added a fault to the side whose lane this is, while the run stood.",
            FAULT,
            FAULT_KIND,
            Field.size("timeNanos", "The time that it takes; left out where it takes none.").optional(),
            Field.size("faultBytes", "The bytes that it takes; left out where it takes none.").optional(),
            Field.count("stop", "The number of the stop at which the person did it, from 1."),
            Field.size("jitterNanos", "By how much a single time may differ from it; left out where by nothing.").optional())
            .of((event, out) -> out.whole(event.number()).word(event.fault()).whole(event.time()).whole(event.bytes()).whole(event.stop())
                            .whole(event.jitter()),
                    in -> added(in.count(), in.word(), in.whole(), in.whole(), in.count(), in.whole()));

    static final CodecRow<RunEvent.FaultActed> FAULT_ACTED = CodecRow.named("fault-acted",
            "A fault did something that no call and no hold tells.",
            FAULT,
            FAULT_KIND,
            Field.size("count", "Bytes that were lost, connections that were reset, or sockets that wait in the queue."))
            .of((event, out) -> out.whole(event.number()).word(event.fault()).whole(event.count()),
                    in -> new RunEvent.FaultActed(in.count(), in.word(), in.whole()));

    static final CodecRow<RunEvent.FaultEnded> FAULT_ENDED = CodecRow.named("fault-ended",
            "A fault is over: it was taken away, or it acts once and has.",
            FAULT,
            FAULT_KIND)
            .of((event, out) -> out.whole(event.number()).word(event.fault()),
                    in -> new RunEvent.FaultEnded(in.count(), in.word()));

    private RunRows() {
    }

    /// In the order in which its fields came to the format.
    private static RunEvent.FaultAdded added(int number, FaultKind fault, long time, long bytes, int stop, long jitter) {
        return new RunEvent.FaultAdded(number, fault, time, jitter, bytes, stop);
    }

    /// The row of each kind.
    static CodecRow<? extends RunEvent> row(RunEvent.Kind kind) {
        return switch (kind) {
            case EXPECTATION_CHECKED -> EXPECTATION_CHECKED;
            case EVENTS_DROPPED -> EVENTS_DROPPED;
            case INTERRUPTED -> INTERRUPTED;
            case REMARK -> REMARK;
            case NOTED -> NOTED;
            case ANSWERED -> ANSWERED;
            case FAULT_ADDED -> FAULT_ADDED;
            case FAULT_ACTED -> FAULT_ACTED;
            case FAULT_ENDED -> FAULT_ENDED;
        };
    }

    /// The row of each kind.
    static CodecRow<? extends HoldEvent> row(HoldEvent.Kind kind) {
        return switch (kind) {
            case HOLD_STARTED -> HOLD_STARTED;
            case HOLD_ENDED -> HOLD_ENDED;
        };
    }
}
