package dev.lifeline.server;

import dev.lifeline.net.ByteStream;
import java.nio.channels.SelectionKey;

/// The things that a connection of the loop waits for: readiness to read or to write, its turn to write, and the end of its patience.
///
/// @param responder who says if more is to be read
record ConnectionWaits(ByteStream stream, ConnectionLog log, EventLoop loop, Sending sending, Patience patience, Responder responder) {

    /// Asks to be woken for what can go on.
    void ask(LoopConnection connection) {
        int interest = 0;
        if (!log.hasEndOfStream() && responder.takes(connection) > 0) {
            interest |= SelectionKey.OP_READ;
        }
        if (sending.isWaiting()) {
            if (sending.isDue(loop.clock())) {
                interest |= SelectionKey.OP_WRITE;
                log.writeRegistered();
            } else {
                loop.lookBy(sending.next());
            }
        }
        stream.want(interest);
    }

    /// The time to look again, in nanoseconds of the loop's clock.
    long deadline() {
        return sending.isWaiting() && !sending.isDue(loop.clock()) ? sending.next() : patienceEnds();
    }

    /// The time at which nothing has come or gone for too long. Who tells its own stages has its own clocks for a peer that says nothing.
    long patienceEnds() {
        return patience.deadline(responder.tellsStages() && !sending.isWaiting());
    }
}
