package dev.lifeline.step;

import dev.lifeline.model.Labelled;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import java.util.ArrayList;
import java.util.List;

/// Words that can come next in a line that is being typed, for the commands that set stops.
public final class Completion {

    private static final List<String> SIDES = Labelled.labels(Lane.CLIENT, Lane.SERVER);

    private Completion() {
    }

    /// Lists them; whoever completes keeps those that begin as the last word does.
    ///
    /// @param word the command: `break`, `until` or `watch`
    /// @param line the words typed, the last one of which is being completed
    public static List<String> of(CommandWord word, List<String> line, PlayNames names) {
        String before = line.get(line.size() - 2);
        List<String> words = new ArrayList<>();
        if (before.equals("on") || before.equals("of")) {
            words.addAll(SIDES);
            words.addAll(word == CommandWord.UNTIL ? List.of() : names.actors());
        } else if (before.equals("at")) {
            words.addAll(names.labelNames());
        } else if (before.equals("if")) {
            for (String outcome : StageOutcome.words()) {
                words.add("outcome=" + outcome);
            }
        } else if (before.equals("=")) {
            words.addAll(Labelled.labels(SocketState.values()));
        } else if (word == CommandWord.WATCH) {
            words.addAll(line.size() == 2 ? WatchParser.words() : before.equals(Watch.Value.STATE.label()) ? List.of("on", "=") : List.of("on", ">="));
        } else if (line.size() == 2 || before.equals("before") || before.equals("after")) {
            words.addAll(line.size() == 2 && word == CommandWord.BREAK ? List.of("before", "after", "at") : List.of());
            words.addAll(StageNames.words());
            words.addAll(line.size() == 2 || before.equals("after") ? names.labelNames() : List.of());
        } else if (word == CommandWord.BREAK) {
            words.addAll(line.contains("after") ? List.of("on", "if") : List.of("on"));
        }
        return words;
    }
}
