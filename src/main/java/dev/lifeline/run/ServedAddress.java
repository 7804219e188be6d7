package dev.lifeline.run;

import dev.lifeline.client.HostsFile;
import dev.lifeline.client.Lookup;
import dev.lifeline.client.Resolver;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Family;
import dev.lifeline.model.Lane;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import dev.lifeline.record.TraceClock;
import dev.lifeline.text.AddressText;
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
    /// @throws TargetException when the name cannot be looked up or has no loopback address, or none of a family that is there
    static InetAddress of(ConnectPlan plan, Resolver resolver) throws TargetException, InterruptedException {
        InetAddress address = found(plan, resolver);
        if (Ipv6.isOffFor(address)) {
            throw new TargetException(plan.only() == Family.IPV6 ? "leave out -6: " + Ipv6.OFF
                    : "--serve cannot listen on " + AddressText.of(address) + ": " + Ipv6.OFF
                    + "; leave the host out, or write 127.0.0.1");
        }
        return address;
    }

    private static InetAddress found(ConnectPlan plan, Resolver resolver) throws TargetException, InterruptedException {
        String host = plan.target().host();
        try (Recorder unheard = new Recorder(TraceClock.start())) {
            StageRunner runner = new StageRunner(new LaneRecorder(unheard, Lane.SERVER, 0, 0), new Gates());
            List<Endpoint> found = new Lookup(runner, resolver, HostsFile.system()).endpoints(host, plan.target().port(),
                    plan.only(), plan.lookupTimeout());
            List<Endpoint> loopback = new ArrayList<>(found.size());
            for (Endpoint each : found) {
                if (InetAddress.ofLiteral(each.address()).isLoopbackAddress() && (plan.source() == null
                        || plan.source().family() == each.family())) {
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
            if (plan.only() != null) {
                String flag = plan.only() == Family.IPV6 ? "-6" : "-4";
                throw new TargetException(plan.only() == Family.IPV6 && Ipv6.isOff() ? "leave out -6: " + Ipv6.OFF
                        : flag + " leaves --serve no address to listen on: '" + host + "' has none of " + plan.only().label()
                        + " here ("
                                + e.failure().code() + "); leave out " + flag);
            }
            throw new TargetException("--serve needs an address to listen on, and '" + host + "' has none (" + e.failure().code()
                    + "): leave the host out, or write localhost");
        }
    }
}
