package dev.lifeline.view;

import dev.lifeline.view.ladder.Ladder;
import dev.lifeline.view.plain.Plain;
import dev.lifeline.view.waterfall.Waterfall;
import java.util.List;

/// The views that a person can ask for by name.
public final class Views {

    private static final List<String> NAMES = List.of("waterfall", "ladder", "plain");

    private Views() {
    }

    /// All names, the default first.
    public static List<String> names() {
        return NAMES;
    }

    /// The view of this name, or `null` where there is none.
    public static View named(String name) {
        return switch (name) {
            case "waterfall" -> new Waterfall();
            case "ladder" -> new Ladder();
            case "plain" -> new Plain();
            default -> null;
        };
    }
}
