package dev.lifeline.observe.portable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.lifeline.model.Evidence;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.EvidenceSource;
import org.junit.jupiter.api.Test;

class PortableSourcesTest {

    @Test
    void everySourceAnswersWithAFactOrAReason() {
        for (EvidenceSource source : PortableSources.all()) {
            switch (source.probe()) {
                case Availability.Available available -> assertFalse(available.gives().isBlank(), source.name());
                case Availability.Unavailable unavailable -> assertFalse(unavailable.reason().isBlank(), source.name());
            }
        }
    }

    @Test
    void applicationEvidenceIsAlwaysThereAndNothingElseIsClaimed() {
        for (EvidenceSource source : PortableSources.all()) {
            if (source.grade() != Evidence.APPLICATION) {
                assertInstanceOf(Availability.Unavailable.class, source.probe(), source.name());
            }
        }
        assertInstanceOf(Availability.Available.class, PortableSources.all().getFirst().probe());
    }

    @Test
    void anAddressThatIsNotOursIsNotAvailable() {
        Availability answer = LoopbackProbe.of("192.0.2.1");
        assertEquals(Availability.Unavailable.class, answer.getClass());
    }
}
