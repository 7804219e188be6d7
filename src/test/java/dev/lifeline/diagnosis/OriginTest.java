package dev.lifeline.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Time 0 is a time: what happened at the origin of the clock happened. Left out is what tells a stage from its aftermath by time
/// alone.
class OriginTest {

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = EnumSource.Mode.EXCLUDE, names = {"REMOTE_ANSWERED_LATE", "RESET_FOR_A_FULL_QUEUE",
            "RESET_WHILE_HALF_OPEN"})
    void whatHappensAtOnceAtTheOriginIsFoundAllTheSame(Fault fault) {
        Trace all = fault.trace();
        List<TraceEvent> events = new ArrayList<>();
        for (TraceEvent event : all.events()) {
            events.add(new TraceEvent(event.sequence(), 0, event.lane(), event.evidence(), event.connection(), event.attempt(),
                    event.body()));
        }
        for (Witnesses witnesses : Witnesses.ALL) {
            Trace atOnce = new Trace(all.header(), events, all.complete());
            assertEquals(found(witnesses.of(all)), found(witnesses.of(atOnce)), witnesses::toString);
        }
    }

    private static Object found(Trace trace) {
        Facts facts = Facts.of(trace);
        Deciding decided = Deciding.of(facts);
        boolean set = trace.events().stream().anyMatch(event -> event.body() instanceof KernelEvent.ClockStepped);
        return decided == null || set ? "nothing"
                : String.valueOf(Evidenced.of(facts, decided.run(), decided.run().failure().code()).finding());
    }
}
