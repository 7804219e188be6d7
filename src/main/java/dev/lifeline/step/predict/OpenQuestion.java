package dev.lifeline.step.predict;

import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.walk.Question;
import dev.lifeline.scenario.predict.Option;
import dev.lifeline.scenario.predict.OrderPuzzle;
import dev.lifeline.scenario.predict.Prediction;
import dev.lifeline.scenario.word.EventText;
import dev.lifeline.step.CommandException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A question as it stands before a person: its text, and the lines that letters stand for.
///
/// @param question which kind
/// @param id of the prediction or the puzzle
/// @param ask the question
/// @param ids what is recorded for each line: the id of an option, or the number of an event
/// @param lines the answers, or the events to put in order
/// @param sure whether it is asked how sure the person is
public record OpenQuestion(Question question, String id, String ask, List<String> ids, List<String> lines, boolean sure) {

    /// The sign for *I do not know*: no letter of an answer is like it.
    public static final String UNKNOWN = "?";

    /// The lowest and the highest confidence.
    private static final String CONFIDENCES = "123";

    public OpenQuestion {
        ids = List.copyOf(ids);
        lines = List.copyOf(lines);
    }

    /// The question for what a call will do.
    public static OpenQuestion of(Prediction prediction) {
        return options(Question.PREDICT, prediction.id(), prediction.ask(), prediction.options(), prediction.confidence());
    }

    /// The question for what was seen of it.
    public static OpenQuestion seeing(Prediction prediction) {
        return options(Question.SEE, prediction.id(), prediction.seeing().ask(), prediction.seeing().options(), false);
    }

    private static OpenQuestion options(Question question, String id, String ask, List<Option> options, boolean sure) {
        List<String> ids = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (Option each : options) {
            ids.add(each.id());
            lines.add(each.say());
        }
        return new OpenQuestion(question, id, ask, ids, lines, sure);
    }

    /// The question for an order of events.
    public static OpenQuestion of(OrderPuzzle puzzle) {
        List<String> ids = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (EventText each : puzzle.events()) {
            lines.add(each.text());
            ids.add(Integer.toString(lines.size()));
        }
        return new OpenQuestion(Question.ORDER, puzzle.id(), puzzle.ask(), ids, lines, false);
    }

    /// The letter of a line.
    ///
    /// @param place from 0
    public static String letter(int place) {
        return Character.toString('a' + place);
    }

    /// Writes the letters of all lines: `a b c`.
    public String letters() {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            letters.append(i == 0 ? "" : " ").append(letter(i));
        }
        return letters.toString();
    }

    /// Says if a line that was typed is an answer, or begins like one: letters of this question and figures, with blanks between.
    public boolean isAnswer(String typed) {
        String[] words = words(typed);
        for (int i = 0; i < words.length; i++) {
            boolean figure = i > 0 && words[i].length() == 1 && Character.isDigit(words[i].charAt(0));
            if (!figure && !isUnknown(words[i]) && !isLetters(words[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean isLetters(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (place(word.charAt(i)) < 0) {
                return false;
            }
        }
        return !word.isEmpty() && (question == Question.ORDER || word.length() == 1);
    }

    /// `d` is for *don't know* as long as no answer has that letter.
    private boolean isUnknown(String word) {
        return word.equals(UNKNOWN) || word.equals("d") && place('d') < 0;
    }

    private int place(char letter) {
        int place = letter - 'a';
        return place < lines.size() ? place : -1;
    }

    private static String[] words(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
    }

    /// Reads an answer: `b`, `b 3`, `?`; for an order `c a b` or `cab`.
    ///
    /// @param stop the number of the stop at which it is given
    /// @throws CommandException with what is possible
    public RunEvent.Answered answer(String typed, int stop) throws CommandException {
        String[] words = words(typed);
        boolean rated = sure && words.length == 2;
        int confidence = rated ? confidence(words[1]) : 0;
        if (words.length == 1 && isUnknown(words[0]) || rated && isUnknown(words[0])) {
            return new RunEvent.Answered(stop, id, question, null, 0);
        }
        if (question == Question.ORDER) {
            return new RunEvent.Answered(stop, id, question, order(String.join("", words)), 0);
        }
        if (words.length > (sure ? 2 : 1) || !isLetters(words[0])) {
            throw new CommandException(possible());
        }
        return new RunEvent.Answered(stop, id, question, ids.get(place(words[0].charAt(0))), confidence);
    }

    private String order(String letters) throws CommandException {
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < letters.length(); i++) {
            if (place(letters.charAt(i)) < 0) {
                throw new CommandException(possible());
            }
            if (letters.indexOf(letters.charAt(i)) < i) {
                throw new CommandException(letters.charAt(i) + " is there twice: " + possible());
            }
            order.append(i == 0 ? "" : " ").append(ids.get(place(letters.charAt(i))));
        }
        return order.toString();
    }

    /// Reads how sure a person is.
    ///
    /// @throws CommandException with what is possible
    public static int confidence(String typed) throws CommandException {
        String figure = typed.strip();
        if (figure.length() != 1 || CONFIDENCES.indexOf(figure.charAt(0)) < 0) {
            throw new CommandException("how sure is 1, 2 or 3: 1 is a guess, 3 is sure; Enter leaves it out");
        }
        return figure.charAt(0) - '0';
    }

    /// Says what can be answered, in one line.
    public String possible() {
        return question == Question.ORDER ? "write the letters in their order, as " + example() + "; what never happens is left out; "
                + UNKNOWN + " is for don't know"
                : "answer one of " + letters() + (sure ? ", with 1 to 3 behind it for how sure" : "") + "; " + UNKNOWN + " is for don't know";
    }

    private String example() {
        return letter(lines.size() - 1) + " a b";
    }
}
