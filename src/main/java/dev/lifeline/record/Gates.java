package dev.lifeline.record;

import dev.lifeline.model.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// The gates of one session, open unless someone holds them: the stepper, or a scenario. Handed down with what is to be run.
///
/// Only programs wait here, in user space; the kernel goes on. An open gate costs one look at a volatile field and no memory.
/// Threads: any may pass, hold and release.
public final class Gates {

    private final Shared shared;
    /// The session's own, which hold for all parts; `null` where these are the session's own.
    private final Gates session;
    private final String actor;
    private volatile GateHold[] held = GateHold.NONE;

    /// State that the parts of a session share.
    private static final class Shared {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition released = lock.newCondition();
        private final Condition arrived = lock.newCondition();
        private final List<Halt> standing = new ArrayList<>(2);
        private final Map<String, Gates> parts = new LinkedHashMap<>();
        private final List<Runnable> loops = new ArrayList<>(2);
        private volatile Consumer<Arrival> listener;
        private volatile Sentry sentry;
        private final AtomicInteger halts = new AtomicInteger();
        private Faults faults;
        private HandReach reach;
        private boolean dismantled;
    }

    /// A program has come to a gate that is held, and waits there.
    ///
    /// @param actor whose part of the session it is; `null` where that has no parts
    /// @param who the lane, with the connection and the attempt
    /// @param stage which
    /// @param side before or after it
    /// @param reason why it is held, for a person
    /// @param halt its stop: who holds the gate can let this one pass and keep the gate shut for the next
    public record Arrival(String actor, LaneRecorder who, Stage stage, Gate.Side side, String reason, Halt halt) {
    }

    /// Asks for each who comes to a gate that nobody holds whether he is to stop there: he alone, until he is let pass.
    public interface Sentry {

        /// Gives the reason to stop him, for a person; `null` to let him go on. Short; on the thread that comes.
        ///
        /// @param actor whose part of the session the gate is in; `null` where that has no parts
        /// @param who the lane, with the connection and the attempt
        String reason(String actor, LaneRecorder who, Stage stage, Gate.Side side);
    }

    /// The gates of a new session, all open.
    public Gates() {
        this(new Shared(), null, null);
        shared.faults = new Faults(this);
        shared.reach = new HandReach(this);
    }

    private Gates(Shared shared, Gates session, String actor) {
        this.shared = shared;
        this.session = session;
        this.actor = actor;
    }

    /// The part of one actor, where several are on one lane: it can be held alone, and what holds the session holds it too.
    public Gates of(String name) {
        shared.lock.lock();
        try {
            Gates part = shared.parts.get(name);
            if (part == null) {
                part = new Gates(shared, session == null ? this : session, name);
                shared.parts.put(name, part);
            }
            return part;
        } finally {
            shared.lock.unlock();
        }
    }

    /// Has whoever comes to this gate from now on wait there.
    ///
    /// @param reason why, for a person
    public void hold(Gate gate, String reason) {
        shared.lock.lock();
        try {
            if (!shared.dismantled) {
                held = GateHold.with(GateHold.without(held, gate), new GateHold(gate, reason));
            }
        } finally {
            shared.lock.unlock();
        }
    }

    /// Opens the gate: whoever waits there goes on, unless another holds him too.
    public void release(Gate gate) {
        shared.lock.lock();
        try {
            held = GateHold.without(held, gate);
            shared.released.signalAll();
        } finally {
            shared.lock.unlock();
        }
        wakeLoops();
    }

    /// Opens all gates of the session for good: used when a run ends, so that nobody is left waiting.
    public void dismantle() {
        shared.lock.lock();
        try {
            shared.dismantled = true;
            shared.sentry = null;
            shared.standing.forEach(Halt::open);
            (session == null ? this : session).held = GateHold.NONE;
            for (Gates part : shared.parts.values()) {
                part.held = GateHold.NONE;
            }
        } finally {
            shared.lock.unlock();
        }
        shared.faults.dismantle();
    }

    /// Has each arrival at a gate that is held told, once, by the thread that arrives and before it waits.
    ///
    /// @param told short; it may release the gate at once; `null` for nobody
    public void onArrival(Consumer<Arrival> told) {
        shared.listener = told;
    }

    /// Has this one asked for everybody who comes to a gate, of all parts. To be said before the session runs.
    public void post(Sentry sentry) {
        shared.sentry = sentry;
    }

    /// Has this called after each release, by the thread that releases: an event loop does not wait here, it is woken.
    ///
    /// @param wakeUp short, and safe for any thread
    public void addLoop(Runnable wakeUp) {
        shared.lock.lock();
        try {
            shared.loops.add(wakeUp);
        } finally {
            shared.lock.unlock();
        }
    }

    /// The loop is over.
    public void removeLoop(Runnable wakeUp) {
        shared.lock.lock();
        try {
            shared.loops.remove(wakeUp);
        } finally {
            shared.lock.unlock();
        }
    }

    /// Waits until the way is free before a stage; records the hold if there was one.
    ///
    /// @param who the lane that waits
    /// @throws InterruptedException when the waiting thread is interrupted; the hold is recorded as ended
    public void before(Stage stage, LaneRecorder who) throws InterruptedException {
        pass(stage, Gate.Side.BEFORE, who);
    }

    /// The same past the end of a stage.
    public void after(Stage stage, LaneRecorder who) throws InterruptedException {
        pass(stage, Gate.Side.AFTER, who);
    }

    private void pass(Stage stage, Gate.Side side, LaneRecorder who) throws InterruptedException {
        Halt halt = arrive(stage, side, who);
        while (halt != null) {
            sitOut(halt, who);
            // Behind a gate that another has opened stands the sentry.
            halt = halt.isByGate() && !halt.mayPass() ? arrive(stage, side, who) : halt.next();
        }
    }

    private void sitOut(Halt halt, LaneRecorder who) throws InterruptedException {
        try {
            shared.lock.lockInterruptibly();
            try {
                while (!halt.isOver()) {
                    HandReach.Errand errand = shared.reach.poll(who);
                    if (errand != null) {
                        run(errand);
                    } else if (halt.until() == Long.MAX_VALUE) {
                        shared.released.await();
                    } else {
                        shared.released.awaitNanos(halt.until() - who.now());
                    }
                }
            } finally {
                shared.lock.unlock();
            }
        } finally {
            halt.end();
        }
    }

    private void run(HandReach.Errand errand) throws InterruptedException {
        shared.lock.unlock();
        try {
            if (!errand.run()) {
                throw new InterruptedException("its connection was closed by hand");
            }
        } finally {
            shared.lock.lock();
        }
    }

    /// The connections of the session that a person can reach.
    public HandReach reach() {
        return shared.reach;
    }

    /// The faults that are on in the session.
    public Faults faults() {
        return shared.faults;
    }

    /// Comes to a fault without waiting for its end, as an event loop does: one that holds a lane before a stage.
    ///
    /// @param teller whose trace tells of it
    /// @return `null` where none does; otherwise the stop, to be ended when it is over
    public Halt fault(Stage stage, LaneRecorder who, LaneRecorder teller) {
        return fault(stage, who, teller, 0);
    }

    Halt fault(Stage stage, LaneRecorder who, LaneRecorder teller, int behind) {
        AddedFault fault = shared.faults.holding(stage, who.lane(), behind);
        return fault == null ? null : begin(stage, who, teller, fault, fault.once());
    }

    /// Waits for as long as faults hold a lane before a stage that it is in the middle of.
    public void sitOutFaults(Stage stage, LaneRecorder who) throws InterruptedException {
        for (Halt halt = fault(stage, who, who); halt != null; halt = halt.next()) {
            sitOut(halt, who);
        }
    }

    /// Waits for as long as a fault keeps two writes apart.
    public void pauseBetweenWrites(LaneRecorder who) throws InterruptedException {
        AddedFault fault = shared.faults.pausing(who.lane());
        if (fault != null) {
            sitOut(begin(Stage.WRITE, who, who, fault, fault.pause()), who);
        }
    }

    private Halt begin(Stage stage, LaneRecorder who, LaneRecorder teller, AddedFault fault, long time) {
        shared.halts.incrementAndGet();
        return Halt.begin(this, new Halt.Place(stage, Gate.Side.BEFORE, who), teller, fault, time);
    }

    /// Comes to a gate without waiting there, as an event loop does. Where it is held, that is recorded and told.
    ///
    /// @return `null` where the way is free; otherwise the stop, to be ended when it is over
    public Halt arrive(Stage stage, Gate.Side side, LaneRecorder who) {
        return arrive(stage, side, who, who);
    }

    /// The same, where the trace is told by another: before accept it is not sure yet whose number the next connection gets.
    public Halt arrive(Stage stage, Gate.Side side, LaneRecorder who, LaneRecorder teller) {
        String held = held(stage, side, who);
        String reason = held != null ? held : asked(stage, side, who);
        if (reason == null) {
            return side == Gate.Side.BEFORE ? fault(stage, who, teller) : null;
        }
        shared.halts.incrementAndGet();
        Halt halt = Halt.begin(this, new Halt.Place(stage, side, who), teller, reason, held == null);
        stand(halt);
        Consumer<Arrival> told = shared.listener;
        if (told != null) {
            try {
                told.accept(new Arrival(actor, who, stage, side, reason, halt));
            } catch (RuntimeException e) {
                halt.end();
                throw e;
            }
        }
        return halt;
    }

    /// Says if someone waits at a gate of the session now.
    public boolean isSomeoneHeld() {
        return shared.halts.get() > 0;
    }

    private void stand(Halt halt) {
        shared.lock.lock();
        try {
            shared.standing.add(halt);
            if (shared.dismantled) {
                halt.open();
            }
            shared.arrived.signalAll();
        } finally {
            shared.lock.unlock();
        }
    }

    /// Wakes whoever waits, to look again.
    void wake() {
        shared.lock.lock();
        try {
            shared.released.signalAll();
        } finally {
            shared.lock.unlock();
        }
        wakeLoops();
    }

    /// Takes note that a halt is over.
    void leave(Halt halt) {
        shared.lock.lock();
        try {
            shared.standing.remove(halt);
        } finally {
            shared.lock.unlock();
        }
        shared.halts.decrementAndGet();
    }

    /// Waits until somebody stands at a gate of this part that is held.
    ///
    /// @param stage the gate before it; `null` for any gate
    /// @param nanos how long at most
    /// @return `false` where nobody did in that time
    public boolean awaitArrival(Stage stage, long nanos) throws InterruptedException {
        long left = nanos;
        shared.lock.lockInterruptibly();
        try {
            while (!isHeldBefore(stage)) {
                if (left <= 0) {
                    return false;
                }
                left = shared.arrived.awaitNanos(left);
            }
            return true;
        } finally {
            shared.lock.unlock();
        }
    }

    private boolean isHeldBefore(Stage stage) {
        for (Halt each : shared.standing) {
            if (each.isAt(this, stage) && !each.isOver()) {
                return true;
            }
        }
        return false;
    }

    /// Says if nothing at all is held here, so that nobody need ask for himself.
    public boolean areOpen() {
        return held.length == 0 && (session == null || session.held.length == 0) && shared.sentry == null && shared.faults.areNone();
    }

    /// Gives the reason for which a lane must wait here, or `null` where the way is free.
    public String reason(Stage stage, Gate.Side side, LaneRecorder who) {
        String reason = held(stage, side, who);
        return reason != null ? reason : asked(stage, side, who);
    }

    private String asked(Stage stage, Gate.Side side, LaneRecorder who) {
        Sentry sentry = shared.sentry;
        return sentry == null ? null : sentry.reason(actor, who, stage, side);
    }

    /// The reason for which the gate is held, or `null`.
    String held(Stage stage, Gate.Side side, LaneRecorder who) {
        String own = GateHold.reason(held, stage, side, who);
        return own != null || session == null ? own : GateHold.reason(session.held, stage, side, who);
    }

    private void wakeLoops() {
        Runnable[] wakeUps;
        shared.lock.lock();
        try {
            wakeUps = shared.loops.toArray(new Runnable[0]);
        } finally {
            shared.lock.unlock();
        }
        for (Runnable wakeUp : wakeUps) {
            wakeUp.run();
        }
    }
}
