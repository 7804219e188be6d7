package dev.lifeline.diagnosis.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.diagnosis.Facts;
import dev.lifeline.diagnosis.Milestone;
import dev.lifeline.diagnosis.TraceBuilder;
import dev.lifeline.diagnosis.UnfinishedStage;
import dev.lifeline.diagnosis.evidence.EvidenceFigures;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.Outcome;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTextsTest {

    /// Circumstances that every failure has: the least that a text may rely on.
    private static final Circumstances BARE = circumstances(TraceBuilder.client(""), null, null);
    private static final Endpoint CLIENT = new Endpoint("192.0.2.7", 40000);
    private static final Endpoint SERVER = new Endpoint("192.0.2.9", 5432);
    private static final Circumstances FULL = circumstances(WebLives.full(new TraceBuilder(Mode.LOOPBACK, "db.example:5432")
            .connected(CLIENT, SERVER)).done(Lane.SERVER, Stage.ACCEPT, new Outcome.Accepted(new FourTuple(SERVER, CLIENT), 1, 1)),
            CLIENT, SERVER);

    private static Circumstances circumstances(TraceBuilder trace, Endpoint local, Endpoint remote) {
        Facts facts = Facts.of(trace.build());
        UnfinishedStage run = new UnfinishedStage(Lane.CLIENT, 1, 0, Stage.CONNECT, local, remote, 5,
                new Failure(ErrorCode.EINVAL, Operation.CONNECT, local, remote, null), 5, -1);
        return new Circumstances(facts, run, local == null ? null : EvidenceFigures.of(facts, run));
    }

    static List<Section> all() {
        List<Section> all = new ArrayList<>();
        for (TextFile file : List.of(TextFile.BEFORE_CONNECT, TextFile.CONNECT, TextFile.STREAM, TextFile.TLS, TextFile.HTTP)) {
            all.addAll(TextFileTest.all(file));
        }
        all.add(TextFile.ENDINGS.about("* *", FULL));
        for (Milestone milestone : Milestone.values()) {
            all.add(TextFile.ENDINGS.about(milestone.about(), FULL));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySectionAnswersAllFourQuestions(Section section) {
        for (String text : List.of(section.happened(), section.proved(), section.notProved())) {
            assertTrue(text.length() > 20 && text.endsWith("."), text);
            String filled = Template.prose(text, FULL);
            assertFalse(filled.contains("{") || filled.contains("(not known)"), filled);
            assertTrue(filled.chars().allMatch(c -> c >= 0x20 && c < 0x7F), filled);
        }
        assertNotNull(Template.command(section.next(), FULL), section.about());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySectionHasACommandEvenWhereNoValueIsKnown(Section section) {
        assertFalse(section.next().getLast().contains("{"), section.about());
        String command = Template.command(section.next(), BARE);
        assertFalse(command.contains("{") || command.contains("not known"), command);
    }

    /// The length of a stage is told as it is where a deadline ended it: all else goes through `{when}`, which leaves out the tool's own cost.
    @ParameterizedTest
    @MethodSource("all")
    void theLengthOfAStageIsToldOnlyOfADeadline(Section section) {
        assertTrue(section.about().endsWith(" TIMEOUT") || !(section.happened() + section.proved()).contains("{after}"), section.about());
    }

    @Test
    void whatIsNotKnownIsSaidSo() {
        assertEquals("To (not known).", Template.prose("To {remote}.", BARE));
    }

    @Test
    void theSameCodeAtAnotherStageHasAnotherText() {
        Conditions conditions = EnumSet.of(Condition.CLIENT, Condition.REMOTE, Condition.NO_BYTES, Condition.SENT)::contains;
        for (ErrorCode code : ErrorCode.values()) {
            List<Section> told = new ArrayList<>();
            for (Stage stage : Stage.values()) {
                Section section = TextFile.failure(stage, code, conditions);
                told.forEach(other -> {
                    assertNotEquals(other.happened(), section.happened(), section.about());
                    assertNotEquals(other.notProved() + other.proved(), section.notProved() + section.proved(), section.about());
                });
                told.add(section);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aStageHasAFallbackThatQuotesTheSystem(Stage stage) {
        Section section = TextFile.failure(stage, ErrorCode.UNKNOWN, _ -> false);
        assertEquals(TextFile.name(stage) + " *", section.about());
        assertTrue(section.happened().contains("{said}"), section.happened());
    }

    @Test
    void theMoreConditionsASectionHasTheSoonerItIsTold() {
        Set<Condition> conditions = EnumSet.of(Condition.SERVER, Condition.LOW_PORT);
        assertEquals(List.of(Condition.SERVER, Condition.LOW_PORT),
                TextFile.failure(Stage.BIND, ErrorCode.EACCES, conditions::contains).conditions());
        assertEquals(List.of(Condition.SERVER),
                TextFile.failure(Stage.BIND, ErrorCode.EACCES, EnumSet.of(Condition.SERVER)::contains).conditions());
    }
}
