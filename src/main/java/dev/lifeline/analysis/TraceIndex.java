package dev.lifeline.analysis;

import dev.lifeline.analysis.count.FailedConnections;
import dev.lifeline.analysis.count.SideCounts;
import dev.lifeline.analysis.crowd.Crowds;
import dev.lifeline.analysis.life.Lives;
import dev.lifeline.analysis.pace.AskedFamily;
import dev.lifeline.analysis.pace.SlowStage;
import dev.lifeline.analysis.packet.FinOrder;
import dev.lifeline.analysis.packet.NameQuestion;
import dev.lifeline.analysis.packet.PacketTotals;
import dev.lifeline.analysis.served.WorkerFacts;
import dev.lifeline.analysis.socket.ListenerPlaces;
import dev.lifeline.analysis.socket.LabelMoment;
import dev.lifeline.analysis.socket.SocketHistory;
import dev.lifeline.analysis.socket.SocketMoment;
import dev.lifeline.analysis.socket.SocketsNow;
import dev.lifeline.analysis.web.WebFacts;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import java.util.BitSet;
import java.util.List;

/// All that follows from the events of one trace. Made once for a trace and handed to everybody who reads it: each part is computed
/// when it is first asked for, and never again.
///
/// For one thread: a part that is being computed is not guarded.
public final class TraceIndex {

    private final Trace trace;
    private SortedEvents sorted;
    private Timeline timeline;
    private List<JoinedConnection> joined;
    private Connections connections;
    private List<ConnectionGroup> groups;
    private ConnectionActors actors;
    private StageStatistics statistics;
    private List<HandshakeFigures> handshakes;
    private List<AbandonedAttempt> abandoned;
    private List<AskedFamily> families;
    private SpanWitness witness;
    private SocketHistory sockets;
    private SocketsNow now;
    private SocketMoment moment;
    private boolean momentKnown;
    private CounterTotals counters;
    private List<LabelMoment> labels;
    private PacketTotals packets;
    private FinOrder fins;
    private List<NameQuestion> questions;
    private long began = -1;
    private final BitSet[] failedConnections = new BitSet[Lane.values().length];
    private SideCounts counts;
    private boolean whole;
    private boolean wholeKnown;
    private SlowStage slow;
    private boolean slowKnown;
    private Lives lives;
    private WorkerFacts workers;
    private Crowds crowds;
    private WebFacts web;

    private TraceIndex(Trace trace) {
        this.trace = trace;
    }

    /// The index of a trace. Nothing is computed yet.
    public static TraceIndex of(Trace trace) {
        return new TraceIndex(trace);
    }

    /// The trace that it is about.
    public Trace trace() {
        return trace;
    }

    /// The header of the trace.
    public TraceHeader header() {
        return trace.header();
    }

    /// All events, by time.
    public List<TraceEvent> events() {
        return trace.events();
    }

    private SortedEvents sorted() {
        if (sorted == null) {
            sorted = EventSorter.sort(trace.events());
        }
        return sorted;
    }

    /// The stages of the programs, each with both its events, in the order in which they began.
    public List<Span> stages() {
        return sorted().stages();
    }

    /// The stages that failed, those included that were stopped, in the order in which they did.
    public List<Span> failed() {
        return sorted().failed();
    }

    /// The first failure of a stage; `null` where it did not fail.
    public Span failed(Stage stage) {
        for (Span span : failed()) {
            if (span.stage() == stage) {
                return span;
            }
        }
        return null;
    }

    /// Events of connection races, by time.
    public List<TraceEvent> race() {
        return sorted().race();
    }

    /// Events of the run as a whole, by time.
    public List<TraceEvent> run() {
        return sorted().run();
    }

    /// Events of a scenario's play, of its actors and its steps, by time.
    public List<TraceEvent> play() {
        return sorted().play();
    }

    /// Events of the kernel and the wire, by time.
    public List<TraceEvent> kernel() {
        return sorted().kernel();
    }

    /// The sides of all connections.
    public ConnectionSides sides() {
        return sorted().sides();
    }

    /// The time of the last event, in nanoseconds since the origin; 0 where there is none.
    public long last() {
        return sorted().last();
    }

    /// Spans, holds and marks on one axis.
    public Timeline timeline() {
        if (timeline == null) {
            timeline = Timeline.of(sorted(), joined(), header().plan());
        }
        return timeline;
    }

    /// The connections that both sides saw.
    public List<JoinedConnection> joined() {
        if (joined == null) {
            joined = JoinedConnection.of(stages());
        }
        return joined;
    }

    /// All connections, with the numbers of both ends.
    public Connections connections() {
        if (connections == null) {
            connections = new Connections(this);
        }
        return connections;
    }

    /// Spans and holds by their connections; what belongs to none comes first.
    public List<ConnectionGroup> groups() {
        if (groups == null) {
            groups = ConnectionGroup.of(this);
        }
        return groups;
    }

    /// The names of those whose connections they are, in a play.
    public ConnectionActors actors() {
        if (actors == null) {
            actors = ConnectionActors.of(play());
        }
        return actors;
    }

    /// Durations of each stage over all connections.
    public StageStatistics statistics() {
        if (statistics == null) {
            statistics = StageStatistics.of(this);
        }
        return statistics;
    }

    /// The connections of a lane of which something failed that counts: not what was stopped, no attempt that lost a race or was
    /// given up, and beside others none whose own program threw away what came.
    public BitSet failedConnections(Lane lane) {
        if (failedConnections[lane.ordinal()] == null) {
            failedConnections[lane.ordinal()] = FailedConnections.of(this, lane);
        }
        return failedConnections[lane.ordinal()];
    }

    /// Says if a failure is one of the trace.
    public boolean counts(Lane lane, int connection, ErrorCode code, int attempt) {
        ConnectionSide side = sides().side(lane, connection);
        return side.counts(code, attempt) && !(side.wasFiltered() && sides().hasUnfiltered(lane));
    }

    /// The number of connections: as many as were planned, or more where a program between made further ones.
    public int connectionCount() {
        int count = header().connections();
        for (int number : sides().numbered(Lane.CLIENT).keySet()) {
            count = Math.max(count, number);
        }
        return count;
    }

    /// How many connections each side has.
    public SideCounts counts() {
        if (counts == null) {
            counts = SideCounts.of(this);
        }
        return counts;
    }

    /// The stage that took most of the time of a slow run; `null` where none is slow.
    public SlowStage slow() {
        if (!slowKnown) {
            slow = SlowStage.of(this);
            slowKnown = true;
        }
        return slow;
    }

    /// Says if packets were captured, none is known to be missing, and their times can be compared: only then a packet that was not seen
    /// was none, and a figure is that of the first packet.
    public boolean packetsWhole() {
        if (!wholeKnown) {
            whole = PacketTotals.areWhole(this);
            wholeKnown = true;
        }
        return whole;
    }

    /// The lives of all connections.
    public Lives lives() {
        if (lives == null) {
            lives = new Lives(this);
        }
        return lives;
    }

    /// The words of servers about their workers.
    public WorkerFacts workers() {
        if (workers == null) {
            workers = WorkerFacts.of(stages(), timeline().marks());
        }
        return workers;
    }

    /// Tells whether this is a play with crowds, at no cost where it is none.
    public boolean hasCrowds() {
        return !play().isEmpty() && !crowds().isEmpty();
    }

    /// The crowds of a play.
    public Crowds crowds() {
        if (crowds == null) {
            crowds = new Crowds(this);
        }
        return crowds;
    }

    /// TLS and HTTP of all connections.
    public WebFacts web() {
        web = web != null ? web : new WebFacts(sorted().web(), stages(), sorted().marks());
        return web;
    }

    /// The handshakes that completed and whose packets were seen.
    public List<HandshakeFigures> handshakes() {
        if (handshakes == null) {
            handshakes = HandshakeFigures.of(timeline());
        }
        return handshakes;
    }

    /// The attempts of connection races that were given up, by time.
    public List<AbandonedAttempt> abandoned() {
        if (abandoned == null) {
            abandoned = AbandonedAttempt.of(sorted().race(), sorted().flows());
        }
        return abandoned;
    }

    /// The questions for one family of addresses, where families were asked for apart.
    public List<AskedFamily> families() {
        families = families != null ? families : AskedFamily.of(sorted().race());
        return families;
    }

    /// The evidence of the kernel and the wire beside the stages of the programs.
    public SpanWitness witness() {
        if (witness == null) {
            witness = new SpanWitness(this);
        }
        return witness;
    }

    /// The places at which listeners were seen.
    public ListenerPlaces listeners() {
        return sorted().looks().places();
    }

    /// Says if the kernel showed the server's end of a connection: it is on this machine.
    public boolean sawServer() {
        return sorted().sawServer();
    }

    /// The looks at both ends of the connection that the client made, or the server accepted.
    public SocketHistory sockets() {
        if (sockets == null) {
            sockets = new SocketHistory(this);
        }
        return sockets;
    }

    /// The table of sockets at the end of the trace.
    public SocketsNow socketsNow() {
        if (now == null) {
            now = new SocketsNow(this);
        }
        return now;
    }

    /// The moment at which the table of sockets tells most; `null` where there is none.
    public SocketMoment moment() {
        if (!momentKnown) {
            moment = SocketMoment.of(this);
            momentKnown = true;
        }
        return moment;
    }

    /// The sockets at the labels of a play's steps.
    public List<LabelMoment> labels() {
        if (labels == null) {
            labels = LabelMoment.of(this);
        }
        return labels;
    }

    /// Totals of the machine's counters.
    public CounterTotals counters() {
        if (counters == null) {
            counters = new CounterTotals(kernel());
        }
        return counters;
    }

    /// Counts of the packets.
    public PacketTotals packets() {
        if (packets == null) {
            packets = new PacketTotals(kernel(), run());
        }
        return packets;
    }

    /// The order of the FINs of each connection.
    public FinOrder fins() {
        if (fins == null) {
            fins = new FinOrder(this);
        }
        return fins;
    }

    /// The questions of look-ups to name servers that were seen.
    public List<NameQuestion> questions() {
        if (questions == null) {
            questions = NameQuestion.of(kernel());
        }
        return questions;
    }

    /// From where the times of a view are counted, in nanoseconds since the origin: see [ViewOrigin].
    public long began() {
        if (began < 0) {
            began = ViewOrigin.of(this);
        }
        return began;
    }
}
