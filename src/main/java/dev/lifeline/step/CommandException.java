package dev.lifeline.step;

/// A line of the prompt that means nothing, or nothing here: its message is one sentence that says what would.
public final class CommandException extends Exception {

    private static final long serialVersionUID = 1L;

    public CommandException(String message) {
        super(message);
    }
}
