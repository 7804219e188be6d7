package dev.lifeline.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberRangesTest {

    @Test
    void neighboursAreARange() {
        assertEquals("3", NumberRanges.text(List.of(3)));
        assertEquals("3, 4", NumberRanges.text(List.of(3, 4)));
        assertEquals("1, 3 to 5, 9", NumberRanges.text(List.of(1, 3, 4, 5, 9)));
        assertEquals("1 to 200", NumberRanges.text(IntStream.rangeClosed(1, 200).boxed().toList()));
        assertEquals("126 to 130", NumberRanges.text(IntStream.rangeClosed(126, 130).boxed().toList()));
    }

    @Test
    void itIsBounded() {
        assertEquals("1, 3, 5, 7 and 96 more", NumberRanges.text(IntStream.range(0, 100).map(i -> 2 * i + 1).boxed().toList()));
    }
}
