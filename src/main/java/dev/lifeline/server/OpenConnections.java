package dev.lifeline.server;

import dev.lifeline.model.event.RunEvent;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.server.turn.ClosedCount;
import dev.lifeline.server.turn.TurnLog;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.IntConsumer;

/// The connections of a loop: those that are open, of these the ones that wait at a gate, and those that have ended and of which nobody
/// was told yet. One connection's misfortune is not the others'.
final class OpenConnections {

    private final LaneRecorder recorder;
    private final ClosedCount closed;
    private final IntConsumer told;
    private final Set<Connection> open = new LinkedHashSet<>();
    private final Set<Connection> held = new LinkedHashSet<>();
    private final Queue<Connection> ended = new ArrayDeque<>();

    /// @param told hears the number of each that is over
    OpenConnections(LaneRecorder recorder, ClosedCount closed, IntConsumer told) {
        this.recorder = recorder;
        this.closed = closed;
        this.told = told;
    }

    int count() {
        return open.size();
    }

    void add(Connection connection) {
        open.add(connection);
    }

    /// It is over, and all of it is recorded.
    void over(Connection connection) {
        open.remove(connection);
        ended.add(connection);
    }

    /// It waits at a gate, or no more.
    void holds(Connection connection, boolean waits) {
        if (waits) {
            held.add(connection);
        } else {
            held.remove(connection);
        }
    }

    /// Has those at gates look if they may go on.
    void lookAtHeld() {
        if (held.isEmpty()) {
            return;
        }
        for (Connection connection : List.copyOf(held)) {
            try {
                connection.goOn();
            } catch (RuntimeException e) {
                connection.abandon(e);
            }
        }
    }

    /// Has all look what is due.
    ///
    /// @return when to look again, in nanoseconds of the loop's clock
    long due(long now) {
        long next = Long.MAX_VALUE;
        for (Connection connection : List.copyOf(open)) {
            try {
                next = Math.min(next, connection.due(now));
            } catch (RuntimeException e) {
                connection.abandon(e);
            }
        }
        return next;
    }

    /// Tells those that are open that the server is about to stop.
    void leave() {
        for (Connection connection : List.copyOf(open)) {
            try {
                connection.leave();
            } catch (RuntimeException e) {
                connection.abandon(e);
            }
        }
    }

    /// Ends those that are open.
    void stop() {
        for (Connection connection : List.copyOf(open)) {
            try {
                connection.stop();
            } catch (RuntimeException e) {
                connection.abandon(e);
            }
        }
    }

    /// Tells of those that have ended.
    void tellOfEnded(TurnLog turns) {
        for (Connection connection = ended.poll(); connection != null; connection = ended.poll()) {
            long from = turns.now();
            try {
                told.accept(connection.number());
            } catch (RuntimeException e) {
                recorder.mark(new RunEvent.Remark("whoever is told of closed connections failed: " + e.getClass().getName()));
            }
            closed.add();
            turns.did(null, connection.who(), "connection ended", from);
        }
    }
}
