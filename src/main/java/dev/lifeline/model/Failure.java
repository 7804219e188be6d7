package dev.lifeline.model;

import java.util.Objects;

/// Why a stage failed: the call, both ends as far as they were known, and the code.
///
/// @param code the canonical code
/// @param operation the call that reported it
/// @param local the local end, or `null` where the socket had none yet
/// @param remote the remote end, or `null` where there was none (a look-up, a bind)
/// @param message the original text in the machine's language, or `null` where the tool itself ended the stage
public record Failure(ErrorCode code, Operation operation, Endpoint local, Endpoint remote, String message) {

    public Failure {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(operation, "operation");
    }
}
