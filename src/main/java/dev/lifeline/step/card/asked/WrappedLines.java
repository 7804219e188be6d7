package dev.lifeline.step.card.asked;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.step.card.CardLine;
import dev.lifeline.step.card.CardTable;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import java.util.ArrayList;
import java.util.List;

/// Lines of a card whose words go on below where they are longer than the card is wide. As a sentence they are one.
final class WrappedLines {

    /// Room for the number of a fact at the right, and a gap before it.
    private static final int MARK = 7;

    private final List<CardLine> lines = new ArrayList<>();
    private final int room;

    WrappedLines(Canvas canvas) {
        this.room = canvas.width() - CardTable.LABEL - MARK;
    }

    /// Adds words that are no fact of the run.
    void aside(String label, Role role, String words) {
        add(label, role, words, List.of());
    }

    /// Adds words and what they rest on.
    ///
    /// @param words of a scenario's author or of a person, not yet safe to print
    /// @param evidence none where they rest on nothing
    void add(String label, Role role, String words, List<TraceEvent> evidence) {
        int before = lines.size();
        String printable = Printable.ascii(words);
        // Two blanks stand behind the letter of an answer.
        String said = (label.isEmpty() ? "" : label.strip() + ": ") + printable.replace("  ", ": ");
        for (String piece : Wrap.lines(printable, room, 0)) {
            boolean first = lines.size() == before;
            lines.add(new CardLine(first ? label : "", role, "", piece, "", first ? evidence : List.of(), first ? said : ""));
        }
    }

    /// The lines so far.
    List<CardLine> lines() {
        return lines;
    }
}
