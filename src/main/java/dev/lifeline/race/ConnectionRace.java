package dev.lifeline.race;

import dev.lifeline.model.Endpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// One race between candidates, at one moment. Each [#step] gives the next state and what is to be done; nothing is changed.
///
/// @param personality whose rules
/// @param candidates attempt 1 is the first; those that came during the race stand behind those that it began with
/// @param attempts where each stands, in the same order
/// @param turns the numbers of the attempts in the order in which they are tried
/// @param delays how long the next attempt waits for each, in nanoseconds, in the order of the candidates
/// @param expecting says if more candidates may come
/// @param phase how far the race is
/// @param due when the rules allow the next attempt (or the second family) although another is under way
/// @param begun the attempt whose connect was called last; 0 before the first
/// @param wakeAt the timer that was asked for last; [#NEVER] where there is none
public record ConnectionRace(Personality personality, List<Endpoint> candidates, List<AttemptState> attempts, List<Integer> turns,
                             List<Long> delays, boolean expecting, Phase phase, long due, int begun, long wakeAt) {

    /// A time that does not come.
    public static final long NEVER = Long.MAX_VALUE;

    /// The phases of a race.
    public enum Phase {
        /// Not begun.
        READY,
        /// Under way.
        RUNNING,
        /// Won, lost or cancelled.
        DECIDED
    }

    /// The result of a step.
    ///
    /// @param race the state from now on
    /// @param outputs what to do, in this order
    public record Step(ConnectionRace race, List<Output> outputs) {
        public Step {
            outputs = List.copyOf(outputs);
        }
    }

    public ConnectionRace {
        Objects.requireNonNull(personality, "personality");
        candidates = List.copyOf(candidates);
        attempts = List.copyOf(attempts);
        turns = List.copyOf(turns);
        delays = List.copyOf(delays);
        Objects.requireNonNull(phase, "phase");
    }

    /// A race that has not begun.
    ///
    /// @param asGivenBySystem the candidates in the resolver's order; the personality puts them in its own
    public static ConnectionRace of(Personality personality, List<Endpoint> asGivenBySystem) {
        return of(personality, asGivenBySystem, false, Map.of());
    }

    /// A race that has not begun.
    ///
    /// @param expecting says if [Input.Arrived] will come, with more candidates or with none
    /// @param delays how long the next attempt waits for each, in nanoseconds, where it is another time than the personality's
    public static ConnectionRace of(Personality personality, List<Endpoint> asGivenBySystem, boolean expecting,
                                    Map<Endpoint, Long> delays) {
        List<Endpoint> ordered = personality.order(asGivenBySystem);
        AttemptState[] waiting = new AttemptState[ordered.size()];
        Arrays.fill(waiting, AttemptState.WAITING);
        List<Integer> turns = new ArrayList<>(ordered.size());
        List<Long> waits = new ArrayList<>(ordered.size());
        for (Endpoint each : ordered) {
            turns.add(turns.size() + 1);
            waits.add(delays.getOrDefault(each, personality.delayNanos()));
        }
        return new ConnectionRace(personality, ordered, List.of(waiting), turns, waits, expecting, Phase.READY, NEVER, 0, NEVER);
    }

    /// Takes a fact and says what follows from it.
    ///
    /// A fact about an attempt that is not under way changes nothing, except that a connection that came too late is
    /// abandoned.
    ///
    /// @param now nanoseconds on the caller's clock; never earlier than before
    /// @throws IllegalStateException when [Input.Begin] is missing or given twice
    public Step step(Input input, long now) {
        if ((phase == Phase.READY) != (input.kind() == Input.Kind.BEGIN)) {
            throw new IllegalStateException(input + " while the race is " + phase);
        }
        Turn turn = new Turn(this, now);
        Turn told = switch (input.kind()) {
            case BEGIN -> turn.begin();
            case CONNECTED -> turn.connected(((Input.Connected) input).attempt());
            case CONNECTING -> turn.connecting((Input.Connecting) input);
            case FAILED -> turn.failed(((Input.Failed) input).attempt());
            case ARRIVED -> turn.arrived((Input.Arrived) input);
            case TIMER_DUE -> turn.timerDue();
            case CANCEL -> turn.cancel();
        };
        return told.end();
    }

    /// How long an attempt that begins now may take, in nanoseconds.
    ///
    /// @param attempt its number, from 1
    /// @param whole the time that was given for connecting, in nanoseconds
    /// @param rest what is left of it
    public long limit(int attempt, long whole, long rest) {
        int left = 0;
        for (int each = attempt; each <= candidates.size(); each++) {
            left += candidate(each).family() == candidate(attempt).family() ? 1 : 0;
        }
        return personality.limit().of(whole, rest, left);
    }

    /// The candidate of an attempt.
    ///
    /// @param attempt its number, from 1
    public Endpoint candidate(int attempt) {
        return candidates.get(attempt - 1);
    }
}
