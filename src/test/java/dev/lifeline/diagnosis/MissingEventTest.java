package dev.lifeline.diagnosis;

import static dev.lifeline.diagnosis.Milestone.CLIENT_CONNECT;
import static dev.lifeline.diagnosis.Milestone.CLIENT_FIRST_DATA;
import static dev.lifeline.diagnosis.Milestone.SERVER_ACCEPT;
import static dev.lifeline.diagnosis.Milestone.SERVER_FIRST_DATA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MissingEventTest {

    private static final Set<Milestone> ALL = EnumSet.allOf(Milestone.class);

    @Test
    void nothingIsMissingWhereAllIsThere() {
        assertNull(MissingEvent.first(ALL, ALL));
    }

    @ParameterizedTest
    @EnumSource(Milestone.class)
    void theRemovedEventIsTheMissingOneAndLaterOnesShowAGapInTheRecording(Milestone removed) {
        Set<Milestone> seen = EnumSet.complementOf(EnumSet.of(removed));
        assertEquals(new MissingEvent(removed, removed != CLIENT_FIRST_DATA), MissingEvent.first(ALL, seen));
    }

    @Test
    void theFirstOfSeveralMissingEventsNamesThePart() {
        assertEquals(new MissingEvent(SERVER_ACCEPT, false), MissingEvent.first(ALL, EnumSet.of(CLIENT_CONNECT)));
    }

    @Test
    void whatWasNotExpectedIsNotMissing() {
        assertNull(MissingEvent.first(EnumSet.of(CLIENT_CONNECT, SERVER_ACCEPT), EnumSet.of(CLIENT_CONNECT, SERVER_ACCEPT)));
    }

    @Test
    void aTraceOfOneSideHasNoMissingEvent() {
        assertNull(MissingEvent.of(TraceBuilder.client("a:1").connected().build()));
    }

    @Test
    void aTraceOfBothSidesIsFollowedAlongThePath() {
        TraceBuilder trace = TraceBuilder.loopback().planned(Lane.CLIENT, Stage.FIRST_BYTE);
        assertEquals(CLIENT_CONNECT, MissingEvent.of(trace.build()).milestone());
        assertEquals(SERVER_ACCEPT, MissingEvent.of(trace.connected().build()).milestone());
        assertEquals(CLIENT_FIRST_DATA, MissingEvent.of(trace.accepted().build()).milestone());
        assertEquals(SERVER_FIRST_DATA, MissingEvent.of(trace.writes(Lane.CLIENT, 5).build()).milestone());
        assertEquals(CLIENT_FIRST_DATA, MissingEvent.of(trace.reads(Lane.SERVER, "ping").build()).milestone());
        assertNull(MissingEvent.of(trace.reads(Lane.CLIENT, "pong").build()));
    }

    @Test
    void anAcceptOfAnotherConnectionDoesNotCount() {
        TraceBuilder trace = TraceBuilder.loopback().connected(new Endpoint("127.0.0.1", 40001), TraceBuilder.SERVER_END)
                .accepted();
        assertEquals(new MissingEvent(SERVER_ACCEPT, false), MissingEvent.of(trace.build()));
    }
}
