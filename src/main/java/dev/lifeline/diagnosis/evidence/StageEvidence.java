package dev.lifeline.diagnosis.evidence;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.analysis.packet.IcmpAnswer;
import dev.lifeline.analysis.served.WorkerFacts;
import dev.lifeline.analysis.socket.EndpointMatch;
import dev.lifeline.analysis.socket.PortEvidence;
import dev.lifeline.diagnosis.Facts;
import dev.lifeline.diagnosis.UnfinishedStage;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.PacketEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// Gathers the evidence of the kernel and the wire about one stage of one connection: their events, joined by number, attempt and
/// addresses.
///
/// An event that was not seen counts only where somebody looked ([#watchedTheWire]) and lost nothing ([#gapless]).
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
    private PortEvidence port;
    private Endpoint translated;
    private boolean synElsewhere;

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

    /// Reads events about the whole run.
    private void run(TraceEvent event) {
        if (!(event.body() instanceof KernelEvent kernel)) {
            return;
        }
        switch (kernel.kind()) {
            case EVIDENCE_LOST -> lost(event, (KernelEvent.EvidenceLost) kernel);
            case CLOCK_STEPPED -> stepped = stepped == null ? (KernelEvent.ClockStepped) kernel : stepped;
            case COUNTER_ROSE -> rose((KernelEvent.CounterRose) kernel);
            default -> { } // others are about connections
        }
    }

    private void lost(TraceEvent event, KernelEvent.EvidenceLost gap) {
        if (event.connection() == 0 || event.connection() == connection) {
            lost = lost == null ? gap : lost;
            packetsLost |= gap.source().equals("packet");
        }
    }

    private void rose(KernelEvent.CounterRose counter) {
        if (QUEUE_COUNTERS.contains(counter.name())) {
            counters.put(counter.name(), counter.by());
        }
    }

    /// Reads events about connections, those of this one and of its listener.
    private void read(TraceEvent event) {
        if (event.body() instanceof PacketEvent packet) {
            packet(event, packet);
        } else if (event.body() instanceof KernelEvent kernel) {
            kernel(event, kernel);
        }
    }

    private void packet(TraceEvent event, PacketEvent packet) {
        switch (packet.kind()) {
            case SEGMENT_SEEN -> segment(event, (PacketEvent.SegmentSeen) packet);
            case ERROR_SEEN -> error(event, (PacketEvent.ErrorSeen) packet);
            case QUESTION_SEEN, REPLY_SEEN, QUESTION_REFUSED -> { } // of the look-up: the index joins them
        }
    }

    private void kernel(TraceEvent event, KernelEvent kernel) {
        switch (kernel.kind()) {
            case SOCKET_SEEN -> socket(event, (KernelEvent.SocketSeen) kernel);
            case SOCKET_GONE -> gone(event, (KernelEvent.SocketGone) kernel);
            case LISTENER_SEEN -> listener(event, (KernelEvent.ListenerSeen) kernel);
            case ERROR_ORIGIN -> origin(event, (KernelEvent.ErrorOrigin) kernel);
            case ROUTE_ANSWERED -> route(event, (KernelEvent.RouteAnswered) kernel);
            case PORT_LOOKED -> port = port == null ? PortEvidence.of(event, (KernelEvent.PortLooked) kernel, run.sequence(),
                    run.ended()) : port;
            case TRANSLATED -> translated(event, (KernelEvent.Translated) kernel);
            case ROUTE_DISAGREED -> disagreed = mine(event, null) ? (KernelEvent.RouteDisagreed) kernel : disagreed;
            default -> { } // others prove nothing about a stage
        }
    }

    private void translated(TraceEvent event, KernelEvent.Translated nat) {
        if (mine(event, null)) {
            translated = nat.sentTo();
            synElsewhere |= event.evidence() == Evidence.PACKET;
        }
    }

    private void segment(TraceEvent event, PacketEvent.SegmentSeen segment) {
        if (mine(event, asClient(segment.from(), segment.flow()))) {
            wire.segment(event, segment);
        }
    }

    private void error(TraceEvent event, PacketEvent.ErrorSeen error) {
        boolean about = mine(event, error.about()) || mine(event, error.about().reversed());
        if (about && icmp == null && (event.at() <= run.ended() || stepped != null)) {
            icmp = IcmpAnswer.of(error);
        }
    }

    private void origin(TraceEvent event, KernelEvent.ErrorOrigin error) {
        icmp = icmp == null && mine(event, null) ? IcmpAnswer.of(error) : icmp;
    }

    private void socket(TraceEvent event, KernelEvent.SocketSeen look) {
        if (mine(event, asClient(look.end(), look.tuple()))) {
            sockets.seen(event, look);
        }
    }

    private void gone(TraceEvent event, KernelEvent.SocketGone gone) {
        if (mine(event, asClient(gone.end(), gone.tuple()))) {
            sockets.gone(event, gone.end(), gone.last());
        }
    }

    private void listener(TraceEvent event, KernelEvent.ListenerSeen look) {
        if (server == null || !facts.index().listeners().takes(look.local(), server)) {
            return;
        } else if (look.alone()) {
            sockets.listener(event, look);
        } else {
            sockets.oneOfSeveral(event, look);
        }
    }

    private void route(TraceEvent event, KernelEvent.RouteAnswered answer) {
        if (server != null && EndpointMatch.sameAddress(server, answer.destination()) && mine(event, null)) {
            route = answer.route();
            sourceRefused = answer.refusedSource() != null;
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
        return number && same
                && (flow == null || EndpointMatch.fit(client, flow.local()) && EndpointMatch.fit(server, flow.remote()));
    }

    public UnfinishedStage run() {
        return run;
    }

    /// The side whose stage it is.
    public Lane own() {
        return run.lane();
    }

    /// The other side.
    public Lane peer() {
        return run.lane() == Lane.SERVER ? Lane.CLIENT : Lane.SERVER;
    }

    /// Tells whether the server's own lane says that its program has the connection.
    boolean accepted() {
        return client != null && server != null && facts.sides().serverOf(new FourTuple(client, server)) != null;
    }

    /// Says for how long the server's program had had the connection at a stage of its own when this stage ended, in nanoseconds; -1
    /// where it does not say so, or this stage is its own.
    ///
    /// @param stage the worker queue, or the handler
    public long served(Stage stage) {
        // Where events are missing, the end of it may be among them.
        if (own() != Lane.CLIENT || client == null || server == null || facts.dropped() > 0) {
            return -1;
        }
        int number = facts.sides().numberOf(Lane.SERVER, new FourTuple(server, client));
        return number < 1 ? -1 : facts.index().workers().lasting(stage, number, run.ended());
    }

    /// How many workers the server's program has, where it tells that each of them had a connection when this stage ended; else 0.
    public int busyWorkers() {
        if (own() != Lane.CLIENT || server == null || facts.dropped() > 0) {
            return 0;
        }
        WorkerFacts.Load load = facts.index().workers().load(this::isOfServer, run.ended());
        return load == null || load.busy() < load.workers() ? 0 : load.workers();
    }

    private boolean isOfServer(int number) {
        FourTuple tuple = facts.sides().side(Lane.SERVER, number).tuple();
        return tuple != null && tuple.local().equals(server);
    }

    /// Tells whether this side had read bytes: a program had written them.
    boolean heard() {
        return facts.story(run.lane(), run.connection()).read() > 0;
    }

    public SocketEvidence sockets() {
        return sockets;
    }

    public PacketEvidence wire() {
        return wire;
    }

    /// The ICMP error about it, or `null`.
    public IcmpAnswer icmp() {
        return icmp;
    }

    /// The kernel's route to the destination, or `null` where it was not asked.
    public KernelRoute route() {
        return route;
    }

    /// Tells whether the route is the one without the source address that was asked for, which the kernel refuses.
    boolean sourceRefused() {
        return sourceRefused;
    }

    /// The promise of the route that the socket does not keep, or `null`.
    public KernelEvent.RouteDisagreed disagreed() {
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

    /// Tells whether listeners of this machine dropped bare ACKs because they wait for data (`TCP_DEFER_ACCEPT` of tcp(7)).
    public boolean deferred() {
        return counters.containsKey(DEFERRED);
    }

    /// The first loss of evidence, or `null`.
    public KernelEvent.EvidenceLost lost() {
        return lost;
    }

    /// The look at the port that the failure was about, or `null`.
    public PortEvidence port() {
        return port;
    }

    /// The end that NAT of this machine sends the connection on to, or `null`.
    public Endpoint translated() {
        return translated;
    }

    /// Tells whether its SYN was seen to leave for that end.
    public boolean synElsewhere() {
        return synElsewhere;
    }

    /// The first step of the wall clock, or `null`.
    public KernelEvent.ClockStepped stepped() {
        return stepped;
    }

    /// Tells whether packets were captured at all: only then "not seen" can be said.
    boolean watchedTheWire() {
        return facts.trace().header().available("packet");
    }

    /// Tells whether the capture missed nothing that it knows of.
    public boolean gapless() {
        return !packetsLost && facts.dropped() == 0;
    }

    /// Tells whether the capture saw this connection and missed nothing: what it does not hold did not pass it.
    boolean wouldHaveSeen() {
        return watchedTheWire() && gapless() && wire.segments() > 0;
    }
}
