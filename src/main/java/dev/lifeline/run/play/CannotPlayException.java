package dev.lifeline.run.play;

import java.util.List;

/// A scenario cannot be shown here: something that it needs is missing. Nothing was opened.
public final class CannotPlayException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Lack> lacks;

    CannotPlayException(List<Lack> lacks) {
        super(lacks.getFirst().need() + ": " + lacks.getFirst().reason());
        this.lacks = List.copyOf(lacks);
    }

    /// All that is missing, at least one.
    public List<Lack> lacks() {
        return lacks;
    }
}
