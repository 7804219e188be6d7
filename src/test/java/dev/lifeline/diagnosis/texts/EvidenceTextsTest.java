package dev.lifeline.diagnosis.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.diagnosis.Deciding;
import dev.lifeline.diagnosis.Evidenced;
import dev.lifeline.diagnosis.Facts;
import dev.lifeline.diagnosis.Fault;
import dev.lifeline.diagnosis.Witnesses;
import dev.lifeline.diagnosis.evidence.EvidenceFinding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EvidenceTextsTest {

    static List<Section> all() {
        List<Section> all = new ArrayList<>();
        for (TextFile file : List.of(TextFile.EVIDENCE, TextFile.EVIDENCE_CONNECT, TextFile.EVIDENCE_STREAM)) {
            TextFileTest.all(file).stream().filter(section -> section.finding() != null).forEach(all::add);
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySectionHasSentencesAndSafeCommands(Section section) {
        boolean more = false;
        for (String text : List.of(section.happened(), section.proved(), section.notProved())) {
            more |= !text.isEmpty();
            assertTrue(text.isEmpty() || text.endsWith(".") || text.endsWith("{depth}"), text);
        }
        assertTrue(more, section.about());
        assertTrue(section.next().isEmpty() || !section.next().getLast().contains("{"), section.about());
    }

    @ParameterizedTest
    @EnumSource(EvidenceFinding.class)
    void everyFindingHasItsWordsAndAFaultThatShowsIt(EvidenceFinding finding) {
        assertTrue(all().stream().anyMatch(section -> section.finding() == finding));
        assertTrue(told().stream().anyMatch(evidence -> evidence.finding() == finding), () -> "no fault shows " + finding);
    }

    @Test
    void whatIsFoundIsTold() {
        for (Evidenced evidence : told()) {
            if (evidence.finding() != null) {
                assertNotNull(evidence.section(), () -> evidence.about().run() + " " + evidence.finding());
            }
        }
    }

    @Test
    void everySectionIsToldOfSomeFault() {
        Set<String> open = new HashSet<>();
        all().stream().filter(section -> !section.about().startsWith("missing"))
                .forEach(section -> open.add(section.happened() + section.proved() + section.notProved()));
        for (Evidenced evidence : told()) {
            Section section = evidence.section();
            if (section != null) {
                open.remove(section.happened() + section.proved() + section.notProved());
            }
        }
        assertTrue(open.isEmpty(), () -> String.join("\n", open));
    }

    @Test
    void whatTheEvidenceSaysLiesOverTheSection() {
        Section base = section("One.", "Two.", "Three.", List.of("base"));
        assertEquals(section("One. More.", "Other.", "Three.", List.of("base")),
                base.with(section("+ More.", "Other.", "", List.of())));
        assertEquals(List.of("better"), base.with(section("", "", "", List.of("better"))).next());
        assertEquals(base, base.with(null));
        assertEquals("More.", section("+ More.", "", "", List.of()).alone().happened());
    }

    private static Section section(String happened, String proved, String notProved, List<String> next) {
        return new Section("connect TIMEOUT", null, List.of(), happened, proved, notProved, next);
    }

    /// The evidence of every fault, as every group of observers has it.
    private static List<Evidenced> told() {
        List<Evidenced> all = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            for (Witnesses witnesses : Witnesses.ALL) {
                Facts facts = Facts.of(witnesses.of(fault.trace()));
                Deciding decided = Deciding.of(facts);
                if (decided != null) {
                    all.add(Evidenced.of(facts, decided.run(), decided.run().failure().code()));
                }
            }
        }
        return all;
    }
}
