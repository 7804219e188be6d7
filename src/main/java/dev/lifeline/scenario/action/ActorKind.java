package dev.lifeline.scenario.action;

import dev.lifeline.scenario.word.Word;
import java.util.List;
import java.util.Objects;

/// A kind of actor, and what its actors can do.
///
/// @param word what it is called and what it can be given under `actors`
/// @param declared whether it stands under `actors`; otherwise it comes by itself (`machine`) or by a step (`connection`)
/// @param actions what it can do
public record ActorKind(Word word, boolean declared, List<Word> actions) {

    public ActorKind {
        Objects.requireNonNull(word, "word");
        actions = List.copyOf(actions);
    }

    /// The action of this name, or `null`.
    public Word action(String name) {
        for (Word each : actions) {
            if (each.name().equals(name)) {
                return each;
            }
        }
        return null;
    }
}
