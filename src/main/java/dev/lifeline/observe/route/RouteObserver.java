package dev.lifeline.observe.route;

import dev.lifeline.linux.route.RouteQuery;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.observe.Observer;
import dev.lifeline.observe.Subject;
import java.net.InetAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Asks the kernel for the route of each candidate when the client's route stage has ended, and compares it with the socket's own
/// address after connect. A candidate whose route stage never ran (there are more than are asked for) is asked for when its connect
/// has ended, so that no question delays a connect.
///
/// Where the person chose the source address the question names it, and nothing is compared: the kernel promised nothing.
final class RouteObserver implements Observer {

    /// Stages that are open, and destinations that are remembered, at most.
    private static final int MOST = 1024;

    private static final String SOURCE = "route";

    /// @param connection the one that it was asked for last
    /// @param route the answer
    /// @param free whether the kernel chose the source address
    /// @param refused the source address that it refused, or `null`
    private record Known(int connection, KernelRoute route, boolean free, String refused) {
    }

    private final Subject subject;
    private final RouteQuery query;
    private final KernelRoutes routes;
    private final Map<Long, StageEvent.Started> started = new ConcurrentHashMap<>();
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final AtomicBoolean said = new AtomicBoolean();
    private final Translations translations;
    private volatile boolean over;

    RouteObserver(Subject subject, RouteQuery query) {
        this.subject = subject;
        this.query = query;
        routes = new KernelRoutes(query);
        translations = new Translations(subject);
    }

    @Override
    public void saw(TraceEvent event) {
        if (over || event.lane() != Lane.CLIENT || !(event.body() instanceof StageEvent stage)
                || stage.stage() != Stage.ROUTE && stage.stage() != Stage.CONNECT) {
            return;
        }
        if (stage instanceof StageEvent.Started begun) {
            if (started.size() < MOST) {
                started.put(event.sequence(), begun);
            }
        } else if (stage instanceof StageEvent.Finished finished) {
            ended(event, started.remove(finished.started()), finished.outcome());
            if (finished.outcome() instanceof Outcome.Connected connected) {
                translations.connected(event, connected.tuple().local(), connected.tuple().remote(), false);
            }
        } else if (stage instanceof StageEvent.Failed failed) {
            StageEvent.Started begun = started.remove(failed.started());
            ended(event, begun, null);
            if (failed.stage() == Stage.CONNECT && begun != null && begun.remote() != null) {
                translations.connected(event, failed.failure().local(), begun.remote(), failed.failure().code() == ErrorCode.ECONNREFUSED);
            }
        }
    }

    private void ended(TraceEvent event, StageEvent.Started begun, Outcome outcome) {
        if (begun == null || begun.remote() == null) {
            return;
        }
        Known before = known.get(begun.remote().address());
        if (begun.stage() == Stage.ROUTE || before == null || before.connection() != event.connection()) {
            before = ask(event, begun, before);
        }
        if (before != null && before.free() && outcome instanceof Outcome.Connected connected) {
            compare(event, before.route().source(), connected.tuple());
        }
    }

    private Known ask(TraceEvent event, StageEvent.Started begun, Known before) {
        Endpoint local = begun.local();
        boolean free = local == null || NumericText.isWildcard(local.address());
        InetAddress destination = NumericText.address(begun.remote().address());
        InetAddress source = free ? null : NumericText.address(local.address());
        if (destination == null || source != null && source.getClass() != destination.getClass()) {
            return null;
        }
        KernelRoutes.Asked asked = routes.to(destination, begun.remote().port(), source);
        if (asked.route() == null) {
            lost(event, asked);
            return null;
        }
        if (!destination.isLoopbackAddress()) {
            translations.expect();
        }
        Known now = new Known(event.connection(), asked.route(), free, asked.withoutSource() ? local.address() : null);
        if (before != null || known.size() < MOST) {
            known.put(begun.remote().address(), now);
        }
        if (subject.inFull() || before == null || !same(before.route(), now.route())
                || !same(before.refused(), now.refused())) {
            record(event, new KernelEvent.RouteAnswered(begun.remote(), now.route(), now.refused()));
        }
        return now;
    }

    /// Said once. A kernel that does not answer is not asked again: each question would hold the traced program up.
    private void lost(TraceEvent event, KernelRoutes.Asked asked) {
        if (over) {
            return;
        }
        over = asked.silent();
        if (said.compareAndSet(false, true)) {
            record(event, new KernelEvent.EvidenceLost(SOURCE, -1, LossKind.MISSED, asked.reason()));
        }
    }

    private void compare(TraceEvent event, String promised, FourTuple tuple) {
        if (promised != null && !promised.equals(NumericText.withoutZone(tuple.local().address()))) {
            record(event, new KernelEvent.RouteDisagreed(promised, tuple.local()));
        }
    }

    private void record(TraceEvent event, KernelEvent body) {
        subject.recorder().record(subject.recorder().clock().now(), Lane.KERNEL, Evidence.KERNEL, event.connection(), event.attempt(),
                body);
    }

    // By hand: the equality of a record is put together on its first use, which costs a cold start some milliseconds.
    private static boolean same(KernelRoute one, KernelRoute other) {
        return one.type() == other.type() && one.mtu() == other.mtu() && one.table() == other.table()
                && same(one.device(), other.device()) && same(one.gateway(), other.gateway()) && same(one.source(), other.source());
    }

    private static boolean same(String one, String other) {
        return one == null ? other == null : one.equals(other);
    }

    @Override
    public void close() {
        translations.ask();
        over = true;
        query.close();
    }
}
