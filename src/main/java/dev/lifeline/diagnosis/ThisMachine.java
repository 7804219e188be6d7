package dev.lifeline.diagnosis;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent;

/// Says whether the other end of a stage is on the machine that traced it.
public final class ThisMachine {

    private ThisMachine() {
    }

    /// Tells whether the other end is here: both ends were traced, its address is loopback's or this end's own, or the kernel said
    /// so. Of an end that is not known it is not said.
    public static boolean hasOtherEnd(Facts facts, UnfinishedStage run) {
        if (facts.mode() == Mode.LOOPBACK) {
            return true;
        }
        FourTuple tuple = facts.story(run.lane(), run.connection()).tuple();
        Endpoint remote = run.remote() != null || tuple == null ? run.remote() : tuple.remote();
        Endpoint local = run.local() != null || tuple == null ? run.local() : tuple.local();
        return remote != null && (EndpointMatch.isLoopback(remote.address())
                || local != null && local.address().equals(remote.address()) || seen(facts, run.lane(), remote));
    }

    /// Tells whether the kernel's route to the other end stays on this machine, or its socket table holds it.
    private static boolean seen(Facts facts, Lane own, Endpoint remote) {
        for (TraceEvent event : facts.kernel()) {
            boolean here = event.body() instanceof KernelEvent.RouteAnswered answer
                    ? answer.route().type() == RouteType.LOCAL && EndpointMatch.sameAddress(answer.destination(), remote)
                    : event.body() instanceof KernelEvent.SocketSeen look && look.end() != own
                            && EndpointMatch.fit(remote, look.tuple().local());
            if (here) {
                return true;
            }
        }
        return false;
    }
}
