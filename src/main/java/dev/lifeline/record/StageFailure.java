package dev.lifeline.record;

import dev.lifeline.model.Failure;
import dev.lifeline.model.Stage;

/// A stage failed and that is recorded already: what follows need only stop.
public final class StageFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Stage stage;
    private final transient Failure failure;

    /// @param cause the original exception, or `null` where the tool's own deadline ended the stage
    public StageFailure(Stage stage, Failure failure, Throwable cause) {
        super(stage.label() + ": " + failure.code(), cause, false, false);
        this.stage = stage;
        this.failure = failure;
    }

    /// The stage that failed.
    public Stage stage() {
        return stage;
    }

    /// The reason.
    public Failure failure() {
        return failure;
    }
}
