package dev.lifeline.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.lifeline.model.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class PersonalityTest {

    private record Row(Personality personality, String given, String tried) {
    }

    @TestFactory
    Stream<DynamicTest> eachOrdersCandidatesByItsRules() {
        return Stream.of(
                new Row(Personality.RFC8305, "::1 ::2 ::3 1.1.1.1", "::1 1.1.1.1 ::2 ::3"),
                new Row(Personality.RFC8305, "1.1.1.1 1.1.1.2 ::1", "1.1.1.1 ::1 1.1.1.2"),
                new Row(Personality.RFC8305_FIRST_2, "::1 ::2 ::3 1.1.1.1 1.1.1.2", "::1 ::2 1.1.1.1 ::3 1.1.1.2"),
                new Row(Personality.RFC8305_FIRST_2, "::1 1.1.1.1 1.1.1.2", "::1 1.1.1.1 1.1.1.2"),
                new Row(Personality.SERIAL, "1.1.1.1 ::1 1.1.1.2", "1.1.1.1 ::1 1.1.1.2"),
                new Row(Personality.JAVA, "::1 1.1.1.1 ::2 1.1.1.2", "1.1.1.1 1.1.1.2 ::1 ::2"),
                new Row(Personality.WGET, "::1 1.1.1.1 ::2", "::1 1.1.1.1 ::2"),
                new Row(Personality.CURL, "1.1.1.1 1.1.1.2 ::1", "::1 1.1.1.1 1.1.1.2"),
                new Row(Personality.OKHTTP, "1.1.1.1 1.1.1.2 ::1 ::2", "::1 1.1.1.1 ::2 1.1.1.2"),
                new Row(Personality.OKHTTP, "1.1.1.2 1.1.1.1", "1.1.1.2 1.1.1.1"),
                new Row(Personality.NODE, "1.1.1.1 1.1.1.2 ::1 ::2", "1.1.1.1 ::1 1.1.1.2 ::2"),
                new Row(Personality.GO, "::1 1.1.1.1 ::2 1.1.1.2", "::1 ::2 1.1.1.1 1.1.1.2"),
                new Row(Personality.GO, "1.1.1.1", "1.1.1.1"),
                new Row(Personality.GO, "", ""))
                .map(row -> DynamicTest.dynamicTest(row.toString(), () -> assertEquals(
                        endpoints(row.tried), row.personality.order(endpoints(row.given)))));
    }

    private static List<Endpoint> endpoints(String addresses) {
        List<Endpoint> list = new ArrayList<>();
        for (String each : addresses.split(" ")) {
            if (!each.isEmpty()) {
                list.add(new Endpoint(each, 443));
            }
        }
        return list;
    }

    @Test
    void everyNameLeadsBackToItsPersonality() {
        assertEquals(List.of("rfc8305", "rfc8305-first-2", "serial", "java", "java-25", "wget", "wget-1.21", "nc", "nc-1.219", "curl", "curl-8.23",
                "curl-8.21", "curl-8.14", "curl-7.88", "okhttp", "okhttp-5.1", "node", "node-24", "node-20", "go", "go-1.27",
                "go-1.19"), Personality.names());
        for (Personality each : Personality.values()) {
            assertSame(each, Personality.named(each.label()));
        }
    }

    @Test
    void aNameThatIsNoneHasNoPersonality() {
        assertNull(Personality.named("RFC8305"));
        assertNull(Personality.named(""));
    }

    @Test
    void theDefaultIsTheStandard() {
        assertSame(Personality.RFC8305, Personality.DEFAULT);
        assertEquals(250_000_000, Personality.DEFAULT.delayNanos());
    }

    @Test
    void onlyTheStandardAndCurlAskTheFamiliesApart() {
        List<Personality> apart = new ArrayList<>();
        for (Personality each : Personality.values()) {
            if (each.asksApart()) {
                apart.add(each);
            }
        }
        assertEquals(List.of(Personality.RFC8305, Personality.RFC8305_FIRST_2, Personality.CURL), apart);
    }
}
