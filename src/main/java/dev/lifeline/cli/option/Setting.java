package dev.lifeline.cli.option;

import dev.lifeline.step.face.Face;
import dev.lifeline.step.predict.Asks;
import dev.lifeline.terminal.ColorMode;
import dev.lifeline.terminal.Theme;
import dev.lifeline.view.Detail;
import dev.lifeline.view.Views;
import java.util.List;

/// A line of the settings file: the option of the same name, for every command that has it.
public enum Setting {
    DETAIL("detail"),
    VIEW("view"),
    THEME("theme"),
    COLOR("color"),
    FACE("face"),
    PREDICT("predict");

    private final String key;

    Setting(String key) {
        this.key = key;
    }

    /// The word before the `=`.
    public String key() {
        return key;
    }

    /// The words that may stand behind it.
    List<String> words() {
        return switch (this) {
            case DETAIL -> Detail.labels();
            case VIEW -> Views.names();
            case THEME -> Theme.words();
            case COLOR -> ColorMode.words();
            case FACE -> Face.words();
            case PREDICT -> Asks.words();
        };
    }

    /// All keys, for a person who wrote another.
    static List<String> keys() {
        return List.of(DETAIL.key, VIEW.key, THEME.key, COLOR.key, FACE.key, PREDICT.key);
    }

    /// The setting with this key, or `null` where there is none.
    static Setting of(String key) {
        for (Setting setting : values()) {
            if (setting.key.equals(key)) {
                return setting;
            }
        }
        return null;
    }
}
