package dev.lifeline.wording.life;

import dev.lifeline.analysis.life.Life;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;

/// Connections that never came about, in words.
final class UnmadeWords {

    private UnmadeWords() {
    }

    static String refused(Life.Refused life, Glyphs glyphs) {
        String after = life.after() < 0 ? "" : " " + Durations.glance(life.after(), glyphs) + " after the SYN";
        String listens = switch (life.table()) {
            case UNKNOWN -> "";
            case NOBODY -> life.local() ? ": nobody listens" : "";
            case ELSEWHERE -> life.local() ? ": listens elsewhere" : "";
            case THERE -> life.local() ? ", yet something listens" : "";
        };
        return switch (life.how()) {
            case RST -> listens.isEmpty() ? "refused by RST" + after : "refused" + after + listens;
            case UNSEEN -> "refused" + listens;
            case RULE_HERE -> "refused by this machine's ICMP" + after;
            case ICMP -> "refused by ICMP from " + LifeWords.safe(life.offender());
        };
    }

    static String full(Life.QueueFull life, Glyphs glyphs) {
        String queue = "accept queue full (" + life.queued() + " of " + life.limit() + ")";
        String all = queue + ": " + (life.syns() == 0 ? "not connected" + LifeWords.during(life.waited(), " in ", glyphs)
                : silence(life.syns(), life.waited(), glyphs));
        return all.length() <= LifeWords.ROOM ? all : queue + (life.syns() == 0 ? "" : ": " + silence(life.syns(), -1, glyphs));
    }

    static String unanswered(Life.Unanswered life, Glyphs glyphs) {
        return (life.syns() > 0 ? silence(life.syns(), life.waited(), glyphs)
                : "not connected" + LifeWords.during(life.waited(), " in ", glyphs)) + (life.halfOpen() ? "; half open there" : "");
    }

    private static String silence(int syns, long waited, Glyphs glyphs) {
        return "no answer to " + (syns == 1 ? "the SYN" : syns + " SYNs") + LifeWords.during(waited, " in ", glyphs);
    }

    static String unreachable(Life.Unreachable life) {
        if (life.route() != null) {
            return "unreachable: " + switch (life.route()) {
                case NONE -> "this machine has no route to it";
                case BLACKHOLE -> "this machine's route is a blackhole";
                case PROHIBIT -> "this machine's route prohibits it";
                default -> "this machine's route says so";
            };
        }
        if (life.offender() == null) {
            return "unreachable: " + life.code().text();
        }
        String who = life.self() ? "this machine" : LifeWords.safe(life.offender());
        return life.prohibited() ? "unreachable: forbidden by " + who : "unreachable: " + LifeWords.safe(life.meaning()) + ", said by " + who;
    }

    static String unnamed(Life.Unnamed life, Glyphs glyphs) {
        String took = LifeWords.during(life.waited(), ", after ", glyphs);
        return switch (life.code()) {
            case ENOTFOUND -> "no such name" + took;
            case EAI_NODATA -> "the name has no address of that family" + took;
            case EAI_AGAIN -> "the look-up has no answer for now" + took;
            case TIMEOUT -> "no answer to the look-up" + LifeWords.during(life.waited(), " in ", glyphs);
            default -> life.code() == ErrorCode.UNKNOWN ? "look-up failed" + took : "look-up failed: " + life.code().text();
        };
    }
}
