package dev.lifeline.model;

import java.util.Objects;

/// The reason for which a stage failed: the call, both ends as far as they were known, and the code.
///
/// @param code the canonical code
/// @param operation the call that reported it
/// @param local the local end, or `null` where the socket had none yet
/// @param remote the remote end, or `null` where there was none (a look-up, a bind)
/// @param eai what getaddrinfo(3) itself returned, as `EAI_NONAME`; `null` where it was not asked, or by way of the JDK
/// @param message the original text in the machine's language, or `null` where the tool itself ended the stage
public record Failure(ErrorCode code, Operation operation, Endpoint local, Endpoint remote, String eai, String message) {

    public Failure {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(operation, "operation");
    }

    /// A failure that is not the C library's word on a name.
    public Failure(ErrorCode code, Operation operation, Endpoint local, Endpoint remote, String message) {
        this(code, operation, local, remote, null, message);
    }
}
