package dev.lifeline.explain.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds each rule of the vocabulary to its examples. All that fails is said at once, one line each.
class VocabularyExamplesTest {

    private static final Path FOLDER = Path.of("src/main/resources/dev/lifeline/explain/vocabulary");

    @Test
    void allFilesAreWellFormed() {
        List<String> wrong = new ArrayList<>();
        for (String family : PhraseBook.families()) {
            try {
                VocabularyReader.read(family, PhraseBook.resource(family + ".txt"), true);
            } catch (IllegalArgumentException e) {
                wrong.add(e.getMessage());
            }
        }
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void theIndexNamesTheFilesInOrder() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> there = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".txt"))
                    .map(name -> name.substring(0, name.length() - ".txt".length())).sorted().toList();
            assertEquals(there, PhraseBook.families());
        }
    }

    @Test
    void eachRuleIsFoundInItsExamples() {
        PhraseBook vocabulary = withExamples();
        List<String> missed = new ArrayList<>();
        for (Phrase phrase : vocabulary.phrases()) {
            assertFalse(phrase.examples().isEmpty(), phrase + " has no example");
            for (String example : phrase.examples()) {
                List<Match> found = vocabulary.find(example.replace("\\n", "\n"));
                if (found.stream().noneMatch(match -> match.phrase() == phrase)) {
                    missed.add(phrase + " does not find: " + example + "   says: " + phrase.says() + (found.isEmpty() ? "" : "   found: "
                            + found.stream().map(Match::phrase).distinct().toList()));
                }
            }
        }
        assertEquals("", String.join("\n", missed));
    }

    /// The one that the program brings, with its examples, which the program leaves out.
    private static PhraseBook withExamples() {
        List<Phrase> all = new ArrayList<>();
        PhraseBook.families().forEach(family -> all.addAll(VocabularyReader.read(family, PhraseBook.resource(family + ".txt"), true)));
        all.addAll(SystemTexts.phrases());
        return PhraseBook.of(all);
    }

    @Test
    void eachPatternFindsSomeExampleOfItsRule() {
        List<String> idle = new ArrayList<>();
        for (Phrase phrase : withExamples().phrases()) {
            for (PhrasePattern pattern : phrase.says()) {
                boolean found = phrase.examples().stream().map(example -> new FoldedText(example.replace("\\n", "\n")))
                        .anyMatch(text -> new PatternSearch(pattern, text).next(0) >= 0);
                if (!found) {
                    idle.add(phrase + " has no example for: " + pattern);
                }
            }
        }
        // A pattern without an example is told, and is no mistake.
        idle.forEach(System.out::println);
    }
}
