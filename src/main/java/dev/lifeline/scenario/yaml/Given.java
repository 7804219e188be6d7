package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Word;

/// A word of a file with what it was given.
///
/// @param args with defaults
/// @param mapping where it stands
/// @param title how a person calls the whole: `server listen`
record Given(Word word, Args args, Yaml.Mapping mapping, String title) {

    /// Tells whether a parameter stands in the file, and is not there by default.
    boolean has(String parameter) {
        return mapping.get(parameter) != null;
    }

    /// Finds the value of a parameter in the file; for one that is there by default, the word.
    Position position(String parameter) {
        return has(parameter) ? mapping.get(parameter).position() : mapping.position();
    }
}
