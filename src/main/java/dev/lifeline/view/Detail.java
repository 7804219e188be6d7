package dev.lifeline.view;

import java.util.List;

/// How much of a trace is shown.
public enum Detail {
    /// The answer: one to six lines.
    BRIEF("brief"),
    /// A line a stage, then the answer.
    NORMAL("normal"),
    /// All figures and all looks, then the answer.
    DEEP("deep");

    private final String label;

    Detail(String label) {
        this.label = label;
    }

    /// The word for it.
    public String label() {
        return label;
    }

    /// The words for all of them, the shortest first.
    public static List<String> labels() {
        return List.of(BRIEF.label, NORMAL.label, DEEP.label);
    }

    /// The detail of that word, or `null` where there is none.
    public static Detail named(String word) {
        for (Detail detail : values()) {
            if (detail.label.equals(word)) {
                return detail;
            }
        }
        return null;
    }
}
