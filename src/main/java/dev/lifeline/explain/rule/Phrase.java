package dev.lifeline.explain.rule;

import dev.lifeline.explain.Confidence;
import dev.lifeline.explain.ErrorStage;
import java.util.List;

/// A wording and what it tells. A rule that tells place and code is a phrase; one that tells only a code, a call or a runtime is a
/// part, and several parts of one cause are put together.
///
/// @param family the file that it stands in, without its ending
/// @param line the line of that file at which it begins
/// @param runtime whose wording it is, as people call it; `null` where several programs write it
/// @param stages where it places an error, the likeliest first; empty where it does not
/// @param code the code that it tells, `null` for none
/// @param operation the call or act that it tells, `null` for none; `connect as dial` where a program calls it otherwise
/// @param says the patterns, one of which must be found
/// @param with literals one of which must be in the same entry; empty for no condition
/// @param unless literals none of which may be in the same entry
/// @param exactly what must stand in the words that are found with just this case; `null` where no case counts
/// @param wrapper whether it is only the wrapper of another cause: it counts where nothing else was found
/// @param because why it is no connection error, or what it means; `null` for nothing to say
/// @param apart what tells its stages apart; `null` with one stage
/// @param confidence how surely at most: what its file says; else high, and medium where it has several stages
/// @param examples where they were asked for, texts in which the whole engine finds this rule's stages and code
public record Phrase(String family, int line, String runtime, List<ErrorStage> stages, String code, String operation,
                   List<PhrasePattern> says, List<String> with, List<String> unless, String exactly, boolean wrapper,
                   String because, String apart, Confidence confidence, List<String> examples) {

    public Phrase {
        stages = List.copyOf(stages);
        says = List.copyOf(says);
        with = List.copyOf(with);
        unless = List.copyOf(unless);
        examples = List.copyOf(examples);
    }

    /// Tells whether it only tells a part, which others of the same cause make whole.
    public boolean part() {
        return stages.isEmpty();
    }

    @Override
    public String toString() {
        return family + ".txt:" + line;
    }
}
