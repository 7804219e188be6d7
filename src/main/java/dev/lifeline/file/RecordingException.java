package dev.lifeline.file;

/// A file could not be read as a recording. The message is one sentence for a person: what, where, why, and what to try.
/// Quotes from inside the file are escaped; the name of the file is as it was given.
public final class RecordingException extends Exception {

    private static final long serialVersionUID = 1L;

    RecordingException(String name, String why, Throwable cause) {
        super("cannot read " + name + ": " + why, cause);
    }
}
