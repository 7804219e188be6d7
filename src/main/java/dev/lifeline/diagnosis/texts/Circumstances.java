package dev.lifeline.diagnosis.texts;
import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.analysis.pace.SlowStage;
import dev.lifeline.diagnosis.Facts;
import dev.lifeline.diagnosis.UnfinishedStage;
import dev.lifeline.diagnosis.evidence.EvidenceFigures;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Outcome;
import java.util.HashMap;
import java.util.Map;

/// One stage of one trace, or a whole life, as the texts of verdicts ask for it: which conditions hold, and the values of the
/// placeholders. Each condition is looked at once, the first time that a section asks.
public final class Circumstances implements Conditions {

    private static final int CONDITIONS = Condition.values().length;

    private final Facts facts;
    private final UnfinishedStage run;
    private final ConnectionSide side;
    private final EvidenceFigures figures;
    private final Map<Placeholder, String> given;
    /// By ordinal; `null` where nobody asked yet.
    private final Boolean[] held = new Boolean[CONDITIONS];

    /// @param figures what the kernel and the wire say of it; `null` where nobody looked
    public Circumstances(Facts facts, UnfinishedStage run, EvidenceFigures figures) {
        this(facts, run, figures, Map.of());
    }

    private Circumstances(Facts facts, UnfinishedStage run, EvidenceFigures figures, Map<Placeholder, String> given) {
        this.facts = facts;
        this.run = run;
        this.side = facts.story(run.lane(), run.connection());
        this.figures = figures;
        this.given = given;
    }

    /// The same, with the value of one more placeholder.
    public Circumstances with(Placeholder placeholder, String value) {
        Map<Placeholder, String> more = new HashMap<>(given);
        more.put(placeholder, value);
        return new Circumstances(facts, run, figures, more);
    }

    @Override
    public boolean hold(Condition condition) {
        int at = condition.ordinal();
        if (held[at] == null) {
            held[at] = ConditionLooks.holds(condition, this);
        }
        return held[at];
    }

    /// The value of a placeholder; `null` where it is not known.
    public String value(Placeholder placeholder) {
        String value = given.get(placeholder);
        return value != null ? value : placeholder.of(this);
    }

    /// A placeholder's value that is words: the phrase that fits best; empty where none fits.
    String phrase(String name) {
        Section phrase = TextFile.PHRASES.about("phrase " + name, this);
        return phrase == null ? "" : Template.prose(phrase.happened(), this);
    }

    public Facts facts() {
        return facts;
    }

    public UnfinishedStage run() {
        return run;
    }

    /// The side of the connection that the stage belongs to.
    public ConnectionSide side() {
        return side;
    }

    /// The evidence of the kernel and the wire; `null` where nobody looked.
    public EvidenceFigures figures() {
        return figures;
    }

    /// The local end, as far as known, or `null`.
    public Endpoint local() {
        return run.localEnd(side);
    }

    /// The remote end, or `null`.
    public Endpoint remote() {
        return run.remoteEnd(side);
    }

    /// The outcome of a stage on the connection, or that of no connection where the stage came before there was one; may be `null`.
    Outcome outcome(Stage stage) {
        return facts.sides().outcome(run.lane(), run.connection(), stage);
    }

    /// The source address that the route of this connection has: of a race, the route of the attempt that won, or of the one that is
    /// told of. `null` where that route is not known.
    Endpoint routeSource() {
        Endpoint last = outcome(Stage.ROUTE) instanceof Outcome.RouteChosen chosen ? chosen.source() : null;
        int attempt = side.winner() > 0 ? side.winner() : run.attempt();
        Endpoint own = side.source(attempt);
        return own != null || last == null ? own : side.source(1) == null || attempt == 0 ? last : null;
    }

    /// The client's stage that took most of the time of a slow run; `null` where none is, or this is not the client's side.
    SlowStage slow() {
        return run.lane() == Lane.CLIENT ? facts.index().slow() : null;
    }

    /// The protocols that the first bytes show.
    ProtocolsSeen protocols() {
        return new ProtocolsSeen(this);
    }

    /// TLS and HTTP of the connection.
    WebSeen web() {
        return new WebSeen(this);
    }

    /// Words of the look-up.
    NamesAsked names() {
        return new NamesAsked(this);
    }

    /// Questions of the look-up to name servers.
    QuestionsAsked questions() {
        return new QuestionsAsked(this);
    }

    /// How the connection was closed; `null` where it was not.
    CloseKind closed() {
        return side.outcome(Stage.CLOSE) instanceof Outcome.Closed closed ? closed.how() : null;
    }

    /// The server's side of a client's connection; `null` where it never accepted it, or is not traced.
    ConnectionSide server() {
        return facts.sides().serverOf(side.tuple());
    }

    /// How the other side's program closed, says its own lane; `null` where it did not, or is not traced.
    CloseKind otherClosed() {
        ConnectionSide peer = facts.mode() == Mode.LOOPBACK && run.lane() == Lane.CLIENT ? server() : null;
        return peer != null && peer.outcome(Stage.CLOSE) instanceof Outcome.Closed closed ? closed.how() : null;
    }

    /// How the other side's program had closed by the end of the stage, says its own lane; `null` where it had not.
    CloseKind closedByPeer() {
        ConnectionSide peer = facts.mode() == Mode.LOOPBACK && run.lane() == Lane.CLIENT ? server() : null;
        Outcome.Closed closed = peer == null ? null : peer.closedBy(run.ended());
        return closed == null ? null : closed.how();
    }

    /// The end that this attempt of a race went to; `null` where that is not recorded.
    Endpoint attemptEnd() {
        return run.remote() == null ? side.candidate(run.attempt()) : run.remote();
    }

    Target target() {
        return facts.trace().header().target();
    }

    /// The target with another port, as `trace connect` takes it; `null` where that or the host is not known.
    ///
    /// @param other digits, or `null`
    String targetAt(String other) {
        return other == null || target().host().isEmpty() ? null : target().port(Integer.parseInt(other)).toString();
    }

    /// The port that was really used, or else that of the target; `null` where neither is known.
    String port() {
        Endpoint remote = remote();
        int port = remote == null || remote.port() == Endpoint.UNKNOWN_PORT ? target().port() : remote.port();
        return port == 0 ? null : Integer.toString(port);
    }
}
