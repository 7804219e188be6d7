package dev.lifeline.diagnosis.texts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.diagnosis.Deciding;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.diagnosis.Facts;
import dev.lifeline.diagnosis.Fault;
import dev.lifeline.diagnosis.Witnesses;
import dev.lifeline.diagnosis.evidence.EvidenceFigures;
import dev.lifeline.model.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The next command shows more than the trace does: no look that was made is advised again.
class RepeatedLooksTest {

    private static final String ROUTE = "ip route get ";
    private static final String LISTENERS = "ss -ltn 'sport";

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aLookThatWasMadeIsNotAdvisedAgain(Fault fault) {
        for (Witnesses witnesses : Witnesses.ALL) {
            Trace trace = witnesses.of(fault.trace());
            Facts facts = Facts.of(trace);
            Deciding decided = Deciding.of(facts);
            String next = Diagnosis.of(trace).next();
            if (decided != null && next != null) {
                EvidenceFigures seen = EvidenceFigures.of(facts, decided.run());
                boolean route = seen.witness().route() != null;
                boolean listeners = seen.witness().port() != null || seen.listener() != null;
                assertFalse(route && next.startsWith(ROUTE) && !next.contains(" from "), witnesses + ": " + next);
                assertFalse(listeners && next.startsWith(LISTENERS), witnesses + ": " + next);
            }
        }
    }

    /// Where nobody looked, the look itself is the advice.
    @Test
    void withoutALookItIsAdvised() {
        String all = "";
        for (Fault fault : Fault.values()) {
            all += Diagnosis.of(new Witnesses(false, false, false).of(fault.trace())).next() + "\n";
        }
        assertTrue(all.contains(ROUTE) && all.contains(LISTENERS), all);
    }

    /// The rows that are told only after such a look, whatever else is known.
    @Test
    void aRowOfALookDoesNotSendThereAgain() {
        for (TextFile file : List.of(TextFile.EVIDENCE_CONNECT, TextFile.EVIDENCE)) {
            TextFileTest.all(file).forEach(section -> {
                String finding = section.finding() == null ? "" : section.finding().label();
                boolean route = List.of("route-refused", "source-refused", "broadcast", "multicast").contains(finding);
                boolean listeners = section.about().equals("beside ECONNREFUSED") || finding.equals("queue-full");
                section.next().forEach(command -> {
                    assertFalse(route && command.startsWith(ROUTE), section.about() + " " + finding + ": " + command);
                    assertFalse(listeners && command.startsWith("ss -ltn") && !command.startsWith("ss -ltnp"), section.about() + ": " + command);
                });
            });
        }
    }
}
