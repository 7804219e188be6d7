package dev.lifeline.cli.command;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.report.NeedsReport;
import dev.lifeline.cli.report.PlayReport;
import dev.lifeline.cli.report.PlayResult;
import dev.lifeline.cli.report.PlaySum;
import dev.lifeline.cli.report.PlayTally;
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

/// Plays many scenarios, or some many times: several plays at a time where they do not disturb each other. Tells of each as it ends.
///
/// Threads: the caller's takes the results and writes; the workers play.
final class PlayAll {

    /// Scenarios mostly wait; with more of them at a time than this, those that compare times see each other.
    private static final int MOST_AT_ONCE = 4;
    private static final int LEAST_AT_ONCE = 2;

    /// A play that waits for its turn.
    ///
    /// @param number from 1
    private record Turn(PlayTally tally, Scenario scenario, int number) {
    }

    /// A play that has ended.
    private record Ended(Turn turn, PlayResult result) {
    }

    private final Io io;
    private final Plays plays;
    private final PlayReport report;
    private final int times;
    private final List<PlayTally> tallies = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private Plays.Judged judged;

    /// @param times how often each is played
    PlayAll(Io io, PlayReport report, EvidenceChoice evidence, int times) {
        this.io = io;
        this.plays = new Plays(evidence);
        this.report = report;
        this.times = times;
    }

    /// Has somebody hear of each play that came to its end; with several workers on any of their threads.
    void tellJudged(Plays.Judged somebody) {
        judged = somebody;
    }

    /// Takes all scenarios of these topics.
    void add(List<Catalogue.Topic> topics) {
        for (Catalogue.Topic topic : topics) {
            for (String id : topic.ids()) {
                try {
                    add(Catalogue.read(id), null);
                } catch (IOException | ScenarioException e) {
                    tallies.add(PlayTally.of(null, null, PlayResult.broken(id, topic.name(), ScenarioCheck.first(e), 0)));
                }
            }
        }
    }

    /// Takes a scenario as often as it is to be played.
    ///
    /// @param file the path of its file as it was typed; `null` for one of the catalogue
    void add(Scenario scenario, String file) {
        PlayTally tally = PlayTally.of(scenario, file, times);
        tallies.add(tally);
        for (int number = 1; number <= times; number++) {
            turns.add(new Turn(tally, scenario, number));
        }
    }

    /// Plays all that was taken.
    PlaySum play() throws InterruptedException {
        long begin = System.nanoTime();
        io.onSignal(plays::end);
        leaveOut();
        report.begin(turns.size());
        for (PlayTally tally : tallies) {
            if (tally.complete()) {
                tell(tally);
            }
        }
        Deque<Turn> together = new ArrayDeque<>();
        Deque<Turn> alone = new ArrayDeque<>();
        for (Turn turn : turns) {
            (tallies.size() == 1 || ParallelPlay.alone(turn.scenario()) ? alone : together).add(turn);
        }
        int workers = Math.clamp(Runtime.getRuntime().availableProcessors(), LEAST_AT_ONCE, MOST_AT_ONCE);
        work(together, workers);
        // Those last: what they do to the process or the machine would be seen by the others.
        work(alone, 1);
        PlaySum sum = PlaySum.of(tallies, System.nanoTime() - begin);
        report.end(sum);
        return sum;
    }

    /// All scenarios with what became of their plays.
    List<PlayTally> tallies() {
        return tallies;
    }

    /// Tells whether somebody ended it before its time.
    boolean ended() {
        return plays.ended();
    }

    /// Makes results of what cannot be played here.
    private void leaveOut() {
        NeedsReport needs = new NeedsReport();
        for (int i = 0; i < tallies.size(); i++) {
            PlayTally tally = tallies.get(i);
            String missing = tally.complete() ? null : needs.missing(tally.scenario());
            if (missing != null) {
                turns.removeIf(turn -> turn.tally() == tally);
                tallies.set(i, PlayTally.of(tally.scenario(), tally.file(), PlayResult.notHere(tally.id(), tally.topic(), missing)));
            }
        }
    }

    private void work(Deque<Turn> waiting, int workers) throws InterruptedException {
        int all = waiting.size();
        BlockingQueue<Ended> done = new ArrayBlockingQueue<>(Math.max(1, all));
        for (int i = 1; i <= Math.min(workers, all); i++) {
            Thread.ofPlatform().daemon().name("trace-play-" + i).start(() -> {
                for (Turn next = next(waiting); next != null; next = next(waiting)) {
                    report.began(next.scenario().id());
                    done.add(new Ended(next, plays.play(next.scenario(), next.number(), judged)));
                }
            });
        }
        for (int i = 0; i < all; i++) {
            // Every play has a limit of its own, so every result comes.
            Ended ended = done.take();
            ended.turn().tally().add(ended.turn().number(), ended.result());
            tell(ended.turn().tally());
        }
    }

    private void tell(PlayTally tally) {
        if (!report.tell(tally)) {
            plays.end("PIPE");
        }
    }

    private static Turn next(Deque<Turn> waiting) {
        synchronized (waiting) {
            return waiting.poll();
        }
    }
}
