package dev.lifeline.step.live;

import dev.lifeline.step.CommandException;
import dev.lifeline.step.CommandWord;
import dev.lifeline.step.Journey;
import dev.lifeline.step.card.Card;
import dev.lifeline.step.card.EventCard;
import dev.lifeline.step.card.asked.QuestionCard;
import dev.lifeline.step.card.StopCard;
import dev.lifeline.step.face.Face;
import dev.lifeline.step.predict.OpenQuestion;
import dev.lifeline.step.predict.Told;
import dev.lifeline.view.frame.Canvas;

/// Where cards go: a screen, or lines of NDJSON.
public interface StepOutput {

    /// The place for frames, as wide as it is now.
    Canvas canvas();

    /// Takes note of the size of the terminal, which a person may have changed.
    ///
    /// @param columns 0 where it is not known
    /// @param rows 0 where it is not known
    default void size(int columns, int rows) {
        // Lines for programs have a width of their own.
    }

    /// Paints what is shown anew, where it fills the screen: the terminal has another size, and a person is asked for a line.
    default void repaint() {
        // Lines that append stay as they are.
    }

    /// Wishes for another face from now on.
    ///
    /// @return what becomes of the wish, in one sentence
    /// @throws CommandException where there is none
    default String face(Face face) throws CommandException {
        throw new CommandException("lines for programs have one face only");
    }

    /// Tells whether words are wanted as sentences, without pictures.
    default boolean sentences() {
        return false;
    }

    /// The sign that asks for a line; safe to print.
    default String sign() {
        return "> ";
    }

    /// Hears of the line that was typed.
    ///
    /// @return the command that it stands for, where the face has choices of its own; else the line
    default String typed(String line) {
        return line;
    }

    /// Draws a stop as it will be shown: by its numbers `?` asks.
    default Card card(Journey journey) {
        return journey.isBetween() ? EventCard.of(journey, canvas()) : StopCard.of(journey, canvas());
    }

    /// Shows a stop.
    ///
    /// @param card what [#card] drew
    /// @param keys whether the keys that do something are wanted below it
    /// @return whether somebody still reads
    boolean stop(Journey journey, Card card, boolean keys);

    /// Shows the keys that do something at a stop, below what came after its card.
    ///
    /// @return whether somebody still reads
    default boolean keys(Journey journey) {
        return true;
    }

    /// Shows the answer to a command.
    ///
    /// @return whether somebody still reads
    boolean answer(CommandWord word, Journey journey, Card card);

    /// Shows a question.
    ///
    /// @param keys whether what can be answered is wanted below it
    /// @return whether somebody still reads
    default boolean question(Journey journey, OpenQuestion question, Card card, boolean keys) {
        return answer(CommandWord.PREDICT, journey, keys ? QuestionCard.keyed(card, question, canvas()) : card);
    }

    /// Asks how sure somebody is of an answer.
    ///
    /// @return whether somebody still reads
    default boolean sure(Journey journey) {
        return answer(CommandWord.PREDICT, journey, QuestionCard.sure(canvas()));
    }

    /// Shows what came of an answer.
    ///
    /// @return whether somebody still reads
    default boolean reveal(Journey journey, Told told, Card card) {
        return answer(CommandWord.PREDICT, journey, card);
    }

    /// Says something in one sentence: why a command was refused, or what it did.
    ///
    /// @return whether somebody still reads
    boolean say(boolean refused, String sentence);
}
