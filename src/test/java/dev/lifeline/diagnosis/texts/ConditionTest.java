package dev.lifeline.diagnosis.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.diagnosis.Deciding;
import dev.lifeline.diagnosis.Facts;
import dev.lifeline.diagnosis.Fault;
import dev.lifeline.diagnosis.UnfinishedStage;
import dev.lifeline.diagnosis.Witnesses;
import dev.lifeline.diagnosis.evidence.EvidenceFigures;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ConditionTest {

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whereNobodyLookedNothingOfTheEvidenceHolds(Fault fault) {
        Circumstances about = circumstances(fault.trace(), false);
        for (Condition condition : Condition.values()) {
            boolean holds = about.hold(condition);
            assertFalse(holds && condition.ordinal() >= Condition.CAPTURED.ordinal(), condition::toString);
        }
    }

    @Test
    void everyConditionOfTheEvidenceHoldsForSomeFaultAndNotForAnother() {
        Set<Condition> never = EnumSet.range(Condition.CAPTURED, Condition.OWN_LOOKS);
        Set<Condition> always = EnumSet.copyOf(never);
        for (Fault fault : Fault.values()) {
            for (Witnesses witnesses : Witnesses.ALL) {
                Circumstances about = circumstances(witnesses.of(fault.trace()), true);
                never.removeIf(about::hold);
                always.removeIf(condition -> !about.hold(condition));
            }
        }
        assertEquals(Set.of(), never);
        assertEquals(Set.of(), always);
    }

    @Test
    void aValueThatIsGivenIsToldAndTheOthersStay() {
        Circumstances about = circumstances(Fault.values()[0].trace(), false);
        Circumstances two = about.with(Placeholder.COUNT, "2");
        assertTrue(two.hold(Condition.TWO));
        assertFalse(about.hold(Condition.TWO));
        assertEquals("2 of " + about.value(Placeholder.STAGE), Template.prose("{count} of {stage}", two));
    }

    private static Circumstances circumstances(Trace trace, boolean looked) {
        Facts facts = Facts.of(trace);
        Deciding decided = Deciding.of(facts);
        UnfinishedStage run = decided != null ? decided.run()
                : new UnfinishedStage(Lane.CLIENT, 1, 0, Stage.CLOSE, null, null,
                        -1, null, Long.MAX_VALUE, -1);
        return new Circumstances(facts, run, looked ? EvidenceFigures.of(facts, run) : null);
    }
}
