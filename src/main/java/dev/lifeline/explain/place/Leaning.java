package dev.lifeline.explain.place;

import dev.lifeline.explain.Confidence;
import dev.lifeline.explain.ErrorStage;
import java.util.ArrayList;
import java.util.List;

/// Where a code is placed by what was being done: a stage, the others that it leaves open, and how surely.
///
/// @param stage the likeliest
/// @param open the others, the likeliest first
/// @param sure how surely
record Leaning(ErrorStage stage, List<ErrorStage> open, Confidence sure) {

    /// Reads one: `read`, or `read?` of low and `read!` of high confidence, with the others behind commas.
    static Leaning of(String cell) {
        String[] names = cell.split(",", -1);
        String first = names[0];
        char sign = first.charAt(first.length() - 1);
        Confidence sure = sign == '!' ? Confidence.HIGH : sign == '?' ? Confidence.LOW : Confidence.MEDIUM;
        List<ErrorStage> open = new ArrayList<>(names.length);
        for (int i = 1; i < names.length; i++) {
            open.add(stage(names[i]));
        }
        return new Leaning(stage(sure == Confidence.MEDIUM ? first : first.substring(0, first.length() - 1)), open, sure);
    }

    private static ErrorStage stage(String label) {
        for (ErrorStage stage : ErrorStage.values()) {
            if (stage.label().equals(label)) {
                return stage;
            }
        }
        throw new IllegalArgumentException(label);
    }

    Leaning atMost(Confidence most) {
        return sure.compareTo(most) >= 0 ? this : new Leaning(stage, open, most);
    }
}
