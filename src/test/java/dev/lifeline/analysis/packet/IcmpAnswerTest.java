package dev.lifeline.analysis.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.event.KernelEvent.ErrorOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcmpAnswerTest {

    @ParameterizedTest
    @CsvSource({"192.0.2.1, 3, 0, false", "192.0.2.1, 3, 1, false", "192.0.2.1, 3, 3, false", "192.0.2.1, 3, 9, true",
            "192.0.2.1, 3, 10, true", "192.0.2.1, 3, 13, true", "192.0.2.1, 11, 13, false", "2001:db8::1, 1, 0, false",
            "2001:db8::1, 1, 1, true", "2001:db8::1, 1, 3, false", "2001:db8::1, 1, 5, true", "2001:db8::1, 1, 6, true",
            "2001:db8::1, 3, 1, false"})
    void someCodesSayThatARuleForbids(String offender, int type, int code, boolean prohibited) {
        assertEquals(prohibited, IcmpAnswer.of(new ErrorOrigin(offender, type, code, "said")).prohibited());
    }

    @Test
    void theOffendersAddressSaysWhichProtocolItIs() {
        assertFalse(IcmpAnswer.of(new ErrorOrigin("192.0.2.1", 3, 1, "said")).v6());
        assertTrue(IcmpAnswer.of(new ErrorOrigin("2001:db8::1", 1, 3, "said")).v6());
    }

    @Test
    void whatAsksForSmallerPacketsIsNoAnswer() {
        assertNull(IcmpAnswer.of(new ErrorOrigin("192.0.2.1", 3, 4, "fragmentation needed")));
        assertNull(IcmpAnswer.of(new ErrorOrigin("2001:db8::1", 2, 0, "packet too big")));
    }
}
