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

    /// @param actors who can be meant besides a side
    static Watch read(String rest, List<String> actors) throws CommandException {
        String[] sides = rest.replace(">=", " >= ").replace("=", " = ").replace("> =", ">=").split("\\s+(?=>=|=)", 2);
        String[] words = sides[0].strip().split("\\s+");
        Watch.Value value = value(words[0]);
        String actor = words.length == 3 && isOn(words[1]) && PlaceParser.side(words[2]) == null && actors.contains(words[2]) ? words[2] : null;
        Lane end = actor != null ? null : end(words, value, actors);
        String condition = sides.length < 2 ? "" : sides[1].strip();
        if (condition.isEmpty()) {
            return new Watch(value, end, actor, 0, null);
        } else if (value == Watch.Value.STATE) {
            return new Watch(value, end, actor, 0, state(condition));
        }
        return new Watch(value, end, actor, bound(value, condition), null);
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

    private static boolean isOn(String word) {
        return word.equals("on") || word.equals("of");
    }

    private static Lane end(String[] words, Watch.Value value, List<String> actors) throws CommandException {
        if (words.length == 1) {
            return null;
        } else if (words.length > 3 || !isOn(words[1])) {
            throw new CommandException("write watch " + CommandWord.WATCH.usage());
        }
        Lane end = PlaceParser.lane(words.length == 2 ? "" : words[2], actors);
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
