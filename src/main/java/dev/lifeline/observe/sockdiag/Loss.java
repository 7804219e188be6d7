package dev.lifeline.observe.sockdiag;

import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.observe.KernelLane;
import java.util.concurrent.atomic.AtomicBoolean;

/// Loss of this source, said once. Threads: any.
final class Loss {

    /// The reason for an end that [EndpointConversion] has no question for.
    static final String ZONE = "an address has a zone that is no interface here (any more): its socket was not looked at";

    private final KernelLane lane;
    private final AtomicBoolean said = new AtomicBoolean();
    private volatile boolean stopped;

    Loss(KernelLane lane) {
        this.lane = lane;
    }

    /// Something is missing; the source goes on.
    void some(String reason) {
        if (!stopped && said.compareAndSet(false, true)) {
            lane.record(lane.now(), 0, 0, new KernelEvent.EvidenceLost(SockDiagSource.NAME, -1, LossKind.MISSED, reason));
        }
    }

    /// The source cannot go on.
    void all(String reason) {
        if (!stopped) {
            said.set(false);
            some(reason + "; the kernel's sockets were no longer looked at");
            stopped = true;
        }
    }

    /// The run is over: what fails from now on is of no interest.
    void end() {
        stopped = true;
    }

    /// Tells whether nothing more is to be asked.
    boolean isStopped() {
        return stopped;
    }
}
