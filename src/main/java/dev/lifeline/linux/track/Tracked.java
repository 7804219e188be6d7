package dev.lifeline.linux.track;

import dev.lifeline.linux.wire.WireEnd;
import java.util.Objects;

/// A connection in the table: its ends as they were before NAT, and as its answers have them.
///
/// @param source who opened it
/// @param destination where to
/// @param answers who answers: another end than the destination where NAT changed that
/// @param answered to whom: another end than the source where NAT changed that
public record Tracked(WireEnd source, WireEnd destination, WireEnd answers, WireEnd answered) {

    public Tracked {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(answers, "answers");
        Objects.requireNonNull(answered, "answered");
    }
}
