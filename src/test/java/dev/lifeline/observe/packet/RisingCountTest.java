package dev.lifeline.observe.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RisingCountTest {

    private static final long SECOND = 1_000_000_000;

    private final RisingCount count = new RisingCount();

    @Test
    void theFirstIsSaidAtOnceTheNextASecondLaterAndTheRestAtTheEnd() {
        assertEquals(0, count.part(5));
        count.add(3);
        assertEquals(3, count.part(10));
        assertEquals(0, count.part(11));
        count.add(4);
        count.add(5);
        assertEquals(0, count.part(SECOND));
        assertEquals(9, count.part(SECOND + 10));
        count.add(1);
        assertEquals(0, count.part(SECOND + 11));
        assertEquals(1, count.rest(SECOND + 12));
        assertEquals(0, count.rest(SECOND + 13));
        assertEquals(13, count.total());
    }
}
