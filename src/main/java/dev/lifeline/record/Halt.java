package dev.lifeline.record;

import dev.lifeline.model.Stage;
import dev.lifeline.model.event.HoldEvent;

/// One stop at a gate that is held, from its arrival on: recorded when it begins and when it ends. For the thread that stopped; [#pass] is for
/// whoever stopped it.
public final class Halt {

    private final Gates gates;
    private final Place place;
    private final LaneRecorder teller;
    private final boolean alone;
    private final long started;
    private volatile boolean passed;

    /// Where who stops.
    record Place(Stage stage, Gate.Side side, LaneRecorder who) {
    }

    private Halt(Gates gates, Place place, LaneRecorder teller, boolean alone, long started) {
        this.gates = gates;
        this.place = place;
        this.teller = teller;
        this.alone = alone;
        this.started = started;
    }

    /// @param alone whether only this one is stopped, and no gate is held
    static Halt begin(Gates gates, Place place, LaneRecorder teller, String reason, boolean alone) {
        long started = teller.mark(new HoldEvent.HoldStarted(place.stage, place.side == Gate.Side.AFTER, reason));
        return new Halt(gates, place, teller, alone, started);
    }

    /// Says if it is one of these gates.
    ///
    /// @param wanted the gate before this stage; `null` for any gate
    boolean isAt(Gates part, Stage wanted) {
        return gates == part && (wanted == null || place.stage == wanted && place.side == Gate.Side.BEFORE);
    }

    /// Lets this one go on, whatever holds the gate: the next one who comes to it waits again. Any thread.
    public void pass() {
        open();
        gates.wake();
    }

    /// The same for whoever wakes all of them.
    void open() {
        passed = true;
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
        return passed || !alone && gates.held(place.stage, place.side, place.who) == null;
    }

    /// Goes on: to be called once, over or not.
    public void end() {
        teller.mark(new HoldEvent.HoldEnded(started));
        gates.leave(this);
    }
}
