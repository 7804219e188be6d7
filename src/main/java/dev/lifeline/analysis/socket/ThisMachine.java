package dev.lifeline.analysis.socket;

import dev.lifeline.analysis.TraceIndex;
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
    ///
    /// @param own whose stage it is
    /// @param connection its number on that lane
    /// @param localEnd the local end, or `null` where the stage does not name it
    /// @param remoteEnd the other end, or `null`
    public static boolean hasOtherEnd(TraceIndex index, Lane own, int connection, Endpoint localEnd, Endpoint remoteEnd) {
        if (index.header().mode() == Mode.LOOPBACK) {
            return true;
        }
        FourTuple tuple = index.sides().side(own, connection).tuple();
        Endpoint remote = remoteEnd != null || tuple == null ? remoteEnd : tuple.remote();
        Endpoint local = localEnd != null || tuple == null ? localEnd : tuple.local();
        return remote != null && (EndpointMatch.isLoopback(remote.address())
                || local != null && local.address().equals(remote.address()) || seen(index, own, remote));
    }

    /// Tells whether the kernel's route to the other end stays on this machine, or its socket table holds it.
    private static boolean seen(TraceIndex index, Lane own, Endpoint remote) {
        for (TraceEvent event : index.kernel()) {
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
