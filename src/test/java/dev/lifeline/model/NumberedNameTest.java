package dev.lifeline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumberedNameTest {

    @Test
    void theNumberStandsBehindTheNameAndAHyphen() {
        assertEquals(7, NumberedName.number("storm", "storm-7"));
        assertEquals(200, NumberedName.number("a-1", "a-1-200"));
        assertEquals(999_999, NumberedName.number("storm", "storm-999999"));
    }

    @Test
    void anythingElseIsNone() {
        for (String text : new String[] {"storm", "storm-", "storm-0", "storm-07", "storm-7a", "storm-1000000", "storms-7", "xtorm-7", "storm_7", ""}) {
            assertEquals(0, NumberedName.number("storm", text), text);
        }
    }
}
