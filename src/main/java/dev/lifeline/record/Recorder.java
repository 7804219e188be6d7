package dev.lifeline.record;

import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Collects the events of one trace in order of arrival. Threads: any may record, any may read.
///
/// The buffer is bounded. When it is nearly full, what comes in any number (chunks of data, turns of the event loop, the kernel's
/// states and packets) is dropped first, so that the stages
/// of a connection whose peer never stops sending are still all there; what was dropped is counted and said at [#close()].
public final class Recorder implements AutoCloseable {

    /// Room for the events of one connection, chunks included: about 10 MB when full.
    public static final int DEFAULT_CAPACITY = 1 << 16;

    /// Places for one of many connections: a short one has about 35 events of both sides together, and as many of the kernel.
    private static final int EVENTS_PER_CONNECTION = 128;

    /// Places at the end of the buffer that chunks of data and turns of the event loop may not take.
    static final int RESERVED_FOR_STAGES = 1 << 10;

    private final TraceClock clock;
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayList<TraceEvent> events = new ArrayList<>(256);
    private volatile Consumer<TraceEvent> listener;
    private long dropped;
    private boolean closed;

    /// A recorder with room for [#DEFAULT_CAPACITY] events.
    public Recorder(TraceClock clock) {
        this(clock, DEFAULT_CAPACITY);
    }

    /// A recorder with room for so many connections one after the other, and never less than [#DEFAULT_CAPACITY].
    public static Recorder forConnections(TraceClock clock, int connections) {
        return new Recorder(clock, Math.max(DEFAULT_CAPACITY, connections * EVENTS_PER_CONNECTION));
    }

    /// A recorder with room for this many events.
    ///
    /// @param capacity more than [#RESERVED_FOR_STAGES]
    public Recorder(TraceClock clock, int capacity) {
        this.clock = Objects.requireNonNull(clock, "clock");
        if (capacity <= RESERVED_FOR_STAGES) {
            throw new IllegalArgumentException("capacity " + capacity + " leaves no room beside the reserve");
        }
        this.capacity = capacity;
    }

    /// The clock that stamps the events.
    public TraceClock clock() {
        return clock;
    }

    /// Has each event of the traced programs told, on their own threads, right after it was recorded. Events of the kernel's lane
    /// are not told, so that a listener may record what it finds.
    ///
    /// @param listener `null` for nobody
    public void listener(Consumer<TraceEvent> listener) {
        this.listener = listener;
    }

    /// Records an event that happened just now.
    ///
    /// @return its sequence number, or -1 where it was dropped
    public long record(Lane lane, Evidence evidence, int connection, int attempt, EventBody body) {
        return record(clock.now(), lane, evidence, connection, attempt, body);
    }

    /// Records an event that was stamped before.
    ///
    /// @param at nanoseconds since the origin of the trace
    /// @return its sequence number, or -1 where it was dropped
    public long record(long at, Lane lane, Evidence evidence, int connection, int attempt, EventBody body) {
        TraceEvent event;
        lock.lock();
        try {
            int room = capacity - events.size() - 1;
            if (closed || room < 0 || (room < RESERVED_FOR_STAGES && body.kind().isBulk())) {
                dropped++;
                return -1;
            }
            event = new TraceEvent(events.size(), at, lane, evidence, connection, attempt, body);
            events.add(event);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        Consumer<TraceEvent> told = listener;
        if (told != null && lane != Lane.KERNEL) {
            told.accept(event);
        }
        return event.sequence();
    }

    /// The sequence number that the next event will have: all that has arrived until now has a lower one.
    public long next() {
        lock.lock();
        try {
            return events.size();
        } finally {
            lock.unlock();
        }
    }

    /// The events from a sequence number on, in order of arrival.
    public List<TraceEvent> from(long sequence) {
        lock.lock();
        try {
            int start = (int) Math.min(sequence, events.size());
            return List.copyOf(events.subList(start, events.size()));
        } finally {
            lock.unlock();
        }
    }

    /// Waits until there is an event with this sequence number, the recorder is closed, or the time is over.
    ///
    /// @param sequence the number that is waited for
    /// @param timeoutNanos how long at most, in nanoseconds
    /// @return `true` where there may be more to read, now or later; `false` once the recorder is closed and all events
    ///     before this number are all that there are
    /// @throws InterruptedException when the waiting thread is interrupted
    public boolean await(long sequence, long timeoutNanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = timeoutNanos;
            while (events.size() <= sequence && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return events.size() > sequence || !closed;
        } finally {
            lock.unlock();
        }
    }

    /// Ends the recording: what comes later is not part of the trace. Says how many events were dropped, if any.
    @Override
    public void close() {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            if (dropped > 0) {
                // One more than the capacity: the one event that must not be lost is the one that says what was.
                events.add(new TraceEvent(events.size(), clock.now(), Lane.CLIENT, Evidence.APPLICATION, 0, 0,
                        new RunEvent.EventsDropped(dropped)));
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
