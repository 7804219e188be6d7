package dev.lifeline.client;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.race.Personality;
import dev.lifeline.record.CodedException;
import dev.lifeline.record.Failures;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The route stage: the source address for the candidates of the race, before any packet is sent.
///
/// Each candidate that is asked for has a stage under the number that it will have in the race. Only the first [#MAX_PROBES] of
/// the race are asked for: one answer is what most people need, and a name may have dozens of addresses. A candidate without a
/// route stays in the race as long as another may have one: a program does not ask before it connects, so the attempt is made in
/// its turn and fails there, and that decides when the others begin.
///
/// @param runner the stage runner of the client's lane
/// @param personality whose order the race will follow
public record RouteFinder(StageRunner runner, Personality personality) {

    /// The number of candidates that are asked for.
    public static final int MAX_PROBES = 4;

    public RouteFinder {
        Objects.requireNonNull(runner, "runner");
        Objects.requireNonNull(personality, "personality");
    }

    /// The result of one question.
    private record Answer(Endpoint candidate, long start, long end, Outcome.RouteChosen route, IOException failed) {
    }

    /// Finds out which candidates can be tried.
    ///
    /// On a machine that refuses the source address, the stage is skipped and all candidates stay: the bind stage is where the
    /// kernel says why.
    ///
    /// @param candidates at least one, in the order of the look-up
    /// @param wantedSource the source that is asked for, or `null`; its port and a wildcard address say nothing about the way
    /// @return those that are tried, in the same order, but sorted where the program of the personality does that; at least one
    /// @throws StageFailure when there is a way to none: FAMILY_MISMATCH, or why there is no way to the first; it is recorded already
    public List<Endpoint> usable(List<Endpoint> candidates, InetSocketAddress wantedSource)
            throws StageFailure, InterruptedException {
        return usable(candidates, wantedSource, false);
    }

    /// The same where more candidates may come during the race.
    ///
    /// @param more says so: then it is no failure that there is a way to none of these
    public List<Endpoint> usable(List<Endpoint> candidates, InetSocketAddress wantedSource, boolean more)
            throws StageFailure, InterruptedException {
        boolean free = wantedSource == null || wantedSource.getAddress().isAnyLocalAddress();
        Endpoint source = free ? null : Endpoint.of(wantedSource);
        List<Endpoint> kept = source == null ? candidates : sameFamily(candidates, source);
        if (source != null && !RouteProbe.isOurs(source)) {
            runner.recorder().skipped(Stage.ROUTE, "no socket of this machine can have the source " + source.address());
            return sorted(kept);
        }
        runner.gates().before(Stage.ROUTE, runner.recorder());
        kept = sorted(kept);
        List<Endpoint> race = personality.order(kept);
        List<Answer> answers = new ArrayList<>(MAX_PROBES);
        for (int i = 0; i < Math.min(MAX_PROBES, race.size()); i++) {
            answers.add(ask(race.get(i), source));
        }
        List<Endpoint> usable = record(kept, answers, source, more);
        runner.gates().after(Stage.ROUTE, runner.recorder());
        return usable;
    }

    private List<Endpoint> sameFamily(List<Endpoint> candidates, Endpoint source) throws StageFailure, InterruptedException {
        List<Endpoint> same = new ArrayList<>(candidates.size());
        for (Endpoint candidate : candidates) {
            if (candidate.family() == source.family()) {
                same.add(candidate);
            }
        }
        if (same.isEmpty()) {
            Endpoint first = candidates.getFirst();
            return runner.run(new StageRunner.Call(Stage.ROUTE, Operation.ROUTE, source, first), () -> {
                throw new CodedException(ErrorCode.FAMILY_MISMATCH, "the source " + source.address() + " is "
                        + source.family().label() + ", the destination " + first.address() + " is " + first.family().label());
            });
        }
        for (Endpoint candidate : candidates) {
            if (candidate.family() != source.family()) {
                runner.recorder().mark(new RaceEvent.LeftOut(candidate, "the source " + source.address() + " is "
                        + source.family().label()));
            }
        }
        return same;
    }

    /// As the personality's own resolver would give them. Such a program asks for the source of each, and of no other source than
    /// the kernel's choice; no packet is sent.
    private List<Endpoint> sorted(List<Endpoint> candidates) throws InterruptedException {
        if (!personality.sortsItself() || candidates.size() < 2) {
            return candidates;
        }
        Map<Endpoint, Endpoint> sources = new HashMap<>();
        for (Endpoint candidate : candidates) {
            Outcome.RouteChosen route = ask(candidate, null).route();
            if (route != null) {
                sources.put(candidate, route.source());
            }
        }
        return personality.sorted(candidates, sources);
    }

    private Answer ask(Endpoint candidate, Endpoint source) throws InterruptedException {
        long start = runner.recorder().now();
        try {
            Outcome.RouteChosen route = RouteProbe.ask(candidate, source);
            return new Answer(candidate, start, runner.recorder().now(), route, null);
        } catch (IOException e) {
            long end = runner.recorder().now();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            return new Answer(candidate, start, end, null, e);
        }
    }

    private List<Endpoint> record(List<Endpoint> candidates, List<Answer> answers, Endpoint source, boolean more)
            throws StageFailure {
        StageFailure first = null;
        int refused = 0;
        for (int i = 0; i < answers.size(); i++) {
            Answer answer = answers.get(i);
            if (answer.failed() == null) {
                finished(answer, source, i + 1);
                continue;
            }
            StageFailure failure = failed(answer, source, i + 1);
            first = first == null ? failure : first;
            refused++;
        }
        if (refused == candidates.size() && !more) {
            throw first;
        }
        return List.copyOf(candidates);
    }

    private void finished(Answer answer, Endpoint source, int attempt) {
        long started = runner.recorder().attempt(attempt)
                .mark(answer.start(), new StageEvent.Started(Stage.ROUTE, source, answer.candidate()));
        runner.recorder().attempt(attempt).mark(answer.end(), new StageEvent.Finished(Stage.ROUTE, started, answer.route()));
    }

    private StageFailure failed(Answer answer, Endpoint source, int attempt) {
        Failure failure = Failures.of(answer.failed(), Operation.ROUTE, source, answer.candidate());
        long started = runner.recorder().attempt(attempt)
                .mark(answer.start(), new StageEvent.Started(Stage.ROUTE, source, answer.candidate()));
        runner.recorder().attempt(attempt).mark(answer.end(), new StageEvent.Failed(Stage.ROUTE, started, failure));
        return new StageFailure(Stage.ROUTE, failure, answer.failed());
    }
}
