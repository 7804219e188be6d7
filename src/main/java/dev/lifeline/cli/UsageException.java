package dev.lifeline.cli;

/// The command line cannot be meant: one line for a person, and exit code 2.
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
