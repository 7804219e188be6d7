package dev.lifeline.play;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.diag.DiagAnswer;
import dev.lifeline.linux.diag.DiagRequest;
import dev.lifeline.linux.diag.DiagSocket;
import dev.lifeline.linux.diag.DiagSockets;
import dev.lifeline.linux.diag.SocketDiag;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.TcpInfo;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.record.Recorder;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.action.AwaitAction.AwaitState;
import dev.lifeline.scenario.judge.ActorOnTrace;
import dev.lifeline.scenario.word.Bound;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/// Looks at the kernel's table without recording anything: whether something is so by now. For one thread.
public final class KernelView implements AutoCloseable {

    private static final long TIMEOUT_NANOS = 200_000_000;
    private static final int ALL_STATES = -1;
    private static final int MOST_SOCKETS = 1 << 16;

    private final Recorder recorder;
    private final SocketDiag diag;

    public KernelView(Recorder recorder) throws NativeException {
        this.recorder = recorder;
        this.diag = SocketDiag.open(TIMEOUT_NANOS);
    }

    /// Says what was not seen where a step `await-state` waited in vain: `server's end of client was never seen in CLOSE_WAIT`.
    public static String missed(AwaitState wanted) {
        StringBuilder all = new StringBuilder();
        add(all, "receive-queue", wanted.receiveQueue());
        add(all, "send-queue", wanted.sendQueue());
        add(all, "window", wanted.window());
        if (wanted.timer() != null) {
            all.append(all.isEmpty() ? "" : ", ").append("timer ").append(wanted.timer());
        }
        add(all, "retransmits", wanted.retransmits());
        if (wanted.length() != null) {
            return "the accept queue of " + wanted.of() + " was never seen with length " + wanted.length().text();
        }
        String who = wanted.end() == null ? wanted.of() : wanted.end().label() + "'s end of " + wanted.of();
        return who + " was never seen" + (wanted.state() == null ? "" : wanted.state().equals(Vocabulary.GONE) ? " to be gone"
                : " in " + wanted.state()) + (all.isEmpty() ? "" : " with " + all);
    }

    private static void add(StringBuilder all, String name, Bound bound) {
        if (bound != null) {
            all.append(all.isEmpty() ? "" : ", ").append(name).append(' ').append(bound.text());
        }
    }

    /// Looks whether a listener or connection is as a step `await-state` says.
    public Sight look(ActorOnTrace actor, AwaitState wanted) throws IOException {
        if (wanted.length() != null) {
            DiagSocket listener = actor.listener() == null ? null : find(DiagRequest.listener(of(actor.listener())));
            boolean listens = listener != null && listener.state() == DiagSocket.LISTEN;
            return new Sight(listens && wanted.length().holds(listener.receiveQueue()),
                    listens ? "length " + listener.receiveQueue() + " of " + listener.sendQueue() : "no socket that listens");
        }
        FourTuple tuple = actor.connections().isEmpty() ? null : tuple(actor.connections().getLast());
        if (tuple == null) {
            return new Sight(false, "no connection yet");
        }
        boolean other = wanted.end() != null && wanted.end() != actor.connections().getLast().lane();
        FourTuple seen = other ? tuple.reversed() : tuple;
        DiagSocket socket = find(DiagRequest.exact(of(seen.local()), of(seen.remote()), DiagRequest.NO_COOKIE));
        // Where the connection is gone, the kernel answers with the socket that listens.
        if (socket == null || socket.state() == DiagSocket.LISTEN) {
            return new Sight(Vocabulary.GONE.equals(wanted.state()), "gone");
        }
        SocketState state = SocketState.of(socket.state());
        String timer = SocketTimer.of(socket.timer()).label();
        long window = socket.info() == null ? TcpInfo.ABSENT : TcpInfo.of(socket.info()).sendWindow();
        boolean fits = (wanted.state() == null || state != null && state.label().equals(wanted.state()))
                && holds(wanted.receiveQueue(), socket.receiveQueue()) && holds(wanted.sendQueue(), socket.sendQueue())
                && (wanted.timer() == null || wanted.timer().equals(timer)) && holds(wanted.retransmits(), socket.retransmits())
                && (wanted.window() == null || window != TcpInfo.ABSENT && wanted.window().holds(window));
        return new Sight(fits, (state == null ? "state " + socket.state() : state.label()) + ", receive-queue " + socket.receiveQueue()
                + ", send-queue " + socket.sendQueue() + (wanted.window() == null ? "" : ", window " + (window == TcpInfo.ABSENT
                ? "not told" : window)) + (wanted.timer() == null && wanted.retransmits() == null ? ""
                : ", timer " + timer + ", retransmits " + socket.retransmits()));
    }

    /// Counts the sockets of a listener's port that are in a state at its end.
    public long count(Endpoint listener, String state) throws IOException {
        long count = 0;
        for (boolean ipv6 : new boolean[] {false, true}) {
            DiagSockets found = diag.dump(DiagRequest.dump(ipv6, ALL_STATES, listener.port(), 0), MOST_SOCKETS);
            if (found.lack() != null) {
                throw new IOException("the kernel does not show all its sockets: " + found.lack());
            }
            for (DiagSocket each : found.sockets()) {
                SocketState its = SocketState.of(each.state());
                count += its != null && its.label().equals(state) ? 1 : 0;
            }
        }
        return count;
    }

    /// Gives the two queues of the newest connection of an actor at its own end; `null` where the kernel has none.
    ///
    /// @return receive queue and send queue, in bytes as the kernel counts
    public long[] queues(ActorOnTrace actor) throws IOException {
        FourTuple tuple = actor.connections().isEmpty() ? null : tuple(actor.connections().getLast());
        DiagSocket socket = tuple == null ? null
                : find(DiagRequest.exact(of(tuple.local()), of(tuple.remote()), DiagRequest.NO_COOKIE));
        return socket == null || socket.state() == DiagSocket.LISTEN ? null : new long[] {socket.receiveQueue(), socket.sendQueue()};
    }

    private static boolean holds(Bound bound, long number) {
        return bound == null || bound.holds(number);
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
