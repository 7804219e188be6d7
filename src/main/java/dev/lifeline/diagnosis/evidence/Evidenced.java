package dev.lifeline.diagnosis.evidence;

import dev.lifeline.diagnosis.Facts;
import dev.lifeline.diagnosis.Milestone;
import dev.lifeline.diagnosis.UnfinishedStage;
import dev.lifeline.diagnosis.VerdictDraft;
import dev.lifeline.diagnosis.cause.Cause;
import dev.lifeline.diagnosis.cause.Condition;
import dev.lifeline.diagnosis.cause.EvidenceTexts;
import dev.lifeline.diagnosis.cause.Placeholders;
import dev.lifeline.diagnosis.cause.Template;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import java.util.Set;

/// What the kernel and the wire add to the account of one stage.
///
/// @param witness what they said
/// @param code the failure, or that of the deadline where the stage was still under way
/// @param finding what follows for the stage, or `null`
/// @param conditions the circumstances of the stage, those of the evidence included
/// @param words the values of the placeholders
public record Evidenced(Facts facts, StageEvidence witness, ErrorCode code, EvidenceFinding finding, Set<Condition> conditions, EvidenceWords words) {

    /// Whether anybody looked at the kernel or the wire.
    public static boolean any(Facts facts) {
        return !facts.kernel().isEmpty() || facts.trace().header().available("packet");
    }

    /// Looks at a stage.
    ///
    /// @param code why it failed; for a stage under way, what its deadline would have made of it
    public static Evidenced of(Facts facts, UnfinishedStage run, ErrorCode code) {
        StageEvidence witness = StageEvidence.of(facts, run);
        Set<Condition> conditions = Condition.of(facts, run);
        if (witness.wire().syns() > 0) {
            conditions.add(Condition.CAPTURED);
        }
        if (witness.wire().side(witness.peer()).rst() >= 0) {
            conditions.add(Condition.RST);
        }
        if (!witness.gapless()) {
            conditions.add(Condition.LOST);
        }
        if (ConnectFindings.resent(witness)) {
            conditions.add(Condition.RESENT);
        }
        if (ConnectFindings.held(witness)) {
            conditions.add(Condition.HELD);
        }
        if (witness.wire().ack() >= 0) {
            conditions.add(Condition.ACK);
        }
        if (witness.icmp() != null && witness.icmp().prohibited()) {
            conditions.add(Condition.PROHIBITED);
        }
        if (witness.deferred()) {
            conditions.add(Condition.DEFERRED);
        }
        boolean early = run.stage() == Stage.ROUTE || run.stage() == Stage.CONNECT || run.stage() == Stage.ACCEPT;
        // Of an established connection it matters whether there was room when its handshake ended.
        var listener = early ? witness.sockets().listener() : witness.sockets().lastListener();
        if (listener != null && listener.seen().queued() <= listener.seen().backlog()) {
            conditions.add(Condition.QUEUE_ROOM);
        }
        long sent = facts.story(run.lane(), run.connection()).written();
        if (streams(run.stage()) && StreamFindings.stopped(witness, sent)) {
            conditions.add(Condition.STOPPED);
        }
        EvidenceFinding finding = early ? ConnectFindings.of(witness, code, conditions.contains(Condition.LOCAL))
                : streams(run.stage()) ? StreamFindings.of(witness, code, sent) : null;
        return new Evidenced(facts, witness, code, finding, conditions, new EvidenceWords(new Placeholders(facts, run), witness, sent));
    }

    /// Whether it says that the server's program could not have the connection: then the stage tells that, and not what is
    /// missing.
    public boolean resetUnaccepted() {
        return (code == ErrorCode.ECONNRESET || code == ErrorCode.EPIPE)
                && (finding == EvidenceFinding.QUEUE_FULL || finding == EvidenceFinding.HALF_OPEN);
    }

    /// The stage's own words for itself where it was still under way: what follows is told beside it.
    public VerdictDraft alone() {
        Cause cause = cause();
        return cause == null ? new VerdictDraft("", "", "", null)
                : new VerdictDraft(alone(cause.happened()), alone(cause.proved()), alone(cause.notProved()), null);
    }

    private String alone(String text) {
        return Template.prose(EvidenceTexts.alone(text), words);
    }

    private static boolean streams(Stage stage) {
        return stage == Stage.WRITE || stage == Stage.FIRST_BYTE || stage == Stage.DATA || stage == Stage.IDLE
                || stage == Stage.CLOSE;
    }

    /// What the finding says of the stage, or `null`.
    public Cause cause() {
        return finding == null ? null : EvidenceTexts.of(witness.run().stage(), code, finding, conditions);
    }

    /// What is known of the event that is missing, laid over its text.
    public Cause over(Cause missing, Milestone milestone) {
        EvidenceFinding narrower = missingFinding(milestone);
        return narrower == null ? missing : EvidenceTexts.over(missing, EvidenceTexts.missing(milestone, narrower, conditions));
    }

    /// Whether the finding is told by the event that is missing, and need not be told by the stage.
    public boolean toldBy(Milestone milestone) {
        return finding != null && finding == missingFinding(milestone);
    }

    private EvidenceFinding missingFinding(Milestone milestone) {
        if (witness.own() != Lane.CLIENT) {
            return null;
        }
        EvidenceFinding found = milestone == Milestone.SERVER_ACCEPT ? StreamFindings.unaccepted(witness)
                : milestone == Milestone.CLIENT_FIRST_DATA && witness.wire().side(Lane.SERVER).sent() > 0 ? EvidenceFinding.ANSWER_SEEN
                : finding;
        return found == null || EvidenceTexts.missing(milestone, found, conditions) == null ? null : found;
    }

    /// With all that bears on a stage that failed.
    public VerdictDraft plus(VerdictDraft account) {
        return limits(witness.disagreed() == null ? account
                : account.plus("", EvidenceOfSuccess.disagreement(witness.disagreed()), ""));
    }

    /// With counters, losses and a clock that was set, as far as they bear on this.
    public VerdictDraft limits(VerdictDraft account) {
        VerdictDraft all = account;
        boolean queue = code == ErrorCode.TIMEOUT || code == ErrorCode.ETIMEDOUT || code == ErrorCode.ECONNRESET;
        if (queue && !witness.counters().isEmpty() && conditions.contains(Condition.LOCAL) && witness.own() == Lane.CLIENT) {
            all = plus(all, "counters");
        }
        if (witness.lost() != null) {
            all = plus(all, "lost");
        }
        return witness.stepped() != null ? plus(all, "clock") : all;
    }

    private VerdictDraft plus(VerdictDraft account, String what) {
        Cause beside = EvidenceTexts.beside(what);
        return account.plus("", Template.prose(beside.proved(), words), Template.prose(beside.notProved(), words));
    }
}
