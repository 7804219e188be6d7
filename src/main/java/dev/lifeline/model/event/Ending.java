package dev.lifeline.model.event;

import dev.lifeline.model.Labelled;

/// The reason for which a stage of moving bytes came to its end without failing.
public enum Ending implements Labelled {
    /// All that was to be written was taken, or the first chunk that was waited for is here.
    COMPLETE("complete"),
    /// The text that `--expect` asks for has arrived.
    EXPECTED("expected text"),
    /// The peer ended its stream (FIN).
    END_OF_STREAM("end of stream"),
    /// Nothing more came for the quiet time that was asked for.
    QUIET("quiet"),
    /// The bound on the number of bytes to read was reached; there may be more.
    LIMIT("byte limit");

    private final String label;

    Ending(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
