package dev.lifeline.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StreamSearchTest {

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource({"pong, pong", "ana, banana", "aab, aaaab", "abab, aababb", "x, x", "nano, nannano"})
    void findsAcrossChunksOfOneByte(String wanted, String stream) {
        StreamSearch search = new StreamSearch(bytes(wanted).array());
        for (char c : stream.toCharArray()) {
            search.feed(bytes(String.valueOf(c)));
        }
        assertTrue(search.found());
    }

    @Test
    void staysFoundWhateverFollows() {
        StreamSearch search = new StreamSearch(bytes("ok").array());
        search.feed(bytes("ok then"));
        search.feed(bytes("more"));
        assertTrue(search.found());
    }

    @Test
    void nothingIsFoundAtOnceAndSomethingIsNot() {
        assertTrue(new StreamSearch(new byte[0]).found());
        assertFalse(new StreamSearch(new byte[1]).found());
    }

    @Test
    void agreesWithStringSearchOnRandomStreams() {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            String stream = text(random, 30);
            String wanted = text(random, 1 + random.nextInt(5));
            StreamSearch search = new StreamSearch(bytes(wanted).array());
            int cut = random.nextInt(stream.length());
            search.feed(bytes(stream.substring(0, cut)));
            search.feed(bytes(stream.substring(cut)));
            assertEquals(stream.contains(wanted), search.found(), wanted + " in " + stream);
        }
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(2)));
        }
        return text.toString();
    }
}
