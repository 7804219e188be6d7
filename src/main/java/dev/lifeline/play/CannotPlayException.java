package dev.lifeline.play;

import java.util.List;

/// A scenario cannot be shown here: something that it needs is missing. Nothing was opened.
public final class CannotPlayException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<MissingNeed> lacks;

    CannotPlayException(List<MissingNeed> lacks) {
        super(lacks.getFirst().need() + ": " + lacks.getFirst().reason());
        this.lacks = List.copyOf(lacks);
    }

    /// Lists all that is missing, at least one.
    public List<MissingNeed> lacks() {
        return lacks;
    }
}
