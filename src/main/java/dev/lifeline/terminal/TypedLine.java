package dev.lifeline.terminal;

/// The answer of a person at a prompt.
///
/// @param kind what was done
/// @param text the line; empty where none was typed
public record TypedLine(Kind kind, String text) {

    /// The ways to answer.
    public enum Kind {
        /// A line was typed.
        LINE,
        /// Ctrl-C in a line that had begun, which is thrown away.
        DROPPED,
        /// Ctrl-C where nothing was typed.
        INTERRUPT,
        /// Ctrl-D, the end of a file, or a terminal that has gone.
        END
    }

    /// No more lines come.
    public static final TypedLine END = new TypedLine(Kind.END, "");

    /// Ctrl-C in a line.
    public static final TypedLine DROPPED = new TypedLine(Kind.DROPPED, "");

    /// Ctrl-C where nothing was typed.
    public static final TypedLine INTERRUPT = new TypedLine(Kind.INTERRUPT, "");

    /// A line.
    public static TypedLine of(String text) {
        return new TypedLine(Kind.LINE, text);
    }
}
