package dev.lifeline.server;

import dev.lifeline.record.Halt;

/// Why the loop does not accept for now. Meanwhile connections wait in the kernel's accept queue, and the loop serves the others.
sealed interface Pause {

    /// The gate before accept is held.
    ///
    /// @param halt its stop there
    record Gated(Halt halt) implements Pause {
    }

    /// The behaviour accepts late.
    ///
    /// @param hold the sequence number of the recorded hold
    /// @param until when it ends, in nanoseconds of the trace's clock
    record Late(long hold, long until) implements Pause {
    }

    /// Accept failed, as it does without free descriptors. The listening socket stays ready, so asking at once would only spin.
    ///
    /// @param until when to ask again, in nanoseconds of the trace's clock
    record BackingOff(long until) implements Pause {
    }

    /// As many connections are open as the server holds.
    record Full() implements Pause {
    }
}
