package dev.lifeline.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.RunEvent.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionActorsTest {

    @Test
    void eachEndOfAConnectionHasTheNameThatItsLaneGaveIt() {
        ConnectionActors actors = actors(new TraceBuilder("x:1", Mode.LOOPBACK).connection(1).mark(1, Lane.CLIENT, Remark.owner("caller"))
                .mark(2, Lane.SERVER, Remark.owner("it's peer's")).connection(2).mark(3, Lane.SERVER, Remark.owner("relay")));
        assertEquals("caller", actors.name(Lane.CLIENT, 1));
        assertEquals("it's peer's", actors.name(Lane.SERVER, 1));
        assertEquals("relay", actors.name(Lane.SERVER, 2));
        assertNull(actors.name(Lane.CLIENT, 2));
        assertFalse(actors.isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"this connection is closed", "this connection is 's", "step 1: server listen", "'s", ""})
    void anotherRemarkNamesNobody(String text) {
        assertNull(new Remark(text).owner());
        assertTrue(actors(new TraceBuilder("x:1", Mode.LOOPBACK).mark(1, Lane.CLIENT, new Remark(text))).isEmpty());
    }

    @Test
    void whatBelongsToNoConnectionIsNobodys() {
        assertTrue(actors(new TraceBuilder("x:1", Mode.LOOPBACK).connection(0).mark(1, Lane.CLIENT, Remark.owner("caller"))).isEmpty());
    }

    private static ConnectionActors actors(TraceBuilder life) {
        return ConnectionActors.of(TraceIndex.of(life.trace()).timeline().marks());
    }
}
