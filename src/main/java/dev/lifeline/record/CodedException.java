package dev.lifeline.record;

import dev.lifeline.model.ErrorCode;
import java.io.IOException;

/// The tool itself found out why a stage cannot succeed, so its code need not be read from a text of the system.
public final class CodedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /// @param message why, in one sentence for a person
    public CodedException(ErrorCode code, String message) {
        super(message);
        this.code = code;
    }

    /// The canonical code.
    public ErrorCode code() {
        return code;
    }
}
