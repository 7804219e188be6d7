package dev.lifeline.step.live;

import dev.lifeline.terminal.LineEditor;
import dev.lifeline.terminal.TypedLine;
import java.io.IOException;

/// A person at a terminal.
///
/// @param editor the line editor
public record EditorPrompt(LineEditor editor) implements Prompt {

    private static final String SIGN = "> ";

    @Override
    public TypedLine read() {
        return editor.read(SIGN);
    }

    @Override
    public boolean isPerson() {
        return true;
    }

    @Override
    public int columns() {
        return editor.columns();
    }

    @Override
    public void close() throws IOException {
        editor.close();
    }
}
