package dev.lifeline.diagnosis.cause;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Stage;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// The data file `causes.txt`, read once, the first time that something went wrong. Immutable; any thread.
///
/// A section begins with `[stage code condition...]` ([CauseFile] reads it). `*` in place of the code is the stage's fallback,
/// `[* *]` that of all stages. Of the sections that fit, the one with the most conditions is told; at a tie the first.
public final class Causes {

    private static final String RESOURCE = "causes.txt";
    private static final List<Cause> ALL = CauseFile.read(RESOURCE, 2);

    private Causes() {
    }

    /// Every section, in the order of the file.
    static List<Cause> all() {
        return ALL;
    }

    /// What this code means at this stage.
    public static Cause of(Stage stage, ErrorCode code, Set<Condition> conditions) {
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
    public static Cause of(String key, Set<Condition> conditions) {
        return best(ALL, key, conditions);
    }

    /// The section with that key that fits and has the most conditions, the first of those; `null` where none fits.
    static Cause best(List<Cause> causes, String key, Set<Condition> conditions) {
        Cause best = null;
        for (Cause cause : causes) {
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
}
