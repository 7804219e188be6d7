package dev.lifeline.client;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.race.AttemptState;
import dev.lifeline.race.ConnectionRace;
import dev.lifeline.race.Input;
import dev.lifeline.race.Output;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Carries out the wishes of one [ConnectionRace] on real sockets. Used by one thread; runs once.
final class LiveRace {

    /// The time that a closed attempt may take to notice: the thread only has to leave a system call.
    private static final long JOIN_MILLIS = 1_000;

    private final LaneRecorder client;
    private final Gates gates;
    private final Origin origin;
    private final long timeoutNanos;

    private final List<Attempt> attempts = new ArrayList<>();
    /// Holds at most two reports for each candidate.
    private final LinkedBlockingQueue<Input> reports = new LinkedBlockingQueue<>();
    private LateAnswer late;
    private RaceDelays delays;
    private ConnectionRace race;
    private long wakeAt = ConnectionRace.NEVER;
    private Deadline end;
    private Attempt winner;

    LiveRace(LaneRecorder client, Gates gates, Origin origin, long timeoutNanos, ConnectionRace race) {
        this.client = client;
        this.gates = gates;
        this.origin = origin;
        this.timeoutNanos = timeoutNanos;
        this.race = race;
    }

    /// This race with what a name's other answer may add to it.
    ///
    /// @param late the answer, or `null`
    /// @param delays what is known of the delays, or `null`
    LiveRace with(LateAnswer late, RaceDelays delays) {
        this.late = late;
        this.delays = delays;
        return this;
    }

    /// Runs the race to its end; no attempt is under way any more when it returns or throws.
    Dialed run() throws StageFailure, InterruptedException {
        try {
            if (race.candidates().size() > 1 || late != null) {
                passGates();
                end = race.personality().timesEach() ? null : Deadline.in(timeoutNanos);
            }
            feed(new Input.Begin());
            if (late != null) {
                late.tell(reports);
            }
            while (race.phase() == ConnectionRace.Phase.RUNNING) {
                feed(next());
            }
        } catch (InterruptedException e) {
            if (race.phase() == ConnectionRace.Phase.RUNNING) {
                feed(new Input.Cancel());
            }
            throw e;
        } finally {
            endLosers();
            if (late != null) {
                late.giveUp("the race was over");
            }
        }
        if (winner == null) {
            AttemptsFailed all = new AttemptsFailed(failures(false));
            AttemptFailure one = all.representative();
            gates.after(Stage.CONNECT, client);
            throw new StageFailure(one.stage(), one.failure(), all);
        }
        passGateAfter();
        return new Dialed(winner.channel(), winner.number(), winner.tuple(), failures(true));
    }

    private void passGateAfter() throws InterruptedException {
        boolean passed = false;
        try {
            gates.after(Stage.CONNECT, client.attempt(winner.number()));
            passed = true;
        } finally {
            if (!passed) {
                winner.abandon();
            }
        }
    }

    /// Several attempts are held together, before the first: a hold between two would change who wins. One attempt may be held all
    /// the same, by its number.
    private void passGates() throws InterruptedException {
        if (origin.source() != null) {
            gates.before(Stage.BIND, client);
        }
        gates.before(Stage.CONNECT, client);
    }

    private Input next() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (race.expecting()) {
            return nextOrLate();
        }
        if (wakeAt == ConnectionRace.NEVER) {
            // Each attempt ends by its own deadline, so there is always a report to come.
            return reports.take();
        }
        Input report = reports.poll(wakeAt - client.now(), TimeUnit.NANOSECONDS);
        return report == null ? new Input.TimerDue() : report;
    }

    /// The same while an answer may come; it ends with the look-up's time, and with the race's.
    private Input nextOrLate() throws InterruptedException {
        Deadline until = end == null ? late.deadline() : late.deadline().earlier(end);
        long timer = wakeAt == ConnectionRace.NEVER ? Long.MAX_VALUE : wakeAt - client.now();
        Input report = reports.poll(Math.min(timer, until.left()), TimeUnit.NANOSECONDS);
        if (report == null && until.passed() && late.giveUp("no answer within " + until.text())) {
            return new Input.Arrived(List.of(), Map.of());
        }
        return report == null ? new Input.TimerDue() : report;
    }

    private void feed(Input given) {
        throwDefect(given);
        boolean arrived = given.kind() == Input.Kind.ARRIVED;
        Input input = arrived && delays != null ? delays.of((Input.Arrived) given) : given;
        ConnectionRace before = race;
        ConnectionRace.Step step = race.step(input, client.now());
        race = step.race();
        if (arrived && race.candidates().size() > before.candidates().size()) {
            tellJoined(before);
        }
        Attempt starting = null;
        for (Output output : step.outputs()) {
            starting = switch (output.kind()) {
                case START -> {
                    fork(starting);
                    yield prepare((Output.Start) output);
                }
                case WAKE_AT -> {
                    wakeAt = ((Output.WakeAt) output).nanos();
                    yield starting;
                }
                case ABANDON -> {
                    abandon((Output.Abandon) output, input.kind() == Input.Kind.CANCEL);
                    yield starting;
                }
                case WON -> {
                    winner = attempt(((Output.Won) output).attempt());
                    client.attempt(winner.number()).mark(new RaceEvent.Won());
                    yield starting;
                }
                case ALL_FAILED -> starting;
            };
        }
        if (starting != null && wakeAt == ConnectionRace.NEVER && running() == 1 && !race.expecting()) {
            // Nothing can happen beside it: a thread of its own would only cost time.
            starting.run();
        } else {
            fork(starting);
        }
    }

    private void tellJoined(ConnectionRace before) {
        int had = before.candidates().size();
        List<Endpoint> next = new ArrayList<>();
        for (int attempt : race.turns()) {
            if (attempt > had || before.attempts().get(attempt - 1) == AttemptState.WAITING) {
                next.add(race.candidate(attempt));
            }
        }
        client.mark(new RaceEvent.Joined(race.candidates().subList(had, race.candidates().size()), next));
    }

    private static void fork(Attempt starting) {
        if (starting != null) {
            starting.fork();
        }
    }

    /// The attempt that is to begin; `null` where the time is over, which counts as its failure.
    private Attempt prepare(Output.Start start) {
        if (end != null && end.passed()) {
            client.mark(new RaceEvent.LeftOut(start.candidate(), "no time was left for it"));
            reports.add(new Input.Failed(start.attempt()));
            return null;
        }
        StageRunner runner = new StageRunner(client.attempt(start.attempt()), gates);
        Attempt attempt = new Attempt(runner, start.attempt(), start.candidate(), origin, deadline(start.attempt()), reports);
        attempts.add(attempt);
        return attempt;
    }

    private Attempt.DeadlineRule deadline(int attempt) {
        if (end == null) {
            return new Attempt.DeadlineRule(timeoutNanos, null);
        }
        long rest = end.left();
        long limit = race.limit(attempt, timeoutNanos, rest);
        return limit < rest ? new Attempt.DeadlineRule(limit, null) : new Attempt.DeadlineRule(timeoutNanos, end);
    }

    /// The reason is recorded first; the attempt then closes its open stage with INTERRUPTED. A person's interrupt has no
    /// reason of the race: only the stages are closed.
    private void abandon(Output.Abandon wish, boolean cancelled) {
        Attempt attempt = attempt(wish.attempt());
        if (attempt == null) {
            // Left out for want of time, and its report not taken yet.
            return;
        }
        if (!cancelled) {
            client.attempt(wish.attempt()).mark(new RaceEvent.Abandoned(wish.reason()));
        }
        attempt.abandon();
    }

    private void endLosers() {
        for (Attempt each : attempts) {
            if (each != winner) {
                each.abandon();
            }
        }
        try {
            for (Attempt each : attempts) {
                each.join(JOIN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void throwDefect(Input input) {
        Attempt attempt = input.kind() == Input.Kind.FAILED ? attempt(((Input.Failed) input).attempt()) : null;
        if (attempt != null && attempt.defect() != null) {
            throw attempt.defect();
        }
    }

    private Attempt attempt(int number) {
        for (Attempt each : attempts) {
            if (each.number() == number) {
                return each;
            }
        }
        return null;
    }

    /// Each failure in the order of the attempts.
    ///
    /// @param ownOnly without the attempts that were given up
    private List<AttemptFailure> failures(boolean ownOnly) {
        List<AttemptFailure> failures = new ArrayList<>();
        for (int number = 1; number <= race.candidates().size(); number++) {
            Attempt attempt = attempt(number);
            if (attempt != null && attempt.failure() != null
                    && (!ownOnly || race.attempts().get(number - 1) == AttemptState.FAILED)) {
                failures.add(attempt.failure());
            }
        }
        return failures;
    }

    private int running() {
        int count = 0;
        for (AttemptState each : race.attempts()) {
            count += each == AttemptState.RUNNING ? 1 : 0;
        }
        return count;
    }
}
