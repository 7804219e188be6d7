package dev.lifeline.observe.sockdiag;

import dev.lifeline.linux.diag.DiagAnswer;
import dev.lifeline.linux.diag.DiagSocket;
import dev.lifeline.linux.diag.SocketDiag;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.observe.KernelLane;

/// Asks for the ends of one connection, and records what is worth it. Guarded by the lock of [SocketTable].
final class SocketLooks {

    private final SocketDiag diag;
    private final KernelLane lane;
    private final Loss loss;
    private final KnownConnections lives;

    /// @param lives is told the cookies of sockets that are seen
    SocketLooks(SocketDiag diag, KernelLane lane, Loss loss, KnownConnections lives) {
        this.diag = diag;
        this.lane = lane;
        this.loss = loss;
        this.lives = lives;
    }

    /// Looks at both ends.
    ///
    /// @return whether something was recorded
    boolean at(KernelConnection life, Look look) {
        // Both are asked whatever the first says.
        return at(life, life.client(), look) | at(life, life.server(), look);
    }

    /// Looks at one end.
    ///
    /// @param socket `null` where it is not to be looked at
    /// @return whether something was recorded
    boolean at(KernelConnection life, WatchedSocket socket, Look look) {
        if (socket == null || socket.isGone() || loss.isStopped()) {
            return false;
        }
        if (socket.question() == null) {
            loss.some(Loss.ZONE);
            return false;
        }
        DiagAnswer answer = diag.find(socket.question());
        long at = lane.now();
        if (answer instanceof DiagAnswer.Unclear unclear) {
            loss.all(unclear.reason());
            return false;
        }
        if (answer instanceof DiagAnswer.Found found && socket.is(found.socket())) {
            return seen(life, socket, found.socket(), at, look);
        }
        SocketSnapshot last = socket.last();
        if (!socket.goes()) {
            return false;
        }
        stillWaited(life, socket);
        record(life, at, new KernelEvent.SocketGone(socket.end(), socket.tuple(), last.state(), look.cause()));
        return true;
    }

    private boolean seen(KernelConnection life, WatchedSocket socket, DiagSocket answer, long at, Look look) {
        SocketSnapshot now = Snapshots.of(answer);
        if (now == null) {
            loss.some("a socket is in a state that is not known here: " + answer.state());
            return false;
        }
        if (socket.last() == null || socket.last().cookie() != now.cookie()) {
            lives.cookie(now.cookie(), life, socket);
        }
        if (now.inode() != 0 || now.state() != SocketState.ESTABLISHED) {
            stillWaited(life, socket);
        }
        socket.seen(now, at);
        boolean worth = look.keep() == Look.Keep.ALL
                || (look.keep() == Look.Keep.CHANGED ? socket.worthAChange(now) : socket.differs(now));
        if (worth) {
            socket.recorded(now);
            record(life, at, new KernelEvent.SocketSeen(socket.end(), socket.tuple(), now, look.occasion(), look.cause()));
        }
        return worth;
    }

    /// Records the last look at a connection that no program had, now that it has changed.
    private void stillWaited(KernelConnection life, WatchedSocket socket) {
        if (socket.waitedUnrecorded()) {
            SocketSnapshot then = socket.last();
            socket.recorded(then);
            record(life, socket.lastAt(), new KernelEvent.SocketSeen(socket.end(), socket.tuple(), then, Occasion.UNCHANGED, -1));
        }
    }

    /// Records a finding, or holds it back until it is known whose it is.
    void record(KernelConnection life, long at, KernelEvent finding) {
        if (life.isNamed()) {
            lane.record(at, life.connection(), life.attempt(), finding);
        } else {
            life.hold(at, finding);
        }
    }
}
