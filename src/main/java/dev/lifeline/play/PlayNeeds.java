package dev.lifeline.play;

import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.Head;
import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.action.ClientRole;
import dev.lifeline.scenario.expectation.CounterCheck;
import java.util.List;
import java.util.Set;

/// Needs of a scenario: the words of its file, and options that not every kernel lets every user set.
///
/// @param dropsSegments a socket of it throws away whatever comes
/// @param choosesPorts a client of it has a range of local ports
/// @param counters the kernel's words for counters that it looks at
public record PlayNeeds(List<Need> words, boolean dropsSegments, boolean choosesPorts, Set<String> counters) {

    public PlayNeeds {
        words = List.copyOf(words);
        counters = Set.copyOf(counters);
    }

    public static PlayNeeds of(Scenario scenario) {
        return new PlayNeeds(scenario.needs(), dropsSegments(scenario), choosesPorts(scenario),
                CounterCheck.named(scenario.expectations()));
    }

    /// Finds the same for a scenario whose file was not read further; not the counters, of which a parser is needed.
    public static PlayNeeds of(Head head) {
        return new PlayNeeds(head.needs(), head.text().contains("drop-incoming: true"), head.text().contains("port-range: "), Set.of());
    }

    private static boolean dropsSegments(Scenario scenario) {
        for (ActorSpec actor : scenario.actors()) {
            if (actor.role().dropsIncoming()) {
                return true;
            }
        }
        for (Step step : scenario.steps()) {
            if (step.action().dropsIncoming()) {
                return true;
            }
        }
        return false;
    }

    private static boolean choosesPorts(Scenario scenario) {
        for (ActorSpec actor : scenario.actors()) {
            if (actor.role() instanceof ClientRole client && client.portRange() != null) {
                return true;
            }
        }
        return false;
    }
}
