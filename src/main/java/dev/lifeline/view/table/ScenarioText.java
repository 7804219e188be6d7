package dev.lifeline.view.table;

import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.HangingIndent;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.LineBuilder;
import dev.lifeline.view.frame.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Texts of a scenario: before it is played the claim and what to look at, after it why it is so and where to read on.
///
/// @param id its name
/// @param claim what it is to show
/// @param watch what to look at
/// @param why the explanation
/// @param links titles and addresses
public record ScenarioText(String id, String claim, String watch, String why, List<Map.Entry<String, String>> links) {

    private static final int LABEL = 14;

    public ScenarioText {
        links = List.copyOf(links);
    }

    /// Draws what is said before the play; nothing of how it ends.
    ///
    /// @param sentences whether no column may mean something
    public Frame before(boolean sentences, Canvas canvas) {
        List<Line> lines = new ArrayList<>();
        if (sentences) {
            FindingSentences.add(lines, "Scenario " + Printable.ascii(id) + ": " + Printable.ascii(claim), Role.STRONG, canvas);
            FindingSentences.add(lines, "What to look at: " + Printable.ascii(watch), Role.PLAIN, canvas);
        } else {
            HangingIndent.add(lines, "scenario", Role.DIM, Printable.ascii(id), Role.PLAIN, LABEL, canvas);
            HangingIndent.add(lines, "claim", Role.DIM, Printable.ascii(claim), Role.STRONG, LABEL, canvas);
            HangingIndent.add(lines, "watch", Role.DIM, Printable.ascii(watch), Role.PLAIN, LABEL, canvas);
        }
        return new Frame(lines);
    }

    /// Draws what is said after the play.
    ///
    /// @param sentences whether no column may mean something
    public Frame after(boolean sentences, Canvas canvas) {
        List<Line> lines = new ArrayList<>();
        if (sentences) {
            FindingSentences.add(lines, "Why: " + Printable.ascii(why), Role.PLAIN, canvas);
        } else {
            HangingIndent.add(lines, "why", Role.DIM, Printable.ascii(why), Role.PLAIN, LABEL, canvas);
        }
        String label = "read on";
        for (Map.Entry<String, String> link : links) {
            String title = Printable.ascii(link.getKey());
            String address = Printable.ascii(link.getValue());
            if (sentences) {
                FindingSentences.add(lines, "Read on: " + title + ", " + address, Role.PLAIN, canvas);
            } else if (LABEL + title.length() + 2 + address.length() <= canvas.width()) {
                lines.add(new LineBuilder().add(label, Role.DIM).to(LABEL).add(title + "  ", Role.PLAIN)
                        .add(address, Role.COMMAND).build());
            } else {
                HangingIndent.add(lines, label, Role.DIM, title, Role.PLAIN, LABEL, canvas);
                HangingIndent.add(lines, "", Role.DIM, address, Role.COMMAND, LABEL, canvas);
            }
            label = "";
        }
        return new Frame(lines);
    }
}
