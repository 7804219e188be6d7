package dev.lifeline.diagnosis;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.fault.FaultLife;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.Verdict.Result;
import dev.lifeline.wording.step.FaultWords;
import java.util.List;

/// Gives the verdict on a trace. A pure function: the same trace gives the same verdict, live or replayed. Any thread.
///
/// A recording that breaks off is incomplete and a run that was ended by a signal is interrupted, whatever failed before; what
/// failed is still told. Which failure decides is the rule of [Deciding]; a wait for an expected text that ran out is no failure
/// but an expectation that did not hold.
public final class Diagnosis {

    private Diagnosis() {
    }

    /// The verdict on a trace of which nothing else is asked.
    public static Verdict of(Trace trace) {
        return of(TraceIndex.of(trace));
    }

    /// The verdict on a trace. Texts from outside are in it without control characters; a command in it is safe to paste.
    public static Verdict of(TraceIndex index) {
        Verdict verdict = ofNetwork(index);
        List<FaultLife> faults = FaultLife.of(index);
        return faults.isEmpty() ? verdict : beside(verdict, faults);
    }

    /// Puts what faults did before what is proved: it is nobody's doing but the person's who added them.
    private static Verdict beside(Verdict verdict, List<FaultLife> faults) {
        String said = "";
        for (FaultLife each : faults) {
            said = VerdictDraft.join(said, " ", FaultWords.sentence(each));
        }
        return new Verdict(verdict.result(), verdict.stage(), verdict.lane(), verdict.code(), verdict.operation(), verdict.local(), verdict.remote(),
                verdict.happened(), VerdictDraft.join(said, " ", verdict.proved()), verdict.notProved(), verdict.next(),
                VerdictDraft.join(said, " ", verdict.news()));
    }

    private static Verdict ofNetwork(TraceIndex index) {
        Facts facts = Facts.of(index);
        Deciding decided = Deciding.of(facts);
        List<UnfinishedStage> underWay = facts.underWay();
        Result result = result(facts, decided, underWay);
        if (decided != null) {
            return FailedVerdict.of(facts, decided, result);
        }
        return switch (result) {
            case COMPLETED, FAILED -> EndedVerdict.completed(facts);
            case UNEXPECTED -> EndedVerdict.unexpected(facts);
            case INTERRUPTED, INCOMPLETE -> EndedVerdict.cutShort(facts, underWay, result);
        };
    }

    private static Result result(Facts facts, Deciding decided, List<UnfinishedStage> underWay) {
        if (!facts.trace().complete()) {
            return Result.INCOMPLETE;
        }
        if (facts.interrupted() != null) {
            return Result.INTERRUPTED;
        }
        if (decided != null) {
            return waitedInVain(facts, decided.run()) ? Result.UNEXPECTED : Result.FAILED;
        }
        // Without a signal only the client's own stop counts: stopping the server is how a run ends.
        boolean stopped = !underWay.isEmpty() && underWay.getLast().lane() == Lane.CLIENT && underWay.getLast().stopped();
        if (stopped) {
            return Result.INTERRUPTED;
        }
        return facts.unheld() != null ? Result.UNEXPECTED : Result.COMPLETED;
    }

    /// Tells whether the failure is the end of the time that the client had for the text that it expected: nothing broke, the text
    /// did not come.
    private static boolean waitedInVain(Facts facts, UnfinishedStage run) {
        boolean reading = run.stage() == Stage.FIRST_BYTE || run.stage() == Stage.DATA || run.stage() == Stage.IDLE;
        return reading && run.lane() == Lane.CLIENT && run.failure().code() == ErrorCode.TIMEOUT && facts.unheld(run.connection());
    }
}
