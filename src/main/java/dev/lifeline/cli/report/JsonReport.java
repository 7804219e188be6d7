package dev.lifeline.cli.report;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.start.Cli;
import dev.lifeline.model.FindingState;
import dev.lifeline.scenario.judge.Finding;

/// Many plays as NDJSON on standard output: a line of type `play` for each as it ends, with a line of type `finding` for each
/// expectation of it that did not hold, and one of type `plays` at the end. Where scenarios are played several times, also a line of
/// type `times` for each, with a line of type `wavering` for each expectation that did not hold each time.
public final class JsonReport implements PlayReport {

    private final Io io;
    private final boolean times;

    /// @param times whether each scenario is played several times
    public JsonReport(Io io, boolean times) {
        this.io = io;
        this.times = times;
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
    public boolean tell(PlayTally tally) {
        PlayResult result = tally.last();
        StringBuilder lines = new StringBuilder(numbered(new JsonLine().text("type", "play").text("id", result.id()), tally)
                .text("topic", result.topic()).text("result", result.kind().label())
                .whole("held", result.held()).whole("expectations", result.findings().size())
                .whole("tookNanos", result.took()).text("reason", result.reason()).end());
        for (Finding finding : result.findings()) {
            if (finding.state() != FindingState.HELD) {
                lines.append(numbered(new JsonLine().text("type", "finding").text("id", result.id()), tally)
                        .whole("number", finding.expectation().number())
                        .text("expectationId", finding.expectation().id())
                        .text("expectation", finding.expectation().kind().label())
                        .text("state", finding.state().label())
                        .text("expected", finding.expected()).text("observed", finding.observed()).end());
            }
        }
        if (times && tally.complete()) {
            add(lines, tally);
        }
        return Cli.print(io, lines.toString());
    }

    private JsonLine numbered(JsonLine line, PlayTally tally) {
        return times ? line.whole("play", tally.lastNumber()) : line;
    }

    private static void add(StringBuilder lines, PlayTally tally) {
        JsonLine sum = new JsonLine().text("type", "times").text("id", tally.id()).text("topic", tally.topic())
                .text("result", tally.wavers() ? "wavering" : tally.kind().label()).whole("plays", tally.planned());
        for (PlayResult.Kind kind : PlayResult.Kind.values()) {
            sum.whole(kind.label(), tally.count(kind));
        }
        lines.append(sum.whole("tookNanos", tally.took()).end());
        for (PlayTally.Row row : tally.rows()) {
            if (!row.always()) {
                lines.append(new JsonLine().text("type", "wavering").text("id", tally.id()).whole("number", row.expectation().number())
                        .text("expectationId", row.expectation().id())
                        .text("expectation", row.expectation().kind().label()).whole("held", row.count(FindingState.HELD))
                        .whole("not-held", row.count(FindingState.NOT_HELD)).whole("not-seen", row.count(FindingState.NOT_SEEN))
                        .whole("play", row.play()).text("state", row.finding().state().label())
                        .text("expected", row.finding().expected()).text("observed", row.finding().observed()).end());
            }
        }
    }

    @Override
    public void end(PlaySum sum) {
        JsonLine line = new JsonLine().text("type", "plays").whole("count", sum.all());
        for (PlayResult.Kind kind : PlayResult.Kind.values()) {
            line.whole(kind.label(), sum.count(kind));
        }
        if (times) {
            line.whole("wavering", sum.wavering());
        }
        Cli.print(io, line.whole("tookNanos", sum.took()).end());
    }
}
