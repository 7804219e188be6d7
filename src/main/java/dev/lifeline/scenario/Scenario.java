package dev.lifeline.scenario;

import dev.lifeline.model.ScenarioSource;
import dev.lifeline.scenario.action.ServerAction;
import dev.lifeline.scenario.predict.Questions;
import dev.lifeline.text.Durations;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// One claim about connections, and how it is shown on real sockets.
///
/// @param id its name: `trace run ID`
/// @param topic the folder that it belongs to
/// @param claim one sentence
/// @param watch what to look at while it plays
/// @param why the explanation, told after
/// @param links where to read on
/// @param needs what must be there: what its words need, and what its file says besides
/// @param actors who takes part
/// @param steps what they do, in order
/// @param expectations what must be seen
/// @param questions what a person is asked who walks through it; its play asks nothing
/// @param limit how long its play may take, in nanoseconds; what still runs then is interrupted
/// @param text the text of its file; `null` where it was not read from one
public record Scenario(String id, String topic, String claim, String watch, String why, List<Link> links, List<Need> needs,
                       List<ActorSpec> actors, List<Step> steps, List<Expectation> expectations, Questions questions, long limit, String text) {

    /// Limit of a scenario that says nothing of it, as it would stand in the file: longer than any of the catalogue takes.
    public static final String DEFAULT_LIMIT = "30s";

    /// The longest limit, in nanoseconds: nobody waits longer for one play.
    public static final long MAX_LIMIT = 600_000_000_000L;

    /// A source to read.
    ///
    /// @param title for example `RFC 9293 section 3.5`
    /// @param url its address
    public record Link(String title, String url) {
    }

    public Scenario {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(watch, "watch");
        Objects.requireNonNull(why, "why");
        links = List.copyOf(links);
        needs = List.copyOf(needs);
        actors = List.copyOf(actors);
        steps = List.copyOf(steps);
        expectations = List.copyOf(expectations);
        Objects.requireNonNull(questions, "questions");
        if (limit <= 0 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("a play takes more than no time, and " + Durations.text(MAX_LIMIT) + " at most");
        }
    }

    /// One that asks nothing, with the usual limit.
    public Scenario(String id, String topic, String claim, String watch, String why, List<Link> links, List<Need> needs,
                    List<ActorSpec> actors, List<Step> steps, List<Expectation> expectations, String text) {
        this(id, topic, claim, watch, why, links, needs, actors, steps, expectations, Questions.NONE, Durations.parse(DEFAULT_LIMIT),
                text);
    }

    /// For the header of its play; `null` where it was not read from a file.
    public ScenarioSource source() {
        return text == null ? null : new ScenarioSource(id, topic, claim, text);
    }

    /// Lists all for whose sake a play looks: what is expected, and what decides its predictions.
    public List<Expectation> looked() {
        if (questions.isEmpty()) {
            return expectations;
        }
        List<Expectation> all = new ArrayList<>(expectations);
        all.addAll(questions.proofs());
        return all;
    }

    /// Tells whether it is played in a network namespace of its own.
    public boolean isApart() {
        return needs.contains(Need.NAMESPACE);
    }

    /// The actor with this name, or the crowd that it is a member of; or `null`.
    public ActorSpec actor(String name) {
        for (ActorSpec actor : actors) {
            if (actor.name().equals(name) || actor.count() > 0 && new Crowd(actor.name(), actor.count()).has(name)) {
                return actor;
            }
        }
        return null;
    }

    /// The crowd with this name, one of accepted connections included; or `null`.
    public Crowd crowd(String name) {
        for (ActorSpec actor : actors) {
            if (actor.count() > 0 && actor.name().equals(name)) {
                return new Crowd(name, actor.count());
            }
        }
        for (Step step : steps) {
            if (step.action() instanceof ServerAction.Accept accept && accept.times() > 0 && name.equals(accept.as())) {
                return new Crowd(name, accept.times());
            }
        }
        return null;
    }
}
