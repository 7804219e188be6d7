package dev.lifeline.observe.descriptors;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.descriptor.DescriptorTable;
import dev.lifeline.linux.descriptor.ErrorQueue;
import dev.lifeline.linux.descriptor.SocketCalls;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.observe.KernelLane;
import dev.lifeline.observe.Observer;
import dev.lifeline.observe.Subject;
import java.lang.foreign.Arena;

/// Looks at the sockets that the events speak of, on the thread that speaks: it waits meanwhile, so its socket stays what it is.
final class DescriptorObserver implements Observer {

    /// Up to this connection of a side its sockets are looked for; each search costs the traced program some 10 µs.
    static final int CONNECTIONS = 16;

    private final Object lock = new Object();
    private final KernelLane lane;
    private final AcceptedFindings numbers;
    private final ClientSide client;
    private final ServerSide server;
    private boolean over;

    private DescriptorObserver(Subject subject) throws NativeException {
        // Given back by the collector: to close shared memory stops every thread of the process for a moment.
        Arena arena = Arena.ofAuto();
        SocketCalls calls = SocketCalls.in(arena);
        DescriptorTable table = new DescriptorTable(calls);
        lane = new KernelLane(subject.recorder());
        numbers = new AcceptedFindings(subject.mode() == Mode.LOOPBACK, lane);
        client = new ClientSide(table, new HeldSockets(calls, new ErrorQueue(calls, arena)), lane);
        server = new ServerSide(table, numbers, lane);
    }

    /// Starts to look.
    ///
    /// @throws NativeException when native calls cannot be made here
    static DescriptorObserver start(Subject subject) throws NativeException {
        return new DescriptorObserver(subject);
    }

    @Override
    public void saw(TraceEvent event) {
        boolean told = event.body() instanceof StageEvent.Finished || event.body() instanceof StageEvent.Failed
                || event.body() instanceof LoopEvent.SocketOpened || event.body() instanceof RaceEvent.Abandoned;
        if (!told || event.connection() > CONNECTIONS) {
            return;
        }
        synchronized (lock) {
            if (!over) {
                look(event);
            }
        }
    }

    private void look(TraceEvent event) {
        try {
            if (event.lane() == Lane.CLIENT) {
                client(event);
            } else if (event.lane() == Lane.SERVER && event.body() instanceof StageEvent.Finished finished) {
                server(event, finished);
            }
        } catch (RuntimeException e) {
            // A fault of this program must not become one of the traced one.
            end();
            lane.record(lane.now(), event.connection(), event.attempt(),
                    new KernelEvent.EvidenceLost(DescriptorSource.NAME, -1, LossKind.MISSED,
                            "the search for descriptors broke: " + e));
        }
    }

    private void client(TraceEvent event) {
        if (event.body() instanceof LoopEvent.SocketOpened) {
            client.opened(event);
        } else if (event.body() instanceof RaceEvent.Abandoned) {
            client.givenUp(event);
        } else if (event.body() instanceof StageEvent.Finished finished) {
            if (finished.stage() == Stage.CONNECT && finished.outcome() instanceof Outcome.Connected connected) {
                client.connected(event, connected.tuple());
                numbers.connected(event.connection(), connected.tuple());
            }
        } else if (event.body() instanceof StageEvent.Failed failed) {
            if (failed.stage() == Stage.CONNECT) {
                client.failed(event, failed.failure().remote());
            } else if (failed.stage() == Stage.BIND) {
                client.givenUp(event);
            }
        }
    }

    private void server(TraceEvent event, StageEvent.Finished finished) {
        if (finished.outcome() instanceof Outcome.Listening listening) {
            client.somebodyListens();
            server.listening(event, listening.local());
        } else if (finished.outcome() instanceof Outcome.Accepted accepted) {
            server.accepted(event, accepted.tuple());
        }
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (!over) {
                end();
            }
        }
    }

    private void end() {
        over = true;
        numbers.close();
        client.close();
    }
}
