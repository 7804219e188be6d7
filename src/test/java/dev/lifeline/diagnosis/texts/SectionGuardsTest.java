package dev.lifeline.diagnosis.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.diagnosis.Deciding;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.diagnosis.Facts;
import dev.lifeline.diagnosis.NearMisses;
import dev.lifeline.diagnosis.UnfinishedStage;
import dev.lifeline.model.Trace;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Switches off each condition of each section, one by one: the verdict on some near miss, of which all holds but that, must become
/// another one.
class SectionGuardsTest {

    /// A trace with its verdict.
    ///
    /// @param about what a file of failures is asked about it, or `null` where nothing failed
    private record Case(Trace trace, String about, String told) {
    }

    private static final List<Case> CASES = cases();

    @ParameterizedTest
    @EnumSource(value = TextFile.class, names = {"PROGRESS", "ENDINGS", "BEFORE_CONNECT", "CONNECT", "STREAM", "TLS", "HTTP"})
    void everyConditionIsHeldByANearMiss(TextFile file) {
        Set<String> unheld = new TreeSet<>();
        Set<String> held = new HashSet<>();
        file.sections().forEach((what, sections) -> {
            for (int i = 0; i < sections.size(); i++) {
                for (Condition condition : sections.get(i).conditions()) {
                    Section section = sections.get(i);
                    // Alternatives (a|b) are one section.
                    String name = section.about() + " " + section.conditions() + " without " + condition;
                    boolean noticed = noticed(file, what, sections, i, condition);
                    (noticed ? held : unheld).add(name);
                }
            }
        });
        unheld.removeAll(held);
        assertEquals("", String.join("\n", unheld));
    }

    private static boolean noticed(TextFile file, String what, List<Section> sections, int at, Condition condition) {
        Section section = sections.get(at);
        sections.set(at, new Section(section.about(), section.finding(), unasked(section.conditions(), condition), section.happened(), section.proved(),
                section.notProved(), section.next()));
        try {
            for (Case one : CASES) {
                if ((failures(file) ? what.equals(one.about()) : true) && !told(one.trace()).equals(one.told())) {
                    return true;
                }
            }
            return false;
        } finally {
            sections.set(at, section);
        }
    }

    /// The same conditions, of which one is not asked any more; the section keeps its rank among the others.
    private static List<Condition> unasked(List<Condition> all, Condition off) {
        return new AbstractList<>() {
            @Override
            public Condition get(int index) {
                return all.get(index);
            }

            @Override
            public int size() {
                return all.size();
            }

            @Override
            public Iterator<Condition> iterator() {
                return all.stream().filter(condition -> condition != off).iterator();
            }
        };
    }

    private static boolean failures(TextFile file) {
        return file != TextFile.PROGRESS && file != TextFile.ENDINGS;
    }

    private static List<Case> cases() {
        List<Case> all = new ArrayList<>();
        for (Trace trace : NearMisses.all()) {
            Deciding decided = Deciding.of(Facts.of(trace));
            UnfinishedStage run = decided == null ? null : decided.run();
            all.add(new Case(trace, run == null ? null : TextFile.name(run.stage()) + " " + run.failure().code().name(), told(trace)));
        }
        return all;
    }

    private static String told(Trace trace) {
        try {
            return Diagnosis.of(trace).toString();
        } catch (RuntimeException e) {
            return e.toString();
        }
    }
}
