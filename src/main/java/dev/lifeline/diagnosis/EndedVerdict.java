package dev.lifeline.diagnosis;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.RunEvent;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.Verdict.Result;
import java.util.List;
import java.util.Set;

/// The verdict on a trace in which no stage failed: all went well, the answer was another, or the run was cut short.
final class EndedVerdict {

    private EndedVerdict() {
    }

    static Verdict completed(Facts facts) {
        Progress progress = Progress.last(facts);
        String server = Additions.server(facts, Lane.CLIENT);
        int connections = facts.mode() == Mode.SERVER ? 1 : facts.lastConnection(Lane.CLIENT);
        String summary = connections > 1 ? connections + " connections: " + progress.summary() : progress.summary();
        Cause missing = Additions.missing(facts, progress.connection());
        boolean unseen = missing != null && facts.story(Lane.CLIENT, progress.connection()).read() == 0
                && !missing.key().endsWith(Milestone.CLIENT_FIRST_DATA.label());
        String proved = connections > 1
                ? "All " + connections + " connections completed. Of the last: " + progress.proved() : progress.proved();
        Account account = new Account(summary, proved, progress.notProved(), null)
                .plus("", "", unseen ? missing.happened() + " " + missing.notProved() : "")
                .plus("", "", Additions.dropped(facts));
        return new Verdict(Result.COMPLETED, null, null, null, null, null, null,
                server.isEmpty() ? summary : summary + ". " + server, account.proved(), account.notProved(), null);
    }

    static Verdict unexpected(Facts facts) {
        Progress progress = Progress.last(facts);
        Stage stage = facts.outcome(Lane.CLIENT, progress.connection(), Stage.DATA) == null ? Stage.FIRST_BYTE : Stage.DATA;
        Words words = new Words(facts, new StageRun(Lane.CLIENT, progress.connection(), 0, stage, null, null, -1, null));
        RunEvent.ExpectationChecked check = facts.unheld();
        String observed = check.observed().isEmpty() ? "nothing came"
                : "\"" + SafeText.prose(check.observed()) + "\" came";
        Account account = Account.of(Causes.of("unexpected text", Set.of()), words)
                .plus("Expected was \"" + SafeText.prose(check.expected()) + "\"; " + observed + ".", "", "")
                .plus("", "", Additions.dropped(facts));
        return new Verdict(Result.UNEXPECTED, stage, Lane.CLIENT, null, null, words.local(), words.remote(),
                account.happened(), account.proved(), account.notProved(), account.next());
    }

    /// @param underWay the stages that were under way, the last the deepest; empty where the cut fell between two
    static Verdict cutShort(Facts facts, List<StageRun> underWay, Result result) {
        Progress progress = Progress.last(facts);
        boolean interrupted = result == Result.INTERRUPTED;
        String what = !interrupted ? "The recording breaks off"
                : facts.interrupted() == null ? "The run was stopped"
                : "The run was interrupted by " + SafeText.prose(facts.interrupted().signal());
        String when = underWay.isEmpty() ? " between two stages (" + progress.summary() + ")."
                : " while this was under way: " + Additions.underWay(underWay) + ".";
        String open = underWay.isEmpty() ? "How it would have gone on."
                : "How " + underWay.getLast().stage().label() + " would have ended.";
        Cause missing = Additions.missing(facts, progress.connection());
        Account account = new Account(what + when, progress.proved(), open, null);
        if (missing != null) {
            account = account.plus("Until then: " + missing.happened(), missing.proved(), missing.notProved());
        }
        account = account.plus("", "", Additions.dropped(facts));
        ErrorCode code = interrupted ? ErrorCode.INTERRUPTED : null;
        if (underWay.isEmpty()) {
            FourTuple tuple = facts.story(progress.lane(), progress.connection()).tuple();
            return new Verdict(result, null, null, code, null, tuple == null ? null : tuple.local(),
                    tuple == null ? null : tuple.remote(), account.happened(), account.proved(), account.notProved(), null);
        }
        StageRun run = underWay.getLast();
        Words words = new Words(facts, run);
        // Whoever interrupts a wait wants to know what a deadline would have made them ask.
        Cause silence = Causes.of(run.stage(), ErrorCode.TIMEOUT, Condition.of(facts, run));
        String next = interrupted ? Template.command(silence.next(), words) : null;
        return new Verdict(result, run.stage(), run.lane(), code, run.failure() == null ? null : run.failure().operation(),
                words.local(), words.remote(), account.happened(), account.proved(), account.notProved(), next);
    }
}
