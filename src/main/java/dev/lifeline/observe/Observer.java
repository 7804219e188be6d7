package dev.lifeline.observe;

import dev.lifeline.model.TraceEvent;

/// A source of evidence at work on one run. What it finds goes into the run's recorder, in the kernel's lane.
public interface Observer extends AutoCloseable {

    /// A traced program has just recorded this event.
    ///
    /// Called on the program's own thread, which waits meanwhile: it must be quick, and it throws nothing. Several threads may
    /// call at once. Events of the kernel's lane are not told.
    void saw(TraceEvent event);

    /// Somebody wants to know how things stand now. Any thread; what is found is recorded when this returns.
    ///
    /// @param cause the sequence number of the event that asks, or -1
    default void look(long cause) {
    }

    /// The same of sockets alone, and as light as that can be: no file is opened for it.
    ///
    /// @param cause the sequence number of the event that asks
    default void lookAtSockets(long cause) {
    }

    /// Waits, a bounded time, for what the kernel still has to say; records it, and gives everything back. Throws nothing.
    /// No more events are told after it was called.
    @Override
    void close();
}
