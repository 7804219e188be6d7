package dev.lifeline.diagnosis;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.diagnosis.texts.Circumstances;
import dev.lifeline.diagnosis.texts.Condition;
import dev.lifeline.diagnosis.texts.Placeholder;
import dev.lifeline.diagnosis.texts.Section;
import dev.lifeline.diagnosis.texts.TextFile;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.text.Counted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Sentences that go beside a verdict's own: the other candidates, the other side, the part of the path that disappeared.
final class Additions {

    /// As many of a list as a person reads; the rest is counted.
    private static final int LISTED = 8;

    /// The same of the candidates of a race, each of which has an error of its own; hardly a name has so many addresses.
    private static final int RACED = 32;

    private Additions() {
    }

    /// Every candidate of a race that nobody won, with its own error; empty where there was no race.
    static VerdictDraft race(Facts facts, Deciding decided) {
        if (decided.race().isEmpty()) {
            return VerdictDraft.EMPTY;
        }
        String all = "";
        int count = decided.race().size();
        for (UnfinishedStage run : decided.race().subList(0, Math.min(count, RACED))) {
            all = VerdictDraft.join(all, "; ", ended("race attempt", new Circumstances(facts, run, null)).happened());
        }
        Circumstances about = new Circumstances(facts, decided.run(), null);
        all = more(all, count - RACED);
        List<RaceEvent.LeftOut> leftOut = facts.leftOut();
        for (RaceEvent.LeftOut left : leftOut.subList(0, Math.min(leftOut.size(), RACED))) {
            all = VerdictDraft.join(all, "; ", ended("race left-out", about.with(Placeholder.NAME, left.candidate().toString())
                    .with(Placeholder.DETAIL, left.reason())).happened());
        }
        all = more(all, leftOut.size() - RACED);
        return ended("race all", about.with(Placeholder.COUNT, Integer.toString(decided.race().size()))
                .with(Placeholder.LIST, all));
    }

    /// The error that the imitated program would report; empty where that is not known.
    static VerdictDraft program(Facts facts, Deciding decided) {
        ProgramError error = ProgramError.of(facts, decided.run());
        return error == null ? VerdictDraft.EMPTY : ended("race program", new Circumstances(facts, decided.run(), null)
                .with(Placeholder.NAME, error.program()).with(Placeholder.DETAIL, error.text()));
    }

    /// How many connections failed where there were several; empty where what failed belongs to none, as a server's bind.
    static VerdictDraft repeated(Facts facts, Deciding decided) {
        boolean several = facts.trace().header().connections() > 1 && facts.mode() != Mode.SERVER
                && decided.run().connection() != 0;
        return !several ? VerdictDraft.EMPTY : ended("beside repeated", new Circumstances(facts, decided.run(), null)
                .with(Placeholder.COUNT, Integer.toString(decided.connections())));
    }

    /// Tells what the server met in a run that is not decided by it; empty where nothing.
    static VerdictDraft server(Facts facts, Lane deciding) {
        if (facts.mode() != Mode.LOOPBACK || deciding == Lane.SERVER) {
            return VerdictDraft.EMPTY;
        }
        Deciding server = Deciding.inLane(facts, Lane.SERVER);
        return server == null ? VerdictDraft.EMPTY : ended("beside server", new Circumstances(facts, server.run(), null));
    }

    /// How many of the client's connections failed by its own doing, which decides nothing; empty where none did.
    static VerdictDraft filtered(Facts facts, Circumstances about) {
        Set<Integer> failed = new HashSet<>();
        for (UnfinishedStage run : facts.failed()) {
            ConnectionSide story = facts.story(run.lane(), run.connection());
            if (run.lane() == Lane.CLIENT && story.wasFiltered() && story.counts(run.failure().code(), run.attempt())) {
                failed.add(run.connection());
            }
        }
        return failed.isEmpty() ? VerdictDraft.EMPTY
                : ended("beside filtered", about.with(Placeholder.COUNT, Integer.toString(failed.size())));
    }

    /// The event with which the path disappeared; `null` where both ends saw all, or only one end was watched.
    /// A connection that never came about is told by its own stage.
    static Milestone missing(Facts facts, int clientConnection) {
        MissingEvent missing = MissingEvent.of(facts, clientConnection);
        // The bytes of a TLS handshake are told as records, not as reads.
        boolean data = missing != null && (missing.milestone() == Milestone.SERVER_FIRST_DATA || missing.milestone() == Milestone.CLIENT_FIRST_DATA);
        boolean told = missing != null && !missing.laterSeen() && missing.milestone() != Milestone.CLIENT_CONNECT
                && !(data && facts.story(Lane.CLIENT, clientConnection).spokeTls());
        return told ? missing.milestone() : null;
    }

    /// Tells of the event that is missing, as far as the kernel and the wire narrow it.
    ///
    /// @param evidence what they said, or `null` where nobody looked
    /// @param about the stage, where nobody looked
    static VerdictDraft missing(Milestone milestone, Evidenced evidence, Circumstances about) {
        Section section = TextFile.ENDINGS.about(milestone.about(), about);
        return evidence == null ? VerdictDraft.of(section, about)
                : VerdictDraft.of(section.with(evidence.missing(milestone)), evidence.about());
    }

    /// That a connection met nobody but itself; empty where it did not. Its command belongs to a run that went well.
    static VerdictDraft itself(Circumstances about) {
        return VerdictDraft.EMPTY.plus(TextFile.PROGRESS.about("programs itself", about), about);
    }

    /// With what the look-up says of the place that a failed connection was made to: a name that was made longer, an address that is no
    /// destination; and with the protocol that its bytes show.
    static VerdictDraft name(VerdictDraft draft, Circumstances about) {
        return draft.plus(TextFile.PROGRESS.about("programs completed", about), about)
                .plus(TextFile.PROGRESS.about("programs unspecified", about), about)
                .plus(TextFile.PROGRESS.about("programs protocol", about), about);
    }

    /// Tells whether the request may have been processed, the question of every retry, where the connection ended and nothing that
    /// came shows it; empty where nothing was sent, or the connection did not end.
    ///
    /// @param code the failure, or `null` where none
    static VerdictDraft request(Circumstances about, ErrorCode code) {
        boolean ended = code == ErrorCode.ECONNRESET || code == ErrorCode.EPIPE || code == ErrorCode.EOF
                || code == null && (about.hold(Condition.CLOSED) || about.hold(Condition.RST));
        boolean open = about.hold(Condition.NO_BYTES) || about.hold(Condition.RST) || about.hold(Condition.SPOKE_FIRST)
                || code != null;
        boolean asked = about.hold(Condition.CLIENT) && about.hold(Condition.SENT) && !about.hold(Condition.ITSELF);
        boolean read = about.hold(Condition.PEER_RESET) || about.hold(Condition.PEER_CLOSED);
        // A reset or close that the server's own lane told is told with what its program had read.
        boolean told = code != null && code != ErrorCode.EOF && read;
        return asked && ended && open && !told ? ended(read ? "request read" : "request fate", about) : VerdictDraft.EMPTY;
    }

    /// Tells what a recording with gaps does not hold; empty where it has none.
    static VerdictDraft dropped(Circumstances about) {
        return VerdictDraft.of(TextFile.PROGRESS.about("open events", about), about);
    }

    /// The stages that were under way or stopped, innermost last: `connect to 192.0.2.1:80, for 3 s`. Of many the last ones, and how
    /// many more.
    static String underWay(Facts facts, List<UnfinishedStage> runs) {
        String all = "";
        for (UnfinishedStage run : runs.subList(Math.max(0, runs.size() - LISTED), runs.size())) {
            all = VerdictDraft.join(all, "; ", ended("ending stage", new Circumstances(facts, run, null)).happened());
        }
        return more(all, runs.size() - LISTED);
    }

    private static String more(String all, int rest) {
        return rest <= 0 ? all : all + "; and " + Counted.grouped(rest) + " more";
    }

    private static VerdictDraft ended(String what, Circumstances about) {
        return VerdictDraft.of(TextFile.ENDINGS.about(what, about), about);
    }
}
