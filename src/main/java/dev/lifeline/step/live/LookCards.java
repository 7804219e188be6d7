package dev.lifeline.step.live;

import dev.lifeline.step.Command;
import dev.lifeline.step.CommandException;
import dev.lifeline.step.Journey;
import dev.lifeline.step.card.Card;
import dev.lifeline.step.card.DiffCard;
import dev.lifeline.step.card.HelpCard;
import dev.lifeline.step.card.InspectCard;
import dev.lifeline.step.card.NotebookPage;
import dev.lifeline.step.card.WhyCard;
import dev.lifeline.step.intro.Intro;
import dev.lifeline.view.frame.Canvas;

/// The cards that answer commands which only look, and change nothing.
final class LookCards {

    private LookCards() {
    }

    /// Draws the answer.
    ///
    /// @return `null` where nothing is drawn: a first walk says what it has to say below the cards of the walk
    /// @throws CommandException where there is nothing to look at
    static Card of(Command command, Journey journey, PastRuns past, StepOutput output) throws CommandException {
        Canvas canvas = output.canvas();
        return switch (command) {
            case Command.Inspect inspect -> InspectCard.of(journey, inspect.pane(), canvas);
            case Command.Why why -> Card.of(WhyCard.of(journey, why.depth(), output.sentences(), canvas));
            case Command.Diff diff -> Card.of(DiffCard.of(past.of(diff.one(), -1, journey), past.of(diff.other(), 0, journey), canvas));
            case Command.Help help -> help.topic().equals(Intro.WORD) ? null : Card.of(HelpCard.of(help.topic(), output.sentences(), canvas));
            case Command.Notebook _ -> Card.of(NotebookPage.frame(journey, canvas));
            default -> Card.of(NotebookPage.info(journey, canvas));
        };
    }
}
