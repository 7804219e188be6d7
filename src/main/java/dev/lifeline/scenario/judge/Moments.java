package dev.lifeline.scenario.judge;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.expectation.PacketCheck;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.word.EventText;
import dev.lifeline.scenario.word.EventText.Kind;
import dev.lifeline.scenario.word.EventText.Moment;
import dev.lifeline.text.Marked;
import java.util.List;

/// Finds the time at which something happened first.
public final class Moments {

    /// It is not in the trace.
    public static final long NEVER = -1;

    private Moments() {
    }

    /// Nanoseconds since the origin of the trace, or [#NEVER].
    public static long of(PlayIndex play, EventText event) {
        if (event.kind() == Kind.STEP) {
            StepMark mark = play.mark(event.what());
            return mark == null ? NEVER : event.moment() == Moment.STARTED ? mark.begin() : mark.end();
        }
        TraceEvent found = event(play, event);
        return found == null ? NEVER : found.at();
    }

    /// The event of the trace that it stands for; `null` where it is not there.
    public static TraceEvent event(PlayIndex play, EventText event) {
        List<Own> sides = event.actor() == null ? List.of() : play.sides(event.actor(), null);
        return switch (event.kind()) {
            case STAGE -> stage(play, event, sides);
            case PACKET -> packet(play, event, sides);
            case HOLD -> hold(play, event, sides);
            case STEP -> step(play, event);
        };
    }

    private static TraceEvent step(PlayIndex play, EventText event) {
        StepMark mark = play.mark(event.what());
        return mark == null ? null : play.event(event.moment() == Moment.STARTED ? mark.firstSequence() : mark.lastSequence());
    }

    /// The source of evidence that one of the events needs and that did not take part, and why; `null` where all did.
    public static String absent(PlayIndex play, List<EventText> events) {
        for (EventText event : events) {
            if (event.kind() == Kind.PACKET && play.absent("packet") != null) {
                return play.absent("packet");
            }
        }
        return null;
    }

    /// The answer where it did not hold: not so sure where one of the events is a packet, and packets were lost.
    public static Answer failed(PlayIndex play, List<EventText> events, Marked expected, Marked observed) {
        for (EventText event : events) {
            if (event.kind() == Kind.PACKET && play.lost("packet") != null) {
                return Answer.notSeen(expected.text(), observed.text() + "; but " + play.lost("packet"));
            }
        }
        return Answer.of(false, expected, observed);
    }

    private static TraceEvent stage(PlayIndex play, EventText event, List<Own> sides) {
        Stage stage = Vocabulary.stage(event.what());
        for (StageRun run : play.runs()) {
            if (run.stage() != stage || event.attempt() != 0 && run.any().attempt() != event.attempt()
                    || !play.isOf(run, event.actor(), sides)) {
                continue;
            }
            boolean fits = switch (event.moment()) {
                case STARTED -> run.begin() != null && !run.skipped();
                case FINISHED -> run.outcome() != null;
                case FAILED -> run.code() != null;
                case END -> run.end() != null;
            };
            if (fits) {
                return event.moment() == Moment.STARTED ? run.begin() : run.end();
            }
        }
        return null;
    }

    private static TraceEvent packet(PlayIndex play, EventText event, List<Own> sides) {
        for (TraceEvent each : play.events()) {
            if (each.body() instanceof SegmentSeen segment && PacketCheck.fits(segment, event.what())) {
                for (Own own : sides) {
                    if (play.isAbout(each, own) && segment.from() == own.lane()) {
                        return each;
                    }
                }
                // A server's SYN-ACK passes before any program has the connection.
                if (sides.isEmpty() && segment.from() == Lane.SERVER) {
                    return of(play, event, each, segment);
                }
            }
        }
        return null;
    }

    private static TraceEvent of(PlayIndex play, EventText event, TraceEvent each, SegmentSeen segment) {
        ActorOnTrace actor = play.actor(event.actor());
        return actor != null && actor.listener() != null && actor.listener().port() == segment.flow().local().port() ? each : null;
    }

    private static TraceEvent hold(PlayIndex play, EventText event, List<Own> sides) {
        for (TraceEvent each : play.events()) {
            boolean fits = event.moment() == Moment.STARTED ? each.body() instanceof HoldEvent.HoldStarted
                    : each.body() instanceof HoldEvent.HoldEnded;
            if (fits && play.isOf(each, null, event.actor(), sides)) {
                return each;
            }
        }
        return null;
    }
}
