package dev.lifeline.observe.sockdiag;

import dev.lifeline.model.Evidence;
import dev.lifeline.model.KernelEvent;
import dev.lifeline.model.Lane;
import dev.lifeline.record.Recorder;

/// Where the findings go.
///
/// @param recorder of the run
record KernelLane(Recorder recorder) {

    long now() {
        return recorder.clock().now();
    }

    /// Records a finding.
    ///
    /// @param at when it was seen, in nanoseconds of the trace
    void record(long at, int connection, int attempt, KernelEvent finding) {
        recorder.record(at, Lane.KERNEL, Evidence.KERNEL, connection, attempt, finding);
    }
}
