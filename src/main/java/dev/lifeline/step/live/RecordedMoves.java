package dev.lifeline.step.live;

import dev.lifeline.step.CommandException;
import dev.lifeline.step.Journey;
import dev.lifeline.step.Move;
import dev.lifeline.step.StopCause;
import java.util.ArrayList;
import java.util.List;

/// Moves through what is recorded: nothing runs.
final class RecordedMoves {

    private RecordedMoves() {
    }

    /// Moves the cursor.
    ///
    /// @param until the place to stop at; `null` where none is named
    /// @param asking places at which something is asked by itself
    /// @param elsewhere said behind where a recording breaks off that has no further stop
    /// @throws CommandException where there is no further one
    static Journey move(Journey journey, Move.Reach reach, StopCause until, List<StopCause> asking, String elsewhere) throws CommandException {
        if (!journey.live() && journey.cursor() == journey.stops().size() && !journey.isBetween()) {
            throw new CommandException("the recording of this run breaks off here: back goes to a stop before it" + elsewhere);
        }
        return switch (reach) {
            case STAGE, STEP -> journey.at(journey.isBetween() ? journey.cursor() : Math.min(journey.stops().size(), journey.cursor() + 1));
            case GATE -> {
                Journey next = journey.event();
                yield next == null ? journey : next;
            }
            case FREE -> {
                if (journey.live()) {
                    throw SocketsOnly.recorded(journey);
                }
                List<StopCause> places = new ArrayList<>(asking);
                if (until != null) {
                    places.add(until);
                }
                yield journey.ahead(places);
            }
        };
    }
}
