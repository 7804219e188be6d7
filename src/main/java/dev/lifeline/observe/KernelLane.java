package dev.lifeline.observe;

import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.record.Recorder;

/// Where the kernel's findings about a run go: the lane of the trace that no program writes. Threads: any.
///
/// @param recorder of the run
public record KernelLane(Recorder recorder) {

    /// The time of the trace's clock, in nanoseconds.
    public long now() {
        return recorder.clock().now();
    }

    /// Records a finding.
    ///
    /// @param at when it was seen, in nanoseconds of the trace
    /// @param connection number of the client's connection, or of the server's where the client is not traced; 0 where it is
    ///     about the whole run
    /// @param attempt of the race; 0 where it is about the connection
    public void record(long at, int connection, int attempt, KernelEvent finding) {
        recorder.record(at, Lane.KERNEL, Evidence.KERNEL, connection, attempt, finding);
    }
}
