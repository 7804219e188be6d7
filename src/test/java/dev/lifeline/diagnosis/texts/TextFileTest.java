package dev.lifeline.diagnosis.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.diagnosis.Milestone;
import dev.lifeline.diagnosis.evidence.EvidenceFinding;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Stage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTest {

    private static Stream<Section> all() {
        return Stream.of(TextFile.values()).flatMap(file -> all(file).stream());
    }

    /// Every section of a file.
    static List<Section> all(TextFile file) {
        return file.sections().values().stream().flatMap(List::stream).toList();
    }

    private static List<Section> all(String text) {
        return SectionReader.parse(text).values().stream().flatMap(List::stream).toList();
    }

    private static List<String> texts(Section section) {
        return Stream.concat(Stream.of(section.happened(), section.proved(), section.notProved()),
                section.next().stream()).toList();
    }

    @ParameterizedTest
    @EnumSource(TextFile.class)
    void noSectionIsThereTwice(TextFile file) {
        Set<String> keys = new HashSet<>();
        for (Section section : all(file)) {
            String key = section.about() + section.finding() + new HashSet<>(section.conditions());
            assertTrue(keys.add(key), key);
        }
    }

    @Test
    void everySectionSaysSomethingInPrintableAscii() {
        all().forEach(section -> {
            assertTrue(texts(section).stream().anyMatch(text -> !text.isEmpty()), section.about());
            assertTrue(texts(section).stream().allMatch(text -> text.chars().allMatch(c -> c >= 0x20 && c < 0x7F)),
                    section.about());
        });
    }

    @ParameterizedTest
    @EnumSource(value = TextFile.class, mode = EnumSource.Mode.EXCLUDE, names = {"PROGRESS", "PHRASES", "ENDINGS"})
    void theStagesAndCodesExist(TextFile file) {
        Set<String> stages = Arrays.stream(Stage.values()).map(TextFile::name).collect(Collectors.toSet());
        Set<String> codes = Arrays.stream(ErrorCode.values()).map(Enum::name).collect(Collectors.toSet());
        Set<String> others = Arrays.stream(Milestone.values()).map(Milestone::about).collect(Collectors.toSet());
        for (Section section : all(file)) {
            String[] words = section.about().split(" ");
            boolean failure = (words[0].equals("*") || stages.contains(words[0]))
                    && (words[1].equals("*") || codes.contains(words[1]));
            assertTrue(failure || others.contains(section.about()) || words[0].equals("beside"), section.about());
        }
    }

    @Test
    void everyConditionIsAskedForByASection() {
        Set<Condition> open = EnumSet.allOf(Condition.class);
        all().forEach(section -> open.removeAll(section.conditions()));
        assertEquals(Set.of(), open);
    }

    @Test
    void everyPlaceholderIsUsedAndNoneIsUnknown() {
        Set<Placeholder> open = EnumSet.allOf(Placeholder.class);
        all().flatMap(section -> texts(section).stream()).forEach(text -> {
            for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
                open.remove(Placeholder.of(text.substring(at + 1, text.indexOf('}', at))));
            }
        });
        assertEquals(Set.of(), open);
    }

    @Test
    void everyPhraseIsThePlaceholderOfItsName() {
        for (Section section : all(TextFile.PHRASES)) {
            String name = section.about().substring("phrase ".length());
            assertTrue(name.equals("not-known") || Placeholder.of(name).composed(), section.about());
        }
    }

    @Test
    void noTextClaimsWhatNobodyMeasured() {
        all().forEach(section -> {
            String claims = (section.happened() + " " + section.proved()).toLowerCase(Locale.ROOT);
            for (String claim : List.of("server is down", "service is down", "is not running", "host is off", "crashed",
                    "firewall drops", "network is broken", "is switched off", "has ended")) {
                assertFalse(claims.contains(claim), section.about() + ": " + claims);
            }
        });
    }

    @Test
    void aLineGoesOnAndAlternativesAreSectionsOfTheirOwn() {
        List<Section> sections = all("""
                # a comment
                [write|idle EPIPE|EOF acked client sent]
                happened: One
                  and two.
                next: a
                next: b

                [phrase through]
                text: " on it"
                """);
        assertEquals(List.of("write EPIPE", "write EOF", "idle EPIPE", "idle EOF", "phrase through"),
                sections.stream().map(Section::about).toList());
        assertEquals(new Section("idle EOF", EvidenceFinding.ACKED, List.of(Condition.CLIENT, Condition.SENT), "One and two.", "",
                "", List.of("a", "b")), sections.get(3));
        assertEquals(" on it", sections.get(4).happened());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[close * nobody-knows]\nhappened: One.\n", "[close *]\nhapened: One.\n"})
    void aWordThatIsNotKnownIsAnError(String text) {
        assertThrows(IllegalArgumentException.class, () -> SectionReader.parse(text));
    }

    @Test
    void aSectionWhoseConditionsDoNotHoldIsNotTold() {
        assertNull(TextFile.PROGRESS.about("programs itself", _ -> false));
        assertThrows(IllegalArgumentException.class, () -> Placeholder.of("nothing"));
    }
}
