package dev.lifeline.diagnosis.texts;

import dev.lifeline.diagnosis.evidence.EvidenceFinding;
import java.util.List;

/// One section of a data file: what is told about something under some conditions. The texts hold placeholders (see [Template]).
///
/// @param about two words: the stage and the code of a failure, or what else the section is about
/// @param finding the finding of the kernel or the packets that it tells; `null` for none
/// @param conditions what must hold for it; empty for always
/// @param happened what happened, or a part of a sentence; empty where the section says nothing of it, as the next two
/// @param proved what is proved
/// @param notProved what is not proved
/// @param next commands, the best first: the first whose placeholders can all be filled safely is told
public record Section(String about, EvidenceFinding finding, List<Condition> conditions, String happened, String proved,
                      String notProved, List<String> next) {

    private static final String MORE = "+ ";

    /// This section with what the evidence says laid over it: what that does not say stays, what begins with `+ ` is said after it,
    /// and the rest takes its place.
    ///
    /// @param evidence what the evidence says, or `null`
    public Section with(Section evidence) {
        return evidence == null ? this : new Section(about, finding, conditions, over(happened, evidence.happened),
                over(proved, evidence.proved), over(notProved, evidence.notProved), evidence.next.isEmpty() ? next : evidence.next);
    }

    private static String over(String base, String evidence) {
        return evidence.isEmpty() ? base : evidence.startsWith(MORE) ? base + " " + evidence.substring(MORE.length()) : evidence;
    }

    /// The sentences for themselves, without a section that they lie over, and without a command.
    public Section alone() {
        return new Section(about, finding, conditions, alone(happened), alone(proved), alone(notProved), List.of());
    }

    private static String alone(String text) {
        return text.startsWith(MORE) ? text.substring(MORE.length()) : text;
    }
}
