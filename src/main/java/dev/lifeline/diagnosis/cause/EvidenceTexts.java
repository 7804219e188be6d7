package dev.lifeline.diagnosis.cause;

import dev.lifeline.diagnosis.Milestone;
import dev.lifeline.diagnosis.evidence.EvidenceFinding;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The data file `evidence.txt`, read once, the first time that a failure has evidence of the kernel or the wire. Immutable;
/// any thread.
///
/// A section begins with `[stage code finding condition...]`; `*` stands for every stage or code. It lies over the section of
/// `causes.txt`: what it does not say stays, what begins with `+ ` is said after it, and the rest takes its place.
public final class EvidenceTexts {

    private static final List<Cause> ALL = CauseFile.read("evidence.txt", 3);
    private static final String MORE = "+ ";

    private EvidenceTexts() {
    }

    /// Every section, in the order of the file.
    static List<Cause> all() {
        return ALL;
    }

    /// What a finding says at this stage; `null` where it says nothing there.
    public static Cause of(Stage stage, ErrorCode code, EvidenceFinding finding, Set<Condition> conditions) {
        String name = Causes.name(stage);
        for (String key : new String[] {name + " " + code.name(), name + " *", "* *"}) {
            Cause found = Causes.best(ALL, key + " " + finding.label(), conditions);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /// What a finding says of the event that is missing; `null` where it says nothing of it.
    public static Cause missing(Milestone milestone, EvidenceFinding finding, Set<Condition> conditions) {
        return Causes.best(ALL, "missing " + milestone.label() + " " + finding.label(), conditions);
    }

    /// What weakens or completes every verdict: `counters`, `lost`, `clock`.
    public static Cause beside(String what) {
        return Causes.best(ALL, "beside * " + what, EnumSet.noneOf(Condition.class));
    }

    /// A section with the evidence laid over it; the section itself where there is none.
    public static Cause over(Cause base, Cause evidence) {
        return evidence == null ? base : new Cause(base.key(), base.conditions(), over(base.happened(), evidence.happened()),
                over(base.proved(), evidence.proved()), over(base.notProved(), evidence.notProved()),
                evidence.next().isEmpty() ? base.next() : evidence.next());
    }

    private static String over(String base, String evidence) {
        return evidence.isEmpty() ? base : evidence.startsWith(MORE) ? base + " " + evidence.substring(MORE.length()) : evidence;
    }

    /// A text for itself, without the section that it lies over.
    public static String alone(String text) {
        return text.startsWith(MORE) ? text.substring(MORE.length()) : text;
    }
}
