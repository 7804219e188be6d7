package dev.lifeline.diagnosis.texts;

import dev.lifeline.diagnosis.evidence.EvidenceFinding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reads a data file of texts. `progress.txt` explains the format.
final class SectionReader {

    /// How many words of a section's first line say what it is about.
    private static final int ABOUT = 2;

    private final List<Section> sections = new ArrayList<>();
    private final List<String> section = new ArrayList<>();

    private SectionReader() {
    }

    /// Every section, in the order of the file.
    ///
    /// @param resource the file, in the folder of texts
    static List<Section> read(String resource) {
        try (InputStream in = SectionReader.class.getResourceAsStream(resource)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /// Every section of a text.
    ///
    /// @throws IllegalArgumentException where a line, a condition or a finding is not known
    static List<Section> parse(String text) {
        return new SectionReader().lines(text);
    }

    /// Line by line and by hand: every run reads a file when it ends.
    private List<Section> lines(String text) {
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            String line = text.substring(from, end);
            from = end + 1;
            if (line.startsWith("[")) {
                end();
                section.add(line);
            } else if (line.startsWith("  ")) {
                section.add(section.removeLast() + line.substring(1));
            } else if (!line.isEmpty() && line.charAt(0) != '#') {
                section.add(line);
            }
        }
        end();
        return sections;
    }

    private void end() {
        if (!section.isEmpty()) {
            add(section.getFirst());
            section.clear();
        }
    }

    private void add(String first) {
        String[] words = first.substring(1, first.indexOf(']')).split(" ");
        EvidenceFinding finding = null;
        List<Condition> conditions = new ArrayList<>(words.length - ABOUT);
        for (int i = ABOUT; i < words.length; i++) {
            Condition condition = Condition.of(words[i]);
            if (condition != null) {
                conditions.add(condition);
            } else {
                finding = EvidenceFinding.of(words[i]);
            }
        }
        String happened = "";
        String proved = "";
        String notProved = "";
        List<String> next = List.of();
        for (int i = 1; i < section.size(); i++) {
            String line = section.get(i);
            int colon = line.indexOf(": ");
            String text = unquoted(line.substring(colon + 2));
            switch (line.substring(0, colon)) {
                case "happened", "text" -> happened = text;
                case "proved" -> proved = text;
                case "not proved" -> notProved = text;
                case "next" -> {
                    next = next.isEmpty() ? new ArrayList<>() : next;
                    next.add(text);
                }
                default -> throw new IllegalArgumentException("not a line of a section: " + line);
            }
        }
        for (String stage : words[0].split("\\|")) {
            for (String code : words[1].split("\\|")) {
                sections.add(new Section(stage + " " + code, finding, conditions, happened, proved, notProved, next));
            }
        }
    }

    private static String unquoted(String text) {
        return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }
}
