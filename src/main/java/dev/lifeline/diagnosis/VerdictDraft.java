package dev.lifeline.diagnosis;

import dev.lifeline.diagnosis.texts.Circumstances;
import dev.lifeline.diagnosis.texts.Section;
import dev.lifeline.diagnosis.texts.Template;

/// The four answers of a verdict while they are put together.
///
/// @param happened what happened
/// @param proved what that proves
/// @param notProved what it does not prove
/// @param next the next command, or `null`
record VerdictDraft(String happened, String proved, String notProved, String next) {

    /// Nothing yet.
    static final VerdictDraft EMPTY = new VerdictDraft("", "", "", null);

    /// A section of a data file with its placeholders filled; [#EMPTY] for no section (`null`).
    static VerdictDraft of(Section section, Circumstances about) {
        return section == null ? EMPTY
                : new VerdictDraft(Template.prose(section.happened(), about), Template.prose(section.proved(), about),
                Template.prose(section.notProved(), about), Template.command(section.next(), about));
    }

    /// With the sentences of another after these, and the command of these; what is empty adds nothing.
    VerdictDraft plus(VerdictDraft more) {
        return new VerdictDraft(join(happened, " ", more.happened), join(proved, " ", more.proved),
                join(notProved, " ", more.notProved), next);
    }

    /// With a section's sentences after these.
    ///
    /// @param section the section, or `null`
    VerdictDraft plus(Section section, Circumstances about) {
        return section == null ? this : plus(of(section, about));
    }

    /// Two texts with something between them where both are there.
    static String join(String text, String between, String more) {
        return more.isEmpty() ? text : text.isEmpty() ? more : text + between + more;
    }
}
