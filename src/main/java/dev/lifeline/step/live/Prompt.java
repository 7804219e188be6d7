package dev.lifeline.step.live;

import dev.lifeline.terminal.TypedLine;
import java.io.IOException;

/// Where commands come from: a person at a terminal, a pipe, or a file.
public interface Prompt extends AutoCloseable {

    /// The next line.
    TypedLine read() throws IOException;

    /// Tells whether a person types: then a line below each card says which keys do something.
    boolean isPerson();

    /// The width of the terminal now; 0 where it is not known here.
    default int columns() {
        return 0;
    }

    @Override
    void close() throws IOException;
}
