package dev.lifeline.linux.wire;

import java.util.Objects;

/// The bytes are too short, their lengths do not hold, or they are something else than was looked for.
///
/// @param reason why, for a person
public record NotDecoded(String reason) implements Decoded {
    public NotDecoded {
        Objects.requireNonNull(reason, "reason");
    }
}
