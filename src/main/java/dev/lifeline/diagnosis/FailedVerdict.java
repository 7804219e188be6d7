package dev.lifeline.diagnosis;

import dev.lifeline.diagnosis.texts.Circumstances;
import dev.lifeline.diagnosis.texts.Condition;
import dev.lifeline.diagnosis.texts.Section;
import dev.lifeline.diagnosis.texts.TextFile;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.Verdict.Result;

/// The verdict on a trace in which a stage failed, be it by the end of a wait for what was expected.
final class FailedVerdict {

    private FailedVerdict() {
    }

    static Verdict of(Facts facts, Deciding decided, Result result) {
        UnfinishedStage run = decided.run();
        ErrorCode code = run.failure().code();
        Circumstances about = new Circumstances(facts, run, null);
        // Where both ends are one socket, what the kernel says of the "other" end is of this one.
        Evidenced evidence = Evidenced.any(facts) && !about.hold(Condition.ITSELF) ? Evidenced.of(facts, run, code) : null;
        boolean ended = endedByPeer(code, about) || evidence != null && evidence.resetUnaccepted();
        Milestone missing = run.lane() == Lane.CLIENT && !ended ? Additions.missing(facts, run.connection()) : null;
        VerdictDraft stage = stage(run, evidence, missing, about);
        VerdictDraft draft = new VerdictDraft("", "", "", stage.next()).plus(before(result, about)).plus(stage)
                .plus(Additions.race(facts, decided)).plus(Additions.program(facts, decided));
        if (facts.unheld() != null && result != Result.UNEXPECTED) {
            draft = draft.plus(TextFile.ENDINGS.about("beside expectation", about), about);
        }
        draft = Additions.name(draft.plus(Additions.itself(about)), about);
        if (missing != null) {
            draft = draft.plus(Additions.missing(missing, evidence, about));
        }
        draft = evidence == null ? draft : evidence.plus(draft);
        draft = draft.plus(Additions.server(facts, run.lane())).plus(Additions.dropped(about))
                .plus(Additions.repeated(facts, decided));
        draft = draft.plus(Additions.request(evidence == null ? about : evidence.about(), code));
        return new Verdict(result, where(run, evidence == null ? about : evidence.about()), run.lane(), code,
                run.failure().operation(), about.local(), about.remote(), draft.happened(), draft.proved(), draft.notProved(), draft.next());
    }

    /// The stage at which the connection was when it failed: a reset that came before the call that found it came while nobody read.
    /// That is inferred; the text of the section names the call.
    private static Stage where(UnfinishedStage run, Circumstances about) {
        boolean earlier = about.hold(Condition.RST_BEFORE) || run.stage() == Stage.CLOSE && about.hold(Condition.UNSHUT);
        boolean found = run.stage() == Stage.CLOSE || run.stage() == Stage.WRITE;
        if (run.failure().code() != ErrorCode.ECONNRESET || !found || !earlier) {
            return run.stage();
        }
        return about.hold(Condition.SOME_BYTES) ? Stage.DATA : Stage.FIRST_BYTE;
    }

    /// Tells whether the connection ended by what the other side's program did, so that no part of the path is missing.
    private static boolean endedByPeer(ErrorCode code, Circumstances about) {
        boolean end = code == ErrorCode.ECONNRESET || code == ErrorCode.EPIPE || code == ErrorCode.EOF;
        return end && (about.hold(Condition.PEER_RESET) || about.hold(Condition.PEER_CLOSED));
    }

    /// Tells what the code means at its stage. The missing event's words are not told twice.
    private static VerdictDraft stage(UnfinishedStage run, Evidenced evidence, Milestone missing, Circumstances about) {
        Section section = TextFile.failure(run.stage(), run.failure().code(), evidence == null ? about : evidence.about());
        if (evidence == null) {
            return VerdictDraft.of(section, about);
        }
        boolean told = missing != null && evidence.toldBy(missing);
        Section all = told ? section : section.with(evidence.section());
        return VerdictDraft.of(all.with(evidence.port()), evidence.about());
    }

    /// Tells before the failure that the run was not whole, or that a text was expected.
    private static VerdictDraft before(Result result, Circumstances about) {
        return switch (result) {
            case INCOMPLETE -> VerdictDraft.of(TextFile.ENDINGS.about("before incomplete", about), about);
            case INTERRUPTED -> VerdictDraft.of(TextFile.ENDINGS.about("before interrupted", about), about);
            case UNEXPECTED -> VerdictDraft.of(TextFile.ENDINGS.about("before unexpected", about), about);
            case COMPLETED, FAILED -> VerdictDraft.EMPTY;
        };
    }
}
