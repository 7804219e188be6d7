package dev.lifeline.observe.sockdiag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WatchPaceTest {

    private static final long MILLI = 1_000_000;

    private final WatchPace pace = new WatchPace(false);

    private long turn(boolean news) {
        pace.turns();
        return pace.rest(news);
    }

    @Test
    void theRestIsLongerTheLongerNothingIsNew() {
        assertEquals(MILLI, turn(true));
        assertEquals(2 * MILLI, turn(false));
        assertEquals(4 * MILLI, turn(false));
        for (int i = 0; i < 10; i++) {
            turn(false);
        }
        assertEquals(20 * MILLI, turn(false));
        assertEquals(MILLI, turn(true));
    }

    @Test
    void onlyALongRestIsBroken() {
        turn(true);
        assertFalse(pace.wake(), "it is over soon");
        turn(false);
        assertTrue(pace.wake());
    }

    @Test
    void whatIsNewInTheMiddleOfATurnIsNotSleptThrough() {
        turn(false);
        turn(false);
        pace.turns();
        assertFalse(pace.wake(), "nobody rests");
        assertEquals(MILLI, pace.rest(false), "the turn may have been past it");
        assertEquals(2 * MILLI, turn(false));
    }

    @Test
    void ofManyTheShortestRestIsLonger() {
        WatchPace ofMany = new WatchPace(true);
        ofMany.turns();

        assertEquals(10 * MILLI, ofMany.rest(true));
    }
}
