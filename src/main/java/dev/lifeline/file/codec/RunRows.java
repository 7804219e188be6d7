package dev.lifeline.file.codec;

import dev.lifeline.model.Stage;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.RunEvent;

/// Holds, and events about the run itself.
final class RunRows {

    static final CodecRow<HoldEvent.HoldStarted> HOLD_STARTED = new CodecRow<>("hold-started",
            "The lane waits from here, on purpose; the kernel goes on meanwhile.",
            Field.word("before", EnumWords.STAGES, "The stage that is held back; left out where one is held after a stage.").optional(),
            Field.word("after", EnumWords.STAGES, "The stage that has ended, where one is held after it.").optional(),
            Field.text("reason", "Why, for a person.")) {
        @Override
        void write(HoldEvent.HoldStarted event, FieldWriter out) {
            out.word(event.after() ? null : event.stage()).word(event.after() ? event.stage() : null).text(event.reason());
        }

        @Override
        HoldEvent.HoldStarted read(FieldReader in) throws LineMistake {
            Stage before = in.word();
            Stage after = in.word();
            if (before == null && after == null) {
                throw LineMistake.missing("before");
            }
            return new HoldEvent.HoldStarted(before == null ? after : before, before == null, in.text());
        }
    };

    static final CodecRow<HoldEvent.HoldEnded> HOLD_ENDED = new CodecRow<>("hold-ended", "The lane goes on.",
            Field.reference("started", "The seq of the hold-started event; -1 where that event was dropped.")) {
        @Override
        void write(HoldEvent.HoldEnded event, FieldWriter out) {
            out.whole(event.started());
        }

        @Override
        HoldEvent.HoldEnded read(FieldReader in) throws LineMistake {
            return new HoldEvent.HoldEnded(in.whole());
        }
    };

    static final CodecRow<RunEvent.ExpectationChecked> EXPECTATION_CHECKED = new CodecRow<>("expectation-checked",
            "An expectation was looked at.",
            Field.text("expected", "What was to be there, escaped like a preview."),
            Field.flag("held", "Whether it was."),
            Field.text("observed", "What was there instead, escaped; empty where nothing arrived.")) {
        @Override
        void write(RunEvent.ExpectationChecked event, FieldWriter out) {
            out.text(event.expected()).flag(event.held()).text(event.observed());
        }

        @Override
        RunEvent.ExpectationChecked read(FieldReader in) throws LineMistake {
            return new RunEvent.ExpectationChecked(in.text(), in.flag(), in.text());
        }
    };

    static final CodecRow<RunEvent.EventsDropped> EVENTS_DROPPED = new CodecRow<>("events-dropped",
            "The buffer of the recorder was full.", Field.size("count", "How many events are missing from this recording.")) {
        @Override
        void write(RunEvent.EventsDropped event, FieldWriter out) {
            out.whole(event.count());
        }

        @Override
        RunEvent.EventsDropped read(FieldReader in) throws LineMistake {
            return new RunEvent.EventsDropped(in.whole());
        }
    };

    static final CodecRow<RunEvent.Interrupted> INTERRUPTED = new CodecRow<>("interrupted",
            "The person or the system asked the run to end.", Field.text("signal", "INT, TERM or HUP.")) {
        @Override
        void write(RunEvent.Interrupted event, FieldWriter out) {
            out.text(event.signal());
        }

        @Override
        RunEvent.Interrupted read(FieldReader in) throws LineMistake {
            return new RunEvent.Interrupted(in.text());
        }
    };

    static final CodecRow<RunEvent.Remark> REMARK = new CodecRow<>("remark", "A remark that belongs to this moment.",
            Field.text("text", "One sentence for a person.")) {
        @Override
        void write(RunEvent.Remark event, FieldWriter out) {
            out.text(event.text());
        }

        @Override
        RunEvent.Remark read(FieldReader in) throws LineMistake {
            return new RunEvent.Remark(in.text());
        }
    };

    private RunRows() {
    }

    /// The row of each kind.
    static CodecRow<? extends RunEvent> row(RunEvent.Kind kind) {
        return switch (kind) {
            case EXPECTATION_CHECKED -> EXPECTATION_CHECKED;
            case EVENTS_DROPPED -> EVENTS_DROPPED;
            case INTERRUPTED -> INTERRUPTED;
            case REMARK -> REMARK;
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
