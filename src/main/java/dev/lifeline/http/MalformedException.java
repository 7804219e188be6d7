package dev.lifeline.http;

/// Ends the parsing of a message. It never leaves the package.
final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Malformed what;

    MalformedException(Malformed what) {
        super(what.expected(), null, false, false);
        this.what = what;
    }

    Malformed what() {
        return what;
    }
}
