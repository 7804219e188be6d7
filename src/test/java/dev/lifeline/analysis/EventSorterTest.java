package dev.lifeline.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.lifeline.model.Evidence;
import dev.lifeline.model.Kinds;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Sorts events of every kind: a kind that says another one than it is would break here.
class EventSorterTest {

    static Stream<Arguments> bodies() {
        return Kinds.of(EventBody.class).stream().map(body -> argumentSet(body.getClass().getSimpleName(), body));
    }

    static Stream<Arguments> outcomes() {
        return Kinds.of(Outcome.class).stream().map(outcome -> argumentSet(outcome.getClass().getSimpleName(), outcome));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyKindOfEventIsRead(EventBody body) {
        TraceEvent event = new TraceEvent(0, 7, Lane.CLIENT, Evidence.APPLICATION, 1, 1, body);
        assertEquals(7, EventSorter.sort(List.of(event)).last());
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void everyKindOfOutcomeIsKept(Outcome outcome) {
        ConnectionSide story = new ConnectionSide();
        story.finish(Stage.DATA, 1, outcome);
        assertSame(outcome, story.outcome(Stage.DATA));
    }
}
