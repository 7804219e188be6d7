package dev.lifeline.play.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DnsZoneTest {

    private static final String LABEL = "a".repeat(63);
    private static final String LONGEST = String.join(".", LABEL, LABEL, LABEL, "a".repeat(61));

    private final DnsZone zone = DnsZone.of(Map.ofEntries(
            Map.entry("Db.test.", List.of("127.0.0.1", "::1", "127.0.0.2")),
            Map.entry("gone.test", List.of("nxdomain")),
            Map.entry("broken.test", List.of("servfail")),
            Map.entry("refused.test", List.of("REFUSED")),
            Map.entry("empty.test", List.of("empty")),
            Map.entry("silent.test", List.of("silent")),
            Map.entry("www.test", List.of("alias db.test")),
            Map.entry("ring.test", List.of("alias ring.test")),
            Map.entry("hung.test", List.of("alias silent.test")),
            Map.entry("lost.test", List.of("alias nowhere.test")),
            Map.entry(LONGEST, Collections.nCopies(8, "::1"))));

    private ByteBuffer answer(String name, int type) {
        return zone.answer(DnsQuestion.read(Questions.of(name, type)));
    }

    private static int code(ByteBuffer answer) {
        return answer.getShort(2) & 0xF;
    }

    private static int records(ByteBuffer answer) {
        return answer.getShort(6);
    }

    @Test
    void eachFamilyHasItsAddressesInTheirOrder() {
        assertEquals("cafe 8580 0001 0002 0000 0000 02 6462 04 74657374 00 0001 0001".replace(" ", "")
                + "c00c 0001 0001 00000000 0004 7f000001".replace(" ", "")
                + "c00c 0001 0001 00000000 0004 7f000002".replace(" ", ""), Questions.hex(answer("db.test", DnsQuestion.A)));
        assertEquals("cafe 8580 0001 0001 0000 0000 02 4442 04 74657374 00 001c 0001".replace(" ", "")
                + "c00c 001c 0001 00000000 0010 00000000000000000000000000000001".replace(" ", ""),
                Questions.hex(answer("DB.test", DnsQuestion.AAAA)));
    }

    @ParameterizedTest
    @CsvSource({"gone.test, 3", "unknown.test, 3", "broken.test, 2", "refused.test, 5", "empty.test, 0"})
    void withoutAddressesThereIsACode(String name, int code) {
        ByteBuffer answer = answer(name, DnsQuestion.A);
        assertEquals(code, code(answer));
        assertEquals(0, records(answer));
        assertEquals(Set.of(), zone.addresses(name));
    }

    @Test
    void anotherTypeIsNotThereThoughTheNameIs() {
        ByteBuffer answer = answer("db.test", 15);
        assertEquals(0, code(answer));
        assertEquals(0, records(answer));
    }

    @Test
    void silenceIsNoAnswer() {
        assertNull(answer("silent.test", DnsQuestion.A));
        assertNull(answer("hung.test", DnsQuestion.A));
    }

    @Test
    void anAliasLeadsToTheAddressesInTheSameAnswer() {
        assertEquals("cafe 8580 0001 0003 0000 0000 03 777777 04 74657374 00 0001 0001".replace(" ", "")
                + "c00c 0005 0001 00000000 0009 02 6462 04 74657374 00".replace(" ", "")
                + "02 6462 04 74657374 00 0001 0001 00000000 0004 7f000001".replace(" ", "")
                + "02 6462 04 74657374 00 0001 0001 00000000 0004 7f000002".replace(" ", ""),
                Questions.hex(answer("www.test", DnsQuestion.A)));
        assertEquals(Set.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"), InetAddress.ofLiteral("127.0.0.2")),
                zone.addresses("WWW.test"));
    }

    @Test
    void anAliasToNothingAndARingOfThemEnd() {
        assertEquals(3, code(answer("lost.test", DnsQuestion.A)));
        assertEquals(1, records(answer("lost.test", DnsQuestion.A)));
        assertEquals(2, code(answer("ring.test", DnsQuestion.A)));
        assertEquals(DnsZone.MAX_ALIASES, records(answer("ring.test", DnsQuestion.A)));
    }

    @Test
    void anotherClassIsRefused() {
        assertEquals(5, code(zone.answer(new DnsQuestion(1, 0, "db.test", DnsQuestion.A, 3))));
    }

    @Test
    void theMostAddressesFitUnderTheLongestName() {
        ByteBuffer answer = answer(LONGEST, DnsQuestion.AAAA);
        assertEquals(8, records(answer));
        assertEquals(0, answer.getShort(2) & 0x0200);
        assertTrue(answer.limit() <= 512);
    }

    @Test
    void whatDoesNotFitIsLeftOutAndTheMessageSaysSo() {
        DnsReply reply = new DnsReply(new DnsQuestion(1, 0, LONGEST, DnsQuestion.AAAA, 1), 0);
        for (int i = 0; i < 9; i++) {
            reply.address(LONGEST, DnsQuestion.AAAA, new byte[16]);
        }
        assertEquals(8, records(reply.message()));
        assertEquals(0x0200, reply.message().getShort(2) & 0x0200);
        DnsReply ring = new DnsReply(new DnsQuestion(1, 0, "a.test", DnsQuestion.A, 1), 0);
        ring.alias("a.test", LONGEST);
        ring.alias(LONGEST, "a.test");
        assertEquals(1, records(ring.message()));
        assertEquals(0x0200, ring.message().getShort(2) & 0x0200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a..b", ".a", "a b", "ü.test", "a\\b", "a\0b"})
    void whatIsNoNameIsRefused(String name) {
        assertThrows(IllegalArgumentException.class, () -> DnsZone.of(Map.of(name, List.of("empty"))));
        assertThrows(IllegalArgumentException.class, () -> DnsZone.of(Map.of("a.test", List.of("alias " + name))));
    }

    @Test
    void whatIsNoAnswerIsRefused() {
        for (List<String> words : List.of(List.<String>of(), List.of("later"), List.of("empty", "empty"), List.of("db.test"),
                List.of("127.0.0.1", "nxdomain"), Collections.nCopies(9, "127.0.0.1"))) {
            assertThrows(IllegalArgumentException.class, () -> DnsZone.of(Map.of("a.test", words)), words.toString());
        }
    }

    @Test
    void aNameIsThereOnceAndNamesAreBounded() {
        assertThrows(IllegalArgumentException.class,
                () -> DnsZone.of(Map.of("a.test", List.of("empty"), "A.test.", List.of("empty"))));
        Map<String, DnsAnswer> many = new HashMap<>();
        for (int i = 0; i <= DnsZone.MOST; i++) {
            many.put("n" + i, DnsAnswer.Without.EMPTY);
        }
        assertThrows(IllegalArgumentException.class, () -> new DnsZone(many));
    }
}
