package dev.lifeline.observe.route;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.route.RouteQuery;
import dev.lifeline.linux.track.ConnectionTable;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.Availability.Available;
import dev.lifeline.observe.Availability.Unavailable;
import dev.lifeline.observe.Observer;
import dev.lifeline.observe.ObservingSource;
import dev.lifeline.observe.Subject;
import dev.lifeline.observe.UnavailableException;

/// The kernel's route to each destination (`RTM_GETROUTE` of rtnetlink(7)). Needs no privilege.
public final class RouteSource implements ObservingSource {

    /// A traced program waits for the answer, which takes microseconds where all is well.
    private static final long TIMEOUT_NANOS = 200_000_000;
    private static final String TRIED = "127.0.0.1";

    @Override
    public String name() {
        return "route";
    }

    @Override
    public Evidence grade() {
        return Evidence.KERNEL;
    }

    @Override
    public String purpose() {
        return "route: type, interface, gateway, source, MTU and table, from the kernel";
    }

    /// Asks for the way to this machine, and whether NAT would be seen.
    @Override
    public Availability probe() {
        Availability route = prepare();
        return route instanceof Available available ? new Available(available.gives() + "; NAT on this machine: " + table()) : route;
    }

    private static String table() {
        if (!ConnectionTable.exists()) {
            return "this kernel tracks no connections now";
        }
        try (ConnectionTable table = ConnectionTable.open(TIMEOUT_NANOS)) {
            String refusal = table.refusal(NumericText.address(TRIED));
            return refusal == null ? "its table (conntrack) can be read" : "its table (conntrack) may not be read (" + refusal + ")";
        } catch (NativeException e) {
            return "its table (conntrack) may not be read (" + e.getMessage() + ")";
        }
    }

    /// Asks for the way to this machine.
    @Override
    public Availability prepare() {
        try (RouteQuery query = open()) {
            KernelRoutes.Asked asked = new KernelRoutes(query).to(NumericText.address(TRIED), 0, null);
            return asked.route() == null
                    ? new Unavailable("the kernel was asked for a route and said: " + asked.reason(), null)
                    : new Available("to " + TRIED + ": " + text(asked.route()));
        } catch (UnavailableException e) {
            return e.why();
        }
    }

    @Override
    public Observer start(Subject subject) throws UnavailableException {
        return new RouteObserver(subject, open());
    }

    private static RouteQuery open() throws UnavailableException {
        try {
            return RouteQuery.open(TIMEOUT_NANOS);
        } catch (NativeException e) {
            throw new UnavailableException(e.errno() == null ? Unavailable.of(e)
                    : new Unavailable("the kernel, or a filter before it, refuses a netlink socket: " + e.getMessage(), null));
        }
    }

    private static String text(KernelRoute route) {
        StringBuilder text = new StringBuilder(route.type().label());
        if (route.device() != null) {
            text.append(", ").append(route.device());
        }
        if (route.source() != null) {
            text.append(", source ").append(route.source());
        }
        if (route.mtu() > 0) {
            text.append(", mtu ").append(route.mtu());
        }
        return text.toString();
    }
}
