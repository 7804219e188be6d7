package dev.lifeline.step;

import static dev.lifeline.step.RecordedWalks.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JourneyTest {

    private final Journey recorded = read("reset-on-read");

    @Test
    void aRecordingWithoutHoldsStopsBeforeEachStageOfAProgramAndAtTheEnd() {
        List<String> places = new ArrayList<>();
        for (Stop stop : recorded.stops()) {
            places.add(stop.isEnd() ? "end" : stop.lane().label() + " " + stop.stage().label());
        }

        assertEquals(List.of("server bind", "client connect", "server accept", "server first byte", "client write", "server close",
                "client first byte", "client close", "end"), places.stream().filter(place -> !place.equals("client lookup")).distinct().toList());
        assertTrue(recorded.isReplay());
        assertEquals(1, recorded.cursor());
    }

    @Test
    void aRecordingWithHoldsStopsWhereAProgramWasHeldAtTheMomentBeforeItWentOn() {
        Journey held = read("late-accept");

        Stop stop = held.stops().getFirst();
        assertEquals(2, held.stops().size());
        assertEquals("before accept on server", new StopPlace(stop.stage(), stop.after(), stop.lane()).text());
        assertTrue(held.seen().events().stream().allMatch(event -> event.sequence() < stop.upTo()));
    }

    @Test
    void atAStopNothingIsSeenOfWhatCameLater() {
        Journey at = recorded.ahead(List.of(new StopPlace(Stage.ACCEPT, false, Lane.SERVER)));

        assertEquals(Stage.ACCEPT, at.stop().stage());
        for (TraceEvent event : at.seen().events()) {
            assertFalse(event.body() instanceof StageEvent.Started started && started.stage() == Stage.ACCEPT, "accept has begun already");
        }
    }

    @Test
    void eventsLeadOneByOneToTheEnd() {
        Journey at = recorded;
        int steps = 0;
        for (Journey next = at.event(); next != null; next = at.event()) {
            assertEquals(at.upTo() + 1, next.upTo());
            at = next;
            steps++;
        }

        assertEquals(recorded.events().size() - recorded.upTo(), steps);
        assertTrue(at.isOver());
        assertNull(at.event());
    }

    @Test
    void breakpointsAreCountedAndTakenAwayByTheirNumber() throws CommandException {
        StopPlace accept = new StopPlace(Stage.ACCEPT, false, null);
        StopPlace close = new StopPlace(Stage.CLOSE, false, Lane.SERVER);
        Journey two = recorded.breaking(accept).breaking(close);

        Journey one = two.without(1);

        assertEquals(List.of(new Breakpoint(2, close)), one.breakpoints());
        assertEquals(List.of(), two.without(0).breakpoints());
        assertEquals(Stage.CLOSE, one.ahead(List.of()).stop().stage());
        assertEquals("there is no breakpoint or watch 7; info lists them", assertThrows(CommandException.class, () -> two.without(7)).getMessage());
    }

    @Test
    void whatIsSaidOfARecordingStandsBesideIt() {
        RunEvent.Noted note = new RunEvent.Noted(3, "odd");

        assertEquals(List.of(note), recorded.at(3).saying(note).at(1).spoken());
    }

    @Test
    void whatARecordingHoldsThatNobodySawYetIsNotSaidAndLookingBackIsNotFresh() {
        RunEvent.Noted note = new RunEvent.Noted(1, "first");
        List<TraceEvent> events = new ArrayList<>(recorded.events());
        events.add(new TraceEvent(events.getLast().sequence() + 1, events.getLast().at() + 1, Lane.CLIENT, Evidence.APPLICATION, 0, 0, note));
        Journey walked = Journey.of(new Trace(recorded.header(), events, true));

        assertEquals(List.of(), walked.spoken());
        assertTrue(walked.isFresh());
        Journey end = walked.at(walked.stops().size());
        assertEquals(List.of(note), end.spoken());
        assertTrue(end.isFresh());
        assertFalse(end.at(1).isFresh());
        assertEquals(List.of(note), end.at(1).spoken());
    }
}
