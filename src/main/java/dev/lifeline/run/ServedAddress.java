package dev.lifeline.run;

import dev.lifeline.client.HostsFile;
import dev.lifeline.client.Lookup;
import dev.lifeline.client.Resolver;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.record.Gate;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import dev.lifeline.record.TraceClock;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/// Which address a server of our own listens on: the one of its name that the client will try first.
///
/// This look-up belongs to nobody's connection, so it is not part of the trace; the client makes its own, which is.
final class ServedAddress {

    private ServedAddress() {
    }

    /// The address.
    ///
    /// @throws TargetException when the name cannot be looked up or has no loopback address
    static InetAddress of(ConnectPlan plan, Resolver resolver) throws TargetException, InterruptedException {
        String host = plan.target().host();
        try (Recorder unheard = new Recorder(TraceClock.start())) {
            StageRunner runner = new StageRunner(new LaneRecorder(unheard, Lane.SERVER, 0, 0), new Gate());
            List<Endpoint> found = new Lookup(runner, resolver, HostsFile.system()).endpoints(host, plan.target().port(), plan.only(),
                    plan.lookupTimeout());
            List<Endpoint> loopback = new ArrayList<>(found.size());
            for (Endpoint each : found) {
                if (InetAddress.ofLiteral(each.address()).isLoopbackAddress() && (plan.source() == null || plan.source().family() == each.family())) {
                    loopback.add(each);
                }
            }
            if (!loopback.isEmpty()) {
                return InetAddress.ofLiteral(plan.personality().order(loopback).getFirst().address());
            }
            if (plan.source() != null && InetAddress.ofLiteral(found.getFirst().address()).isLoopbackAddress()) {
                // The family mismatch is the client's to run into.
                return InetAddress.ofLiteral(found.getFirst().address());
            }
            throw new TargetException("--serve listens on this machine's loopback only, and '" + host + "' is "
                    + found.getFirst().address() + ": leave the host out, or write localhost");
        } catch (StageFailure e) {
            throw new TargetException("--serve needs an address to listen on, and '" + host + "' has none (" + e.failure().code()
                    + "): leave the host out, or write localhost");
        }
    }
}
