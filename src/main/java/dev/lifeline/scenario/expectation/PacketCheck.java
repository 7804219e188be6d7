package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Bound;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.List;

/// Counts segments that passed: SegmentSeen.
public final class PacketCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "Segments that passed, counted.",
                Subjects.OF_CONNECTION, Subjects.DURING,
                optional("from", ValueType.WORD, "whose segments; without, both sides'").of("client", "server"),
                optional("flags", ValueType.WORD, "which; data is any segment with bytes")
                        .of("SYN", "SYN-ACK", "ACK", "FIN", "RST",
                        "data"),
                optional("window", ValueType.BOUND, "only those with such a window, in bytes"),
                optional("again", ValueType.FLAG, "only those that were, or were not, sent a second time"),
                optional("count", ValueType.BOUND, "how many").otherwise(">= 1")).needing(Need.PACKET);
    }

    @Override
    public boolean holdsByLack(Args args) {
        return true;
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        Bound wanted = args.bound("count");
        List<Own> sides = play.sides(args.text("of"), null);
        long count = 0;
        StringBuilder others = new StringBuilder();
        for (TraceEvent event : play.events()) {
            if (!(event.body() instanceof SegmentSeen segment) || !play.during(event, args.text("at"))
                    || sides.stream().noneMatch(own -> play.isAbout(event, own))) {
                continue;
            }
            if (fits(segment, args)) {
                count++;
            } else {
                String name = segment.from().label() + " " + TcpFlags.name(segment.flags());
                if (others.indexOf(name) < 0) {
                    others.append(others.isEmpty() ? "" : ", ").append(name);
                }
            }
        }
        String what = what(args);
        boolean held = wanted.holds(count);
        String observed = what + ": " + count + (held || others.isEmpty() ? "" : "; others were " + others);
        String lost = wanted.most() == Long.MAX_VALUE ? null : play.lost("packet");
        // With packets lost there may have been more.
        return held && lost != null ? Answer.notSeen(what + ": " + wanted.text(), observed + "; but " + lost)
                : Answer.of(held, what + ": " + wanted.text(), observed);
    }

    private static boolean fits(SegmentSeen segment, Args args) {
        return (!args.has("from") || segment.from().label().equals(args.text("from")))
                && (!args.has("flags") || fits(segment, args.text("flags")))
                && (!args.has("window") || args.bound("window").holds(segment.window()))
                && (!args.has("again") || args.flag("again") == segment.again());
    }

    /// Tells whether a segment is what people call so.
    public static boolean fits(SegmentSeen segment, String flags) {
        return switch (flags) {
            case "data" -> segment.payload() > 0;
            case "ACK" -> segment.payload() == 0 && TcpFlags.name(segment.flags()).equals("ACK");
            default -> TcpFlags.name(segment.flags()).equals(flags);
        };
    }

    private static String what(Args args) {
        return Subjects.of(args) + ": " + (args.has("again") ? args.flag("again") ? "retransmitted " : "first-time " : "")
                + args.text("flags", "any") + " segments" + (args.has("from") ? " of the " + args.text("from") : "")
                + (args.has("window") ? " with window " + args.bound("window").text() : "");
    }
}
