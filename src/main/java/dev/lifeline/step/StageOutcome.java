package dev.lifeline.step;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Labelled;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import java.util.ArrayList;
import java.util.List;

/// The outcome of a stage on which a breakpoint depends.
///
/// @param word `finished`, `failed`, or the code of a failure
public record StageOutcome(String word) {

    private static final String FINISHED = "finished";
    private static final String FAILED = "failed";

    /// Reads it; capitals do not matter.
    ///
    /// @throws CommandException for a word that is none: with the nearest one that is
    static StageOutcome of(String typed) throws CommandException {
        List<String> words = words();
        for (String word : words) {
            if (word.equalsIgnoreCase(typed)) {
                return new StageOutcome(word);
            }
        }
        throw new CommandException((typed.isEmpty() ? "" : Quoted.typed(typed) + " is no outcome"
                + Nearest.hint(typed.toUpperCase(java.util.Locale.ROOT), words) + ": ") + "write if outcome=finished, failed, or a code as ECONNREFUSED");
    }

    /// The words of all outcomes.
    static List<String> words() {
        List<String> words = new ArrayList<>(List.of(FINISHED, FAILED));
        words.addAll(Labelled.labels(ErrorCode.values()));
        return words;
    }

    /// Says if the newest end of a stage had this outcome.
    ///
    /// @param events in order of arrival; those after the end are none of this connection's stage
    /// @param connection which of the lane, from 1; 0 for none
    public boolean is(List<TraceEvent> events, Lane lane, int connection, Stage stage) {
        for (TraceEvent event : events.reversed()) {
            if (event.lane() == lane && event.connection() == connection) {
                if (event.body() instanceof StageEvent.Finished finished && finished.stage() == stage) {
                    return word.equals(FINISHED);
                } else if (event.body() instanceof StageEvent.Failed failed && failed.stage() == stage) {
                    return word.equals(FAILED) || word.equals(failed.failure().code().label());
                }
            }
        }
        return false;
    }
}
