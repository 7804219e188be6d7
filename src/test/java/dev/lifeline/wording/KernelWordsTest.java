package dev.lifeline.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.socket.SynFacts;
import org.junit.jupiter.api.Test;

class KernelWordsTest {

    @Test
    void aSynIsToldByWhatItOffersAndLeavesOut() {
        assertEquals("SYN: ttl 64, mss 65495, wscale 7, sack, timestamps", phrase(new SynFacts(64, 1, 65_495, 7, true, true)));
        assertEquals("SYN: ttl 49, no mss, no wscale", phrase(new SynFacts(49, 1, 0, -1, false, false)));
    }

    private static String phrase(SynFacts syn) {
        return KernelWords.of(new KernelEvent.SynSaved(new FourTuple(new Endpoint("::1", 1), new Endpoint("::1", 2)), syn)).phrase();
    }
}
