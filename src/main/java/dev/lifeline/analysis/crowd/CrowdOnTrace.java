package dev.lifeline.analysis.crowd;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import java.util.List;
import java.util.Set;

/// A crowd as the trace has it.
///
/// @param name as the scenario calls it
/// @param lane in whose lane what its members do stands
/// @param size how many take part
/// @param connections the numbers that their connections have in that lane
/// @param accepted how many of the clients' connections the server's program has accepted; 0 for another crowd
/// @param stages what they did, in the order in which it began; of the clients' with what the kernel saw of it
public record CrowdOnTrace(String name, Lane lane, int size, Set<Integer> connections, int accepted, List<CrowdStage> stages) {

    public CrowdOnTrace {
        connections = Set.copyOf(connections);
        stages = List.copyOf(stages);
    }

    /// A stage of its members in their own lane; `null` where none of them came to it.
    public CrowdStage stage(Stage stage) {
        for (CrowdStage each : stages) {
            if (each.lane() == lane && each.stage() == stage) {
                return each;
            }
        }
        return null;
    }
}
