package dev.lifeline.step;

import dev.lifeline.model.Labelled;
import dev.lifeline.model.Stage;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import java.util.ArrayList;
import java.util.List;

/// Stages as people type them: `first-byte`, `first byte`, `fi`.
public final class StageNames {

    private StageNames() {
    }

    /// Finds the stage.
    ///
    /// @param text words with a blank or hyphen between them
    /// @throws CommandException for a word that is none, and for a stage of the kernel, which stops nowhere
    public static Stage of(String text) throws CommandException {
        Stage found = find(text);
        if (found == null) {
            throw new CommandException(Quoted.typed(text) + " is no stage" + Nearest.hint(text, words()) + ": there are "
                    + String.join(", ", words()));
        }
        if (!hasGate(found)) {
            throw new CommandException("nobody can be stopped at the " + found.label() + (found == Stage.WORKER_QUEUE
                    ? ": the connection waits there for a worker; try before handler"
                    : ": the kernel does it, and goes on; " + (found == Stage.HANDSHAKE ? "before connect the SYN has not gone out"
                            : "before accept the connection waits in it")));
        }
        return found;
    }

    private static boolean hasGate(Stage stage) {
        return stage != Stage.HANDSHAKE && stage != Stage.ACCEPT_QUEUE && stage != Stage.WORKER_QUEUE;
    }

    /// Says if it is the name of a stage, or the beginning of one.
    static boolean isOne(String text) {
        return find(text) != null;
    }

    private static Stage find(String text) {
        String typed = text.strip().replace('-', ' ').toLowerCase(java.util.Locale.ROOT);
        int place = Shortened.place(typed, Labelled.labels(Stage.values()));
        return typed.equals("read") ? Stage.FIRST_BYTE : place < 0 ? null : Stage.values()[place];
    }

    /// The words for all stages with gates, as they are typed.
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            if (hasGate(stage)) {
                words.add(stage.label().replace(' ', '-'));
            }
        }
        return words;
    }
}
