package dev.lifeline.model;

import java.util.Objects;

/// The scenario that a trace is the play of, as its file had it, so that a replay can judge the trace anew.
///
/// @param id its name
/// @param topic what it belongs to; `own` for a person's own file
/// @param claim what it is to show, in one sentence
/// @param text the text of its file
public record ScenarioSource(String id, String topic, String claim, String text) {

    public ScenarioSource {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(claim, "claim");
        Objects.requireNonNull(text, "text");
    }
}
