package dev.lifeline.server;

import dev.lifeline.model.Stage;
import dev.lifeline.net.ByteStream;
import dev.lifeline.record.Gate;
import dev.lifeline.record.Halt;

/// The gates that a connection of the loop comes to, and its stop at one that is held: nothing is asked of its socket then until the
/// gate is open, and the loop goes on with the others.
final class GateStops {

    private final Connection connection;
    private final ByteStream stream;
    private final ConnectionLog log;
    private final EventLoop loop;
    /// The stop, or `null`; afterwards the connection goes on with `next`.
    private Halt halt;
    private Onward next;
    private boolean letGo;

    /// The way on behind a gate.
    enum Onward { SECURE, LISTEN, REFUSE, REGISTER, READ, ANSWER, WRITE, REST, CLOSE, OVER }

    GateStops(Connection connection, ByteStream stream, ConnectionLog log, EventLoop loop) {
        this.connection = connection;
        this.stream = stream;
        this.log = log;
        this.loop = loop;
    }

    /// Says if the connection stands at a gate.
    boolean isHeld() {
        return halt != null;
    }

    /// Comes to a gate.
    ///
    /// @param then the way on, once it is open
    /// @return `true` where it is held
    boolean isHeld(Stage stage, Gate.Side side, Onward then) {
        return isHeld(letGo ? null : log.arrive(stage, side), then);
    }

    /// Comes to a fault in the middle of a stage.
    boolean isHeldByFault(Stage stage, Onward then) {
        return isHeld(letGo ? null : log.fault(stage), then);
    }

    private boolean isHeld(Halt stop, Onward then) {
        halt = stop;
        if (halt == null) {
            return false;
        }
        next = then;
        stream.want(0);
        loop.holds(connection);
        loop.lookBy(loop.due(halt));
        return true;
    }

    /// Leaves the gate if it is open.
    ///
    /// @return the way on; `null` where it still stands, or again
    Onward leave() {
        // When a server stops, its gates are opened: nobody does behind one what he was kept from.
        if (!halt.isOver() || loop.isStopping()) {
            return null;
        }
        Halt ended = halt;
        endHalt();
        return isHeld(ended.next(), next) ? null : next;
    }

    /// No gate holds the connection any more.
    void letGo() {
        letGo = true;
        if (halt != null) {
            endHalt();
        }
    }

    /// The time at which the stop is over by itself.
    long due() {
        return loop.due(halt);
    }

    private void endHalt() {
        halt.end();
        halt = null;
        loop.holdsNoMore(connection);
    }
}
