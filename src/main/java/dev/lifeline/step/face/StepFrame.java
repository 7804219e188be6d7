package dev.lifeline.step.face;

import dev.lifeline.step.Journey;
import dev.lifeline.step.Stop;
import dev.lifeline.step.card.Card;
import dev.lifeline.step.card.StopKeys;
import dev.lifeline.step.card.StopParts;
import java.util.List;

/// All that can be shown at one moment of a walk: every face is drawn from it, and from nothing else.
///
/// @param journey where the person stands: its trace is the ladder so far
/// @param parts what ended, the stop, the kernel, what comes next, what is asked
/// @param answer the answer to the last command, a question that is asked, or what came of it; `null` where there is only the stop
/// @param said sentences since the last command: refusals, and what was done
/// @param keys those that do something now; none while a question stands open, which has its own
public record StepFrame(Journey journey, StopParts parts, Card answer, List<String> said, List<StopKeys.Key> keys) {

    /// How a run stands.
    public enum Status {
        /// A program or a play is held: what is shown is as the sockets are.
        LIVE,
        /// A call is under way.
        RUNNING,
        /// A stop of the past is shown.
        REPLAY,
        /// The run is over.
        OVER
    }

    public StepFrame {
        said = List.copyOf(said);
        keys = List.copyOf(keys);
    }

    /// The status of the run, as the person sees it.
    public Status status() {
        return journey.isReplay() ? Status.REPLAY : journey.stop().isEnd() ? Status.OVER
                : journey.stop().kind() == Stop.Kind.RUNNING ? Status.RUNNING : Status.LIVE;
    }

    /// The number of the connection that the stop is about, as the kernel's looks count them; 0 where it is about none.
    public int connection() {
        Stop stop = journey.stop();
        return parts.index().connections().kernelNumber(stop.lane(), stop.connection());
    }
}
