package dev.lifeline.run;

/// A target that cannot be meant. The message is one line for a person: what is wrong, and what to type instead.
public final class TargetException extends Exception {

    private static final long serialVersionUID = 1L;

    public TargetException(String message) {
        super(message);
    }
}
