package dev.lifeline.record;

import dev.lifeline.model.ErrorCode;
import java.io.IOException;

/// The tool itself found out why a stage cannot succeed, so its code need not be read from a text of the system.
public final class CodedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String eai;

    /// @param message why, in one sentence for a person
    public CodedException(ErrorCode code, String message) {
        this(code, null, message);
    }

    /// @param eai the code of getaddrinfo(3) from which the canonical one was made, or `null`
    /// @param message why, in one sentence for a person
    public CodedException(ErrorCode code, String eai, String message) {
        super(message);
        this.code = code;
        this.eai = eai;
    }

    /// The code of getaddrinfo(3), or `null`.
    public String eai() {
        return eai;
    }

    /// The canonical code.
    public ErrorCode code() {
        return code;
    }
}
