package dev.lifeline.explain.rule;

import java.util.Map;

/// A rule found in a text.
///
/// @param phrase the rule
/// @param start where its wording begins, in chars of the entry's text
/// @param end where it ends, exclusive
/// @param captured what stands in the place of its placeholders, by name (`host`, `port`, `remote`, `local`, …)
public record Match(Phrase phrase, int start, int end, Map<String, String> captured) {

    public Match {
        captured = Map.copyOf(captured);
    }
}
