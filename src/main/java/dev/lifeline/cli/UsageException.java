package dev.lifeline.cli;

/// The command line cannot be meant: one line for a person, and exit code 2.
public final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
