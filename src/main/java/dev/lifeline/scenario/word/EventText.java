package dev.lifeline.scenario.word;

import dev.lifeline.model.Stage;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.text.Nearest;
import java.util.ArrayList;
import java.util.List;

/// Something that happened once, as scenarios write it. The grammar:
///
/// - `ACTOR STAGE [started|finished|failed]`: a stage of its own programs, for example `client connect started`; without the last
///   word its end, however it went. `connect/2` is the second attempt of the race
/// - `ACTOR packet FLAGS`: the first such segment that it sent, for example `server packet SYN-ACK`
/// - `ACTOR hold [started|finished]`: the first time that its lane was held
/// - `step LABEL [started|finished]`: a step
///
/// @param actor whose; `null` for a step
/// @param what a stage, `packet`, `hold`, or the label of a step
/// @param attempt which attempt of the race; 0 where it is not said
/// @param moment `started`, `finished`, `failed`, `end` (the end, however it went), or the flags of a packet
public record EventText(String actor, String what, int attempt, String moment) {

    private static final String HOW =
            "write ACTOR STAGE [started|finished|failed], ACTOR packet FLAGS, ACTOR hold [started|finished] or step LABEL "
                    + "[started|finished]";
    private static final String FLAGS = " SYN SYN-ACK ACK FIN RST data ";
    private static final List<String> MOMENTS = List.of("started", "finished", "failed");

    /// Takes a text apart. Whether there is such an actor or label is not looked at.
    ///
    /// @throws IllegalArgumentException with what is wrong, and how it is written
    public static EventText parse(String text) {
        String[] words = words(text);
        if (words.length < 2 || words.length > 3) {
            throw new IllegalArgumentException("an event has two or three words; " + HOW);
        }
        String moment = words.length == 3 ? words[2] : "end";
        if (words[1].equals("packet") && !words[0].equals("step")) {
            if (words.length < 3 || !FLAGS.contains(" " + moment + " ")) {
                throw new IllegalArgumentException("after packet stands one of" + FLAGS.stripTrailing() + "; " + HOW);
            }
            return new EventText(words[0], "packet", 0, moment);
        }
        if (words.length == 3 && !MOMENTS.contains(moment)) {
            throw new IllegalArgumentException("its last word, where it has one, is one of " + String.join(", ", MOMENTS) + "; "
                    + HOW);
        }
        if (words[0].equals("step")) {
            return new EventText(null, words[1], 0, moment);
        }
        if (words[1].equals("hold")) {
            return new EventText(words[0], "hold", 0, moment);
        }
        int slash = words[1].indexOf('/');
        String stage = slash < 0 ? words[1] : words[1].substring(0, slash);
        if (!Vocabulary.STAGES.contains(stage)) {
            if (words.length == 2 && Vocabulary.STAGES.contains(words[0])) {
                throw new IllegalArgumentException("the actor stands first; write " + words[1] + " " + words[0]);
            }
            throw new IllegalArgumentException("there is no stage of that name" + Nearest.hint(stage, Vocabulary.STAGES) + "; "
                    + HOW);
        }
        return new EventText(words[0], stage, slash < 0 ? 0 : attempt(words[1].substring(slash + 1)), moment);
    }

    /// The words between spaces. A regular expression would cost more than the file.
    private static String[] words(String text) {
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
        return words.toArray(String[]::new);
    }

    /// The stage, or `null` for a packet, a hold or a step.
    public Stage stage() {
        return actor == null ? null : Vocabulary.stage(what);
    }

    private static int attempt(String digits) {
        if (digits.length() == 1 && digits.charAt(0) >= '1' && digits.charAt(0) <= '9') {
            return digits.charAt(0) - '0';
        }
        throw new IllegalArgumentException("an attempt is a number from 1 to 9; " + HOW);
    }
}
