package dev.lifeline.wording.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Glyphs;
import org.junit.jupiter.api.Test;

class TlsWordsTest {

    @Test
    void aHandshakeThatNeverWaitedIsNotSaidToHaveWaited() {
        assertEquals("TLSv1.2, waited 2.0 ms, computed 30 ms, SUITE, h2", TlsWords.secured(secured(2_000_000), Glyphs.UNICODE));
        assertEquals("TLSv1.2, computed 30 ms, SUITE, h2", TlsWords.secured(secured(0), Glyphs.UNICODE));
    }

    private static Outcome.Secured secured(long waiting) {
        return new Outcome.Secured("TLSv1.2", "SUITE", "h2", null, false, waiting, 30_000_000);
    }
}
