package dev.lifeline.step;

import dev.lifeline.model.Labelled;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads what stands behind `watch`: a value, its side, and what it has to come to.
final class WatchParser {

    private WatchParser() {
    }

    static Watch read(String rest) throws CommandException {
        String[] sides = rest.replace(">=", " >= ").replace("=", " = ").replace("> =", ">=").split("\\s+(?=>=|=)", 2);
        String[] words = sides[0].strip().split("\\s+");
        Watch.Value value = value(words[0]);
        Lane end = end(words, value);
        String condition = sides.length < 2 ? "" : sides[1].strip();
        if (condition.isEmpty()) {
            return new Watch(value, end, 0, null);
        } else if (value == Watch.Value.STATE) {
            return new Watch(value, end, 0, state(condition));
        }
        return new Watch(value, end, bound(value, condition), null);
    }

    private static Watch.Value value(String word) throws CommandException {
        int place = Shortened.place(word.toLowerCase(Locale.ROOT), words());
        if (place < 0) {
            throw new CommandException(Quoted.typed(word) + " cannot be watched" + Nearest.hint(word, words()) + ": there are "
                    + String.join(", ", words()));
        }
        return Watch.Value.values()[place];
    }

    /// The words of all values.
    static List<String> words() {
        return Labelled.labels(Watch.Value.values());
    }

    private static Lane end(String[] words, Watch.Value value) throws CommandException {
        if (words.length == 1) {
            return null;
        } else if (words.length > 3 || !words[1].equals("on") && !words[1].equals("of")) {
            throw new CommandException("write watch " + CommandWord.WATCH.usage());
        }
        Lane end = PlaceParser.lane(words.length == 2 ? "" : words[2], List.of());
        if (value == Watch.Value.ACCEPTQ && end == Lane.CLIENT) {
            throw new CommandException("a client has no accept queue: write watch acceptq");
        }
        return value == Watch.Value.ACCEPTQ ? null : end;
    }

    private static SocketState state(String condition) throws CommandException {
        String typed = condition.startsWith("=") ? condition.substring(1).strip() : "";
        List<String> states = new ArrayList<>();
        for (SocketState state : SocketState.values()) {
            if (state.label().equalsIgnoreCase(typed.replace('-', '_'))) {
                return state;
            }
            states.add(state.label());
        }
        throw new CommandException((typed.isEmpty() ? "" : Quoted.typed(typed) + " is no state" + Nearest.hint(typed.toUpperCase(Locale.ROOT), states) + ": ")
                + "write watch state = CLOSE_WAIT, or another state as ss has them");
    }

    private static long bound(Watch.Value value, String condition) throws CommandException {
        try {
            long bound = condition.startsWith(">=") ? Long.parseLong(condition.substring(2).strip()) : 0;
            if (bound > 0) {
                return bound;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new CommandException("write watch " + value.label() + " >= N, N at least 1; without it any change stops");
    }
}
