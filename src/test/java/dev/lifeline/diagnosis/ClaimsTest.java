package dev.lifeline.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.diagnosis.texts.TextFile;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An event that is taken away is not claimed any more: each sentence stands on an event that is there, and only who looked is
/// quoted.
class ClaimsTest {

    private static final int SUBSETS = 150;
    /// Claims that a placeholder makes.
    private static final Set<String> PARTS = Set.of("{icmpSeen}", "{routeSays}", "{ackedBy}", "({again})", "{windowSeen}");

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whateverIsTakenAwayNothingIsClaimedWithoutIt(Fault fault) {
        Random random = new Random(fault.ordinal());
        for (int i = 0; i < SUBSETS; i++) {
            Trace part = without(fault.trace(), random, 1.0 * i / SUBSETS);
            Verdict verdict = Diagnosis.of(part);
            String proved = told(verdict);
            Claims.ALL.forEach((claim, backed) -> assertTrue(!proved.contains(claim) || backed.test(part),
                    () -> claim + " is not backed: " + proved + "\n" + part.events()));
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aFactThatIsReversedIsNotClaimed(Fault fault) {
        Set<String> wrong = new TreeSet<>();
        for (Trace near : Reversals.of(fault.trace())) {
            String told = told(Diagnosis.of(near));
            Claims.ALL.forEach((claim, backed) -> {
                if (told.contains(claim) && !backed.test(near)) {
                    wrong.add(claim + " is not backed: " + told + "\n" + near.events());
                }
            });
        }
        assertTrue(wrong.isEmpty(), () -> wrong.size() + ": " + wrong.iterator().next());
    }

    @Test
    void everyRowOfEvidenceClaimsSomething() {
        Set<String> open = new TreeSet<>();
        for (TextFile file : List.of(TextFile.EVIDENCE, TextFile.EVIDENCE_CONNECT, TextFile.EVIDENCE_STREAM)) {
            file.sections().values().forEach(rows -> rows.stream().filter(row -> row.finding() != null).forEach(row -> {
                String said = row.happened() + " " + row.proved() + " " + row.notProved();
                if (Claims.ALL.keySet().stream().noneMatch(claim -> said.contains(claim) || PARTS.stream().anyMatch(said::contains))) {
                    open.add(row.about() + " " + row.finding() + row.conditions());
                }
            }));
        }
        assertEquals(Set.of(), open);
    }

    /// All that a verdict tells a person.
    private static String told(Verdict verdict) {
        return String.join(" ", verdict.happened(), verdict.proved(), verdict.notProved(), String.valueOf(verdict.next()));
    }

    @Test
    void everyClaimIsMadeSomewhere() {
        Set<String> open = new HashSet<>(Claims.ALL.keySet());
        for (Fault fault : Fault.values()) {
            for (Witnesses witnesses : Witnesses.ALL) {
                Verdict verdict = Diagnosis.of(witnesses.of(fault.trace()));
                open.removeIf(claim -> told(verdict).contains(claim));
            }
        }
        assertTrue(open.isEmpty(), open::toString);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whoDidNotLookIsNotQuoted(Fault fault) {
        for (Witnesses witnesses : Witnesses.ALL) {
            Verdict nobody = Diagnosis.of(new Witnesses(witnesses.server(), false, false).of(fault.trace()));
            Verdict verdict = Diagnosis.of(witnesses.of(fault.trace()));
            for (String sentence : newSentences(nobody, verdict)) {
                if (!witnesses.packets()) {
                    assertNoneOf(sentence, "captur", "packet", "wire", "RST", "SYN-ACK", "came back");
                }
                if (!witnesses.kernel()) {
                    assertNoneOf(sentence, "socket table", "inode", "error queue", "Counters", "of the type", "TIME_WAIT");
                }
            }
            assertFalse((verdict.happened() + verdict.proved() + verdict.notProved()).contains("(not known)"), verdict::toString);
        }
    }

    /// Sentences that a verdict without any evidence does not have. What the kernel may not have done is no quotation.
    private static List<String> newSentences(Verdict nobody, Verdict verdict) {
        Set<String> known = new HashSet<>(sentences(nobody));
        List<String> fresh = new ArrayList<>(sentences(verdict));
        fresh.removeAll(known);
        return fresh;
    }

    private static List<String> sentences(Verdict verdict) {
        return List.of((verdict.happened() + " " + verdict.proved()).split("(?<=[.:]) "));
    }

    private static void assertNoneOf(String sentence, String... words) {
        for (String word : words) {
            assertFalse(sentence.contains(word), sentence);
        }
    }

    private static Trace without(Trace all, Random random, double share) {
        List<TraceEvent> kept = new ArrayList<>();
        for (TraceEvent event : all.events()) {
            if (event.lane() != Lane.KERNEL || random.nextDouble() >= share) {
                kept.add(event);
            }
        }
        return new Trace(all.header(), kept, all.complete());
    }
}
