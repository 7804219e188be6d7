package dev.lifeline.explain;

import java.util.List;

/// Answer to one error in a text. Everything but the first four may be missing from a text, and is `null` or empty then.
///
/// @param stage where it was observed
/// @param alternatives other stages that the words leave open, the likeliest first; never `stage`
/// @param confidence how surely
/// @param words what the answer rests on, in the order of the text
/// @param apart what would tell the place from the alternatives; `null` without alternatives
/// @param because why it is no connection error, or what the phrase means where its rule says so; else `null`
/// @param code the canonical code, as `errno(3)` or the tool names it, or the word of the program where neither has one; `null` for none
/// @param operation the call or act that failed, as the text names it; `null` where it names none
/// @param local this end, `null` where the text has none
/// @param remote the other end, `null` where the text has none; its port is 0 where only a host stands there
/// @param runtime the program or runtime whose wording it is, as people call it (`Node.js`); `null` where it cannot be told
public record Explanation(ErrorStage stage, List<ErrorStage> alternatives, Confidence confidence, List<Words> words, String apart, String because,
                          String code, String operation, Site local, Site remote, String runtime) {

    public Explanation {
        alternatives = List.copyOf(alternatives);
        words = List.copyOf(words);
    }

    /// The same, resting on words in another place.
    public Explanation on(List<Words> others) {
        return new Explanation(stage, alternatives, confidence, others, apart, because, code, operation, local, remote, runtime);
    }
}
