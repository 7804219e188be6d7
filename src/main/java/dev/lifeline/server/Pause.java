package dev.lifeline.server;

import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.record.Halt;
import dev.lifeline.record.LaneRecorder;

/// The reason for which the loop does not accept for now. Meanwhile connections wait in the kernel's accept queue, and the loop
/// serves the others. All times in nanoseconds of the loop's clock.
sealed interface Pause {

    /// Says if the reason is gone.
    boolean isOver(long now);

    /// The time to look again; [Long#MAX_VALUE] where something else wakes the loop.
    default long until() {
        return Long.MAX_VALUE;
    }

    /// Records the end, where its beginning was recorded.
    default void end(LaneRecorder recorder) {
    }

    /// The gate before accept is held.
    ///
    /// @param halt its stop there
    record Gated(Halt halt) implements Pause {
        @Override
        public boolean isOver(long now) {
            return halt.isOver();
        }

        @Override
        public void end(LaneRecorder recorder) {
            halt.end();
        }
    }

    /// The behaviour accepts late.
    ///
    /// @param hold the sequence number of the recorded hold
    record Late(long hold, long until) implements Pause {
        @Override
        public boolean isOver(long now) {
            return now >= until;
        }

        @Override
        public void end(LaneRecorder recorder) {
            recorder.mark(new HoldEvent.HoldEnded(hold));
        }
    }

    /// Accept failed, as it does without free descriptors. The listening socket stays ready, so asking at once would only spin.
    record BackingOff(long until) implements Pause {
        @Override
        public boolean isOver(long now) {
            return now >= until;
        }
    }

    /// As many connections are open as the server holds.
    record Full(EventLoop loop) implements Pause {
        @Override
        public boolean isOver(long now) {
            return loop.openConnections() < Acceptor.MAX_OPEN;
        }
    }
}
