package dev.lifeline.cli.report;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.UsageException;
import dev.lifeline.model.FindingState;
import dev.lifeline.scenario.Expectation;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.judge.Finding;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The expectations of which somebody wants to see that they do not hold, and that all others do: for tools that check scenarios,
/// and for exercises that begin with a fault.
public final class ExpectedFailures {

    private final Set<String> wanted;

    private ExpectedFailures(Set<String> wanted) {
        this.wanted = wanted;
    }

    /// Reads ids, or numbers of those that have none, between commas.
    ///
    /// @param words or `null`
    /// @return `null` where there are no words
    /// @throws UsageException where the scenario has no such expectation
    public static ExpectedFailures of(String words, Scenario scenario) throws UsageException {
        if (words == null) {
            return null;
        }
        List<String> known = new ArrayList<>();
        for (Expectation each : scenario.expectations()) {
            known.add(each.name());
        }
        Set<String> wanted = new LinkedHashSet<>();
        for (String word : words.split(",", -1)) {
            String name = name(word.strip(), scenario);
            if (name == null) {
                throw new UsageException("--fails " + Quoted.typed(words) + ": " + scenario.id() + " has no expectation "
                        + Quoted.typed(word.strip()) + (word.isBlank() ? "" : Nearest.hint(word.strip(), known)) + "; there are "
                                + String.join(", ", known));
            }
            wanted.add(name);
        }
        return new ExpectedFailures(wanted);
    }

    /// The name of the expectation that a word means; `null` for none. One with an id has its number, too.
    private static String name(String word, Scenario scenario) {
        for (Expectation each : scenario.expectations()) {
            if (word.equals(each.id()) || word.equals(Integer.toString(each.number()))) {
                return each.name();
            }
        }
        return null;
    }

    /// How it came.
    ///
    /// @param sentence for a person
    /// @param code 0 where exactly those did not hold and all others did, 20 where not, 21 where one of them could not be seen and
    ///     nothing else is wrong
    public record Outcome(String sentence, ExitCode code) {
    }

    /// Compares what did not hold with what was to fail.
    public Outcome of(List<Finding> findings) {
        List<String> held = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        Set<String> unjudged = new LinkedHashSet<>(wanted);
        for (Finding finding : findings) {
            String name = finding.expectation().name();
            unjudged.remove(name);
            if (finding.state() == FindingState.NOT_SEEN) {
                unseen.add(name);
            } else if (finding.state() == FindingState.HELD && wanted.contains(name)) {
                held.add(name);
            } else if (finding.state() == FindingState.NOT_HELD && !wanted.contains(name)) {
                failed.add(name);
            }
        }
        if (held.isEmpty() && failed.isEmpty() && unseen.isEmpty() && unjudged.isEmpty()) {
            return new Outcome("As expected, exactly " + list(wanted) + " did not hold.", ExitCode.OK);
        }
        StringBuilder text = new StringBuilder();
        add(text, held, "was to fail and held", "were to fail and held");
        add(text, failed, "did not hold and was to", "did not hold and were to");
        add(text, unseen, "could not be seen", "could not be seen");
        add(text, unjudged, "was to fail and was not judged", "were to fail and were not judged");
        boolean onlyUnseen = held.isEmpty() && failed.isEmpty() && unjudged.isEmpty();
        return new Outcome("Not as expected: " + text + ".", onlyUnseen ? ExitCode.CANNOT_SHOW : ExitCode.EXPECTATION);
    }

    private static void add(StringBuilder text, Collection<String> names, String one, String several) {
        if (!names.isEmpty()) {
            text.append(text.isEmpty() ? "" : "; ").append(list(names)).append(' ').append(names.size() == 1 ? one : several);
        }
    }

    private static String list(Collection<String> names) {
        return String.join(", ", names);
    }
}
