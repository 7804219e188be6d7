package dev.lifeline.scenario;

import dev.lifeline.scenario.yaml.Problem;
import dev.lifeline.text.Printable;
import java.util.List;

/// A file is no scenario, and why not.
public final class ScenarioException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String file;
    private final transient List<Problem> problems;
    private final int more;

    /// @param file its name, as the person gave it
    /// @param problems at least one, in the order of the file
    /// @param more how many there are beside those
    public ScenarioException(String file, List<Problem> problems, int more) {
        super(text(file, problems, more));
        this.file = Printable.ascii(file);
        this.problems = List.copyOf(problems);
        this.more = more;
    }

    /// The name of the file, as printable ASCII.
    public String file() {
        return file;
    }

    /// Problems in the order of the file; not all of them where there are too many.
    public List<Problem> problems() {
        return problems;
    }

    /// Counts the problems beside those.
    public int more() {
        return more;
    }

    private static String text(String file, List<Problem> problems, int more) {
        StringBuilder out = new StringBuilder();
        for (Problem problem : problems) {
            out.append(out.isEmpty() ? "" : "\n").append(Printable.ascii(file)).append(':').append(problem.position())
                    .append(": ")
                    .append(problem.text());
        }
        return more == 0 ? out.toString() : out.append("\n").append(Printable.ascii(file)).append(": and ").append(more)
                .append(" more").toString();
    }
}
