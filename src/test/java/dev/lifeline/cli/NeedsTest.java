package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lifeline.observe.Availability;
import dev.lifeline.observe.sockdiag.SockDiagSource;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Whether a machine has what a scenario needs.
class NeedsTest {

    private static Scenario needing(String... needs) {
        return new Scenario("x", "bytes", "c", "w", "y", List.of(), List.of(needs), List.of(), List.of(), List.of());
    }

    @Test
    void eachIsTriedOnceAndTheFirstThatIsMissingIsTold() {
        List<String> tried = new ArrayList<>();
        Needs needs = new Needs(need -> {
            tried.add(need);
            return need.equals("sockdiag") ? new Availability.Available("") : new Availability.Unavailable("no " + need, "sudo");
        });
        assertNull(needs.missing(needing("sockdiag")));
        assertEquals("packet: no packet; to enable: sudo", needs.missing(needing("sockdiag", "packet", "root")).sentence());
        assertEquals(new Needs.Missing("packet", "no packet", "sudo"), needs.missing(needing("packet")));
        assertEquals(List.of("sockdiag", "packet"), tried);
    }

    @Test
    void nothingToDoAboutItIsNotAdvised() {
        Needs needs = new Needs(need -> new Availability.Unavailable("never", null));
        assertEquals("linux: never", needs.missing(needing("linux")).sentence());
    }

    @Test
    void everyWordOfTheVocabularyCanBeTried() {
        Needs needs = new Needs();
        for (String need : Vocabulary.NEEDS) {
            Needs.Missing missing = needs.missing(needing(need));
            assertFalse(missing != null && missing.reason().contains("no such source"), need);
        }
    }

    @Test
    void whatTheMachineGivesIsFound() {
        Assumptions.assumeTrue(new SockDiagSource().probe() instanceof Availability.Available, "the kernel's sockets are not readable here");
        assertNull(new Needs().missing(needing("sockdiag", "linux")));
    }
}
