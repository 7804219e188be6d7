package dev.lifeline.play;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.diag.DiagAnswer;
import dev.lifeline.linux.diag.DiagRequest;
import dev.lifeline.linux.diag.DiagSocket;
import dev.lifeline.linux.diag.SocketDiag;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.record.Recorder;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.action.MachineAction.AwaitState;
import dev.lifeline.scenario.judge.ActorOnTrace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/// Looks at the kernel's table without recording anything: whether something is so by now. For one thread.
public final class KernelView implements AutoCloseable {

    private static final long TIMEOUT_NANOS = 200_000_000;

    private final Recorder recorder;
    private final SocketDiag diag;

    public KernelView(Recorder recorder) throws NativeException {
        this.recorder = recorder;
        this.diag = SocketDiag.open(TIMEOUT_NANOS);
    }

    /// Tells whether a listener or connection is as a step `await-state` says.
    public boolean holds(ActorOnTrace actor, AwaitState wanted) throws IOException {
        if (wanted.length() != null) {
            DiagSocket listener = actor.listener() == null ? null : find(DiagRequest.listener(of(actor.listener())));
            return listener != null && listener.state() == DiagSocket.LISTEN && wanted.length().holds(listener.receiveQueue());
        }
        if (actor.connections().isEmpty()) {
            return false;
        }
        ActorOnTrace.Own own = actor.connections().getLast();
        FourTuple tuple = tuple(own);
        if (tuple == null) {
            return false;
        }
        boolean other = wanted.end() != null && wanted.end() != own.lane();
        FourTuple seen = other ? tuple.reversed() : tuple;
        DiagSocket socket = find(DiagRequest.exact(of(seen.local()), of(seen.remote()), DiagRequest.NO_COOKIE));
        // Where the connection is gone, the kernel answers with the socket that listens.
        return fits(socket == null || socket.state() == DiagSocket.LISTEN ? null : socket, wanted);
    }

    private static boolean fits(DiagSocket socket, AwaitState wanted) {
        if (socket == null) {
            return Vocabulary.GONE.equals(wanted.state());
        }
        SocketState state = SocketState.of(socket.state());
        return (wanted.state() == null || state != null && state.label().equals(wanted.state()))
                && (wanted.receiveQueue() == null || wanted.receiveQueue().holds(socket.receiveQueue()))
                && (wanted.sendQueue() == null || wanted.sendQueue().holds(socket.sendQueue()));
    }

    /// Finds the connection as its own program or, while connect waits, the kernel has said it; `null` where neither has.
    private FourTuple tuple(ActorOnTrace.Own own) {
        List<TraceEvent> events = recorder.from(0);
        for (int i = events.size() - 1; i >= 0; i--) {
            TraceEvent event = events.get(i);
            if (event.connection() != own.connection()) {
                continue;
            }
            if (event.lane() == own.lane() && event.body() instanceof StageEvent.Finished finished
                    && finished.outcome().tuple() != null) {
                return finished.outcome().tuple();
            }
            if (own.lane() == Lane.CLIENT && event.body() instanceof KernelEvent.SocketSeen seen && seen.end() == Lane.CLIENT) {
                return seen.tuple();
            }
        }
        return null;
    }

    /// @return `null` where there is none
    private DiagSocket find(java.nio.ByteBuffer question) throws IOException {
        DiagAnswer answer = diag.find(question);
        if (answer instanceof DiagAnswer.Unclear unclear) {
            throw new IOException("the kernel does not answer for its sockets: " + unclear.reason());
        }
        return answer instanceof DiagAnswer.Found found ? found.socket() : null;
    }

    private static InetSocketAddress of(Endpoint end) {
        return new InetSocketAddress(InetAddress.ofLiteral(end.address()), end.port());
    }

    @Override
    public void close() {
        diag.close();
    }
}
