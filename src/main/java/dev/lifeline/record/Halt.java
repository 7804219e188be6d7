package dev.lifeline.record;

import dev.lifeline.model.Stage;
import dev.lifeline.model.event.HoldEvent;

/// One stop at a gate that is held, or by a fault, from its arrival on: recorded when it begins and when it ends. For the thread that
/// stopped; [#pass] is for whoever stopped it.
public final class Halt {

    private static final String FAULT = "fault ";

    private final Gates gates;
    private final Place place;
    private final LaneRecorder teller;
    private final boolean alone;
    /// The fault that holds it; `null` where the gate does.
    private final AddedFault fault;
    private final long until;
    private final long started;
    private volatile boolean passed;
    private volatile boolean ended;

    /// Where who stops.
    record Place(Stage stage, Gate.Side side, LaneRecorder who) {
    }

    private Halt(Gates gates, Place place, LaneRecorder teller, boolean alone, AddedFault fault, long time, String reason) {
        this.gates = gates;
        this.place = place;
        this.teller = teller;
        this.alone = alone;
        this.fault = fault;
        this.started = teller.mark(new HoldEvent.HoldStarted(place.stage, place.side == Gate.Side.AFTER, reason, fault == null ? 0 : fault.number()));
        this.until = time == 0 ? Long.MAX_VALUE : teller.now() + time;
    }

    /// @param alone whether only this one is stopped, and no gate is held
    static Halt begin(Gates gates, Place place, LaneRecorder teller, String reason, boolean alone) {
        return new Halt(gates, place, teller, alone, null, 0, reason);
    }

    /// @param time how long at most, in nanoseconds; 0 for as long as the fault is on
    static Halt begin(Gates gates, Place place, LaneRecorder teller, AddedFault fault, long time) {
        return new Halt(gates, place, teller, true, fault, time, FAULT + fault.number() + ": " + fault.words());
    }

    /// Says if it is one of these gates.
    ///
    /// @param wanted the gate before this stage; `null` for any gate
    boolean isAt(Gates part, Stage wanted) {
        return gates == part && (wanted == null || place.stage == wanted && place.side == Gate.Side.BEFORE);
    }

    /// Says if a gate holds it, and no fault.
    boolean isByGate() {
        return fault == null;
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
        return passed && fault == null;
    }

    /// The sequence number of the event that says that it began; -1 where that was dropped.
    public long number() {
        return started;
    }

    /// Says if the gate was opened meanwhile, or this one may pass, or went away; with a fault, if that is over, or its time.
    public boolean isOver() {
        return passed || ended || (fault == null ? !alone && gates.held(place.stage, place.side, place.who) == null
                : !gates.faults().isOn(fault) || teller.now() >= until);
    }

    /// The time of the trace's clock at which it is over by itself; [Long#MAX_VALUE] where it is not.
    public long until() {
        return until;
    }

    /// The fault that stops the same one once this is over; `null` where none does. Its stop has begun then.
    public Halt next() {
        return place.side == Gate.Side.AFTER ? null : gates.fault(place.stage, place.who, teller, fault == null ? 0 : fault.number());
    }

    /// Goes on: to be called once, over or not.
    public void end() {
        ended = true;
        teller.mark(new HoldEvent.HoldEnded(started));
        gates.leave(this);
    }
}
