package dev.lifeline.model;

/// From the text of an error to its canonical code. Placeholder signatures; see the data file beside it.
public final class ErrorText {

    private ErrorText() {
    }

    /// The code of a failed look-up, from the text of `gai_strerror(3)` inside the JDK's message.
    ///
    /// @param message may be `null`
    public static ErrorCode lookup(String message) {
        return ErrorCode.UNKNOWN;
    }

    /// The code of a failed system call, from the text of `strerror(3)` inside the JDK's message.
    ///
    /// @param message may be `null`
    public static ErrorCode system(String message) {
        return ErrorCode.UNKNOWN;
    }
}
