package dev.lifeline.glossary;

import java.util.List;

/// Terms that belong together: those of one file.
///
/// @param title for a person
/// @param terms in the order of the file
public record TermTopic(String title, List<Term> terms) {
    public TermTopic {
        terms = List.copyOf(terms);
    }
}
