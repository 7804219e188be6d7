package dev.lifeline.race;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Family;
import dev.lifeline.race.ConnectionRace.Phase;
import dev.lifeline.race.ConnectionRace.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One step of a race: a working copy of the state on which the rules act. Lives for one call and is seen by nobody else.
final class Turn {

    private static final int NONE = 0;

    private final ConnectionRace before;
    private final Personality personality;
    private final long now;
    private List<Endpoint> candidates;
    private AttemptState[] attempts;
    private List<Integer> turns;
    private List<Long> delays;
    private boolean expecting;
    private final List<Output> outputs = new ArrayList<>();
    private Phase phase;
    private long due;
    private int begun;

    Turn(ConnectionRace before, long now) {
        this.before = before;
        this.personality = before.personality();
        this.now = now;
        this.candidates = before.candidates();
        this.attempts = before.attempts().toArray(new AttemptState[0]);
        this.turns = before.turns();
        this.delays = before.delays();
        this.expecting = before.expecting();
        this.phase = before.phase();
        this.due = before.due();
        this.begun = before.begun();
    }

    Turn begin() {
        phase = Phase.RUNNING;
        due = now + personality.delayNanos();
        return advance();
    }

    /// Moves the delay to the moment at which the attempt that began last called connect: until then it had not begun to wait.
    Turn connecting(Input.Connecting called) {
        int attempt = called.attempt();
        if (phase != Phase.RUNNING || state(attempt) != AttemptState.RUNNING) {
            return this;
        }
        begun = attempt;
        boolean counts = personality.pace() == AttemptPace.TWO_TRACKS ? attempt == 1 : attempt == last();
        if (counts) {
            due = Math.max(due, called.nanos() + delays.get(attempt - 1));
        }
        return this;
    }

    /// Takes candidates in among those that wait; who was tried before decides which family's turn it is (RFC 8305 section 6).
    Turn arrived(Input.Arrived answer) {
        expecting = false;
        if (phase != Phase.RUNNING) {
            return this;
        }
        candidates = new ArrayList<>(candidates);
        delays = new ArrayList<>(delays);
        for (Endpoint each : answer.candidates()) {
            if (!candidates.contains(each)) {
                candidates.add(each);
                delays.add(answer.delays().getOrDefault(each, personality.delayNanos()));
            }
        }
        int had = attempts.length;
        attempts = Arrays.copyOf(attempts, candidates.size());
        Arrays.fill(attempts, had, attempts.length, AttemptState.WAITING);
        List<Integer> tried = new ArrayList<>();
        List<Endpoint> gone = new ArrayList<>();
        List<Endpoint> waiting = new ArrayList<>();
        for (int attempt : turns) {
            if (state(attempt) != AttemptState.WAITING) {
                tried.add(attempt);
                gone.add(candidate(attempt));
            } else {
                waiting.add(candidate(attempt));
            }
        }
        waiting.addAll(candidates.subList(had, candidates.size()));
        for (Endpoint each : personality.orderAfter(gone, waiting)) {
            tried.add(candidates.indexOf(each) + 1);
        }
        turns = tried;
        return advance();
    }

    Turn failed(int attempt) {
        if (phase != Phase.RUNNING || state(attempt) != AttemptState.RUNNING) {
            return this;
        }
        set(attempt, AttemptState.FAILED);
        if (personality.pace() == AttemptPace.DELAY_OR_FAILURE) {
            due = now;
        }
        return advance();
    }

    Turn connected(int attempt) {
        if (phase != Phase.RUNNING || state(attempt) != AttemptState.RUNNING) {
            outputs.add(new Output.Abandon(attempt, "connected too late"));
            return this;
        }
        set(attempt, AttemptState.WON);
        outputs.add(new Output.Won(attempt));
        return decide("attempt " + attempt + " connected first");
    }

    Turn timerDue() {
        return phase == Phase.RUNNING ? advance() : this;
    }

    Turn cancel() {
        return phase == Phase.RUNNING ? decide("the race was cancelled") : this;
    }

    Step end() {
        long wakeAt = wakeAt();
        if (wakeAt != before.wakeAt()) {
            outputs.add(new Output.WakeAt(wakeAt));
        }
        return new Step(new ConnectionRace(personality, candidates, List.of(attempts), turns, delays, expecting, phase, due, begun,
                wakeAt), outputs);
    }

    private Turn advance() {
        boolean idle = running() == 0;
        boolean over = now >= due;
        switch (personality.pace()) {
            case FAILURE -> startNext(idle);
            case DELAY_OR_FAILURE, DELAY_OR_IDLE -> startNext(idle || over);
            case ABORT_AFTER_DELAY -> {
                // An attempt that has to wait before its connect, for a CPU or at a gate, is not late: the program of these rules calls
                // connect and sets its timer in one go.
                int running = first(AttemptState.RUNNING, null);
                boolean late = over && running != NONE && running == begun;
                if (late && waiting() != NONE) {
                    abandon(running, "no answer within " + personality.delayNanos() / 1_000_000 + " ms");
                }
                startNext(idle || late);
            }
            case TWO_TRACKS -> advanceTracks();
        }
        if (running() == 0 && !expecting) {
            phase = Phase.DECIDED;
            outputs.add(new Output.AllFailed());
        }
        return this;
    }

    private void startNext(boolean allowed) {
        int next = waiting();
        if (!allowed || next == NONE) {
            return;
        }
        if (running() >= personality.concurrent()) {
            abandon(first(AttemptState.RUNNING, null), "more than " + personality.concurrent() + " attempts at once");
        }
        due = now + delays.get(next - 1);
        start(next);
    }

    /// Each family stands in a line of its own; the second line opens when the delay is over or the first is used up.
    private void advanceTracks() {
        if (attempts.length == 0) {
            return;
        }
        Family primary = candidate(1).family();
        advanceTrack(primary);
        if (first(AttemptState.RUNNING, primary) == NONE) {
            due = Math.min(due, now);
        }
        if (now >= due) {
            advanceTrack(primary.other());
        }
    }

    private void advanceTrack(Family family) {
        int next = first(AttemptState.WAITING, family);
        if (next != NONE && first(AttemptState.RUNNING, family) == NONE) {
            start(next);
        }
    }

    private void start(int attempt) {
        set(attempt, AttemptState.RUNNING);
        outputs.add(new Output.Start(attempt, candidate(attempt)));
    }

    private void abandon(int attempt, String reason) {
        set(attempt, AttemptState.ABANDONED);
        outputs.add(new Output.Abandon(attempt, reason));
    }

    private Turn decide(String reason) {
        phase = Phase.DECIDED;
        for (int attempt = first(AttemptState.RUNNING, null); attempt != NONE; attempt = first(AttemptState.RUNNING, null)) {
            abandon(attempt, reason);
        }
        return this;
    }

    /// A timer is needed while someone waits whom the delay, and not only the end of another attempt, would let go.
    private long wakeAt() {
        if (phase != Phase.RUNNING || due <= now) {
            return ConnectionRace.NEVER;
        }
        Family who = personality.pace() == AttemptPace.TWO_TRACKS ? candidate(1).family().other() : null;
        boolean timed = personality.pace() != AttemptPace.FAILURE && first(AttemptState.WAITING, who) != NONE;
        return timed ? due : ConnectionRace.NEVER;
    }

    private int waiting() {
        return first(AttemptState.WAITING, null);
    }

    /// The attempt that was started last.
    private int last() {
        int last = NONE;
        for (int attempt : turns) {
            last = state(attempt) == AttemptState.WAITING ? last : attempt;
        }
        return last;
    }

    private int running() {
        int count = 0;
        for (AttemptState each : attempts) {
            count += each == AttemptState.RUNNING ? 1 : 0;
        }
        return count;
    }

    /// The first attempt in this state and of this family (`null`: any), or [#NONE].
    private int first(AttemptState state, Family family) {
        for (int attempt : turns) {
            if (state(attempt) == state && (family == null || candidate(attempt).family() == family)) {
                return attempt;
            }
        }
        return NONE;
    }

    private Endpoint candidate(int attempt) {
        return candidates.get(attempt - 1);
    }

    private AttemptState state(int attempt) {
        return attempts[attempt - 1];
    }

    private void set(int attempt, AttemptState state) {
        attempts[attempt - 1] = state;
    }
}
