package dev.lifeline.analysis.pace;

import dev.lifeline.analysis.Span;
import dev.lifeline.model.Family;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.RaceEvent;
import java.util.ArrayList;
import java.util.List;

/// The question for one family of a name's addresses, asked apart from the other's, with its answer.
///
/// @param lane who asked
/// @param connection for which connection
/// @param family which
/// @param asked when, in nanoseconds since the origin
/// @param ended when it was answered or given up; -1 where the recording does not say
/// @param answer what came, or `null`
/// @param unanswered why it is not waited for any more, or `null`
public record AskedFamily(Lane lane, int connection, Family family, long asked, long ended, RaceEvent.Answered answer,
                          RaceEvent.Unanswered unanswered) {

    /// The questions of a trace, in the order in which they were asked.
    public static List<AskedFamily> of(List<TraceEvent> race) {
        List<AskedFamily> all = new ArrayList<>();
        for (TraceEvent mark : race) {
            if (mark.body() instanceof RaceEvent.Asked asked) {
                all.add(new AskedFamily(mark.lane(), mark.connection(), asked.family(), mark.at(), -1, null, null));
            } else if (mark.body() instanceof RaceEvent.Answered answer) {
                end(all, mark, answer.family(), answer, null);
            } else if (mark.body() instanceof RaceEvent.Unanswered unanswered) {
                end(all, mark, unanswered.family(), null, unanswered);
            }
        }
        return List.copyOf(all);
    }

    private static void end(List<AskedFamily> all, TraceEvent mark, Family family, RaceEvent.Answered answer,
                            RaceEvent.Unanswered unanswered) {
        for (int i = 0; i < all.size(); i++) {
            AskedFamily each = all.get(i);
            if (each.ended < 0 && each.family == family && each.lane == mark.lane() && each.connection == mark.connection()) {
                all.set(i, new AskedFamily(each.lane, each.connection, family, each.asked, mark.at(), answer, unanswered));
            }
        }
    }

    /// Says if it belongs to this look-up.
    public boolean isOf(Span span) {
        return span.lane() == lane && span.connection() == connection && asked >= span.start() && (span.end() < 0 || asked <= span.end());
    }
}
