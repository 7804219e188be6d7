package dev.lifeline.step.predict;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.scenario.judge.Finding;
import dev.lifeline.scenario.judge.Questioned;
import dev.lifeline.scenario.predict.Option;
import dev.lifeline.scenario.predict.OrderPuzzle;
import dev.lifeline.scenario.predict.Prediction;
import dev.lifeline.scenario.predict.Proof;
import dev.lifeline.scenario.predict.Questions;
import dev.lifeline.scenario.word.EventText;
import dev.lifeline.step.Journey;
import dev.lifeline.step.Stop;
import dev.lifeline.step.StopCause;
import dev.lifeline.step.predict.Revealed.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/// The predictions of one run, and what was answered so far. Immutable. What the run says is always taken
/// from what the journey has seen: never from an event that its cursor has not reached.
public final class Predictions {

    private final Questioner questioner;
    private final List<Answered> asked;
    private final List<Ordered> ordered;

    private Predictions(Questioner questioner, List<Answered> asked, List<Ordered> ordered) {
        this.questioner = questioner;
        this.asked = List.copyOf(asked);
        this.ordered = List.copyOf(ordered);
    }

    /// Those of a run with this header, of which nothing is answered yet.
    public static Predictions of(TraceHeader header) {
        return new Predictions(Questioner.of(header), List.of(), List.of());
    }

    /// Says if this run asks nothing.
    public boolean isEmpty() {
        return questioner.questions().isEmpty();
    }

    /// Says if anything was answered.
    public boolean isAnswered() {
        return !asked.isEmpty() || !ordered.isEmpty();
    }

    /// All that is asked.
    public Questions questions() {
        return questioner.questions();
    }

    /// Lists what was answered, in the order in which it was.
    public List<Answered> asked() {
        return asked;
    }

    /// Lists the puzzles that were answered, in the order in which they were.
    public List<Ordered> ordered() {
        return ordered;
    }

    /// Lists the predictions to ask where the person stands.
    public List<Prediction> open(Journey journey) {
        return journey.isBetween() ? List.of() : open(journey.stop());
    }

    /// Lists the puzzles to ask where the person stands.
    public List<OrderPuzzle> openPuzzles(Journey journey) {
        return journey.isBetween() ? List.of() : openPuzzles(journey.stop());
    }

    private List<Prediction> open(Stop stop) {
        String label = questioner.label(stop);
        List<Prediction> open = new ArrayList<>();
        for (Prediction each : questioner.questions().predictions()) {
            if (each.at().equals(label) && asked(each.id()) == null) {
                open.add(each);
            }
        }
        return open;
    }

    private List<OrderPuzzle> openPuzzles(Stop stop) {
        String label = questioner.label(stop);
        List<OrderPuzzle> open = new ArrayList<>();
        for (OrderPuzzle each : questioner.questions().puzzles()) {
            if (each.at().equals(label) && ordered(each.id()) == null) {
                open.add(each);
            }
        }
        return open;
    }

    /// The places of all that is asked and was not answered.
    ///
    /// @param skipped ids that are left out
    public List<StopCause> places(Predicate<String> skipped) {
        List<StopCause> places = new ArrayList<>();
        for (Prediction each : questioner.questions().predictions()) {
            if (asked(each.id()) == null && !skipped.test(each.id())) {
                places.add(questioner.place(each.at()));
            }
        }
        for (OrderPuzzle each : questioner.questions().puzzles()) {
            if (ordered(each.id()) == null && !skipped.test(each.id())) {
                places.add(questioner.place(each.at()));
            }
        }
        places.removeIf(Objects::isNull);
        return places;
    }

    /// The answer to a prediction; `null` where it was not asked.
    public Answered asked(String id) {
        for (Answered each : asked) {
            if (each.prediction().id().equals(id)) {
                return each;
            }
        }
        return null;
    }

    /// The answer to a puzzle; `null` where it was not asked.
    public Ordered ordered(String id) {
        for (Ordered each : ordered) {
            if (each.puzzle().id().equals(id)) {
                return each;
            }
        }
        return null;
    }

    /// The same with an answer, in the place of an older one to the same question.
    public Predictions answered(Answered answer) {
        List<Answered> more = new ArrayList<>();
        boolean there = false;
        for (Answered each : asked) {
            boolean same = each.prediction().id().equals(answer.prediction().id());
            more.add(same ? answer : each);
            there |= same;
        }
        if (!there) {
            more.add(answer);
        }
        return new Predictions(questioner, more, ordered);
    }

    /// The same with an order, in the place of an older one to the same puzzle.
    public Predictions answered(Ordered answer) {
        List<Ordered> more = new ArrayList<>(ordered);
        more.removeIf(each -> each.puzzle().id().equals(answer.puzzle().id()));
        more.add(answer);
        return new Predictions(questioner, asked, more);
    }

    /// Lists the answers that can be revealed now: all that decides them was seen, or the run is over. Never before the
    /// journey has left the stop at which they were given.
    public List<Answered> ready(Journey journey) {
        List<Answered> ready = new ArrayList<>();
        Questioned seen = null;
        for (Answered each : asked) {
            if (isEarly(journey, each.stop())) {
                continue;
            }
            if (!journey.isOver() && !each.prediction().transfer()) {
                seen = seen == null ? questioner.ask(journey.seen()) : seen;
                if (!isDecided(seen, each.prediction())) {
                    continue;
                }
            }
            ready.add(each);
        }
        return ready;
    }

    /// Tells whether the journey has not left the stop yet at which an answer was given.
    private static boolean isEarly(Journey journey, int stop) {
        return journey.cursor() <= stop && !journey.isOver();
    }

    /// Tells whether all that decides it was seen, what is asked afterwards included.
    private static boolean isDecided(Questioned seen, Prediction prediction) {
        return seen.isSettled(seen.findings(prediction.proof()))
                && (prediction.seeing() == null || seen.isSettled(seen.findings(prediction.seeing().proof())));
    }

    /// Lists the puzzles that can be revealed now: all of their events were seen, or the run is over. One with events that
    /// never happen waits for the end: before it nobody knows that they do not.
    public List<Ordered> readyPuzzles(Journey journey) {
        List<Ordered> ready = new ArrayList<>();
        for (Ordered each : ordered) {
            if (!isEarly(journey, each.stop()) && (journey.isOver() || each.puzzle().never().isEmpty() && allSeen(journey, each.puzzle()))) {
                ready.add(each);
            }
        }
        return ready;
    }

    private boolean allSeen(Journey journey, OrderPuzzle puzzle) {
        Questioned seen = questioner.ask(journey.seen());
        for (EventText event : puzzle.events()) {
            if (seen.event(event) == null) {
                return false;
            }
        }
        return true;
    }

    /// An answer beside what the journey has seen. Ask [#ready] first: of a prediction that is not decided yet it says that the run
    /// showed none of the answers.
    public Revealed reveal(Journey journey, Answered answer) {
        Prediction prediction = answer.prediction();
        if (prediction.transfer()) {
            return new Revealed(answer, answer.isOpen() ? Outcome.NOT_KNOWN : Outcome.NOT_JUDGED, null, List.of(), List.of());
        }
        Questioned seen = questioner.ask(journey.seen());
        Option shown = shown(seen, prediction.options(), prediction.proof());
        Proof proof = shown == null || shown.right() ? prediction.proof() : shown.proof();
        List<Finding> findings = seen.findings(proof);
        List<TraceEvent> evidence = shown == null ? List.of() : ProofEvents.of(questioner, seen, proof);
        Outcome outcome = shown == null ? Outcome.NOT_SHOWN : answer.isOpen() ? Outcome.NOT_KNOWN
                : shown.id().equals(answer.choice().id()) ? Outcome.AS_SAID : Outcome.OTHERWISE;
        return new Revealed(answer, outcome, shown, findings, evidence);
    }

    /// The answer to what was to be seen that this run shows; `null` where it shows none.
    public Option seen(Journey journey, Prediction prediction) {
        return prediction.seeing() == null ? null
                : shown(questioner.ask(journey.seen()), prediction.seeing().options(), prediction.seeing().proof());
    }

    private static Option shown(Questioned seen, List<Option> options, Proof proof) {
        boolean right = Questioned.holds(seen.findings(proof));
        for (Option each : options) {
            if (each.right() ? right : !right && Questioned.holds(seen.findings(each.proof()))) {
                return each;
            }
        }
        return null;
    }

    /// An order beside that of the run, as far as the journey has seen it.
    public RevealedOrder reveal(Journey journey, Ordered answer) {
        return OrderJudge.judge(questioner.ask(journey.seen()), answer);
    }

    /// All that was asked, and what came of it, as far as the journey has seen it.
    public Summary summary(Journey journey) {
        return SummaryOf.of(this, journey);
    }
}
