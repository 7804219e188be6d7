package dev.lifeline.run;

import dev.lifeline.client.Conversation;
import dev.lifeline.client.Dialed;
import dev.lifeline.client.Dialer;
import dev.lifeline.client.Exchange;
import dev.lifeline.client.HostsFile;
import dev.lifeline.client.Lookup;
import dev.lifeline.client.NumericAddress;
import dev.lifeline.client.Resolver;
import dev.lifeline.client.RouteFinder;
import dev.lifeline.client.web.WebAnswer;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Target;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;

/// The client's side of one connection, from the name to the close. Failures are in the recording; nothing is thrown for them.
///
/// @param plan what is asked for
/// @param target where to, with its port
/// @param resolver the one seam to the system's names
/// @param observation the evidence of this run
/// @param gates where the client can be held
record ClientRun(ConnectPlan plan, Target target, Resolver resolver, Observation observation, Gates gates) {

    /// The way that it went.
    ///
    /// @param dialing whether it got as far as to connect, so that a server may have heard of it
    /// @param answer the last answer of HTTP that came whole, or `null`
    record Ended(boolean dialing, WebAnswer answer) {
    }

    /// Runs through all stages until one fails.
    ///
    /// @param client the client's lane, with the number of the connection
    /// @throws InterruptedException when the run was interrupted; what was open is recorded as such and closed
    Ended run(LaneRecorder client) throws InterruptedException {
        StageRunner runner = new StageRunner(client, gates);
        boolean dialing = false;
        WebAnswer answer = null;
        List<Exchange> exchanges = plan.exchanges(target.port());
        try {
            NamedRun named = asksByName() ? new NamedRun(plan, target, resolver, observation, runner) : null;
            List<Endpoint> usable = named == null ? usable(runner) : named.usable(source());
            Dialed dialed;
            dialing = true;
            try (Dialer dialer = new Dialer(client, gates, plan.personality(), source(), plan.connectTimeout())) {
                dialed = named == null ? dialer.dial(usable) : named.dial(dialer, usable);
            }
            answer = new Conversation(runner).hold(dialed.channel(), exchanges).answer();
        } catch (StageFailure recorded) {
            // What failed and why is in the recording; the verdict reads it there.
        }
        return new Ended(dialing, answer);
    }

    /// Says if name servers may be asked for both families, by rules that ask them apart.
    private boolean asksByName() {
        return plan.personality().asksApart() && plan.only() == null && TraceRun.asked(target) != null;
    }

    private List<Endpoint> usable(StageRunner runner) throws StageFailure, InterruptedException {
        List<Endpoint> found = new Lookup(runner, resolver, HostsFile.system())
                .endpoints(target.host(), target.port(), plan.only(), plan.lookupTimeout());
        return new RouteFinder(runner, plan.personality()).usable(found, source());
    }

    private InetSocketAddress source() {
        try {
            return plan.source() == null ? null : NumericAddress.of(plan.source());
        } catch (IOException e) {
            // It was an address of an interface when the plan was made; the interface has gone since.
            throw new UncheckedIOException(e);
        }
    }
}
