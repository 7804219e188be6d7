package dev.lifeline.record;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.walk.FaultKind;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The faults that are on in one session. They do what they do where gates stand, in user space, and where a program writes; the
/// kernel knows nothing of them. Without any, asking costs one look at a volatile field.
///
/// Threads: any.
public final class Faults {

    private static final AddedFault[] NONE = {};

    private final Gates gates;
    private volatile AddedFault[] on = NONE;
    /// The numbers of those of which is recorded that they are over.
    private final Set<Integer> over = new HashSet<>();
    private int numbers;
    private boolean dismantled;

    /// @param gates woken after each fault that is over, so that whoever it holds looks again
    Faults(Gates gates) {
        this.gates = gates;
    }

    /// Adds a fault.
    ///
    /// @param time that it takes, in nanoseconds; 0 where it takes none
    /// @param jitter by which a single time may differ from that, in nanoseconds
    /// @param bytes that it takes; 0 where it takes none
    /// @param words the fault as a person wrote it
    public synchronized AddedFault add(FaultKind kind, Lane lane, long time, long jitter, long bytes, String words) {
        AddedFault fault = new AddedFault(++numbers, kind, lane, time, jitter, bytes, words);
        if (!dismantled) {
            AddedFault[] more = new AddedFault[on.length + 1];
            System.arraycopy(on, 0, more, 0, on.length);
            more[on.length] = fault;
            on = more;
        }
        return fault;
    }

    /// Takes a fault away. Recorded first, then given back, and only then whoever it holds goes on: his may be the last steps of the run,
    /// and a recording that is over takes no more.
    ///
    /// @param who whose trace tells of it
    /// @param giveBack gives back what it took, also where it is off already
    public void end(AddedFault fault, LaneRecorder who, Runnable giveBack) {
        boolean told;
        synchronized (this) {
            told = isOn(fault) && over.add(fault.number());
        }
        if (told) {
            who.mark(new RunEvent.FaultEnded(fault.number(), fault.kind()));
        }
        giveBack.run();
        remove(fault);
        gates.wake();
    }

    private synchronized void remove(AddedFault fault) {
        AddedFault[] kept = new AddedFault[on.length];
        int count = 0;
        for (AddedFault each : on) {
            if (each.number() != fault.number()) {
                kept[count++] = each;
            }
        }
        on = count == 0 ? NONE : Arrays.copyOf(kept, count);
    }

    /// Takes all away for good.
    void dismantle() {
        synchronized (this) {
            dismantled = true;
            on = NONE;
        }
        gates.wake();
    }

    /// Those that are on, in the order in which they were added.
    public List<AddedFault> on() {
        return List.of(on);
    }

    /// Says if none is on.
    public boolean areNone() {
        return on.length == 0;
    }

    /// Says if it is on.
    public boolean isOn(AddedFault fault) {
        for (AddedFault each : on) {
            if (each.number() == fault.number()) {
                return true;
            }
        }
        return false;
    }

    /// The first fault that holds a lane before a stage; `null` where none does.
    ///
    /// @param behind only those with greater numbers
    AddedFault holding(Stage stage, Lane lane, int behind) {
        for (AddedFault each : on) {
            if (each.number() > behind && each.lane() == lane && each.holdsBefore(stage)) {
                return each;
            }
        }
        return null;
    }

    /// The bytes that one write of a lane takes at most.
    public long most(Lane lane) {
        long most = Long.MAX_VALUE;
        for (AddedFault each : on) {
            most = each.lane() == lane ? Math.min(most, each.most()) : most;
        }
        return most;
    }

    /// The fault that asks for the longest time between two writes of a lane; `null` where none asks for any.
    public AddedFault pausing(Lane lane) {
        AddedFault longest = null;
        for (AddedFault each : on) {
            if (each.lane() == lane && each.pause() > 0 && (longest == null || each.pause() > longest.pause())) {
                longest = each;
            }
        }
        return longest;
    }

    /// The time between two writes of a lane that faults ask for, in nanoseconds.
    public long pause(Lane lane) {
        AddedFault longest = pausing(lane);
        return longest == null ? 0 : longest.pause();
    }

    /// Records that a fault that acts once has done so: it is over.
    ///
    /// @param count of what it is about
    /// @return what it did, where the recording was closed meanwhile and has not got it; else `null`
    public RunEvent.FaultActed acted(AddedFault fault, long count, LaneRecorder who) {
        RunEvent.FaultActed acted = new RunEvent.FaultActed(fault.number(), fault.kind(), count);
        boolean kept = who.mark(acted) >= 0;
        end(fault, who, () -> { });
        return kept ? null : acted;
    }

    /// The first fault of a kind that a lane has; `null` where it has none.
    public AddedFault first(FaultKind kind, Lane lane) {
        for (AddedFault each : on) {
            if (each.lane() == lane && each.kind() == kind) {
                return each;
            }
        }
        return null;
    }
}
