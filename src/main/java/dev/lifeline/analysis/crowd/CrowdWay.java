package dev.lifeline.analysis.crowd;

import dev.lifeline.model.ErrorCode;
import java.util.List;

/// One way in which a stage of a crowd went, and those with whom it went so.
///
/// @param kind how it went
/// @param code how it failed; `null` where it did not
/// @param members their numbers, rising; of those that did it several times once
/// @param count how often it went so
/// @param from when the first of them began, in nanoseconds since the origin
/// @param firstEnd when the first of them ended
/// @param lastEnd when the last of them ended
/// @param min the shortest, in nanoseconds
/// @param median the middle one; of an even number the mean of both
/// @param max the longest
public record CrowdWay(Kind kind, ErrorCode code, List<Integer> members, int count, long from, long firstEnd, long lastEnd, long min,
                       long median, long max) {

    /// Kinds of ends.
    public enum Kind {
        DONE,
        /// Done, and it took far longer than with the others.
        SLOW,
        /// Concluded from both programs, not measured: at least so long.
        CONCLUDED,
        FAILED,
        /// Under way when the trace ended; of a handshake, that it did not complete; of a wait in the accept queue, that its end was not
        /// seen.
        OPEN
    }

    public CrowdWay {
        members = List.copyOf(members);
    }
}
