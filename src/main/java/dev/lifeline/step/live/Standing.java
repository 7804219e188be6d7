package dev.lifeline.step.live;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.record.Gate;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.scenario.Step;
import dev.lifeline.step.Stop;
import java.util.Comparator;
import java.util.concurrent.CountDownLatch;

/// Somebody who stands and waits for a person: a program at a gate, or a play before a step.
sealed interface Standing {

    /// Those who came in one move stand in the order of the stages of a life: their arrivals are a matter of microseconds. A play
    /// stands behind all of them. Not by `Comparator.comparingInt`: that can be serialized, and no start-up cache holds it.
    Comparator<Standing> ORDER = (one, other) -> {
        int order = Integer.compare(one.round(), other.round());
        order = order != 0 ? order : one.stage().compareTo(other.stage());
        return order != 0 ? order : one.lane().compareTo(other.lane());
    };

    /// The move in which it came: who has stood longest goes first.
    int round();

    /// The stage that it stands at, for the order.
    Stage stage();

    /// The lane that it belongs to, for the order.
    Lane lane();

    /// Says if it waits no more: its run has ended, or somebody else has opened the gate.
    boolean isGone();

    /// Says if it stands behind a stage that has ended.
    boolean isBehind();

    /// Lets it go on.
    void pass();

    /// Says if this is the program that was let go before.
    boolean is(Standing before);

    /// The stop that it makes.
    Stop stop(int number, long upTo);

    /// A program at a gate.
    ///
    /// @param arrival how it came there
    record AtGate(Gates.Arrival arrival, int round) implements Standing {

        @Override
        public Stage stage() {
            return arrival.stage();
        }

        @Override
        public Lane lane() {
            return arrival.who().lane();
        }

        @Override
        public boolean isGone() {
            return arrival.halt().isOver();
        }

        @Override
        public boolean isBehind() {
            return arrival.side() == Gate.Side.AFTER;
        }

        @Override
        public void pass() {
            arrival.halt().pass();
        }

        @Override
        public boolean is(Standing before) {
            LaneRecorder who = arrival.who();
            return before instanceof AtGate gate && gate.arrival.who().lane() == who.lane() && gate.arrival.who().connection() == who.connection();
        }

        @Override
        public Stop stop(int number, long upTo) {
            return Stop.held(number, arrival.actor(), arrival.who().lane(), arrival.who().connection(), arrival.stage(),
                    arrival.side() == Gate.Side.AFTER, upTo);
        }
    }

    /// A play before a step.
    ///
    /// @param step the step
    /// @param latch opened to let it go on
    record BeforeStep(Step step, CountDownLatch latch, int round) implements Standing {

        @Override
        public Stage stage() {
            return Stage.CLOSE;
        }

        @Override
        public Lane lane() {
            return Lane.SERVER;
        }

        @Override
        public boolean isGone() {
            return latch.getCount() == 0;
        }

        @Override
        public boolean isBehind() {
            return false;
        }

        @Override
        public void pass() {
            latch.countDown();
        }

        @Override
        public boolean is(Standing before) {
            return before instanceof BeforeStep;
        }

        @Override
        public Stop stop(int number, long upTo) {
            return Stop.step(number, step.number(), step.actor(), upTo);
        }
    }
}
