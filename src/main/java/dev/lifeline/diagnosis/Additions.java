package dev.lifeline.diagnosis;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.diagnosis.cause.Cause;
import dev.lifeline.diagnosis.cause.Causes;
import dev.lifeline.diagnosis.cause.Template;
import dev.lifeline.diagnosis.evidence.Evidenced;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Printable;
import java.util.List;
import java.util.Set;

/// Sentences that go beside a verdict's own: the other candidates, the other side, the part of the path that disappeared.
final class Additions {

    private Additions() {
    }

    /// Every candidate of a race that nobody won, with its own error; empty where there was no race.
    static String race(Facts facts, Deciding decided) {
        if (decided.race().isEmpty()) {
            return "";
        }
        StringBuilder text = new StringBuilder("All ").append(decided.race().size()).append(" attempts failed: ");
        for (UnfinishedStage run : decided.race()) {
            Endpoint candidate = facts.story(run.lane(), run.connection()).candidate(run.attempt());
            Endpoint to = run.remote() == null ? candidate : run.remote();
            String where = to == null ? "attempt " + run.attempt() : to.toString();
            text.append(run == decided.race().getFirst() ? "" : "; ").append(Printable.prose(where)).append(' ')
                    .append(run.failure().code()).append(" after ").append(Durations.rounded(run.took()));
        }
        for (RaceEvent.LeftOut left : facts.leftOut()) {
            text.append("; ").append(Printable.prose(left.candidate().toString()))
                    .append(" left out (").append(Printable.prose(left.reason())).append(')');
        }
        return text.append('.').toString();
    }

    /// How many connections failed where there were several; empty where what failed belongs to none, as a server's bind.
    static String repeated(Facts facts, Deciding decided) {
        int asked = facts.trace().header().connections();
        return asked <= 1 || facts.mode() == Mode.SERVER || decided.run().connection() == 0 ? ""
                : decided.connections() + " of " + asked + " connections failed; this is the first.";
    }

    /// What the server met in a run that is not decided by it; empty where nothing.
    static String server(Facts facts, Lane deciding) {
        if (facts.mode() != Mode.LOOPBACK || deciding == Lane.SERVER) {
            return "";
        }
        Deciding server = Deciding.inLane(facts, Lane.SERVER);
        return server == null ? ""
                : "The server's side saw " + server.run().failure().code() + " at " + server.run().stage().label() + ".";
    }

    /// The event with which the path disappeared; `null` where both ends saw all, or only one end was watched.
    /// A connection that never came about is told by its own stage.
    static Milestone missing(Facts facts, int clientConnection) {
        MissingEvent missing = MissingEvent.of(facts, clientConnection);
        boolean told = missing != null && !missing.laterSeen() && missing.milestone() != Milestone.CLIENT_CONNECT;
        return told ? missing.milestone() : null;
    }

    /// What the event that is missing says, as far as the kernel and the wire narrow it.
    ///
    /// @param evidence what they said, or `null` where nobody looked
    static VerdictDraft missing(Milestone milestone, Evidenced evidence, Template.Values words) {
        Cause cause = Causes.of("missing " + milestone.label(), Set.of());
        return evidence == null ? VerdictDraft.of(cause, words) : VerdictDraft.of(evidence.over(cause, milestone), evidence.words());
    }

    /// That a connection met nobody but itself; empty where it did not.
    static String itself(ConnectionSide story) {
        return !story.withItself() ? "" : "The connection is with itself: " + story.tuple().local() + " is its source and its "
                + "destination, so the SYN met the socket that had sent it (simultaneous open, RFC 9293 section 3.5). "
                + "No server took part.";
    }

    /// What a recording with gaps does not hold.
    static String dropped(Facts facts) {
        return facts.dropped() == 0 ? ""
                : "What was in the " + Counted.of(facts.dropped(), "event", "events") + " that the recorder had no room for.";
    }

    /// The stages that were under way or stopped, innermost last: `connect to 192.0.2.1:80, for 3 s`.
    static String underWay(List<UnfinishedStage> runs) {
        StringBuilder text = new StringBuilder();
        for (UnfinishedStage run : runs) {
            text.append(text.isEmpty() ? "" : "; ").append(run.stage().label());
            if (run.remote() != null) {
                text.append(run.lane() == Lane.CLIENT ? " to " : " of ").append(Printable.prose(run.remote().toString()));
            }
            text.append(", for ").append(Durations.rounded(run.took()));
        }
        return text.toString();
    }
}
