package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.model.Stage;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;

/// Something that is done to an actor rather than by it: its own thread may be the one that waits.
public sealed interface GateAction extends Action {

    /// The stage that it is about.
    Stage before();

    /// Has the lane wait before that stage until it is released; the kernel does not.
    ///
    /// @param reason for a person
    record Hold(Kind kind, Stage before, String reason) implements GateAction {
    }

    /// Ends a hold.
    record Release(Kind kind, Stage before) implements GateAction {
    }

    /// The words.
    enum Kind implements ActionKind {
        HOLD, RELEASE;

        @Override
        public Word word() {
            Parameter before = required("before", ValueType.WORD, "before which stage; handler: of a pool, or a loop with http")
                    .of(Shared.gates());
            return switch (this) {
                case HOLD -> Word.of(label(), "From now on it waits before that stage; the kernel goes on meanwhile.", before,
                        Shared.reason());
                case RELEASE -> Word.of(label(), "It need not wait before that stage any more.", before);
            };
        }

        @Override
        public Action read(Args given) {
            Stage before = Vocabulary.stage(given.text("before"));
            return switch (this) {
                case HOLD -> new Hold(this, before, given.text("reason"));
                case RELEASE -> new Release(this, before);
            };
        }
    }
}
