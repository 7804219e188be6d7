package dev.lifeline.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each kind of mistake that the reader can tell of has a file with its text: every statement that has a sentence in it is looked for
/// in the golden texts, and in those that tests of the reader have.
class EveryMistakeTest {

    private static final Path MAIN = Path.of("src/main/java/dev/lifeline/scenario");
    private static final Path MISTAKES = Path.of("src/test/resources/dev/lifeline/scenario/mistakes");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final int SENTENCE = 16;

    /// Sentences that no file can bring about, each with its reason.
    private static final List<String> NOT_OF_FILES = List.of(
            "no reason given", // the parser gives one with each failure
            "unexpected end of stream"); // the parser's own words

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.toString().endsWith(end)).sorted().toList();
        }
    }

    private static String goldens() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : files(MISTAKES, ".txt")) {
            all.append(Files.readString(file));
        }
        try (Stream<Path> tests = Files.walk(Path.of("src/test/java/dev/lifeline/scenario"))) {
            for (Path file : tests.filter(path -> path.toString().endsWith("Test.java") && !path.endsWith("EveryMistakeTest.java")).toList()) {
                // A text of several literals is one text.
                all.append(Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "").replace("\\\"", "\"").replace("\\\\", "\\"));
            }
        }
        return all.toString();
    }

    /// The longest text in quotes of each statement, where it is a sentence for a person.
    private static List<String> sentences(Path file) throws IOException {
        List<String> sentences = new ArrayList<>();
        String code = Files.readString(file).replaceAll("(?m)^\\s*///?.*$", "").replaceAll("(?m) // .*$", "");
        StringBuilder masked = new StringBuilder();
        Matcher literal = LITERAL.matcher(code);
        List<String> literals = new ArrayList<>();
        while (literal.find()) {
            literal.appendReplacement(masked, "\u0001" + literals.size() + "\u0001");
            literals.add(literal.group(1).replace("\\\"", "\"").replace("\\\\", "\\"));
        }
        literal.appendTail(masked);
        for (String statement : masked.toString().split(";\\s*\n|->|\\bcase\\b|\\bdefault\\b")) {
            String longest = "";
            for (Matcher found = Pattern.compile("\u0001(\\d+)\u0001").matcher(statement); found.find();) {
                String text = literals.get(Integer.parseInt(found.group(1)));
                longest = text.length() > longest.length() ? text : longest;
            }
            if (longest.length() >= SENTENCE && longest.strip().contains(" ") && !statement.contains("Parameter.optional")) {
                sentences.add(longest);
            }
        }
        return sentences;
    }

    @Test
    void everySentenceOfTheReaderIsToldByAFile() throws IOException {
        String goldens = goldens();
        List<String> missing = new ArrayList<>();
        int all = 0;
        List<Path> sources = new ArrayList<>(files(MAIN.resolve("yaml"), ".java"));
        sources.addAll(files(MAIN.resolve("word"), "Text.java"));
        for (Path file : sources) {
            for (String sentence : sentences(file)) {
                all++;
                if (!goldens.contains(sentence.strip()) && !NOT_OF_FILES.contains(sentence)) {
                    missing.add(file.getFileName() + ": " + sentence);
                }
            }
        }
        assertTrue(all > 90, "of " + all);
        assertEquals(List.of(), missing, "no file in " + MISTAKES + " brings these about: add it to one, and write the texts anew");
    }
}
