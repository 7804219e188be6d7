package dev.lifeline.diagnosis.evidence;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.diagnosis.EndpointMatch;
import dev.lifeline.diagnosis.Facts;
import dev.lifeline.diagnosis.UnfinishedStage;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.PacketEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What the kernel and the wire say about one stage of one connection: their events, joined by number, attempt and addresses.
///
/// What was not seen counts only where somebody looked ([#watchedTheWire]) and lost nothing ([#gapless]).
public final class StageEvidence {

    private static final String DEFERRED = "TCPDeferAcceptDrop";
    private static final Set<String> QUEUE_COUNTERS = Set.of("ListenOverflows", "ListenDrops", "TCPReqQFullDrop",
            "TCPReqQFullDoCookies", "EmbryonicRsts", DEFERRED);

    private final Facts facts;
    private final UnfinishedStage run;
    private final int connection;
    private final int attempt;
    private final Endpoint client;
    private final Endpoint server;
    private final SocketEvidence sockets;
    private final PacketEvidence wire;
    private final Map<String, Long> counters = new LinkedHashMap<>();
    private IcmpAnswer icmp;
    private KernelRoute route;
    private boolean sourceRefused;
    private KernelEvent.RouteDisagreed disagreed;
    private KernelEvent.EvidenceLost lost;
    private KernelEvent.ClockStepped stepped;
    private boolean packetsLost;

    private StageEvidence(Facts facts, UnfinishedStage run) {
        this.facts = facts;
        this.run = run;
        ConnectionSide side = facts.story(run.lane(), run.connection());
        boolean ofServer = run.lane() == Lane.SERVER;
        client = ofServer ? run.remoteEnd(side) : run.localEnd(side);
        server = ofServer ? run.localEnd(side) : run.remoteEnd(side);
        attempt = run.attempt() > 0 ? run.attempt() : side.winner();
        connection = ofServer && facts.mode() == Mode.LOOPBACK
                ? client == null || server == null ? -1 : facts.sides().numberOf(Lane.CLIENT, new FourTuple(client, server))
                : run.connection();
        for (TraceEvent event : facts.kernel()) {
            run(event);
        }
        // Where the clock was set, the packets' times say nothing about before and after.
        wire = new PacketEvidence(stepped != null ? Long.MAX_VALUE : run.ended());
        sockets = new SocketEvidence(run);
        for (TraceEvent event : facts.kernel()) {
            read(event);
        }
    }

    /// Reads what there is about a stage.
    public static StageEvidence of(Facts facts, UnfinishedStage run) {
        return new StageEvidence(facts, run);
    }

    /// What is about the whole run.
    private void run(TraceEvent event) {
        EventBody body = event.body();
        if (body instanceof KernelEvent.EvidenceLost gap && (event.connection() == 0 || event.connection() == connection)) {
            lost = lost == null ? gap : lost;
            packetsLost |= gap.source().equals("packet");
        } else if (body instanceof KernelEvent.ClockStepped step) {
            stepped = stepped == null ? step : stepped;
        } else if (body instanceof KernelEvent.CounterRose counter && QUEUE_COUNTERS.contains(counter.name())) {
            counters.put(counter.name(), counter.by());
        }
    }

    private void read(TraceEvent event) {
        EventBody body = event.body();
        if (body instanceof PacketEvent.SegmentSeen segment) {
            FourTuple flow = segment.from() == Lane.SERVER ? segment.flow().reversed() : segment.flow();
            if (mine(event, flow)) {
                wire.segment(event, segment);
            }
        } else if (body instanceof KernelEvent.SocketSeen look) {
            if (mine(event, asClient(look.end(), look.tuple()))) {
                sockets.seen(event, look);
            }
        } else if (body instanceof KernelEvent.SocketGone gone) {
            if (mine(event, asClient(gone.end(), gone.tuple()))) {
                sockets.gone(event, gone.end(), gone.last());
            }
        } else if (body instanceof KernelEvent.ListenerSeen look) {
            if (listens(look.local())) {
                sockets.listener(event, look);
            }
        } else {
            others(event, body);
        }
    }

    private void others(TraceEvent event, EventBody body) {
        if (body instanceof PacketEvent.ErrorSeen error) {
            boolean about = mine(event, error.about()) || mine(event, error.about().reversed());
            if (about && icmp == null && (event.at() <= run.ended() || stepped != null)) {
                icmp = IcmpAnswer.of(error);
            }
        } else if (body instanceof KernelEvent.ErrorOrigin error) {
            icmp = icmp == null && mine(event, null) ? IcmpAnswer.of(error) : icmp;
        } else if (body instanceof KernelEvent.RouteAnswered answer) {
            boolean there = server != null && EndpointMatch.sameAddress(server, answer.destination());
            if (there && mine(event, null)) {
                route = answer.route();
                sourceRefused = answer.refusedSource() != null;
            }
        } else if (body instanceof KernelEvent.RouteDisagreed answer) {
            disagreed = mine(event, null) ? answer : disagreed;
        }
    }

    private static FourTuple asClient(Lane end, FourTuple tuple) {
        return end == Lane.SERVER ? tuple.reversed() : tuple;
    }

    /// @param flow the ends as the client sees them, or `null` where the event does not name them
    private boolean mine(TraceEvent event, FourTuple flow) {
        // Who waits for accept has no connection yet: whatever comes to its port meanwhile is about it.
        boolean number = run.stage() == Stage.ACCEPT ? event.at() >= run.ended() - Math.max(0, run.took())
                : event.connection() == connection || event.connection() == 0 && (flow != null || event.attempt() == 0);
        boolean same = attempt == 0 || event.attempt() == 0 || event.attempt() == attempt;
        return number && same && (flow == null || EndpointMatch.fit(client, flow.local()) && EndpointMatch.fit(server, flow.remote()));
    }

    private boolean listens(Endpoint local) {
        return server != null && local.port() == server.port()
                && (EndpointMatch.isWildcard(local) || EndpointMatch.sameAddress(local, server));
    }

    public UnfinishedStage run() {
        return run;
    }

    /// The side whose stage it is.
    public Lane own() {
        return run.lane();
    }

    /// The other side.
    Lane peer() {
        return run.lane() == Lane.SERVER ? Lane.CLIENT : Lane.SERVER;
    }

    /// Whether the server's own lane says that its program has the connection.
    boolean accepted() {
        return client != null && server != null && facts.sides().serverOf(new FourTuple(client, server)) != null;
    }

    public SocketEvidence sockets() {
        return sockets;
    }

    PacketEvidence wire() {
        return wire;
    }

    /// The ICMP error about it, or `null`.
    IcmpAnswer icmp() {
        return icmp;
    }

    /// The kernel's route to the destination, or `null` where it was not asked.
    KernelRoute route() {
        return route;
    }

    /// Whether the route is the one without the source address that was asked for, which the kernel refuses.
    boolean sourceRefused() {
        return sourceRefused;
    }

    /// What the route promised and was not kept, or `null`.
    KernelEvent.RouteDisagreed disagreed() {
        return disagreed;
    }

    /// The client's end, as far as known, or `null`.
    Endpoint client() {
        return client;
    }

    /// The server's end, or `null`.
    Endpoint server() {
        return server;
    }

    /// The machine's counters of its accept queues that rose during the trace.
    public Map<String, Long> counters() {
        return counters;
    }

    /// Whether listeners of this machine dropped bare ACKs because they wait for data (`TCP_DEFER_ACCEPT` of tcp(7)).
    boolean deferred() {
        return counters.containsKey(DEFERRED);
    }

    /// The first loss of evidence, or `null`.
    public KernelEvent.EvidenceLost lost() {
        return lost;
    }

    /// The first step of the wall clock, or `null`.
    KernelEvent.ClockStepped stepped() {
        return stepped;
    }

    /// Whether packets were captured at all: only then "not seen" can be said.
    boolean watchedTheWire() {
        return facts.trace().header().available("packet");
    }

    /// Whether the capture missed nothing that it knows of.
    boolean gapless() {
        return !packetsLost && facts.dropped() == 0;
    }

    /// Whether the capture saw this connection and missed nothing: what it does not hold did not pass it.
    boolean wouldHaveSeen() {
        return watchedTheWire() && gapless() && wire.segments() > 0;
    }
}
