package dev.lifeline.diagnosis;

/// The four answers of a verdict while they are put together.
///
/// @param happened what happened
/// @param proved what that proves
/// @param notProved what it does not prove
/// @param next the next command, or `null`
record Account(String happened, String proved, String notProved, String next) {

    /// A section of the data file with its placeholders filled.
    static Account of(Cause cause, Template.Values values) {
        return new Account(Template.prose(cause.happened(), values), Template.prose(cause.proved(), values),
                Template.prose(cause.notProved(), values), Template.command(cause.next(), values));
    }

    /// With more said; empty texts add nothing.
    Account plus(String moreHappened, String moreProved, String moreNotProved) {
        return new Account(join(happened, moreHappened), join(proved, moreProved), join(notProved, moreNotProved), next);
    }

    private static String join(String text, String more) {
        return more.isEmpty() ? text : text.isEmpty() ? more : text + " " + more;
    }
}
