package dev.lifeline.server.turn;

import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.loop.LoopPhase;
import dev.lifeline.record.LaneRecorder;
import java.nio.channels.SelectionKey;

/// Tells of the turns of an event loop: its wake-ups, and where phases are told the pieces of work in each and for how long they held the
/// loop. Bounded, so that a loop that never rests does not fill the trace. For the loop's thread.
public final class TurnLog {

    /// The number of wake-ups without a new connection that are recorded before the next new one, so that a peer that never stops
    /// sending does not fill the trace with them. They are counted all the same.
    public static final int WAKE_UPS_RECORDED = 256;

    /// Pieces of work that are told one by one; behind them only those that held the loop for long.
    static final int WORK_RECORDED = 1024;

    /// Pieces of work between others that are told of one phase: who starves the loop leaves them in any number.
    static final int BETWEEN_RECORDED = 64;

    /// Long for a loop that others wait for: as much as a network in a town takes there and back.
    static final long LONG_NANOS = 10_000_000;

    private final LaneRecorder recorder;
    private final boolean phases;
    private long wakeUps;
    private int unrecordable;
    private long turn;
    private LoopPhase phase;
    private int recorded;
    private int longRecorded;
    private int callbacks;
    private int between;
    private long waited;
    private long began;

    /// @param phases whether they are told
    public TurnLog(LaneRecorder recorder, boolean phases) {
        this.recorder = recorder;
        this.phases = phases;
    }

    /// The loop woke up.
    ///
    /// @param ready keys of sockets that are
    /// @param listener the owner of the listening socket
    public void woke(SelectionKey[] ready, Object listener) {
        wakeUps++;
        for (SelectionKey key : ready) {
            if (key.attachment() == listener) {
                unrecordable = 0;
            }
        }
        if (unrecordable++ < WAKE_UPS_RECORDED) {
            recorder.mark(new LoopEvent.Woke(wakeUps, ready.length));
        }
    }

    /// Which wake-up this is, from 1.
    public long wakeUps() {
        return wakeUps;
    }

    /// A phase begins, and the one before it is over.
    public void begin(LoopPhase next) {
        if (!phases) {
            return;
        }
        long now = System.nanoTime();
        long held = now - began - waited;
        if (callbacks > 0 && isTold(held)) {
            recorder.mark(new LoopEvent.PhaseRan(phase, turn, callbacks, waited, held));
        }
        turn += next == LoopPhase.TIMERS ? 1 : 0;
        phase = next;
        callbacks = 0;
        between = 0;
        waited = 0;
        began = now;
    }

    /// The loop has waited for something to do.
    public void waited(long nanos) {
        waited = nanos;
    }

    /// The time before a piece of work, to be given to [#did].
    public long now() {
        return phases ? System.nanoTime() : 0;
    }

    /// A piece of work is done.
    ///
    /// @param in `null` for the phase that the loop is in
    /// @param who for whom
    public void did(LoopPhase in, LaneRecorder who, String work, long from) {
        if (!phases) {
            return;
        }
        long took = System.nanoTime() - from;
        callbacks += in == LoopPhase.BETWEEN ? 0 : 1;
        between += in == LoopPhase.BETWEEN ? 1 : 0;
        if (between <= BETWEEN_RECORDED && isTold(took)) {
            who.mark(new LoopEvent.CallbackRan(in == null ? phase : in, work, took));
        }
    }

    private boolean isTold(long took) {
        if (recorded < WORK_RECORDED) {
            recorded++;
            return true;
        }
        return took >= LONG_NANOS && longRecorded++ < WORK_RECORDED;
    }
}
