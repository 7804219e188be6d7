package dev.lifeline.analysis.crowd;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import java.util.List;

/// A stage of the members of a crowd.
///
/// @param lane in whose lane it stands
/// @param stage which
/// @param ways how it went: the way of most of them first, then the odd ones out
public record CrowdStage(Lane lane, Stage stage, List<CrowdWay> ways) {

    public CrowdStage {
        ways = List.copyOf(ways);
    }

    /// Finds one way; `null` where it went so with nobody.
    public CrowdWay way(CrowdWay.Kind kind) {
        for (CrowdWay way : ways) {
            if (way.kind() == kind) {
                return way;
            }
        }
        return null;
    }
}
