package dev.lifeline.observe.descriptors;

import dev.lifeline.linux.descriptor.ErrorQueue;
import dev.lifeline.linux.descriptor.FoundSocket;
import dev.lifeline.linux.descriptor.QueuedError;
import dev.lifeline.linux.descriptor.TcpSocket;

/// A second descriptor of a client's socket, for as long as it connects: with it the error queue can be read after the program
/// has closed its own.
final class HeldSocket {

    private final FoundSocket original;
    private final TcpSocket duplicate;
    private final boolean asked;
    private int connection;
    private int attempt;
    private QueuedError error;
    private boolean read;

    /// @param asked whether errors go to the queue because we asked for it
    HeldSocket(FoundSocket original, TcpSocket duplicate, boolean asked) {
        this.original = original;
        this.duplicate = duplicate;
        this.asked = asked;
    }

    FoundSocket original() {
        return original;
    }

    boolean belongsTo(int itsConnection, int itsAttempt) {
        return connection == itsConnection && attempt == itsAttempt;
    }

    /// Two sockets that were opened at the same time may have been taken for each other.
    void swapOwner(HeldSocket other) {
        int itsConnection = other.connection;
        int itsAttempt = other.attempt;
        other.owner(connection, attempt);
        owner(itsConnection, itsAttempt);
    }

    void owner(int itsConnection, int itsAttempt) {
        connection = itsConnection;
        attempt = itsAttempt;
    }

    /// Tells whether its names are these.
    boolean is(NamedConnection wanted) {
        return wanted.matches(duplicate, original.inode());
    }

    /// Tells whether listen(2) was called on it: then it is no client's.
    boolean isListening() {
        return duplicate.isListening();
    }

    /// Tells whether the program has closed its own descriptor.
    boolean isClosed() {
        return duplicate.calls().inode(original.descriptor()) != original.inode();
    }

    /// The message of the network in its error queue, or `null` where there is none.
    QueuedError error(ErrorQueue queue) {
        if (!read) {
            read = true;
            error = queue.next(duplicate.descriptor());
        }
        return error;
    }

    /// Has the socket treat errors as before: the connection is to live on.
    void restore() {
        if (asked) {
            duplicate.queueErrors(false);
        }
    }

    /// Gives the second descriptor back.
    void close() {
        duplicate.calls().close(duplicate.descriptor());
    }
}
