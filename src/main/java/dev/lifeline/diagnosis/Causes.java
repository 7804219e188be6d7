package dev.lifeline.diagnosis;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Stage;
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

/// The data file `causes.txt`, read once, the first time that something went wrong. Immutable; any thread.
///
/// A section begins with `[stage code condition...]`; its lines are `happened:`, `proved:`, `not proved:` and any number of
/// `next:`; a line that begins with two spaces goes on with the line before. `*` in place of the code is the stage's fallback,
/// `[* *]` that of all stages. Of the sections that fit, the one with the most conditions is told; at a tie the first.
final class Causes {

    private static final String RESOURCE = "causes.txt";
    private static final List<Cause> ALL = read();

    private Causes() {
    }

    /// Every section, in the order of the file.
    static List<Cause> all() {
        return ALL;
    }

    /// What this code means at this stage.
    static Cause of(Stage stage, ErrorCode code, Set<Condition> conditions) {
        String name = name(stage);
        for (String key : new String[] {name + " " + code.name(), name + " *"}) {
            Cause found = of(key, conditions);
            if (found != null) {
                return found;
            }
        }
        return Objects.requireNonNull(of("* *", conditions), "fallback");
    }

    /// The section about something, or `null` where the file has none that fits.
    static Cause of(String key, Set<Condition> conditions) {
        Cause best = null;
        for (Cause cause : ALL) {
            boolean fits = cause.key().equals(key) && conditions.containsAll(cause.conditions());
            if (fits && (best == null || cause.conditions().size() > best.conditions().size())) {
                best = cause;
            }
        }
        return best;
    }

    /// The word that the file uses for a stage.
    static String name(Stage stage) {
        return stage.label().replace(' ', '-');
    }

    private static List<Cause> read() {
        List<Cause> causes = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Causes.class.getResourceAsStream(RESOURCE), RESOURCE), StandardCharsets.UTF_8))) {
            List<String> section = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("[")) {
                    end(section, causes);
                    section.add(line);
                } else if (line.startsWith("  ")) {
                    section.add(section.removeLast() + " " + line.strip());
                } else if (!line.isEmpty() && line.charAt(0) != '#') {
                    section.add(line);
                }
            }
            end(section, causes);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
        return List.copyOf(causes);
    }

    private static void end(List<String> section, List<Cause> causes) {
        if (!section.isEmpty()) {
            causes.add(parse(section));
            section.clear();
        }
    }

    private static Cause parse(List<String> section) {
        String[] words = section.getFirst().substring(1, section.getFirst().indexOf(']')).split(" ");
        Set<Condition> conditions = EnumSet.noneOf(Condition.class);
        for (int i = 2; i < words.length; i++) {
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
                default -> throw new IllegalArgumentException(RESOURCE + ": " + line);
            }
        }
        return new Cause(words[0] + " " + words[1], conditions, happened, proved, notProved, next);
    }
}
