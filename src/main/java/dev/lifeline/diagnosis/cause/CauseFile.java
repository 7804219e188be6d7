package dev.lifeline.diagnosis.cause;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// Reads a data file of causes.
///
/// A section begins with `[key... condition...]`; its lines are `happened:`, `proved:`, `not proved:` and any number of `next:`;
/// a line that begins with two spaces goes on with the line before. `a|b` in a key stands for two sections.
final class CauseFile {

    private CauseFile() {
    }

    /// Every section, in the order of the file.
    ///
    /// @param resource the file, beside this class
    /// @param keyWords how many words of a section's first line are its key; the others are conditions
    static List<Cause> read(String resource, int keyWords) {
        List<Cause> causes = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CauseFile.class.getResourceAsStream(resource), resource), StandardCharsets.UTF_8))) {
            List<String> section = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("[")) {
                    end(section, keyWords, causes);
                    section.add(line);
                } else if (line.startsWith("  ")) {
                    section.add(section.removeLast() + " " + line.strip());
                } else if (!line.isEmpty() && line.charAt(0) != '#') {
                    section.add(line);
                }
            }
            end(section, keyWords, causes);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
        return List.copyOf(causes);
    }

    private static void end(List<String> section, int keyWords, List<Cause> causes) {
        if (!section.isEmpty()) {
            parse(section, keyWords, causes);
            section.clear();
        }
    }

    private static void parse(List<String> section, int keyWords, List<Cause> causes) {
        String[] words = section.getFirst().substring(1, section.getFirst().indexOf(']')).split(" ");
        Set<Condition> conditions = EnumSet.noneOf(Condition.class);
        for (int i = keyWords; i < words.length; i++) {
            conditions.add(Condition.of(words[i]));
        }
        String happened = "";
        String proved = "";
        String notProved = "";
        List<String> next = new ArrayList<>();
        for (String line : section.subList(1, section.size())) {
            int colon = line.indexOf(": ");
            String text = line.substring(colon + 2);
            switch (line.substring(0, colon)) {
                case "happened" -> happened = text;
                case "proved" -> proved = text;
                case "not proved" -> notProved = text;
                case "next" -> next.add(text);
                default -> throw new IllegalArgumentException("not a line of a section: " + line);
            }
        }
        for (String key : keys(words, keyWords)) {
            causes.add(new Cause(key, conditions, happened, proved, notProved, next));
        }
    }

    /// All keys that the alternatives of a section's first words stand for.
    private static List<String> keys(String[] words, int keyWords) {
        List<String> keys = List.of("");
        for (int i = 0; i < keyWords; i++) {
            List<String> longer = new ArrayList<>();
            for (String key : keys) {
                for (String word : words[i].split("\\|")) {
                    longer.add(key.isEmpty() ? word : key + " " + word);
                }
            }
            keys = longer;
        }
        return keys;
    }
}
