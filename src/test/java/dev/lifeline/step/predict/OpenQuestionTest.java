package dev.lifeline.step.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.event.RunEvent.Answered;
import dev.lifeline.model.walk.Question;
import dev.lifeline.step.CommandException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenQuestionTest {

    private static final OpenQuestion THREE = new OpenQuestion(Question.PREDICT, "returns", "What?", List.of("waits", "refused", "at-once"),
            List.of("It waits", "It fails", "At once"), true);
    private static final OpenQuestion FOUR = new OpenQuestion(Question.SEE, "seen", "What?", List.of("one", "two", "three", "four"),
            List.of("1", "2", "3", "4"), false);
    private static final OpenQuestion ORDER = new OpenQuestion(Question.ORDER, "life", "Which?", List.of("1", "2", "3", "4", "5"),
            List.of("SYN", "accept", "connect", "RST", "close"), false);

    @ParameterizedTest
    @CsvSource({"a, waits, 0", "' C ', at-once, 0", "b 3, refused, 3", "B  1, refused, 1"})
    void aLetterIsAnAnswerAndAFigureBehindItIsHowSure(String typed, String choice, int confidence) throws CommandException {
        assertTrue(THREE.isAnswer(typed));
        assertEquals(new Answered(4, "returns", Question.PREDICT, choice, confidence), THREE.answer(typed, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "d", "? 2"})
    void notKnowingIsAnAnswer(String typed) throws CommandException {
        assertTrue(THREE.isAnswer(typed));
        assertEquals(new Answered(1, "returns", Question.PREDICT, null, 0), THREE.answer(typed, 1));
    }

    @Test
    void theFourthLetterIsAnAnswerWhereThereIsOneAndTheSignForNotKnowingStays() throws CommandException {
        assertEquals("four", FOUR.answer("d", 1).choice());
        assertEquals(null, FOUR.answer("?", 1).choice());
    }

    @ParameterizedTest
    @ValueSource(strings = {"c a b", "cab", "c ab"})
    void anOrderIsItsLettersWithBlanksOrWithout(String typed) throws CommandException {
        assertTrue(ORDER.isAnswer(typed));
        assertEquals("3 1 2", ORDER.answer(typed, 1).choice());
    }

    @ParameterizedTest
    @CsvSource({"e, answer one of a b c", "a b, how sure is 1", "b 9, how sure is 1", "b 0, how sure is 1", "b 2 3, answer one of a b c",
            "ab, answer one of a b c"})
    void whatIsNoAnswerIsRefusedWithWhatIsPossible(String typed, String says) {
        String told = assertThrows(CommandException.class, () -> THREE.answer(typed, 1)).getMessage();

        assertTrue(told.contains(says), told);
        assertFalse(told.contains("\n"), told);
    }

    @Test
    void ofAnOrderALetterThatIsThereTwiceOrNoneIsRefused() {
        assertTrue(assertThrows(CommandException.class, () -> ORDER.answer("a a", 1)).getMessage().startsWith("a is there twice"));
        assertTrue(assertThrows(CommandException.class, () -> ORDER.answer("a f", 1)).getMessage().startsWith("write the letters"));
        assertTrue(assertThrows(CommandException.class, () -> ORDER.answer("a 3", 1)).getMessage().startsWith("write the letters"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"next", "n", "i sockets", "zzz", "back", "c x"})
    void wordsAreNoAnswers(String typed) {
        assertFalse(THREE.isAnswer(typed));
    }

    @Test
    void howSureIsOneToThree() throws CommandException {
        assertEquals(2, OpenQuestion.confidence(" 2 "));
        for (String wrong : List.of("0", "4", "12", "x", "")) {
            assertThrows(CommandException.class, () -> OpenQuestion.confidence(wrong), wrong);
        }
    }
}
