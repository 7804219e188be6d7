package dev.lifeline.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.text.DurationText;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void momentsAreMillisecondsRoundedAsInTheViews() {
        assertEquals("0.001 ms", Figures.moment(999));
        assertEquals("0.352 ms", Figures.moment(351_500));
        assertEquals("0.351 ms", Figures.moment(351_499));
        assertEquals("5.370 ms", Figures.moment(5_369_600));
        assertEquals("-0.005 ms", Figures.moment(-5_000));
        assertEquals("3000.050 ms", Figures.moment(3_000_050_000L));
        assertEquals("-9223372036854.776 ms", Figures.moment(Long.MIN_VALUE));
        for (long nanos : new long[] {0, 499, 500, 12_345_678, 999_999_500, Long.MAX_VALUE}) {
            assertEquals(DurationText.figure(nanos, 1_000_000, 3) + " ms", Figures.moment(nanos));
        }
    }

    @Test
    void spansHaveTheUnitThatSuitsThem() {
        assertEquals("0.1 \u00b5s", Figures.span(99));
        assertEquals("-1.2 \u00b5s", Figures.span(-1_234));
        assertEquals("999.9 \u00b5s", Figures.span(999_949));
        assertEquals("1.000 ms", Figures.span(999_950));
        assertEquals("999.999 ms", Figures.span(999_999_499));
        assertEquals("1.000 s", Figures.span(999_999_500));
        assertEquals("4.005 s", Figures.span(4_005_312_800L));
        assertEquals("9223372036.855 s", Figures.span(Long.MAX_VALUE));
        assertEquals("-9223372036.855 s", Figures.span(Long.MIN_VALUE));
    }

    @Test
    void whatIsExactToWithinIsNeverLessThanItIs() {
        assertEquals("0 ns", Figures.within(0));
        assertEquals("160 ns", Figures.within(160));
        assertEquals("1.3 \u00b5s", Figures.within(1_201));
        assertEquals("1.2 \u00b5s", Figures.within(1_200));
        assertEquals("1.001 ms", Figures.within(1_000_001));
        assertEquals("1.000 ms", Figures.within(999_901));
    }

    @Test
    void aDistanceSaysWhichCameFirst() {
        assertEquals("5.2 \u00b5s before this packet", Figures.distance(-5_200));
        assertEquals("5.2 \u00b5s after this packet", Figures.distance(5_200));
        assertEquals("4.005 s after this packet", Figures.distance(4_005_312_800L));
        assertEquals("0.0 \u00b5s before this packet", Figures.distance(-1));
        assertEquals("at the time of this packet", Figures.distance(0));
        assertEquals("9223372036.855 s before this packet", Figures.distance(Long.MIN_VALUE));
    }
}
