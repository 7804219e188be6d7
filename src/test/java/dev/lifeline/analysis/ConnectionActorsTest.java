package dev.lifeline.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.PlayEvent.ConnectionOwned;
import org.junit.jupiter.api.Test;

class ConnectionActorsTest {

    @Test
    void eachEndOfAConnectionHasTheNameThatItsLaneGaveIt() {
        ConnectionActors actors = actors(new TraceBuilder("x:1", Mode.LOOPBACK).connection(1).mark(1, Lane.CLIENT, owned("caller"))
                .mark(2, Lane.SERVER, owned("it's peer's")).connection(2).mark(3, Lane.SERVER, owned("relay")));
        assertEquals("caller", actors.name(Lane.CLIENT, 1));
        assertEquals("it's peer's", actors.name(Lane.SERVER, 1));
        assertEquals("relay", actors.name(Lane.SERVER, 2));
        assertNull(actors.name(Lane.CLIENT, 2));
        assertFalse(actors.isEmpty());
    }

    @Test
    void aSocketForDatagramsIsNoConnection() {
        assertTrue(actors(new TraceBuilder("x:1", Mode.LOOPBACK).mark(1, Lane.CLIENT, new ConnectionOwned("sender", null, true))).isEmpty());
    }

    @Test
    void whatBelongsToNoConnectionIsNobodys() {
        assertTrue(actors(new TraceBuilder("x:1", Mode.LOOPBACK).connection(0).mark(1, Lane.CLIENT, owned("caller"))).isEmpty());
    }

    private static ConnectionOwned owned(String actor) {
        return new ConnectionOwned(actor, null, false);
    }

    private static ConnectionActors actors(TraceBuilder life) {
        return ConnectionActors.of(TraceIndex.of(life.trace()).timeline().marks());
    }
}
