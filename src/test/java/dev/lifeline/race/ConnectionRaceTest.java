package dev.lifeline.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lifeline.model.Endpoint;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What each personality does over the same kinds of course. Left: milliseconds of virtual time.
class ConnectionRaceTest {

    /// @param actual asked by the test itself, so that it is seen what it runs
    private static DynamicTest claim(String claim, Supplier<String> actual, String expected) {
        return DynamicTest.dynamicTest(claim, () -> assertEquals(expected, actual.get()));
    }

    @TestFactory
    Stream<DynamicTest> rfc8305() {
        Personality p = Personality.RFC8305;
        return Stream.of(
                claim("the first to answer within the delay wins alone", () -> Course.of(p, "6a ok 249", "4a ok 1"), """
                           0  start 1 6a
                         249  won 1
                        """),
                claim("a refused family costs no delay", () -> Course.of(p, "6a no 1", "4a ok 1"), """
                           0  start 1 6a
                           1  start 2 4a
                           2  won 2
                        """),
                claim("a silent family costs one delay", () -> Course.of(p, "6a silent", "4a ok 30"), """
                           0  start 1 6a
                         250  start 2 4a
                         280  won 2
                         280  abandon 1: attempt 2 connected first
                        """),
                claim("a slow first attempt still wins against a slower second", () -> Course.of(p, "6a ok 300", "4a ok 100"), """
                           0  start 1 6a
                         250  start 2 4a
                         300  won 1
                         300  abandon 2: attempt 1 connected first
                        """),
                claim("families alternate and attempts overlap",
                        () -> Course.of(p, "4a silent", "4b silent", "6a silent", "6b ok 10"), """
                           0  start 1 4a
                         250  start 2 6a
                         500  start 3 4b
                         750  start 4 6b
                         760  won 4
                         760  abandon 1: attempt 4 connected first
                         760  abandon 2: attempt 4 connected first
                         760  abandon 3: attempt 4 connected first
                        """),
                claim("a failure among others starts the next at once and the delay anew",
                        () -> Course.of(p, "6a silent", "4a no 10", "6b silent", "4b ok 5"), """
                           0  start 1 6a
                         250  start 2 4a
                         260  start 3 6b
                         510  start 4 4b
                         515  won 4
                         515  abandon 1: attempt 4 connected first
                         515  abandon 3: attempt 4 connected first
                        """),
                claim("when all fail the race ends with the last failure", () -> Course.of(p, "6a no 400", "4a no 20"), """
                           0  start 1 6a
                         250  start 2 4a
                         400  all failed
                        """));
    }

    @TestFactory
    Stream<DynamicTest> serial() {
        Personality p = Personality.SERIAL;
        return Stream.of(
                claim("nothing overlaps and the order is kept", () -> Course.of(p, "4a no 900", "4b no 900", "6a ok 5"), """
                           0  start 1 4a
                         900  start 2 4b
                        1800  start 3 6a
                        1805  won 3
                        """),
                claim("a silent address is never left", () -> Course.of(p, "6a silent", "4a ok 1"), """
                           0  start 1 6a
                        """),
                claim("all may fail", () -> Course.of(p, "6a no 1", "4a no 1"), """
                           0  start 1 6a
                           1  start 2 4a
                           2  all failed
                        """));
    }

    @TestFactory
    Stream<DynamicTest> curl() {
        Personality p = Personality.CURL;
        return Stream.of(
                claim("IPv6 comes first whatever the resolver says", () -> Course.of(p, "4a ok 10", "6a ok 10"), """
                           0  start 1 6a
                          10  won 1
                        """),
                claim("a silent family costs 200 ms", () -> Course.of(p, "6a silent", "4a ok 10"), """
                           0  start 1 6a
                         200  start 2 4a
                         210  won 2
                         210  abandon 1: attempt 2 connected first
                        """),
                claim("a failure with nothing else under way costs no delay", () -> Course.of(p, "6a no 3", "4a ok 10"), """
                           0  start 1 6a
                           3  start 2 4a
                          13  won 2
                        """),
                claim("a failure beside another attempt waits for the delay",
                        () -> Course.of(p, "6a silent", "4a no 10", "6b ok 1"), """
                           0  start 1 6a
                         200  start 2 4a
                         400  start 3 6b
                         401  won 3
                         401  abandon 1: attempt 3 connected first
                        """),
                claim("the seventh attempt takes the place of the oldest", () -> Course.of(p, "6a silent", "6b silent", "6c silent",
                        "6d silent", "6e silent", "6f silent", "6g no 1", "6h no 1"), """
                           0  start 1 6a
                         200  start 2 6b
                         400  start 3 6c
                         600  start 4 6d
                         800  start 5 6e
                        1000  start 6 6f
                        1200  abandon 1: more than 6 attempts at once
                        1200  start 7 6g
                        1400  start 8 6h
                        """));
    }

    @TestFactory
    Stream<DynamicTest> okhttp() {
        Personality p = Personality.OKHTTP;
        return Stream.of(
                claim("IPv6 comes first and a silent one costs 250 ms", () -> Course.of(p, "4a ok 10", "6a silent"), """
                           0  start 1 6a
                         250  start 2 4a
                         260  won 2
                         260  abandon 1: attempt 2 connected first
                        """),
                claim("a failure beside another attempt waits for the delay",
                        () -> Course.of(p, "6a ok 600", "4a no 10", "6b no 10", "4b no 10"), """
                           0  start 1 6a
                         250  start 2 4a
                         500  start 3 6b
                         600  won 1
                        """),
                claim("all may fail", () -> Course.of(p, "6a no 2", "4a no 2"), """
                           0  start 1 6a
                           2  start 2 4a
                           4  all failed
                        """));
    }

    @TestFactory
    Stream<DynamicTest> node() {
        Personality p = Personality.NODE;
        return Stream.of(
                claim("an attempt that would have connected after 260 ms is aborted",
                        () -> Course.of(p, "6a ok 260", "4a ok 260"), """
                           0  start 1 6a
                         250  abandon 1: no answer within 250 ms
                         250  start 2 4a
                         510  won 2
                        """),
                claim("the last attempt is not timed", () -> Course.of(p, "6a silent", "4a ok 5000"), """
                           0  start 1 6a
                         250  abandon 1: no answer within 250 ms
                         250  start 2 4a
                        5250  won 2
                        """),
                claim("a failure starts the next at once, with a delay of its own",
                        () -> Course.of(p, "4a no 100", "6a silent", "4b no 1"), """
                           0  start 1 4a
                         100  start 2 6a
                         350  abandon 2: no answer within 250 ms
                         350  start 3 4b
                         351  all failed
                        """));
    }

    @TestFactory
    Stream<DynamicTest> go() {
        Personality p = Personality.GO;
        return Stream.of(
                claim("the other family starts after 300 ms beside the first",
                        () -> Course.of(p, "4a silent", "4b ok 1", "6a ok 20"), """
                           0  start 1 4a
                         300  start 3 6a
                         320  won 3
                         320  abandon 1: attempt 3 connected first
                        """),
                claim("within a family one address follows the other",
                        () -> Course.of(p, "6a no 200", "4a silent", "6b no 200", "6c ok 50", "4b ok 1"), """
                           0  start 1 6a
                         200  start 2 6b
                         300  start 4 4a
                         400  start 3 6c
                         450  won 3
                         450  abandon 4: attempt 3 connected first
                        """),
                claim("the other family starts at once when the first is used up",
                        () -> Course.of(p, "6a no 5", "6b no 5", "4a ok 1"), """
                           0  start 1 6a
                           5  start 2 6b
                          10  start 3 4a
                          11  won 3
                        """),
                claim("a failed fallback leaves the primaries running", () -> Course.of(p, "6a no 900", "4a no 1"), """
                           0  start 1 6a
                         300  start 2 4a
                         900  all failed
                        """),
                claim("one family alone has no timer", () -> Course.of(p, "4a silent", "4b ok 1"), """
                           0  start 1 4a
                        """));
    }

    @TestFactory
    Stream<DynamicTest> allPersonalities() {
        return Stream.of(Personality.values()).flatMap(p -> Stream.of(
                claim(p.label() + ": a single address is tried once", () -> Course.of(p, "4a ok 9000"), """
                           0  start 1 4a
                        9000  won 1
                        """),
                claim(p.label() + ": a single failure is the end", () -> Course.of(p, "6a no 9000"), """
                           0  start 1 6a
                        9000  all failed
                        """),
                claim(p.label() + ": no address at all has failed already", () -> Course.of(p), """
                           0  all failed
                        """),
                claim(p.label() + ": a cancel ends what is under way and starts nothing",
                        () -> Course.cancelled(100, p, "6a silent", "6b ok 1"), """
                           0  start 1 6a
                         100  abandon 1: the race was cancelled
                        """)));
    }

    @TestFactory
    Stream<DynamicTest> limits() {
        return Stream.of(
                claim("wget gives each address the whole time", () -> Course.within(4_000, Personality.WGET, "6a silent", "4a silent"), """
                           0  start 1 6a
                        4000  start 2 4a
                        8000  all failed
                        """),
                claim("Go gives each address its share, two seconds at least",
                        () -> Course.within(3_000, Personality.GO, "6a silent", "6b silent", "6c silent"), """
                           0  start 1 6a
                        2000  start 2 6b
                        3000  all failed
                        """),
                claim("Go shares a long time evenly", () -> Course.within(9_000, Personality.GO, "6a silent", "6b silent", "6c ok 1"), """
                           0  start 1 6a
                        3000  start 2 6b
                        6000  start 3 6c
                        6001  won 3
                        """),
                claim("curl by family halves what is left, but not for the last of a family",
                        () -> Course.within(4_000, Personality.CURL_8_14, "4a silent", "4b silent"), """
                           0  start 1 4a
                        2000  start 2 4b
                        4000  all failed
                        """),
                claim("nothing is halved below 600 ms", () -> Course.within(600, Personality.CURL_8_14, "4a silent", "4b silent"), """
                           0  start 1 4a
                         600  all failed
                        """));
    }

    @Test
    void theDelayCountsFromTheAttemptsOwnConnect() {
        ConnectionRace race = ConnectionRace.of(Personality.NODE, TWO).step(new Input.Begin(), 0).race();
        ConnectionRace.Step called = race.step(new Input.Connecting(1, 76_000_000), 77_000_000);
        assertEquals(List.of(new Output.WakeAt(326_000_000)), called.outputs());
        assertEquals(List.of(), called.race().step(new Input.TimerDue(), 250_000_000).outputs());
        assertEquals(new Output.Abandon(1, "no answer within 250 ms"),
                called.race().step(new Input.TimerDue(), 326_000_000).outputs().getFirst());
    }

    @Test
    void anAttemptThatHasNotCalledConnectIsNotGivenUp() {
        ConnectionRace race = ConnectionRace.of(Personality.NODE, TWO).step(new Input.Begin(), 0).race();
        ConnectionRace.Step waits = race.step(new Input.TimerDue(), 250_000_000);
        assertEquals(List.of(new Output.WakeAt(ConnectionRace.NEVER)), waits.outputs());
        ConnectionRace.Step called = waits.race().step(new Input.Connecting(1, 300_000_000), 301_000_000);
        assertEquals(List.of(new Output.WakeAt(550_000_000)), called.outputs());
        assertEquals(new Output.Abandon(1, "no answer within 250 ms"),
                called.race().step(new Input.TimerDue(), 550_000_000).outputs().getFirst());
    }

    @Test
    void aSecondTrackIsNotPutOffByALaterAttemptOfTheFirst() {
        List<Endpoint> three = List.of(new Endpoint("2001:db8::1", 80), new Endpoint("2001:db8::2", 80), new Endpoint("192.0.2.1", 80));
        ConnectionRace race = ConnectionRace.of(Personality.GO, three).step(new Input.Begin(), 0).race();
        race = race.step(new Input.Failed(1), 200_000_000).race();
        race = race.step(new Input.Connecting(2, 200_000_000), 200_000_000).race();
        assertEquals(new Output.Start(3, three.getLast()), race.step(new Input.TimerDue(), 300_000_000).outputs().getFirst());
    }

    private static final List<Endpoint> TWO = List.of(new Endpoint("2001:db8::1", 80), new Endpoint("192.0.2.1", 80));

    @Test
    void aSuccessAfterTheDecisionIsAbandoned() {
        ConnectionRace race = ConnectionRace.of(Personality.RFC8305, TWO).step(new Input.Begin(), 0).race();
        race = race.step(new Input.TimerDue(), race.due()).race();
        race = race.step(new Input.Connected(2), race.due()).race();

        ConnectionRace.Step late = race.step(new Input.Connected(1), race.due());

        assertEquals(List.of(new Output.Abandon(1, "connected too late")), late.outputs());
        assertEquals(List.of(AttemptState.ABANDONED, AttemptState.WON), late.race().attempts());
    }

    @Test
    void aTimerThatFiresTooEarlyOrAgainStartsNothing() {
        ConnectionRace race = ConnectionRace.of(Personality.RFC8305, TWO).step(new Input.Begin(), 0).race();

        assertEquals(List.of(), race.step(new Input.TimerDue(), race.due() - 1).outputs());

        ConnectionRace both = race.step(new Input.TimerDue(), race.due()).race();
        assertEquals(List.of(), both.step(new Input.TimerDue(), race.due() + 1).outputs());
    }

    @Test
    void aFailureThatIsReportedTwiceCountsOnce() {
        ConnectionRace race = ConnectionRace.of(Personality.SERIAL, TWO).step(new Input.Begin(), 0).race();
        race = race.step(new Input.Failed(1), 1).race();

        assertEquals(List.of(), race.step(new Input.Failed(1), 2).outputs());
    }

    @Test
    void aStepLeavesTheStateBeforeItAsItWas() {
        ConnectionRace ready = ConnectionRace.of(Personality.GO, TWO);
        ready.step(new Input.Begin(), 7);

        assertEquals(ConnectionRace.of(Personality.GO, TWO), ready);
    }

    @Test
    void whatComesAfterTheDecisionChangesNothing() {
        ConnectionRace decided = ConnectionRace.of(Personality.RFC8305, TWO).step(new Input.Begin(), 0).race().step(new Input.Connected(1), 5).race();

        for (Input late : List.of(new Input.Cancel(), new Input.Connecting(1, 9), new Input.TimerDue())) {
            ConnectionRace.Step step = decided.step(late, 10);
            assertEquals(List.of(), step.outputs());
            assertEquals(decided.attempts(), step.race().attempts());
        }
    }

    @Test
    void aRaceBeginsOnceAndBeforeAnythingElse() {
        ConnectionRace ready = ConnectionRace.of(Personality.CURL, TWO);
        ConnectionRace begun = ready.step(new Input.Begin(), 0).race();

        assertThrows(IllegalStateException.class, () -> ready.step(new Input.TimerDue(), 0));
        assertThrows(IllegalStateException.class, () -> begun.step(new Input.Begin(), 0));
    }
}
