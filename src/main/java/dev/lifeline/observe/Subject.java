package dev.lifeline.observe;

import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.record.Recorder;
import java.util.Objects;
import java.util.Set;

/// The thing to be observed.
///
/// @param recorder where the evidence goes; its clock stamps it
/// @param mode which sides are traced
/// @param port the server's port; 0 where it is known only once the server's bind has finished
/// @param connections how many are expected at most. With many, a source records what is new and leaves the rest.
/// @param host the name that is looked up in the run; `null` where none is, or where no name server is asked for it
/// @param counters the kernel's words for counters whose rise is asked for, beside those that are always told
public record Subject(Recorder recorder, Mode mode, int port, int connections, String host, Set<String> counters) {

    /// Up to so many connections are recorded in full.
    private static final int IN_FULL = 16;

    public Subject {
        Objects.requireNonNull(recorder, "recorder");
        Objects.requireNonNull(mode, "mode");
        counters = Set.copyOf(counters);
    }

    /// One whose run looks up no name.
    public Subject(Recorder recorder, Mode mode, int port, int connections) {
        this(recorder, mode, port, connections, null, Set.of());
    }

    /// Tells whether every look is recorded, or only what is new.
    public boolean inFull() {
        return connections <= IN_FULL;
    }
}
