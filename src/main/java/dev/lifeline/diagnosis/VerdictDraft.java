package dev.lifeline.diagnosis;

import dev.lifeline.diagnosis.cause.Cause;
import dev.lifeline.diagnosis.cause.Template;

/// The four answers of a verdict while they are put together.
///
/// @param happened what happened
/// @param proved what that proves
/// @param notProved what it does not prove
/// @param next the next command, or `null`
public record VerdictDraft(String happened, String proved, String notProved, String next) {

    /// A section of the data file with its placeholders filled.
    static VerdictDraft of(Cause cause, Template.Values values) {
        return new VerdictDraft(Template.prose(cause.happened(), values), Template.prose(cause.proved(), values),
                Template.prose(cause.notProved(), values), Template.command(cause.next(), values));
    }

    /// With more said; empty texts add nothing.
    public VerdictDraft plus(String moreHappened, String moreProved, String moreNotProved) {
        return new VerdictDraft(join(happened, moreHappened), join(proved, moreProved), join(notProved, moreNotProved), next);
    }

    private static String join(String text, String more) {
        return more.isEmpty() ? text : text.isEmpty() ? more : text + " " + more;
    }
}
