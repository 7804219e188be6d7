package dev.lifeline.step.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.analysis.TraceBuilder;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.StageEvent;
import org.junit.jupiter.api.Test;

/// The line of a moment at which nobody waits for the person.
class ProgramLinesTest {

    private final TraceBuilder life = new TraceBuilder("db.example:5432", TraceHeader.Mode.LOOPBACK);

    private String waiting() {
        return ProgramLines.waiting(TraceIndex.of(life.trace()));
    }

    @Test
    void saysACallIsUnderWayOnlyWhereOneIs() {
        long hold = life.add(1, Lane.SERVER, new HoldEvent.HoldStarted(Stage.ACCEPT, "a fault"));
        assertEquals("server held before accept; no call under way", waiting());

        long connect = life.add(2, Lane.CLIENT, new StageEvent.Started(Stage.CONNECT, null, null));
        assertEquals("server held before accept; a call is under way", waiting());

        life.mark(3, Lane.SERVER, new HoldEvent.HoldEnded(hold));
        assertEquals("nobody stands at a gate; a call is under way", waiting());

        life.mark(4, Lane.CLIENT, new StageEvent.Failed(Stage.CONNECT, connect,
                TraceBuilder.failure(ErrorCode.TIMEOUT, Operation.CONNECT, null, null)));
        assertEquals("nobody stands at a gate; no call under way", waiting());
    }
}
