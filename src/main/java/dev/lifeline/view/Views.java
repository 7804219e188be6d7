package dev.lifeline.view;

import dev.lifeline.view.answer.Brief;
import dev.lifeline.view.ladder.Ladder;
import dev.lifeline.view.plain.Plain;
import dev.lifeline.view.stages.Stages;
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
    public static View named(String name, Detail detail) {
        return switch (name) {
            case "waterfall" -> switch (detail) {
                case BRIEF -> new Brief();
                case NORMAL -> new Stages();
                case DEEP -> new Waterfall();
            };
            case "ladder" -> detail == Detail.BRIEF ? new Brief() : new Ladder(0, detail);
            case "plain" -> new Plain(detail);
            default -> null;
        };
    }
}
