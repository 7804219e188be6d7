package dev.lifeline.explain.place;

import dev.lifeline.explain.Confidence;
import dev.lifeline.explain.ErrorStage;
import dev.lifeline.explain.rule.Match;
import java.util.ArrayList;
import java.util.List;

/// Where an error was observed, by the words that told it.
///
/// @param stage where
/// @param open the other stages that stay open
/// @param sure how surely
/// @param code its code, `null` for none
/// @param act what was being done, `null` where nothing tells
/// @param by the words that decided
/// @param rests all words that it rests on
record Placed(ErrorStage stage, List<ErrorStage> open, Confidence sure, String code, ActClue act, Match by, List<Match> rests) {

    Placed {
        List<ErrorStage> others = new ArrayList<>(open);
        others.remove(stage);
        open = List.copyOf(others);
        rests = List.copyOf(rests);
    }

    /// Tells whether the words name the stage outright.
    boolean named() {
        return !by.phrase().part();
    }

    Placed with(Leaning leaning) {
        return new Placed(leaning.stage(), leaning.open(), leaning.sure(), code, act, by, rests);
    }
}
