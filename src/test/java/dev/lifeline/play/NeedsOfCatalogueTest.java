package dev.lifeline.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.scenario.Catalogue;
import org.junit.jupiter.api.Test;

class NeedsOfCatalogueTest {

    @Test
    void theHeadOfAFileSaysAsMuchAsTheWholeFile() throws Exception {
        for (Catalogue.Topic topic : Catalogue.topics()) {
            for (String id : topic.ids()) {
                assertEquals(PlayNeeds.of(Catalogue.read(id)), PlayNeeds.of(Catalogue.head(topic, id)), id);
            }
        }
    }
}
