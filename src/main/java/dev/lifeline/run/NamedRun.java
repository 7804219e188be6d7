package dev.lifeline.run;

import dev.lifeline.client.Dialed;
import dev.lifeline.client.Dialer;
import dev.lifeline.client.HostsFile;
import dev.lifeline.client.KnowingResolver;
import dev.lifeline.client.LateAnswer;
import dev.lifeline.client.Lookup;
import dev.lifeline.client.RaceDelays;
import dev.lifeline.client.Resolver;
import dev.lifeline.client.RouteFinder;
import dev.lifeline.client.apart.ApartLookup;
import dev.lifeline.linux.route.TcpMetrics;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Target;
import dev.lifeline.observe.UnavailableException;
import dev.lifeline.observe.route.RoundTripHistory;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import java.net.InetSocketAddress;
import java.util.List;

/// The way to a name of which name servers may be asked, by rules that ask for its families apart: so it is done where the
/// resolver can. By RFC 8305 the delays of the race follow the round-trip times that the kernel remembers. Used by one thread.
final class NamedRun {

    private final ConnectPlan plan;
    private final Target target;
    private final Resolver resolver;
    private final Observation observation;
    private final StageRunner runner;
    private LateAnswer late;

    NamedRun(ConnectPlan plan, Target target, Resolver resolver, Observation observation, StageRunner runner) {
        this.plan = plan;
        this.target = target;
        this.resolver = resolver;
        this.observation = observation;
        this.runner = runner;
    }

    /// Looks up, and asks for the route.
    List<Endpoint> usable(InetSocketAddress source) throws StageFailure, InterruptedException {
        List<Endpoint> found = found(new Lookup(runner, resolver, HostsFile.system()), source);
        boolean usable = false;
        try {
            List<Endpoint> all = new RouteFinder(runner, plan.personality()).usable(found, source, late != null);
            usable = true;
            return all;
        } finally {
            if (!usable && late != null) {
                late.giveUp("there is no race");
            }
        }
    }

    /// A name that the hosts file has is asked for once: its addresses come at once, and together. So it is where a source address
    /// decides the family.
    private List<Endpoint> found(Lookup lookup, InetSocketAddress source) throws StageFailure, InterruptedException {
        boolean both = source == null || source.getAddress().isAnyLocalAddress();
        if (both && resolver instanceof KnowingResolver knowing && knowing.asksApart()
                && lookup.hosts().addresses(target.host()).isEmpty()) {
            ApartLookup.Found answers = new ApartLookup(lookup, knowing, plan.personality())
                    .endpoints(target.host(), target.port(), plan.lookupTimeout());
            late = answers.late();
            return answers.candidates();
        }
        return lookup.endpoints(target.host(), target.port(), plan.only(), plan.lookupTimeout());
    }

    /// Runs the race.
    Dialed dial(Dialer dialer, List<Endpoint> usable) throws StageFailure, InterruptedException {
        try {
            return race(dialer, usable);
        } finally {
            if (late != null) {
                late.giveUp("there is no race");
            }
        }
    }

    private Dialed race(Dialer dialer, List<Endpoint> usable) throws StageFailure, InterruptedException {
        if (usable.size() < 2 && late == null || !plan.personality().followsRoundTrips() || observation.source("route") == null) {
            return dialer.dial(usable, late, null);
        }
        try (RoundTripHistory history = RoundTripHistory.open()) {
            return dialer.dial(usable, late, new RaceDelays(runner.recorder(), destination -> trip(history, destination)));
        } catch (UnavailableException keepsNone) {
            return dialer.dial(usable, late, null);
        }
    }

    private static RaceDelays.RoundTrip trip(RoundTripHistory history, Endpoint destination) {
        TcpMetrics.RoundTrip trip = history.to(destination);
        return trip == null ? null : new RaceDelays.RoundTrip(trip.smoothed(), trip.variation());
    }
}
