package dev.lifeline.race;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Family;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// RFC 8305 section 3 and 6: the race of a name whose families are asked for apart. Left: milliseconds since the questions.
class AskedApartTest {

    private static final Personality RFC = Personality.RFC8305;

    private static DynamicTest claim(String claim, String six, String four, String expected) {
        return claim(claim, RFC, six, four, Map.of(), expected);
    }

    private static DynamicTest claim(String claim, Personality personality, String six, String four, Map<String, Long> delays,
                                     String expected) {
        return DynamicTest.dynamicTest(claim, () -> assertEquals(expected, Course.apart(personality, six, four, delays)));
    }

    @TestFactory
    Stream<DynamicTest> thePlaceOfAnAnswerInTime() {
        return Stream.of(
                claim("AAAA first: its attempt begins at once, and A joins where it stands", "AAAA 2: 6a silent", "A 40: 4a ok 10", """
                           2  start 1 6a
                         252  start 2 4a
                         262  won 2
                         262  abandon 1: attempt 2 connected first
                        """),
                claim("A first: AAAA within the Resolution Delay begins the race, and IPv6 is first", "AAAA 40: 6a ok 5",
                        "A 2: 4a ok 1", """
                          40  start 1 6a
                          45  won 1
                        """),
                claim("A first: no AAAA within the Resolution Delay, and IPv4 begins then", "AAAA 300: 6a ok 5", "A 2: 4a ok 10", """
                          52  start 1 4a
                          62  won 1
                        """),
                claim("an AAAA that comes at the very end of the delay is in time", "AAAA 52: 6a ok 5", "A 2: 4a ok 1", """
                          52  start 1 6a
                          57  won 1
                        """),
                claim("AAAA never: IPv4 begins after the delay", "AAAA never", "A 2: 4a silent, 4b ok 3", """
                          52  start 1 4a
                         302  start 2 4b
                         305  won 2
                         305  abandon 1: attempt 2 connected first
                        """),
                claim("A never: IPv6 waits for nothing", "AAAA 2: 6a ok 3", "A never", """
                           2  start 1 6a
                           5  won 1
                        """),
                claim("AAAA has none, before A: A begins at once", "AAAA 1: none", "A 9: 4a ok 3", """
                           9  start 1 4a
                          12  won 1
                        """),
                claim("AAAA has none, within the delay: A begins then", "AAAA 30: none", "A 9: 4a ok 3", """
                          30  start 1 4a
                          33  won 1
                        """),
                claim("A has none, before AAAA: AAAA is waited for", "AAAA 400: 6a ok 3", "A 9: none", """
                         400  start 1 6a
                         403  won 1
                        """),
                claim("both have none", "AAAA 4: none", "A 9: none", "   9  no address\n"),
                claim("neither answers", "AAAA never", "A never", "5000  no address\n"));
    }

    @TestFactory
    Stream<DynamicTest> anAnswerDuringTheRace() {
        return Stream.of(
                claim("late AAAA is the next, before the rest of IPv4", "AAAA 100: 6a ok 5, 6b ok 5", "A 0: 4a silent, 4b ok 5", """
                          50  start 1 4a
                         300  start 3 6a
                         305  won 3
                         305  abandon 1: attempt 3 connected first
                        """),
                claim("the families alternate on from the one that was tried", "AAAA 400: 6a no 1, 6b no 1", "A 0: 4a no 1, 4b no 900",
                        """
                          50  start 1 4a
                          51  start 2 4b
                         400  start 3 6a
                         401  start 4 6b
                         951  all failed
                        """),
                claim("a late answer does not begin before the delay is over", "AAAA 60: 6a ok 5", "A 0: 4a silent", """
                          50  start 1 4a
                         300  start 2 6a
                         305  won 2
                         305  abandon 1: attempt 2 connected first
                        """),
                claim("all that were there have failed: the race waits, and goes on at once", "AAAA 700: 6a ok 5", "A 0: 4a no 5", """
                          50  start 1 4a
                         700  start 2 6a
                         705  won 2
                        """),
                claim("all have failed, and nothing more comes", "AAAA 700: none", "A 0: 4a no 5", """
                          50  start 1 4a
                         700  all failed
                        """),
                claim("all have failed, and the answer never comes", "AAAA never", "A 0: 4a no 5", """
                          50  start 1 4a
                        5000  all failed
                        """),
                claim("an answer after the race changes nothing", "AAAA 700: 6a ok 5", "A 0: 4a ok 5", """
                          50  start 1 4a
                          55  won 1
                        """),
                claim("an address that the race has is not tried again", "AAAA 100: 4a silent", "A 0: 4a silent, 4b ok 5", """
                          50  start 1 4a
                         300  start 2 4b
                         305  won 2
                         305  abandon 1: attempt 2 connected first
                        """));
    }

    @TestFactory
    Stream<DynamicTest> theDelayFollowsRoundTripTimes() {
        return Stream.of(
                claim("a known address is waited for as long as its second SYN takes", RFC, "AAAA 0: 6a silent",
                        "A 1: 4a ok 5", Map.of("6a", 130L), """
                           0  start 1 6a
                         130  start 2 4a
                         135  won 2
                         135  abandon 1: attempt 2 connected first
                        """),
                claim("also one that came late", RFC, "AAAA 100: 6a silent", "A 0: 4a silent, 4b ok 1", Map.of("6a", 700L), """
                          50  start 1 4a
                         300  start 3 6a
                        1000  start 2 4b
                        1001  won 2
                        1001  abandon 1: attempt 2 connected first
                        1001  abandon 3: attempt 2 connected first
                        """));
    }

    @TestFactory
    Stream<DynamicTest> twoOfTheFirstFamilyFirst() {
        Personality two = Personality.RFC8305_FIRST_2;
        return Stream.of(
                claim("two, then the families alternate", two, "AAAA 0: 6a no 1, 6b no 1, 6c ok 1", "A 0: 4a no 1, 4b no 1", Map.of(),
                        """
                           0  start 1 6a
                           1  start 2 6b
                           2  start 4 4a
                           3  start 3 6c
                           4  won 3
                        """),
                claim("one that was tried counts", two, "AAAA 100: 6a no 1, 6b no 1", "A 0: 4a no 60, 4b no 1, 4c no 1", Map.of(), """
                          50  start 1 4a
                         110  start 2 4b
                         111  start 4 6a
                         112  start 3 4c
                         113  start 5 6b
                         114  all failed
                        """));
    }

    @Test
    void theDelayIsTheRetransmissionTimeoutWithinItsBounds() {
        assertEquals(100_000_000, AttemptDelay.of(20_000, 10_000), "never less than the recommended minimum");
        assertEquals(100_000_000, AttemptDelay.of(0, 0));
        assertEquals(60_000_000 + 4 * 30_000_000, AttemptDelay.of(60_000_000, 30_000_000));
        assertEquals(2_000_000_000, AttemptDelay.of(900_000_000, 450_000_000), "nor more than the maximum");
    }

    @Test
    void theFamilyWithTheBetterFirstAddressLeads() {
        Endpoint six = new Endpoint("2001:db8::1", 80);
        Endpoint local = new Endpoint("fd00::1", 80);
        Endpoint four = new Endpoint("192.0.2.1", 80);
        Endpoint near = new Endpoint("2001:db8:ffff::2", 0);
        Endpoint own = new Endpoint("fd00::2", 0);
        Endpoint source = new Endpoint("198.51.100.2", 0);
        assertEquals(List.of(six, four), NameAnswers.joined(List.of(six), List.of(four), Map.of(six, near, four, source)));
        assertEquals(List.of(four, six), NameAnswers.joined(List.of(six), List.of(four), Map.of(four, source)),
                "rule 1: there is no way to IPv6");
        assertEquals(List.of(four, six), NameAnswers.joined(List.of(six), List.of(four), Map.of(six, own, four, source)),
                "rule 5: a unique local source has another label than a global destination");
        assertEquals(List.of(four, local), NameAnswers.joined(List.of(local), List.of(four), Map.of(local, own, four, source)),
                "rule 6: precedence 3 against 35");
        assertEquals(List.of(six, four), NameAnswers.joined(List.of(six), List.of(four), Map.of()), "equals: IPv6");
        assertEquals(List.of(four), NameAnswers.joined(List.of(), List.of(four), Map.of()));
        assertEquals(List.of(six), NameAnswers.joined(List.of(six), List.of(), Map.of()));
    }

    /// The SYNs of curl 8.23.0, recorded as `recorded.txt` says, with a name server that was late for one family.
    @TestFactory
    Stream<DynamicTest> curlWaitsForNoFamily() {
        Personality curl = Personality.CURL;
        return Stream.of(
                claim("A 30 ms before AAAA: 4a@0", curl, "AAAA 30: 6a ok 1", "A 0: 4a ok 1", Map.of(), """
                           0  start 1 4a
                           1  won 1
                        """),
                claim("AAAA 100 ms later, and IPv4 silent: 4a@0 6a@202", curl, "AAAA 100: 6a ok 5", "A 0: 4a silent", Map.of(), """
                           0  start 1 4a
                         200  start 2 6a
                         205  won 2
                         205  abandon 1: attempt 2 connected first
                        """),
                claim("A 100 ms later, and IPv6 silent: 6a@0 4a@208", curl, "AAAA 0: 6a silent", "A 100: 4a ok 5", Map.of(), """
                           0  start 1 6a
                         200  start 2 4a
                         205  won 2
                         205  abandon 1: attempt 2 connected first
                        """),
                claim("A 400 ms later, and IPv6 refused: 6a@0 4a@400", curl, "AAAA 0: 6a no 10", "A 400: 4a ok 5", Map.of(), """
                           0  start 1 6a
                         400  start 2 4a
                         405  won 2
                        """),
                claim("AAAA 400 ms later, and IPv4 refused: 4a@0 6a@382", curl, "AAAA 400: 6a ok 5", "A 0: 4a no 9", Map.of(), """
                           0  start 1 4a
                         400  start 2 6a
                         405  won 2
                        """));
    }

    @Test
    void theDelayIsOverAtItsVeryEnd() {
        NameAnswers four = NameAnswers.asked(RFC).answered(Family.IPV4, true, 7);
        assertEquals(NameAnswers.Course.WAIT, four.course(50_000_006));
        assertEquals(NameAnswers.Course.RACE, four.course(50_000_007));
        assertEquals(NameAnswers.Course.RACE, NameAnswers.asked(Personality.CURL).answered(Family.IPV4, true, 7).course(7));
    }

    @Test
    void whereNothingWasTriedTheFirstFamilyIsFirst() {
        List<Endpoint> waiting = List.of(new Endpoint("192.0.2.1", 80), new Endpoint("192.0.2.2", 80), new Endpoint("2001:db8::1", 80));
        assertEquals(List.of(waiting.get(0), waiting.get(2), waiting.get(1)), RFC.orderAfter(List.of(), waiting));
    }

    @Test
    void thePendingFamilyIsNamed() {
        assertEquals(Family.IPV6, NameAnswers.asked(RFC).pending());
        assertEquals(Family.IPV4, NameAnswers.asked(RFC).answered(Family.IPV6, true, 0).pending());
        assertEquals(null, NameAnswers.asked(RFC).answered(Family.IPV6, true, 0).answered(Family.IPV4, false, 1).pending());
    }
}
