package dev.lifeline.observe.sockdiag;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.diag.DestroyWatch;
import dev.lifeline.linux.diag.SocketDiag;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.observe.KernelLane;
import dev.lifeline.observe.Observer;
import dev.lifeline.observe.Subject;

/// Learns from the programs' events which sockets there are, and looks at them right after.
///
/// At the beginning of a stage it asks nothing: that would lie inside the stage's time.
final class SockDiagObserver implements Observer {

    /// How long one question may take before this source gives up.
    private static final long TIMEOUT_NANOS = 200_000_000;
    private static final long JOIN_MILLIS = 500;

    private final boolean inFull;
    private final KernelLane lane;
    private final Loss loss;
    private final SocketTable table;
    private final PendingConnects pending;
    private final Watcher watcher;
    private final PortLooks ports;

    private SockDiagObserver(Subject subject, SocketDiag diag, DestroyWatch destroys) {
        this.inFull = subject.inFull();
        this.lane = new KernelLane(subject.recorder());
        this.loss = new Loss(lane);
        this.pending = new PendingConnects(loss);
        this.table = new SocketTable(diag, lane, subject.mode(), loss);
        this.ports = new PortLooks(lane, loss);
        this.watcher = new Watcher(table, pending, ports, destroys, lane, loss, diag, subject);
    }

    /// @throws NativeException when the kernel or this JVM does not allow it
    static SockDiagObserver start(Subject subject) throws NativeException {
        SocketDiag diag = SocketDiag.open(TIMEOUT_NANOS);
        DestroyWatch destroys;
        try {
            destroys = DestroyWatch.open();
        } catch (NativeException | RuntimeException | Error e) {
            diag.close();
            throw e;
        }
        return start(subject, diag, destroys);
    }

    /// Takes over both sockets, also where it throws.
    static SockDiagObserver start(Subject subject, SocketDiag diag, DestroyWatch destroys) {
        try {
            SockDiagObserver observer = new SockDiagObserver(subject, diag, destroys);
            observer.watcher.start();
            return observer;
        } catch (RuntimeException | Error e) {
            // No thread, for example: nobody else would give them back.
            diag.close();
            destroys.close();
            throw e;
        }
    }

    @Override
    public void saw(TraceEvent event) {
        if (loss.isStopped()) {
            return;
        }
        try {
            look(event, event.body());
        } catch (RuntimeException | Error e) {
            loss.all("a look broke: " + e);
        }
    }

    private void look(TraceEvent event, EventBody body) {
        if (body instanceof StageEvent.Started started) {
            if (started.stage() == Stage.CONNECT && event.lane() == Lane.CLIENT && started.remote() != null) {
                pending.began(event.connection(), event.attempt(), bound(started.local()), started.remote(), event.at());
            }
        } else if (body instanceof StageEvent.Finished finished) {
            finished(event, finished);
        } else if (body instanceof StageEvent.Failed failed) {
            failed(event, failed.stage());
            ports.failed(event, failed);
        } else if (body instanceof StreamEvent.ChunkRead || body instanceof StreamEvent.ChunkWritten) {
            if (inFull) { // of one connection among many the end of the stage says enough
                table.lookAtChunk(event.lane(), event.connection(), Look.after(event.sequence(), false));
            }
        } else if (body instanceof StreamEvent) {
            table.look(event.lane(), event.connection(), after(event), false);
        } else if (body instanceof LoopEvent.SocketOpened opened) {
            if (opened.purpose() == SocketPurpose.LISTENING) {
                table.listeningAgain(after(event));
            }
        } else if (body instanceof HoldEvent.HoldStarted) {
            table.lookAtAll(after(event));
        } else if (body instanceof RaceEvent.Won) {
            table.won(event.connection(), event.attempt());
            ports.won(event.connection());
        }
    }

    /// The local end of a socket that was bound to an address and a port; a wildcard address becomes another one by connect.
    private static Endpoint bound(Endpoint local) {
        return local == null || local.port() <= 0 || EndpointConversion.address(local).isAnyLocalAddress() ? null : local;
    }

    private Look after(TraceEvent event) {
        return Look.after(event.sequence(), inFull);
    }

    private void finished(TraceEvent event, StageEvent.Finished finished) {
        Outcome outcome = finished.outcome();
        if (outcome instanceof Outcome.Connected connected) {
            pending.ended(event.connection(), event.attempt());
            table.connected(event.connection(), event.attempt(), connected.tuple(), after(event));
            watcher.wake();
        } else if (outcome instanceof Outcome.Accepted accepted) {
            table.accepted(event.connection(), accepted.tuple(), after(event));
            watcher.wake();
        } else if (outcome instanceof Outcome.Listening listening) {
            table.listening(listening.local(), after(event));
        } else {
            table.look(event.lane(), event.connection(), after(event), false);
        }
    }

    private void failed(TraceEvent event, Stage stage) {
        if (stage == Stage.CONNECT && event.lane() == Lane.CLIENT) {
            pending.ended(event.connection(), event.attempt());
            table.lookAtAttempt(event.connection(), event.attempt(), after(event));
            watcher.connectFailed(event.connection());
        } else {
            table.look(event.lane(), event.connection(), after(event), stage == Stage.ACCEPT);
        }
    }

    @Override
    public void look(long cause) {
        look(cause, true);
    }

    @Override
    public void lookAtSockets(long cause) {
        look(cause, false);
    }

    private void look(long cause, boolean counters) {
        if (!loss.isStopped()) {
            try {
                for (PendingConnects.Stuck each : pending.bound()) {
                    table.connected(each.connection(), each.attempt(), each.tuple(), Look.BETWEEN);
                }
                table.lookAtEverything(Look.after(cause, true));
                if (counters) {
                    watcher.tellCounters(0);
                }
            } catch (RuntimeException | Error e) {
                loss.all("a look broke: " + e);
            }
        }
    }

    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            watcher.stop(JOIN_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        loss.end();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
