package dev.lifeline.diagnosis;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.diagnosis.cause.Cause;
import dev.lifeline.diagnosis.cause.Causes;
import dev.lifeline.diagnosis.cause.Condition;
import dev.lifeline.diagnosis.cause.Placeholders;
import dev.lifeline.diagnosis.cause.Template;
import dev.lifeline.diagnosis.evidence.Evidenced;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict.Result;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.text.Printable;
import java.util.List;
import java.util.Set;

/// The verdict on a trace in which no stage failed: all went well, the answer was another, or the run was cut short.
final class EndedVerdict {

    private EndedVerdict() {
    }

    static Verdict completed(Facts facts) {
        ProgressWords progress = ProgressWords.last(facts);
        String server = Additions.server(facts, Lane.CLIENT);
        int connections = facts.mode() == Mode.SERVER ? 1 : facts.sides().lastProgressed(Lane.CLIENT);
        String summary = connections > 1 ? connections + " connections: " + progress.summary() : progress.summary();
        Milestone missing = Additions.missing(facts, progress.connection());
        boolean unseen = missing != null && facts.story(Lane.CLIENT, progress.connection()).read() == 0
                && missing != Milestone.CLIENT_FIRST_DATA;
        String proved = connections > 1
                ? (connections == 2 ? "Both" : "All " + connections) + " connections completed. Of the last: " + progress.proved() : progress.proved();
        VerdictDraft account = new VerdictDraft(summary, proved, progress.notProved(), null);
        account = (unseen ? unseen(account, facts, progress, missing) : account).plus("", "", Additions.dropped(facts));
        return new Verdict(Result.COMPLETED, null, null, null, null, null, null,
                server.isEmpty() ? summary : summary + ". " + server, account.proved(), account.notProved(),
                next(facts, progress));
    }

    /// A run that went well leaves nothing to do, unless nobody listens where it connected to.
    private static String next(Facts facts, ProgressWords progress) {
        ConnectionSide story = facts.story(progress.lane(), progress.connection());
        return story.withItself() ? "ss -ltn 'sport = :" + story.tuple().remote().port() + "'" : null;
    }

    /// With the event that the client did not wait for. What proves it is told only where the kernel or the wire narrowed it.
    private static VerdictDraft unseen(VerdictDraft account, Facts facts, ProgressWords progress, Milestone missing) {
        UnfinishedStage life = progress.life();
        Placeholders words = new Placeholders(facts, life);
        VerdictDraft part = Additions.missing(missing, null, words);
        VerdictDraft narrowed = Evidenced.any(facts) ? Additions.missing(missing, Evidenced.of(facts, life, null), words) : part;
        return account.plus("", narrowed.proved().equals(part.proved()) ? "" : narrowed.proved(),
                narrowed.happened() + " " + narrowed.notProved());
    }

    static Verdict unexpected(Facts facts) {
        ProgressWords progress = ProgressWords.last(facts);
        Stage stage = facts.sides().outcome(Lane.CLIENT, progress.connection(), Stage.DATA) == null ? Stage.FIRST_BYTE : Stage.DATA;
        Placeholders words = new Placeholders(facts, new UnfinishedStage(Lane.CLIENT, progress.connection(), 0, stage, null, null, -1, null,
                facts.end(), -1));
        RunEvent.ExpectationChecked check = facts.unheld();
        String observed = check.observed().isEmpty() ? "nothing came"
                : "\"" + Printable.prose(check.observed()) + "\" came";
        VerdictDraft account = VerdictDraft.of(Causes.of("unexpected text", Set.of()), words)
                .plus("Expected was \"" + Printable.prose(check.expected()) + "\"; " + observed + ".",
                        Additions.itself(facts.story(Lane.CLIENT, progress.connection())), "")
                .plus("", "", Additions.dropped(facts));
        return new Verdict(Result.UNEXPECTED, stage, Lane.CLIENT, null, null, words.local(), words.remote(),
                account.happened(), account.proved(), account.notProved(), account.next());
    }

    /// @param underWay the stages that were under way, the last the deepest; empty where the cut fell between two
    static Verdict cutShort(Facts facts, List<UnfinishedStage> underWay, Result result) {
        ProgressWords progress = ProgressWords.last(facts);
        boolean interrupted = result == Result.INTERRUPTED;
        String what = !interrupted ? "The recording breaks off"
                : facts.interrupted() == null ? "The run was stopped"
                : "The run was interrupted by " + Printable.prose(facts.interrupted().signal());
        String when = underWay.isEmpty() ? " between two stages (" + progress.summary() + ")."
                : " while this was under way: " + Additions.underWay(underWay) + ".";
        String open = underWay.isEmpty() ? "How it would have gone on."
                : "How " + underWay.getLast().stage().label() + " would have ended.";
        VerdictDraft account = untilThen(facts, progress, underWay, new VerdictDraft(what + when, progress.proved(), open, null));
        account = account.plus("", "", Additions.dropped(facts));
        ErrorCode code = interrupted ? ErrorCode.INTERRUPTED : null;
        if (underWay.isEmpty()) {
            FourTuple tuple = facts.story(progress.lane(), progress.connection()).tuple();
            return new Verdict(result, null, null, code, null, tuple == null ? null : tuple.local(),
                    tuple == null ? null : tuple.remote(), account.happened(), account.proved(), account.notProved(), null);
        }
        UnfinishedStage run = underWay.getLast();
        Placeholders words = new Placeholders(facts, run);
        // Whoever interrupts a wait wants to know what a deadline would have made them ask.
        Cause silence = Causes.of(run.stage(), ErrorCode.TIMEOUT, Condition.of(facts, run));
        String next = interrupted ? Template.command(silence.next(), words) : null;
        return new Verdict(result, run.stage(), run.lane(), code, run.failure() == null ? null : run.failure().operation(),
                words.local(), words.remote(), account.happened(), account.proved(), account.notProved(), next);
    }

    /// With what is known of the wait that was cut short: the event that is missing, and what a deadline would have made of it.
    private static VerdictDraft untilThen(Facts facts, ProgressWords progress, List<UnfinishedStage> underWay, VerdictDraft account) {
        Milestone missing = Additions.missing(facts, progress.connection());
        UnfinishedStage run = underWay.isEmpty() ? progress.life() : underWay.getLast();
        Evidenced evidence = Evidenced.any(facts) ? Evidenced.of(facts, run, ErrorCode.TIMEOUT) : null;
        VerdictDraft all = account;
        if (missing != null) {
            all = until(all, Additions.missing(missing, evidence, new Placeholders(facts, run)));
        } else if (evidence != null && !underWay.isEmpty()) {
            all = until(all, evidence.alone());
        }
        return evidence == null || underWay.isEmpty() ? all : evidence.limits(all);
    }

    private static VerdictDraft until(VerdictDraft account, VerdictDraft part) {
        return account.plus(part.happened().isEmpty() ? "" : "Until then: " + part.happened(), part.proved(), part.notProved());
    }
}
