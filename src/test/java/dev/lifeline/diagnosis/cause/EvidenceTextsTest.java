package dev.lifeline.diagnosis.cause;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.diagnosis.Deciding;
import dev.lifeline.diagnosis.Facts;
import dev.lifeline.diagnosis.Fault;
import dev.lifeline.diagnosis.Milestone;
import dev.lifeline.diagnosis.Witnesses;
import dev.lifeline.diagnosis.evidence.EvidenceFinding;
import dev.lifeline.diagnosis.evidence.Evidenced;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EvidenceTextsTest {

    static List<Cause> all() {
        return EvidenceTexts.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theWordsOfEverySectionExist(Cause cause) {
        String[] key = cause.key().split(" ");
        if (key[0].equals("missing")) {
            assertTrue(List.of(Milestone.values()).stream().anyMatch(milestone -> milestone.label().equals(key[1])), cause.key());
        } else if (!key[0].equals("beside")) {
            assertTrue(key[0].equals("*") || List.of(Stage.values()).stream()
                    .anyMatch(stage -> Causes.name(stage).equals(key[0])),
                    cause.key());
            assertTrue(key[1].equals("*") || ErrorCode.valueOf(key[1]) != null, cause.key());
        }
        if (!key[0].equals("beside")) {
            assertTrue(List.of(EvidenceFinding.values()).stream().anyMatch(finding -> finding.label().equals(key[2])), cause.key());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySectionHasSentencesAndSafeCommands(Cause cause) {
        boolean more = false;
        for (String text : List.of(cause.happened(), cause.proved(), cause.notProved())) {
            more |= !text.isEmpty();
            boolean sentence = text.isEmpty() || text.endsWith(".") || text.endsWith("{depth}");
            assertTrue(sentence && text.chars().allMatch(c -> c >= 0x20 && c < 0x7F), text);
        }
        assertTrue(more, cause.key());
        assertTrue(cause.next().isEmpty() || !cause.next().getLast().contains("{"), cause.key());
    }

    @ParameterizedTest
    @MethodSource("all")
    void noTextClaimsWhatNobodyMeasured(Cause cause) {
        String claims = (cause.happened() + " " + cause.proved()).toLowerCase(Locale.ROOT);
        for (String claim : List.of("server is down", "service is down", "is not running", "host is off", "crashed",
                "firewall drops", "network is broken", "is switched off", "has ended")) {
            assertFalse(claims.contains(claim), cause.key() + ": " + claims);
        }
    }

    @Test
    void noSectionIsThereTwice() {
        Set<String> keys = new HashSet<>();
        for (Cause cause : EvidenceTexts.all()) {
            assertTrue(keys.add(cause.key() + cause.conditions()), () -> cause.key() + cause.conditions());
        }
    }

    @ParameterizedTest
    @EnumSource(EvidenceFinding.class)
    void everyFindingHasItsWordsAndAFaultThatShowsIt(EvidenceFinding finding) {
        assertTrue(EvidenceTexts.all().stream().anyMatch(cause -> cause.key().endsWith(" " + finding.label())));
        assertTrue(told().stream().anyMatch(evidence -> evidence.finding() == finding), () -> "no fault shows " + finding);
    }

    @Test
    void whatIsFoundIsTold() {
        for (Evidenced evidence : told()) {
            if (evidence.finding() != null) {
                assertNotNull(evidence.cause(), () -> evidence.witness().run() + " " + evidence.finding());
            }
        }
    }

    @Test
    void everySectionIsToldOfSomeFault() {
        Set<String> open = new HashSet<>();
        EvidenceTexts.all().stream().filter(cause -> !cause.key().startsWith("missing") && !cause.key().startsWith("beside"))
                .forEach(cause -> open.add(cause.happened() + cause.proved() + cause.notProved()));
        for (Evidenced evidence : told()) {
            Cause cause = evidence.finding() == null ? null : evidence.cause();
            if (cause != null) {
                open.remove(cause.happened() + cause.proved() + cause.notProved());
            }
        }
        assertTrue(open.isEmpty(), () -> String.join("\n", open));
    }

    /// What the evidence of every fault says to every group of observers.
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
