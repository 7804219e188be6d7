package dev.lifeline.client;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Stage;
import java.util.Objects;

/// The end of one attempt of a race that brought no connection.
///
/// @param attempt its number, from 1
/// @param candidate where it wanted to connect to
/// @param stage BIND or CONNECT
/// @param failure why; INTERRUPTED where the rules of the race gave it up before it had an answer
public record AttemptFailure(int attempt, Endpoint candidate, Stage stage, Failure failure) {

    public AttemptFailure {
        Objects.requireNonNull(candidate, "candidate");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(failure, "failure");
    }
}
