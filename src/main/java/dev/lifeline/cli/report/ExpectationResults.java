package dev.lifeline.cli.report;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.file.TraceWriter;
import dev.lifeline.model.FindingState;
import dev.lifeline.scenario.judge.Finding;
import dev.lifeline.wording.FindingWords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Results of a scenario's expectations: for people, for recordings, and as an exit code.
///
/// @param findings in the order of the file
public record ExpectationResults(List<Finding> findings) {

    public ExpectationResults {
        findings = List.copyOf(findings);
    }

    /// 20 where one did not hold; 21 where one could not be seen; else 0.
    public ExitCode code() {
        return any(FindingState.NOT_HELD) ? ExitCode.EXPECTATION
                : any(FindingState.NOT_SEEN) ? ExitCode.CANNOT_SHOW : ExitCode.OK;
    }

    private boolean any(FindingState state) {
        return first(state) != null;
    }

    /// The first that went like this, or `null`.
    public Finding first(FindingState state) {
        for (Finding finding : findings) {
            if (finding.state() == state) {
                return finding;
            }
        }
        return null;
    }

    int held() {
        int held = 0;
        for (Finding finding : findings) {
            held += finding.state() == FindingState.HELD ? 1 : 0;
        }
        return held;
    }

    /// The findings as people see them.
    public List<FindingWords.Shown> shown() {
        List<FindingWords.Shown> shown = new ArrayList<>();
        for (Finding finding : findings) {
            shown.add(finding.shown());
        }
        return shown;
    }

    /// Writes a line for each.
    public void write(TraceWriter writer) throws IOException {
        for (Finding finding : findings) {
            writer.finding(finding.expectation().number(), finding.expectation().id(), finding.expectation().kind().label(), finding.state(),
                    finding.expected(), finding.observed());
        }
    }
}
