package dev.lifeline.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void momentsAreMillisecondsAndSpansMicroseconds() {
        assertEquals("0.000 ms", Figures.moment(999));
        assertEquals("0.351 ms", Figures.moment(351_999));
        assertEquals("-0.005 ms", Figures.moment(-5_000));
        assertEquals("3000.050 ms", Figures.moment(3_000_050_000L));
        assertEquals("0.0 \u00b5s", Figures.micros(99));
        assertEquals("-1.2 \u00b5s", Figures.micros(-1_234));
        assertEquals("9223372036854775.8 \u00b5s", Figures.micros(Long.MAX_VALUE));
        assertEquals("-9223372036854.775 ms", Figures.moment(Long.MIN_VALUE));
    }

    @Test
    void aDistanceSaysWhichCameFirst() {
        assertEquals("5.2 \u00b5s before this packet", Figures.distance(-5_200));
        assertEquals("5.2 \u00b5s after this packet", Figures.distance(5_200));
        assertEquals("0.0 \u00b5s before this packet", Figures.distance(-1));
        assertEquals("at the time of this packet", Figures.distance(0));
        assertEquals("9223372036854775.8 \u00b5s before this packet", Figures.distance(Long.MIN_VALUE));
    }
}
