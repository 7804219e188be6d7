package dev.lifeline.observe.packet;

import dev.lifeline.linux.packet.PortFilter;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
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
import dev.lifeline.observe.Observer;
import dev.lifeline.observe.Subject;
import java.util.concurrent.atomic.AtomicBoolean;

/// Captures the packets of one run.
///
/// A program waits until the filter is in its place, since no SYN must pass before. Where the clients are strangers, the server
/// waits, when it listens. Otherwise a client does, between two stages, before its race or its connect begins: where the kernel has to
/// make a ring, it does while names and routes are looked up. As a rule nobody waits for more than a look.
final class PacketObserver implements Observer {

    /// The kernel needs up to some 30 ms to make a ring; the rest is for a machine on which our thread has to wait for a CPU.
    private static final long READY_MILLIS = 1_000;
    private static final long CLOSE_MILLIS = 1_000;

    private final Subject subject;
    private final CaptureLoop loop;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean late = new AtomicBoolean();
    private final AtomicBoolean crowded = new AtomicBoolean();
    private volatile Ports known = Ports.NONE;
    private volatile Ports ready = Ports.NONE;
    private volatile Ports waitedFor = Ports.NONE;

    /// @param loop which has been given the subject
    PacketObserver(Subject subject, CaptureLoop loop) {
        this.subject = subject;
        this.loop = loop;
    }

    /// Has the filter in its place for the questions of a look-up, where one is to come: before the run, so that it is no part of it.
    void awaitNames() {
        if (subject.host() != null && !loop.state().awaitNames(READY_MILLIS) && late.compareAndSet(false, true)) {
            lost("the capture was not ready within " + READY_MILLIS + " ms: questions of the look-up are missing");
        }
    }

    @Override
    public void saw(TraceEvent event) {
        if (subject.host() != null && event.body() instanceof StageEvent stage && stage.stage() == Stage.LOOKUP) {
            loop.tell(event);
            return;
        }
        if (event.body() instanceof StageEvent.Finished finished) {
            if (finished.outcome() instanceof Outcome.Listening listening) {
                listens(listening.local().port());
            } else if (finished.stage() == Stage.CONNECT || finished.stage() == Stage.ACCEPT) {
                loop.tell(event);
            }
        } else if (event.body() instanceof StageEvent.Started started) {
            if (started.stage() == Stage.CONNECT && started.remote() != null) {
                loop.tell(event);
                awaitReady(started.remote().port());
            }
        } else if (event.body() instanceof StageEvent.Failed failed && failed.stage() == Stage.CONNECT) {
            loop.tell(event);
        } else if (event.body() instanceof RaceEvent.Ordered ordered) {
            awaitKnown();
            for (Endpoint each : ordered.candidates()) {
                awaitReady(each.port());
            }
        } else if (event.body() instanceof LoopEvent.SocketOpened && event.lane() == Lane.CLIENT) {
            awaitKnown();
        }
    }

    private void listens(int port) {
        if (subject.mode() == Mode.SERVER) {
            awaitReady(port);
            return;
        }
        if (wanted(port)) {
            synchronized (this) {
                known = known.with(port);
            }
        }
    }

    /// Has the filter in its place for every server of ours.
    private void awaitKnown() {
        for (int port : known.numbers()) {
            awaitReady(port);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            loop.state().close(subject.recorder().clock().now());
            if (!loop.state().awaitOver(CLOSE_MILLIS)) {
                lost("the capture was not read to its end within " + CLOSE_MILLIS + " ms");
            }
        }
    }

    private void awaitReady(int port) {
        if (ready.has(port)) {
            return;
        }
        if (wanted(port)) {
            await(port);
        }
    }

    /// @return `false` where there are too many already
    private boolean wanted(int port) {
        boolean taken = loop.state().port(port);
        if (!taken && crowded.compareAndSet(false, true)) {
            lost("packets of more than " + PortFilter.MAX_PORTS + " ports are not captured: those of " + port + " are missing");
        }
        return taken;
    }

    private void await(int port) {
        // Who waited in vain says so; nobody else must wait as long for the same.
        boolean again = waitedFor.has(port) || late.get() && !loop.state().capturing();
        if (loop.state().awaitCapturing(port, again ? 0 : READY_MILLIS)) {
            synchronized (this) {
                ready = ready.with(port);
            }
            return;
        }
        synchronized (this) {
            waitedFor = waitedFor.with(port);
        }
        if (late.compareAndSet(false, true)) {
            lost("the capture was not ready within " + READY_MILLIS + " ms: earlier packets are missing");
        }
    }

    private void lost(String reason) {
        subject.recorder().record(Lane.KERNEL, Evidence.KERNEL, 0, 0,
                new KernelEvent.EvidenceLost(PacketEvents.SOURCE, -1, LossKind.MISSED, reason));
    }
}
