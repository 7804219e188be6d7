package dev.lifeline.cli.command;

import dev.lifeline.terminal.LineEditor;
import java.io.IOException;

/// A program that breaks while a person types, at the key for completion.
public final class BrokenEditor {

    private BrokenEditor() {
    }

    /// Asks for a line.
    public static void main(String[] args) throws IOException {
        try (LineEditor editor = LineEditor.open(_ -> {
            throw new AssertionError("broken"); // exceptions are logged by JLine, and the line goes on
        }, null, () -> { })) {
            System.out.println();
            editor.read("> ");
        }
    }
}
