package dev.lifeline.scenario.word;

import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Something that happened once, as scenarios write it. The grammar:
///
/// - `ACTOR STAGE [started|finished|failed]`: a stage of its own programs, for example `client connect started`; without the last
///   word its end, however it went. `connect/2` is the second attempt of the race
/// - `ACTOR packet FLAGS`: the first such segment that it sent, for example `server packet SYN-ACK`
/// - `ACTOR hold [started|finished]`: the first time that its lane was held
/// - `step LABEL [started|finished]`: a step
///
/// @param kind of what
/// @param actor whose; `null` for a step
/// @param what a stage as scenarios write it, the flags of a packet, or the label of a step; empty for a hold
/// @param attempt which attempt of the race; 0 where it is not said
/// @param moment when in its course; a packet has only an end
public record EventText(Kind kind, String actor, String what, int attempt, Moment moment) {

    /// Kinds of things that happen.
    public enum Kind { STAGE, PACKET, HOLD, STEP }

    /// Moments in the course of something.
    public enum Moment {
        STARTED, FINISHED, FAILED,
        /// The end, however it went.
        END
    }

    private static final String HOW =
            "write ACTOR STAGE [started|finished|failed], ACTOR packet FLAGS, ACTOR hold [started|finished] or step LABEL "
                    + "[started|finished]";
    private static final String FLAGS = " SYN SYN-ACK ACK FIN RST data ";

    /// Takes a text apart. Whether there is such an actor or label is not looked at.
    ///
    /// @throws IllegalArgumentException with what is wrong, and how it is written
    public static EventText parse(String text) {
        List<String> words = words(text);
        if (words.size() < 2 || words.size() > 3) {
            throw new IllegalArgumentException("an event has two or three words; " + HOW);
        }
        String actor = words.get(0);
        String what = words.get(1);
        String last = words.size() == 3 ? words.get(2) : "";
        if (what.equals("packet") && !actor.equals("step")) {
            if (last.isEmpty() || !FLAGS.contains(" " + last + " ")) {
                throw new IllegalArgumentException("after packet stands one of" + FLAGS.stripTrailing() + "; " + HOW);
            }
            return new EventText(Kind.PACKET, actor, last, 0, Moment.END);
        }
        Moment moment = switch (last) {
            case "" -> Moment.END;
            case "started" -> Moment.STARTED;
            case "finished" -> Moment.FINISHED;
            case "failed" -> Moment.FAILED;
            default -> throw new IllegalArgumentException("its last word, where it has one, is one of started, finished, failed; "
                    + HOW);
        };
        if (actor.equals("step")) {
            return new EventText(Kind.STEP, null, what, 0, moment);
        }
        if (what.equals("hold")) {
            return new EventText(Kind.HOLD, actor, "", 0, moment);
        }
        int slash = what.indexOf('/');
        String stage = slash < 0 ? what : what.substring(0, slash);
        if (!Vocabulary.STAGES.contains(stage)) {
            if (words.size() == 2 && Vocabulary.STAGES.contains(actor)) {
                throw new IllegalArgumentException("the actor stands first; write " + what + " " + actor);
            }
            throw new IllegalArgumentException("there is no stage of that name" + Nearest.hint(stage, Vocabulary.STAGES) + "; "
                    + HOW);
        }
        return new EventText(Kind.STAGE, actor, stage, slash < 0 ? 0 : attempt(what.substring(slash + 1)), moment);
    }

    /// Says it for a person.
    public String text() {
        String subject = switch (kind) {
            case STAGE -> actor + " " + what + (attempt == 0 ? "" : "/" + attempt);
            case PACKET -> actor + " packet " + what;
            case HOLD -> actor + " hold";
            case STEP -> "step " + what;
        };
        return switch (moment) {
            case STARTED -> subject + " started";
            case FINISHED -> subject + " finished";
            case FAILED -> subject + " failed";
            case END -> subject;
        };
    }

    /// Tells whether both are about the same thing, at whatever moments.
    public boolean isOfSame(EventText other) {
        return kind == other.kind && Objects.equals(actor, other.actor) && what.equals(other.what);
    }

    /// The words between spaces. A regular expression would cost more than the file.
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        String value = text.strip();
        int from = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || value.charAt(i) == ' ') {
                if (i > from) {
                    words.add(value.substring(from, i));
                }
                from = i + 1;
            }
        }
        return words;
    }

    private static int attempt(String digits) {
        if (digits.length() == 1 && digits.charAt(0) >= '1' && digits.charAt(0) <= '9') {
            return digits.charAt(0) - '0';
        }
        throw new IllegalArgumentException("an attempt is a number from 1 to 9; " + HOW);
    }
}
