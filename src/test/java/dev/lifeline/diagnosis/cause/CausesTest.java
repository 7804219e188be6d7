package dev.lifeline.diagnosis.cause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.diagnosis.Facts;
import dev.lifeline.diagnosis.Milestone;
import dev.lifeline.diagnosis.TraceBuilder;
import dev.lifeline.diagnosis.UnfinishedStage;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CausesTest {

    /// What every failure has: the least that a text may rely on.
    private static final Placeholders BARE = new Placeholders(Facts.of(TraceBuilder.client("").build()), run(null, null));
    private static final Endpoint CLIENT = new Endpoint("192.0.2.7", 40000);
    private static final Endpoint SERVER = new Endpoint("192.0.2.9", 5432);
    private static final Placeholders FULL = new Placeholders(Facts.of(new TraceBuilder(Mode.LOOPBACK, "db.example:5432")
            .connected(CLIENT, SERVER)
            .done(Lane.SERVER, Stage.ACCEPT, new Outcome.Accepted(new FourTuple(SERVER, CLIENT), 1, 1)).build()),
            run(CLIENT, SERVER));

    private static UnfinishedStage run(Endpoint local, Endpoint remote) {
        return new UnfinishedStage(Lane.CLIENT, 1, 0, Stage.CONNECT, local, remote, 5,
                new Failure(ErrorCode.EINVAL, Operation.CONNECT, local, remote, null), 5, -1);
    }

    static List<Cause> all() {
        return Causes.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySectionAnswersAllFourQuestions(Cause cause) {
        for (String text : List.of(cause.happened(), cause.proved(), cause.notProved())) {
            assertTrue(text.length() > 20 && text.endsWith("."), text);
            String filled = Template.prose(text, FULL);
            assertFalse(filled.contains("{") || filled.contains("(not known)"), filled);
            assertTrue(filled.chars().allMatch(c -> c >= 0x20 && c < 0x7F), filled);
        }
        assertNotNull(Template.command(cause.next(), FULL), cause.key());
    }

    @ParameterizedTest
    @MethodSource("all")
    void everySectionHasACommandEvenWhereNoValueIsKnown(Cause cause) {
        assertFalse(cause.next().getLast().contains("{"), cause.key());
        String command = Template.command(cause.next(), BARE);
        assertFalse(command.contains("{") || command.contains("not known"), command);
    }

    @ParameterizedTest
    @MethodSource("all")
    void theStagesAndCodesOfTheFileExist(Cause cause) {
        String[] key = cause.key().split(" ");
        if (!Set.of("missing", "unexpected").contains(key[0])) {
            boolean stage = key[0].equals("*");
            for (Stage each : Stage.values()) {
                stage |= Causes.name(each).equals(key[0]);
            }
            assertTrue(stage, cause.key());
            assertTrue(key[1].equals("*") || ErrorCode.valueOf(key[1]) != null, cause.key());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void noTextClaimsWhatNobodyMeasured(Cause cause) {
        String claims = (cause.happened() + " " + cause.proved()).toLowerCase(Locale.ROOT);
        for (String claim : List.of("server is down", "service is down", "is not running", "host is off", "crashed",
                "firewall drops",
                "network is broken",
                "is switched off", "has ended")) {
            assertFalse(claims.contains(claim), cause.key() + ": " + claims);
        }
    }

    @Test
    void noSectionIsThereTwice() {
        Set<String> keys = new HashSet<>();
        for (Cause cause : Causes.all()) {
            assertTrue(keys.add(cause.key() + cause.conditions()), () -> cause.key() + cause.conditions());
        }
    }

    @Test
    void theSameCodeAtAnotherStageHasAnotherText() {
        Set<Condition> conditions = EnumSet.of(Condition.CLIENT, Condition.REMOTE, Condition.NO_BYTES, Condition.SENT);
        for (ErrorCode code : ErrorCode.values()) {
            List<Cause> told = new ArrayList<>();
            for (Stage stage : Stage.values()) {
                Cause cause = Causes.of(stage, code, conditions);
                told.forEach(other -> {
                    assertNotEquals(other.happened(), cause.happened(), cause.key());
                    assertNotEquals(other.notProved() + other.proved(), cause.notProved() + cause.proved(), cause.key());
                });
                told.add(cause);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void aStageHasAFallbackThatQuotesTheSystem(Stage stage) {
        Cause cause = Causes.of(stage, ErrorCode.UNKNOWN, Set.of());
        assertEquals(Causes.name(stage) + " *", cause.key());
        assertTrue(cause.happened().contains("{said}"), cause.happened());
    }

    @Test
    void theMoreConditionsASectionHasTheSoonerItIsTold() {
        Set<Condition> conditions = EnumSet.of(Condition.SERVER, Condition.LOW_PORT);
        assertEquals(conditions, Causes.of(Stage.BIND, ErrorCode.EACCES, conditions).conditions());
        assertEquals(Set.of(Condition.SERVER),
                Causes.of(Stage.BIND, ErrorCode.EACCES, EnumSet.of(Condition.SERVER)).conditions());
    }

    @ParameterizedTest
    @EnumSource(Milestone.class)
    void everyMilestoneHasItsWords(Milestone milestone) {
        assertNotNull(Causes.of("missing " + milestone.label(), Set.of()));
    }
}
