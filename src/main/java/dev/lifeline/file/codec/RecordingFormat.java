package dev.lifeline.file.codec;

import dev.lifeline.model.Labelled;

/// The word that tells a recording from other NDJSON.
public enum RecordingFormat implements Labelled {
    LIFELINE_TRACE;

    @Override
    public String label() {
        return "lifeline-trace";
    }
}
