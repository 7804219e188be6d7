package dev.lifeline.step.card;

import dev.lifeline.step.Journey;
import dev.lifeline.step.Stop;
import dev.lifeline.step.predict.Answers;
import java.util.ArrayList;
import java.util.List;

/// The keys and words that do something at a stop, as it is now.
public final class StopKeys {

    /// A key.
    ///
    /// @param typed as a person types it
    /// @param does what it does, in a word or two
    /// @param command the whole command, for a person who chooses by a number; `null` where something has to be added
    /// @param weight the one with the least goes first where there is no room
    public record Key(String typed, String does, String command, int weight) {

        /// As it stands below a card: `s step`.
        public String text() {
            return typed + (does.isEmpty() ? "" : " " + does);
        }
    }

    private static final int MUST = 9;
    private static final int LOOK = 6;
    private static final int GO = 5;
    private static final int MAY = 3;
    private static final String BETWEEN = "   ";

    private StopKeys() {
    }

    /// Lists them, in the order of their use.
    ///
    /// @param facts whether the card has a line that `?` can be asked of
    public static List<Key> of(Journey journey, boolean facts) {
        Stop stop = journey.stop();
        List<Key> keys = new ArrayList<>();
        if (journey.isOver()) {
            end(journey, keys);
        } else if (!journey.isReplay()) {
            boolean waits = stop.kind() == Stop.Kind.RUNNING;
            keys.add(new Key("Enter", waits ? "wait on" : "next", "next", MUST));
            if (!waits) {
                keys.add(new Key("s", "step", "step", GO - 1));
            }
            keys.add(new Key("c", "continue", "continue", GO));
        } else {
            keys.add(new Key("Enter", "forward", "next", MUST));
            keys.add(new Key("s", "event", "step", MAY));
            back(journey, keys);
        }
        if (!Answers.open(journey).isEmpty()) {
            keys.add(new Key("p", "predict", "predict", MUST - 1));
        }
        if (journey.live() && journey.isReplay()) {
            keys.add(new Key("live", "", "live", MUST));
        }
        keys.add(new Key("i", "inspect", "inspect sockets", LOOK));
        if (stop.isHeld() || stop.kind() == Stop.Kind.STEP || journey.isOver() && journey.whole()) {
            keys.add(new Key("w", "why", "why", MAY));
        }
        if (facts) {
            keys.add(new Key("? N", "", null, GO - 1));
        }
        keys.add(new Key("h", "help", "help", MUST));
        keys.add(new Key("q", "quit", "quit", MUST));
        return keys;
    }

    private static void end(Journey journey, List<Key> keys) {
        back(journey, keys);
        keys.add(new Key("nb", "notebook", "notebook", LOOK));
        if (journey.live()) {
            keys.add(new Key("rerun", "", "rerun", MUST));
        }
    }

    private static void back(Journey journey, List<Key> keys) {
        if (journey.cursor() > 1) {
            keys.add(new Key("b", "back", "back", LOOK));
        }
    }

    /// Writes them on one line; where there is no room for all, the most important ones.
    ///
    /// @param width columns
    public static String line(List<Key> keys, int width) {
        List<Key> kept = new ArrayList<>(keys);
        String line = joined(kept);
        while (line.length() > width && kept.size() > 1) {
            // By its place: a record's equality is put together on first use, for 10 ms of a processor before the first card.
            int least = 0;
            for (int i = 1; i < kept.size(); i++) {
                least = kept.get(i).weight() <= kept.get(least).weight() ? i : least;
            }
            kept.remove(least);
            line = joined(kept);
        }
        return line;
    }

    private static String joined(List<Key> keys) {
        StringBuilder line = new StringBuilder();
        for (Key key : keys) {
            line.append(line.isEmpty() ? "" : BETWEEN).append(key.text());
        }
        return line.toString();
    }
}
