package dev.lifeline.diagnosis;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.analysis.count.SideCounts;
import dev.lifeline.diagnosis.texts.Circumstances;
import dev.lifeline.diagnosis.texts.Placeholder;
import dev.lifeline.diagnosis.texts.Section;
import dev.lifeline.diagnosis.texts.Template;
import dev.lifeline.diagnosis.texts.TextFile;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.Verdict.Result;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.text.Counted;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The verdict on a trace in which no stage failed: all went well, the answer was another, or the run was cut short.
final class EndedVerdict {

    private EndedVerdict() {
    }

    static Verdict completed(Facts facts) {
        Progress progress = Progress.last(facts);
        VerdictDraft several = several(facts, progress);
        VerdictDraft more = VerdictDraft.EMPTY;
        Milestone missing = Additions.missing(facts, progress.connection());
        if (missing != null && missing != Milestone.CLIENT_FIRST_DATA
                && facts.story(Lane.CLIENT, progress.connection()).read() == 0) {
            more = more.plus(unseen(facts, progress, missing));
        }
        more = more.plus(Additions.request(progress.about(), null)).plus(Additions.dropped(progress.about()));
        VerdictDraft draft = several
                .plus(new VerdictDraft(progress.summary(), progress.proved(), progress.notProved(), null)).plus(more);
        String server = VerdictDraft.join(Additions.server(facts, Lane.CLIENT).happened(), " ",
                Additions.filtered(facts, progress.about()).happened());
        String news = VerdictDraft.join(VerdictDraft.join(progress.news(), " ", more.happened()), " ", more.proved());
        return new Verdict(Result.COMPLETED, null, null, null, null, null, null, VerdictDraft.join(draft.happened(), ". ", server),
                draft.proved(), draft.notProved(), progress.next(), VerdictDraft.join(server, " ", news));
    }

    /// Tells how many connections there were, before the words about the last of them; empty where there was one.
    private static VerdictDraft several(Facts facts, Progress progress) {
        SideCounts counts = facts.index().counts();
        if (counts.made() <= 1) {
            return VerdictDraft.EMPTY;
        }
        Circumstances about = progress.about().with(Placeholder.COUNT, Integer.toString(counts.made()))
                .with(Placeholder.ACCEPTED, Counted.of(counts.accepted(), "connection"));
        if (counts.differ()) {
            int unseen = unseen(facts);
            VerdictDraft draft = VerdictDraft.of(TextFile.PROGRESS.about("several differ", about), about);
            return unseen == 0 ? draft : draft.plus(TextFile.PROGRESS.about("several unseen", about),
                    about.with(Placeholder.COUNT, Integer.toString(unseen)));
        }
        return VerdictDraft.of(TextFile.PROGRESS.about("several connections", about), about);
    }

    /// Counts the clients' connections whose server's end neither accept nor a look at the socket table showed; 0 where nobody looked.
    private static int unseen(Facts facts) {
        if (!facts.index().sawServer()) {
            return 0;
        }
        Set<FourTuple> seen = new HashSet<>();
        for (TraceEvent event : facts.kernel()) {
            if (event.body() instanceof KernelEvent.SocketSeen look && look.end() == Lane.SERVER) {
                seen.add(look.tuple().reversed());
            }
        }
        for (ConnectionSide accepted : facts.sides().all(Lane.SERVER)) {
            if (accepted.tuple() != null) {
                seen.add(accepted.tuple().reversed());
            }
        }
        int unseen = 0;
        // By what there is, not by number: a recording may name connection 2,000,000,000.
        for (ConnectionSide side : facts.sides().all(Lane.CLIENT)) {
            unseen += side.tuple() != null && !seen.contains(side.tuple()) ? 1 : 0;
        }
        return unseen;
    }

    /// The event that the client did not wait for. What proves it is told only where the kernel or the wire narrowed it.
    private static VerdictDraft unseen(Facts facts, Progress progress, Milestone missing) {
        Circumstances about = new Circumstances(facts, progress.life(), null);
        VerdictDraft part = Additions.missing(missing, null, about);
        VerdictDraft narrowed = !Evidenced.any(facts) ? part
                : Additions.missing(missing, Evidenced.of(facts, progress.life(), null), about);
        return new VerdictDraft("", narrowed.proved().equals(part.proved()) ? "" : narrowed.proved(),
                VerdictDraft.join(narrowed.happened(), " ", narrowed.notProved()), null);
    }

    static Verdict unexpected(Facts facts) {
        int connection = Progress.last(facts).connection();
        Stage stage = facts.sides().outcome(Lane.CLIENT, connection, Stage.DATA) == null ? Stage.FIRST_BYTE : Stage.DATA;
        Circumstances about = new Circumstances(facts, new UnfinishedStage(Lane.CLIENT, connection, 0, stage, null, null, -1, null,
                facts.end(), -1), null);
        VerdictDraft draft = VerdictDraft.of(TextFile.ENDINGS.about("unexpected text", about), about)
                .plus(TextFile.ENDINGS.about("unexpected observed", about), about)
                .plus(Additions.itself(about)).plus(Additions.dropped(about));
        return new Verdict(Result.UNEXPECTED, stage, Lane.CLIENT, null, null, about.local(), about.remote(),
                draft.happened(), draft.proved(), draft.notProved(), draft.next());
    }

    /// @param underWay the stages that were under way, the last the deepest; empty where the cut fell between two
    static Verdict cutShort(Facts facts, List<UnfinishedStage> underWay, Result result) {
        Progress progress = Progress.last(facts);
        UnfinishedStage run = underWay.isEmpty() ? progress.life() : underWay.getLast();
        Circumstances about = new Circumstances(facts, run, null).with(Placeholder.LIST, Additions.underWay(facts, underWay));
        boolean interrupted = result == Result.INTERRUPTED;
        Section ending = TextFile.ENDINGS.about(interrupted ? "ending interrupted" : "ending incomplete", about);
        VerdictDraft draft = VerdictDraft.of(ending, about).plus(new VerdictDraft("", progress.proved(), "", null));
        draft = untilThen(facts, progress, underWay, draft, about).plus(Additions.dropped(about));
        ErrorCode code = interrupted ? ErrorCode.INTERRUPTED : null;
        if (underWay.isEmpty()) {
            FourTuple tuple = about.side().tuple();
            return new Verdict(result, null, null, code, null, tuple == null ? null : tuple.local(),
                    tuple == null ? null : tuple.remote(), draft.happened(), draft.proved(), draft.notProved(), null);
        }
        // Whoever interrupts a wait wants to know what a deadline would have made them ask.
        String next = interrupted ? Template.command(TextFile.failure(run.stage(), ErrorCode.TIMEOUT, about).next(), about) : null;
        return new Verdict(result, run.stage(), run.lane(), code, run.failure() == null ? null : run.failure().operation(),
                about.local(), about.remote(), draft.happened(), draft.proved(), draft.notProved(), next);
    }

    /// With what is known of the wait that was cut short: the event that is missing, and what a deadline would have made of it.
    private static VerdictDraft untilThen(Facts facts, Progress progress, List<UnfinishedStage> underWay, VerdictDraft draft,
                                          Circumstances about) {
        Milestone missing = Additions.missing(facts, progress.connection());
        Evidenced evidence = Evidenced.any(facts) ? Evidenced.of(facts, about.run(), ErrorCode.TIMEOUT) : null;
        VerdictDraft all = draft;
        if (missing != null) {
            all = until(all, Additions.missing(missing, evidence, about), about);
        } else if (evidence != null && !underWay.isEmpty()) {
            all = until(all, evidence.alone(), about);
        }
        return evidence == null || underWay.isEmpty() ? all : evidence.limits(all);
    }

    private static VerdictDraft until(VerdictDraft draft, VerdictDraft part, Circumstances about) {
        VerdictDraft all = part.happened().isEmpty() ? draft : draft.plus(TextFile.ENDINGS.about("ending until", about), about);
        return all.plus(part);
    }
}
