package dev.lifeline.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.walk.FaultKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The end of a fault: what is recorded of it, and when who it held goes on.
class FaultsTest {

    private static final RunEvent.FaultEnded OVER = new RunEvent.FaultEnded(1, FaultKind.TIMEOUT);

    private final Recorder recorder = new Recorder(new FakeTime(0).clock());
    private final LaneRecorder server = new LaneRecorder(recorder, Lane.SERVER, 0, 0);
    private final Gates gates = new Gates();
    private final Faults faults = gates.faults();

    private List<EventBody> recorded() {
        return recorder.from(0).stream().map(TraceEvent::body).toList();
    }

    private AddedFault timeout() {
        return faults.add(FaultKind.TIMEOUT, Lane.SERVER, 0, 0, 0, "timeout");
    }

    @Test
    void whoGoesOnBecauseAFaultIsOverMayEndTheRecordingAndItHasThatEnd() {
        gates.addLoop(recorder::close);
        faults.end(timeout(), server, () -> { });

        assertEquals(List.of(OVER), recorded());
    }

    @Test
    void whatAFaultTookIsGivenBackBehindItsEndAndBeforeAnybodyGoesOn() {
        List<String> order = new ArrayList<>();
        AddedFault timeout = timeout();
        gates.addLoop(() -> order.add("goes on, " + (faults.isOn(timeout) ? "held" : "free")));
        faults.end(timeout, server, () -> order.add("given back, " + recorded()));

        assertEquals(List.of("given back, " + List.of(OVER), "goes on, free"), order);
    }

    @Test
    void aFaultEndsOnceWhoeverEndsIt() {
        AddedFault timeout = timeout();
        faults.acted(timeout, 1, server);
        faults.end(timeout, server, () -> { });

        assertEquals(List.of(new RunEvent.FaultActed(1, FaultKind.TIMEOUT, 1), OVER), recorded());
        assertTrue(faults.areNone());
    }
}
