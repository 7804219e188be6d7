package dev.lifeline.step.face;

import dev.lifeline.step.card.Card;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import java.util.ArrayList;
import java.util.List;

/// All that answers one line of a person, in one pane: what came of a prediction, and the next question below it.
public final class AnswerPane {

    private AnswerPane() {
    }

    /// Lays cards out one below the other. Numbers stand in the last card that has any: `?` asks for its lines.
    ///
    /// @param cards the newest last
    /// @return `null` where there are none
    public static Card of(List<Card> cards) {
        if (cards.isEmpty()) {
            return null;
        }
        Card numbered = cards.getLast();
        for (Card card : cards) {
            numbered = card.facts().isEmpty() ? numbered : card;
        }
        List<Line> lines = new ArrayList<>();
        for (Card card : cards) {
            if (!lines.isEmpty()) {
                lines.add(Line.EMPTY);
            }
            lines.addAll(card == numbered || card.facts().isEmpty() ? card.frame().lines() : card.unnumbered().lines());
        }
        return new Card(new Frame(lines), numbered.lines());
    }
}
