package dev.lifeline.server;

import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.record.Failures;
import dev.lifeline.record.Gate;
import dev.lifeline.record.LaneRecorder;
import java.io.IOException;
import java.nio.ByteBuffer;

/// A connection of the event loop, as the one who answers on it sees it: says what is wanted, and the connection does it when the
/// socket is ready. All calls are for the loop's thread.
public interface LoopConnection {

    /// Its number, from 1.
    default int number() {
        return who().connection();
    }

    /// The server's lane, with the number of the connection.
    LaneRecorder who();

    /// Both ends, as the server sees them.
    FourTuple tuple();

    /// The loop that it is in.
    LoopWork loop();

    /// The number of bytes that may be sent now.
    int room();

    /// Says if bytes wait to be sent.
    boolean isSending();

    /// Has bytes sent, after those that wait already. No more than there is [#room] for.
    void send(ByteBuffer bytes);

    /// Has the connection closed in order as soon as all is sent.
    void finish();

    /// Has the connection thrown away.
    void reset();

    /// Does what can be done now of what was asked for, where it was asked for outside of the calls of a [Responder].
    void settle();

    /// Works for an answer, or `null` where there is none. The thread is the loop's: it does nothing else meanwhile.
    ByteBuffer worked(RequestWork work, ByteBuffer request);

    /// Comes to a gate. Where it is held, nothing is asked of the socket until it is open; then [Responder#goOn] is called.
    ///
    /// @return `true` where it is held
    boolean isHeld(Stage stage, Gate.Side side);

    /// A failure of this connection, with its ends.
    ///
    /// @param cause says what went wrong
    default Failure failure(IOException cause, Operation operation) {
        return Failures.of(cause, operation, tuple().local(), tuple().remote());
    }

    /// Ends the server's stream and goes on reading, until it is told to finish.
    void shutOutput();

    /// Closes at once, as the end of the process would: what waits to be sent is lost.
    void drop();

    /// Says if it is closed.
    boolean isOver();
}
