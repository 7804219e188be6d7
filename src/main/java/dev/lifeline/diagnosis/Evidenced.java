package dev.lifeline.diagnosis;

import dev.lifeline.diagnosis.evidence.EvidenceFigures;
import dev.lifeline.diagnosis.evidence.EvidenceFinding;
import dev.lifeline.diagnosis.evidence.StageEvidence;
import dev.lifeline.diagnosis.texts.Circumstances;
import dev.lifeline.diagnosis.texts.Condition;
import dev.lifeline.diagnosis.texts.Placeholder;
import dev.lifeline.diagnosis.texts.Section;
import dev.lifeline.diagnosis.texts.TextFile;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.text.Counted;
import java.util.Map;

/// Evidence of the kernel and the wire, as it adds to the verdict on one stage.
///
/// @param about the stage with its evidence
/// @param code the failure, or that of the deadline where the stage was still under way
/// @param finding what follows for the stage, or `null`
public record Evidenced(Circumstances about, ErrorCode code, EvidenceFinding finding) {

    /// Tells whether anybody looked at the kernel or the wire, or a server's program told of its workers.
    static boolean any(Facts facts) {
        return !facts.kernel().isEmpty() || facts.trace().header().available("packet") || facts.index().workers().tell();
    }

    /// Looks at a stage.
    ///
    /// @param code why it failed; for a stage under way, what its deadline would have made of it; `null` for a whole life
    public static Evidenced of(Facts facts, UnfinishedStage run, ErrorCode code) {
        EvidenceFigures figures = EvidenceFigures.of(facts, run);
        Circumstances about = new Circumstances(facts, run, figures);
        return new Evidenced(about, code, figures.finding(code, about.hold(Condition.LOCAL)));
    }

    /// Tells whether it says that the server's program could not have the connection: then the stage tells that, and not what is
    /// missing.
    boolean resetUnaccepted() {
        return (code == ErrorCode.ECONNRESET || code == ErrorCode.EPIPE)
                && (finding == EvidenceFinding.QUEUE_FULL || finding == EvidenceFinding.HALF_OPEN);
    }

    /// The stage's own words for itself where it was still under way: what follows is told beside it.
    VerdictDraft alone() {
        Section section = section();
        return section == null ? VerdictDraft.EMPTY : VerdictDraft.of(section.alone(), about);
    }

    /// The section in which the look at the port tells more of the stage; `null` where nobody looked.
    Section port() {
        return code == null ? null : TextFile.EVIDENCE_CONNECT.about("beside " + code.name(), about);
    }

    /// The section in which the finding tells the stage, or `null`.
    public Section section() {
        return finding == null ? null : TextFile.evidence(about.run().stage(), code, finding, about);
    }

    /// The section that tells more of the event that is missing; `null` where that is no more than its absence.
    Section missing(Milestone milestone) {
        EvidenceFinding found = missingFinding(milestone);
        return found == null ? null : TextFile.EVIDENCE.about(milestone.about(), found, about);
    }

    /// Tells whether the finding is told by the event that is missing, and need not be told by the stage.
    boolean toldBy(Milestone milestone) {
        return finding != null && finding == missingFinding(milestone) && missing(milestone) != null;
    }

    private EvidenceFinding missingFinding(Milestone milestone) {
        return about.run().lane() != Lane.CLIENT ? null : about.figures().missing(milestone, finding);
    }

    /// With all that bears on a stage that failed.
    VerdictDraft plus(VerdictDraft draft) {
        VerdictDraft all = draft.plus(TextFile.PROGRESS.about("kernel route", about), about);
        return limits(finding == EvidenceFinding.TRANSLATED ? all : all.plus(TextFile.PROGRESS.about("kernel nat", about), about));
    }

    /// With counters, losses and a clock that was set, as far as they bear on this.
    VerdictDraft limits(VerdictDraft draft) {
        VerdictDraft all = draft;
        StageEvidence witness = about.figures().witness();
        boolean queue = code == ErrorCode.TIMEOUT || code == ErrorCode.ETIMEDOUT || code == ErrorCode.ECONNRESET;
        // Of a connection that is in the queue, or that a program has, the counters tell nothing: they are other connections'.
        queue &= about.run().stage() == Stage.CONNECT || finding == EvidenceFinding.HALF_OPEN || finding == EvidenceFinding.QUEUE_FULL;
        if (queue && !witness.counters().isEmpty() && about.hold(Condition.LOCAL) && about.run().lane() == Lane.CLIENT) {
            all = all.plus(TextFile.EVIDENCE.about("beside counters", about), about.with(Placeholder.LIST, counters(witness)));
        }
        if ((finding == EvidenceFinding.NOT_ACCEPTED || finding == EvidenceFinding.NO_WORKER) && witness.busyWorkers() > 0) {
            all = all.plus(TextFile.EVIDENCE.about("beside workers", about), about);
        }
        if (about.hold(Condition.LOSS)) {
            all = all.plus(TextFile.EVIDENCE.about("beside loss", about), about);
        }
        return about.hold(Condition.STEPPED) ? all.plus(TextFile.PROGRESS.about("open clock", about), about) : all;
    }

    private String counters(StageEvidence witness) {
        String text = "";
        for (Map.Entry<String, Long> counter : witness.counters().entrySet()) {
            Circumstances one = about.with(Placeholder.NAME, counter.getKey())
                    .with(Placeholder.DETAIL, Counted.grouped(counter.getValue()));
            text = VerdictDraft.join(text, ", ", VerdictDraft.of(TextFile.EVIDENCE.about("beside counter", one), one).happened());
        }
        return text;
    }
}
