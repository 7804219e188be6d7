package dev.lifeline.cli.command;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.report.JsonReport;
import dev.lifeline.cli.report.JunitFile;
import dev.lifeline.cli.report.PlayReport;
import dev.lifeline.cli.report.PlaySum;
import dev.lifeline.cli.report.TextReport;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.scenario.Catalogue;
import dev.lifeline.scenario.ScenarioException;
import java.util.ArrayList;
import java.util.List;

/// `trace run` of more than one play: the catalogue, several scenarios, or one several times.
final class RunTimes {

    /// How often a scenario can be played in one run.
    static final int MOST = 1000;

    private final Io io;
    private final OutputOptions output;
    private final OutputOptions.Sinks sinks;
    private final EvidenceChoice evidence;
    private final Integer times;
    private final JunitFile junit;

    /// @param times how often each is played; `null` where nobody asked for that
    /// @param junit hears of all, or `null`
    RunTimes(Io io, OutputOptions output, OutputOptions.Sinks sinks, EvidenceChoice evidence, Integer times, JunitFile junit) {
        this.io = io;
        this.output = output;
        this.sinks = sinks;
        this.evidence = evidence;
        this.times = times;
        this.junit = junit;
    }

    /// Plays these topics of the catalogue.
    ExitCode all(List<Catalogue.Topic> topics) throws UsageException, InterruptedException {
        PlayAll plays = plays();
        plays.add(topics);
        PlaySum sum = play(plays);
        return plays.ended() ? ExitCode.INTERRUPTED : sum.code();
    }

    /// Plays what the words name. Nothing is played where one of them is no scenario.
    ExitCode named(List<String> words) throws UsageException, InterruptedException {
        PlayAll plays = plays();
        List<ScenarioException> mistakes = new ArrayList<>();
        for (String word : words) {
            try {
                plays.add(ScenarioFinder.find(word), ScenarioFinder.file(word));
            } catch (ScenarioException e) {
                mistakes.add(e);
            }
        }
        if (!mistakes.isEmpty()) {
            for (ScenarioException mistake : mistakes) {
                ScenarioCheck.tell(mistake, io);
            }
            return ExitCode.USAGE;
        }
        try (FirstFailure failure = FirstFailure.open(sinks.record, io)) {
            plays.tellJudged(failure);
            PlaySum sum = play(plays);
            ExitCode code = plays.ended() ? ExitCode.INTERRUPTED : sum.codeOfNamed();
            return failure != null && failure.broken() && code == ExitCode.OK ? ExitCode.INTERNAL : code;
        }
    }

    private PlaySum play(PlayAll plays) throws InterruptedException {
        PlaySum sum = plays.play();
        if (junit != null) {
            junit.write(plays.tallies(), sum.took());
        }
        return sum;
    }

    private PlayAll plays() throws UsageException {
        boolean several = times != null;
        PlayReport report = sinks.json ? new JsonReport(io, several) : new TextReport(io, output, several);
        return new PlayAll(io, report, evidence, several ? times : 1);
    }
}
