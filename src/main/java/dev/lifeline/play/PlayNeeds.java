package dev.lifeline.play;

import dev.lifeline.scenario.Head;
import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.Scenario;
import java.util.List;
import java.util.Set;

/// Needs of a scenario: words of [Need], and options that not every kernel lets every user set.
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
        return of(Head.of(scenario));
    }

    /// Finds the same for a scenario whose file was not read further.
    public static PlayNeeds of(Head head) {
        return new PlayNeeds(head.needs(), head.dropsSegments(), head.choosesPorts(), head.counters());
    }
}
