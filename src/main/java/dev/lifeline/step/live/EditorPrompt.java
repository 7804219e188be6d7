package dev.lifeline.step.live;

import dev.lifeline.terminal.LineEditor;
import dev.lifeline.terminal.TypedLine;
import java.io.IOException;

/// A person at a terminal.
///
/// @param editor the line editor
public record EditorPrompt(LineEditor editor) implements Prompt {

    @Override
    public TypedLine read(String sign) {
        return editor.read(sign);
    }

    @Override
    public boolean isPerson() {
        return true;
    }

    @Override
    public void onResize(Runnable painter) {
        editor.onResize(painter);
    }

    @Override
    public void onLine(Runnable given) {
        editor.onLine(given);
    }

    @Override
    public int columns() {
        return editor.columns();
    }

    @Override
    public int rows() {
        return editor.rows();
    }

    @Override
    public void close() throws IOException {
        editor.close();
    }
}
