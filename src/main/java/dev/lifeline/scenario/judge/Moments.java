package dev.lifeline.scenario.judge;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.scenario.expectation.PacketCheck;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.word.EventText;
import java.util.List;

/// Finds the time at which something happened first.
public final class Moments {

    /// It is not in the trace.
    public static final long NEVER = -1;

    private Moments() {
    }

    /// Nanoseconds since the origin of the trace, or [#NEVER].
    public static long of(PlayIndex sight, EventText event) {
        if (event.actor() == null) {
            StepMark mark = sight.mark(event.what());
            return mark == null ? NEVER : event.moment().equals("started") ? mark.begin() : mark.end();
        }
        List<Own> sides = sight.sides(event.actor(), null);
        return switch (event.what()) {
            case "packet" -> packet(sight, event, sides);
            case "hold" -> hold(sight, event, sides);
            default -> stage(sight, event, sides);
        };
    }

    /// The source of evidence that one of the events needs and that did not take part, and why; `null` where all did.
    public static String absent(PlayIndex sight, List<EventText> events) {
        for (EventText event : events) {
            if (event.actor() != null && event.what().equals("packet") && sight.absent("packet") != null) {
                return sight.absent("packet");
            }
        }
        return null;
    }

    /// The answer where it did not hold: not so sure where one of the events is a packet, and packets were lost.
    public static Answer failed(PlayIndex sight, List<EventText> events, String expected, String observed) {
        for (EventText event : events) {
            if (event.actor() != null && event.what().equals("packet") && sight.lost("packet") != null) {
                return Answer.notSeen(expected, observed + "; but " + sight.lost("packet"));
            }
        }
        return Answer.of(false, expected, observed);
    }

    public static String text(EventText event) {
        return (event.actor() == null ? "step" : event.actor()) + " " + event.what()
                + (event.attempt() == 0 ? "" : "/" + event.attempt())
                + (event.moment().equals("end") ? "" : " " + event.moment());
    }

    private static long stage(PlayIndex sight, EventText event, List<Own> sides) {
        for (StageRun run : sight.runs()) {
            if (run.stage() != event.stage() || event.attempt() != 0 && run.any().attempt() != event.attempt()
                    || !sight.isOf(run, event.actor(), sides)) {
                continue;
            }
            boolean fits = switch (event.moment()) {
                case "started" -> run.begin() != null && !run.skipped();
                case "finished" -> run.outcome() != null;
                case "failed" -> run.code() != null;
                default -> run.end() != null;
            };
            if (fits) {
                return event.moment().equals("started") ? run.begin().at() : run.end().at();
            }
        }
        return NEVER;
    }

    private static long packet(PlayIndex sight, EventText event, List<Own> sides) {
        for (TraceEvent each : sight.events()) {
            if (each.body() instanceof SegmentSeen segment && PacketCheck.fits(segment, event.moment())) {
                for (Own own : sides) {
                    if (sight.isAbout(each, own) && segment.from() == own.lane()) {
                        return each.at();
                    }
                }
                // A server's SYN-ACK passes before any program has the connection.
                if (sides.isEmpty() && segment.from() == Lane.SERVER) {
                    return of(sight, event, each, segment);
                }
            }
        }
        return NEVER;
    }

    private static long of(PlayIndex sight, EventText event, TraceEvent each, SegmentSeen segment) {
        ActorOnTrace actor = sight.actor(event.actor());
        return actor != null && actor.listener() != null && actor.listener().port() == segment.flow().local().port() ? each.at()
                : NEVER;
    }

    private static long hold(PlayIndex sight, EventText event, List<Own> sides) {
        for (TraceEvent each : sight.events()) {
            boolean fits = event.moment().equals("started") ? each.body() instanceof HoldEvent.HoldStarted
                    : each.body() instanceof HoldEvent.HoldEnded;
            if (fits && sight.isOf(each, null, event.actor(), sides)) {
                return each.at();
            }
        }
        return NEVER;
    }
}
