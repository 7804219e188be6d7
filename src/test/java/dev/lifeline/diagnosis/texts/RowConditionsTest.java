package dev.lifeline.diagnosis.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.diagnosis.Deciding;
import dev.lifeline.diagnosis.Facts;
import dev.lifeline.diagnosis.Fault;
import dev.lifeline.diagnosis.PortVerdictsTest;
import dev.lifeline.diagnosis.QuestionVerdictsTest;
import dev.lifeline.diagnosis.UnfinishedStage;
import dev.lifeline.diagnosis.Witnesses;
import dev.lifeline.diagnosis.evidence.EvidenceFigures;
import dev.lifeline.diagnosis.evidence.EvidenceFinding;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Switches off each condition of each row of evidence, one by one, and leaves the row its rank among the others: some case, of which
/// all holds but that, must be told in other words then.
class RowConditionsTest {

    /// A case of the golden file: what is asked of the rows about it.
    private record Case(Stage stage, ErrorCode code, EvidenceFinding finding, Circumstances about) {
    }

    @Test
    void everyConditionOfARowIsHeldByACase() {
        List<Case> cases = cases();
        Set<String> unheld = new TreeSet<>();
        Set<String> held = new HashSet<>();
        for (TextFile file : List.of(TextFile.EVIDENCE, TextFile.EVIDENCE_CONNECT, TextFile.EVIDENCE_STREAM, TextFile.PHRASES)) {
            file.sections().forEach((what, rows) -> rows.forEach(row -> row.conditions().forEach(condition -> {
                // Alternatives (a|b) are one row.
                String name = row.happened() + row.proved() + row.finding() + row.conditions() + " without " + condition;
                boolean noticed = cases.stream().anyMatch(one -> asked(what, one) && changes(rows, row, condition, one));
                (noticed ? held : unheld).add(name);
            })));
        }
        unheld.removeAll(held);
        // A failure without a code and without words: no system call gives one.
        unheld.removeIf(row -> row.endsWith("without " + Condition.CODE_UNKNOWN));
        // These follow from the other one, and only give the row its rank: both ends of a run that is watched are on this machine; packets
        // of full size are looked at where the other end took the connection.
        unheld.removeIf(row -> row.endsWith(List.of(Condition.LOCAL, Condition.WATCHED) + " without " + Condition.LOCAL)
                || row.endsWith(List.of(Condition.TOOK, Condition.FULL_SIZE) + " without " + Condition.TOOK));
        assertEquals(Set.of(), unheld);
    }

    private static boolean asked(String what, Case one) {
        String stage = TextFile.name(one.stage()) + " ";
        return !what.contains("*") && !Character.isUpperCase(what.charAt(what.indexOf(' ') + 1)) || what.equals(stage + one.code().name())
                || what.equals(stage + "*") || what.equals("* *") || what.equals("beside " + one.code().name());
    }

    private static boolean changes(List<Section> rows, Section row, Condition condition, Case one) {
        EvidenceFinding finding = row.finding() == null ? null : one.finding();
        return best(rows, finding, null, null, one.about()) != best(rows, finding, row, condition, one.about());
    }

    /// The row that is told: as [TextFile#about] chooses, with one condition of one row not asked.
    private static Section best(List<Section> rows, EvidenceFinding finding, Section without, Condition left, Circumstances about) {
        Section best = null;
        int most = -1;
        for (Section row : rows) {
            boolean holds = row.conditions().stream().allMatch(condition -> row == without && condition == left || about.hold(condition));
            if (row.finding() == finding && row.conditions().size() > most && holds) {
                best = row;
                most = row.conditions().size();
            }
        }
        return best;
    }

    private static List<Case> cases() {
        List<Case> all = new ArrayList<>();
        List<Trace> traces = new ArrayList<>(PortVerdictsTest.traces());
        traces.addAll(QuestionVerdictsTest.traces());
        traces.removeIf(trace -> Deciding.of(Facts.of(trace)) == null);
        for (Trace trace : traces) {
            Facts facts = Facts.of(trace);
            UnfinishedStage run = Deciding.of(facts).run();
            all.add(new Case(run.stage(), run.failure().code(), null, new Circumstances(facts, run, EvidenceFigures.of(facts, run))));
        }
        for (Fault fault : Fault.values()) {
            for (Witnesses witnesses : Witnesses.ALL) {
                Facts facts = Facts.of(witnesses.of(fault.trace()));
                Deciding decided = Deciding.of(facts);
                if (decided != null) {
                    UnfinishedStage run = decided.run();
                    Circumstances about = new Circumstances(facts, run, EvidenceFigures.of(facts, run));
                    ErrorCode code = run.failure().code();
                    all.add(new Case(run.stage(), code, about.figures().finding(code, about.hold(Condition.LOCAL)), about));
                } else {
                    UnfinishedStage life = new UnfinishedStage(Lane.CLIENT, 1, 0, Stage.CLOSE, null, null, -1, null, Long.MAX_VALUE, -1);
                    Circumstances about = new Circumstances(facts, life, EvidenceFigures.of(facts, life));
                    all.add(new Case(Stage.CLOSE, ErrorCode.UNKNOWN, null, about));
                }
            }
        }
        return all;
    }
}
