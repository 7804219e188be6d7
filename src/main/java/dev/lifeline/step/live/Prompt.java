package dev.lifeline.step.live;

import dev.lifeline.terminal.TypedLine;
import java.io.IOException;

/// Where commands come from: a person at a terminal, a pipe, or a file.
public interface Prompt extends AutoCloseable {

    /// The next line.
    ///
    /// @param sign that asks a person for it
    TypedLine read(String sign) throws IOException;

    /// Takes the terminal now, and not when a line is first asked for: then its size is known.
    default void open() {
        // Lines of a pipe have no size.
    }

    /// Tells whether a person types: then a line below each card says which keys do something.
    boolean isPerson();

    /// Has a person who changes the size of the terminal see the screen painted anew.
    ///
    /// @param painter called while a line is asked for, by another thread, and never at the same time as [#read] returns
    default void onResize(Runnable painter) {
        // Lines of a pipe have no size.
    }

    /// Hears that a person has given a line, while a Ctrl-C is still for the editor: the next one is for what the line asks for.
    ///
    /// @param given called by the thread that reads
    default void onLine(Runnable given) {
        // Nobody breaks off what a pipe asks for.
    }

    /// The width of the terminal now; 0 where it is not known here.
    default int columns() {
        return 0;
    }

    /// The rows of the terminal now; 0 where they are not known here.
    default int rows() {
        return 0;
    }

    @Override
    void close() throws IOException;
}
