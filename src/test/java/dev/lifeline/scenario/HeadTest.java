package dev.lifeline.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Heads of files, as a list shows them, against what the parser finds.
class HeadTest {

    private static final String REST = "watch: x\nactors: {}\n";

    @Test
    void everyFileOfTheCatalogueHasTheHeadThatTheParserFinds() throws Exception {
        for (Catalogue.Topic topic : Catalogue.topics()) {
            for (String id : topic.ids()) {
                Head head = Head.of(new String(Catalogue.bytes(topic, id), StandardCharsets.UTF_8));
                assertNotNull(head, id + ": the list would need the parser for it");
                assertEquals(Catalogue.read(id).claim(), head.claim(), id);
                assertEquals(Catalogue.read(id).needs(), head.needs(), id);
                assertEquals(head, Catalogue.head(topic, id), id);
            }
        }
    }

    @Test
    void needsMayBeMissing() {
        assertEquals(List.of(), Head.of("claim: A needs b.\n" + REST).needs());
        assertEquals(List.of(Need.LINUX, Need.IPV6), Head.of("claim: A.\nneeds: [linux, ipv6]\n" + REST).needs());
    }

    @ParameterizedTest
    @ValueSource(strings = {"claim: A.\n  And b.\n", "claim: A.\n\n  And b.\n", "claim: 'A.'\n", "claim: >-\n  A.\n",
        "claim: A: b.\n", "claim: A # b.\n", "claim: A\n", "claim:  A.\n", "claim:\n", "Claim: A.\n", "claim: A.\r\n",
        "  claim: A.\n", "claim: A.\nneeds:\n  - linux\n", "claim: A.\nneeds: [linux,\n  ipv6]\n",
        "claim: A.\nneeds: [linux] # b\n", "claim: A.\nneeds: ['linux']\n", "claim: A.\nneeds: []\n", ""})
    void theRestIsLeftToTheParser(String begin) {
        assertNull(Head.of(begin + REST));
    }
}
