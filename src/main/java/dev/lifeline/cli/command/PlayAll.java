package dev.lifeline.cli.command;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.report.JsonReport;
import dev.lifeline.cli.report.NeedsReport;
import dev.lifeline.cli.report.PlayReport;
import dev.lifeline.cli.report.PlayResult;
import dev.lifeline.cli.report.PlaySum;
import dev.lifeline.cli.report.TextReport;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.scenario.Catalogue;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.ScenarioException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// `trace run --all`: plays many scenarios, several at a time where they do not disturb each other, and tells of each as it ends.
///
/// Threads: the caller's takes the results and writes; the workers play.
final class PlayAll {

    /// Scenarios mostly wait; with more of them at a time than this, those that compare times see each other.
    private static final int MOST_AT_ONCE = 4;
    private static final int LEAST_AT_ONCE = 2;

    private final Io io;
    private final Plays plays;
    private final PlayReport report;

    PlayAll(Io io, OutputOptions output, boolean json, EvidenceChoice evidence) throws UsageException {
        this.io = io;
        this.plays = new Plays(evidence);
        this.report = json ? new JsonReport(io) : new TextReport(io, output);
    }

    /// Plays all of these topics.
    ExitCode play(List<Catalogue.Topic> topics) throws InterruptedException {
        long begin = System.nanoTime();
        Deque<Scenario> together = new ArrayDeque<>();
        Deque<Scenario> alone = new ArrayDeque<>();
        List<PlayResult> results = new ArrayList<>();
        io.onSignal(plays::end);
        sort(topics, together, alone, results);
        report.begin(together.size() + alone.size());
        for (PlayResult result : results) {
            tell(result);
        }
        int workers = Math.clamp(Runtime.getRuntime().availableProcessors(), LEAST_AT_ONCE, MOST_AT_ONCE);
        work(together, workers, results);
        // Those last: what they do to the process or the machine would be seen by the others.
        work(alone, 1, results);
        PlaySum sum = PlaySum.of(results, System.nanoTime() - begin);
        report.end(sum);
        return plays.ended() ? ExitCode.INTERRUPTED : sum.code();
    }

    /// Reads the scenarios; what cannot be played here is a result already.
    private void sort(List<Catalogue.Topic> topics, Deque<Scenario> together, Deque<Scenario> alone, List<PlayResult> results) {
        NeedsReport needs = new NeedsReport();
        for (Catalogue.Topic topic : topics) {
            for (String id : topic.ids()) {
                try {
                    Scenario scenario = Catalogue.read(id);
                    String missing = needs.missing(scenario);
                    if (missing != null) {
                        results.add(PlayResult.notHere(scenario.id(), scenario.topic(), missing));
                    } else {
                        (ParallelPlay.alone(scenario) ? alone : together).add(scenario);
                    }
                } catch (IOException | ScenarioException e) {
                    results.add(PlayResult.broken(id, topic.name(), ScenarioCheck.first(e), 0));
                }
            }
        }
    }

    private void work(Deque<Scenario> waiting, int workers, List<PlayResult> results) throws InterruptedException {
        int all = waiting.size();
        BlockingQueue<PlayResult> done = new ArrayBlockingQueue<>(Math.max(1, all));
        for (int i = 1; i <= Math.min(workers, all); i++) {
            Thread.ofPlatform().daemon().name("trace-play-" + i).start(() -> {
                for (Scenario next = next(waiting); next != null; next = next(waiting)) {
                    report.began(next.id());
                    done.add(plays.play(next));
                }
            });
        }
        for (int i = 0; i < all; i++) {
            // Every play has a limit of its own, so every result comes.
            PlayResult result = done.take();
            results.add(result);
            tell(result);
        }
    }

    private void tell(PlayResult result) {
        if (!report.tell(result)) {
            plays.end("PIPE");
        }
    }

    private static Scenario next(Deque<Scenario> waiting) {
        synchronized (waiting) {
            return waiting.poll();
        }
    }
}
