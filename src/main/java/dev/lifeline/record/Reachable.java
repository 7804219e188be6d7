package dev.lifeline.record;

import java.util.concurrent.FutureTask;

/// An open connection whose program can be told to make a call on it, wherever that program stands.
public interface Reachable {

    /// Its lane and number.
    LaneRecorder who();

    /// Has the program's own thread make the call, between two calls of its own or while it stands at a gate. What holds the program
    /// does not hold this, and what came of it is recorded as its own calls are.
    ///
    /// @param bytes to send; empty for other calls
    /// @return its end: why it could not be done, or `null`. Any thread may ask
    FutureTask<String> begin(HandCall call, byte[] bytes);
}
