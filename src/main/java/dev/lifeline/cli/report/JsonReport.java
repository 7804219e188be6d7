package dev.lifeline.cli.report;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.start.Cli;
import dev.lifeline.model.FindingState;
import dev.lifeline.scenario.judge.Finding;

/// Many plays as NDJSON on standard output: a line of type `play` for each as it ends, with a line of type `finding` for each
/// expectation of it that did not hold, and one of type `plays` at the end.
public final class JsonReport implements PlayReport {

    private final Io io;

    public JsonReport(Io io) {
        this.io = io;
    }

    @Override
    public void begin(int plays) {
        // The lines say all.
    }

    @Override
    public void began(String id) {
        // A line comes when it ends.
    }

    @Override
    public boolean tell(PlayResult result) {
        StringBuilder lines = new StringBuilder(new JsonLine().text("type", "play").text("id", result.id())
                .text("topic", result.topic()).text("result", result.kind().label())
                .whole("held", result.held()).whole("expectations", result.findings().size())
                .whole("tookNanos", result.took()).text("reason", result.reason()).end());
        for (Finding finding : result.findings()) {
            if (finding.state() != FindingState.HELD) {
                lines.append(new JsonLine().text("type", "finding").text("id", result.id())
                        .whole("number", finding.expectation().number())
                        .text("expectationId", finding.expectation().id())
                        .text("expectation", finding.expectation().kind().label())
                        .text("state", finding.state().label())
                        .text("expected", finding.expected()).text("observed", finding.observed()).end());
            }
        }
        return Cli.print(io, lines.toString());
    }

    @Override
    public void end(PlaySum sum) {
        JsonLine line = new JsonLine().text("type", "plays").whole("count", sum.all());
        for (PlayResult.Kind kind : PlayResult.Kind.values()) {
            line.whole(kind.label(), sum.count(kind));
        }
        Cli.print(io, line.whole("tookNanos", sum.took()).end());
    }
}
