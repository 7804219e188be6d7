package dev.lifeline.scenario.word;

/// Something that has a word in scenario files: a kind of actor, action or expectation.
public interface WordKind {

    /// The word as it stands in the file.
    String label();

    /// The word with what it can be given. Made at each call; the reader keeps those that files used.
    Word word();
}
