package dev.lifeline.record;

import dev.lifeline.model.Stage;
import dev.lifeline.model.event.HoldEvent;

/// One stop at a gate that is held, from its arrival on: recorded when it begins and when it ends. For the thread that stopped; [#pass] is for
/// whoever stopped it.
public final class Halt {

    private final Gates gates;
    private final Stage stage;
    private final Gate.Side side;
    private final LaneRecorder who;
    private final LaneRecorder teller;
    private final long started;
    private volatile boolean passed;

    private Halt(Gates gates, Stage stage, Gate.Side side, LaneRecorder who, LaneRecorder teller, long started) {
        this.gates = gates;
        this.stage = stage;
        this.side = side;
        this.who = who;
        this.teller = teller;
        this.started = started;
    }

    static Halt begin(Gates gates, Stage stage, Gate.Side side, LaneRecorder who, LaneRecorder teller, String reason) {
        long started = teller.mark(new HoldEvent.HoldStarted(stage, side == Gate.Side.AFTER, reason));
        return new Halt(gates, stage, side, who, teller, started);
    }

    /// Says if it is one of these gates.
    ///
    /// @param wanted the gate before this stage; `null` for any gate
    boolean isAt(Gates part, Stage wanted) {
        return gates == part && (wanted == null || stage == wanted && side == Gate.Side.BEFORE);
    }

    /// Lets this one go on, whatever holds the gate: the next one who comes to it waits again. Any thread.
    public void pass() {
        passed = true;
        gates.wake();
    }

    /// Says if this one was let go while its gate may still be held.
    public boolean mayPass() {
        return passed;
    }

    /// The sequence number of the event that says that it began; -1 where that was dropped.
    public long number() {
        return started;
    }

    /// Says if the gate was opened meanwhile, or this one may pass.
    public boolean isOver() {
        return passed || gates.reason(stage, side, who) == null;
    }

    /// Goes on: to be called once, over or not.
    public void end() {
        teller.mark(new HoldEvent.HoldEnded(started));
        gates.leave(this);
    }
}
