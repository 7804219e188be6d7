package dev.lifeline.diagnosis.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.diagnosis.Facts;
import dev.lifeline.diagnosis.TraceBuilder;
import dev.lifeline.diagnosis.UnfinishedStage;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a condition begins and ends to hold: on each side of its limit.
class ConditionLimitsTest {

    private static final long SECOND = 1_000_000_000;

    @ParameterizedTest
    @CsvSource({"fe80::1, true", "fe80::1%eth0, false", "feb0::1, true", "fe90::7, true",
        "fea0::7, true", "febf:1::1, true", "fec0::1, false", "fe70::1, false", "ff80::1, false",
        "fe8::1, false", "2001:db8::1, false", "::1, false", "127.0.0.1, false", "1.2, false", "ef80::1, false"})
    void aLinkLocalAddressWithoutItsZone(String address, boolean holds) {
        assertEquals(holds, of(TraceBuilder.client("a:1").build(), null, new Endpoint(address, 80), 5).hold(Condition.ZONELESS));
    }

    @Test
    void anEndThatIsNotKnownHasNoZoneToName() {
        assertEquals(false, of(TraceBuilder.client("a:1").build(), null, null, 5).hold(Condition.ZONELESS));
    }

    @ParameterizedTest
    @CsvSource({"0, false, true", "1, true, false", "1023, true, false", "1024, false, false", "40000, false, false"})
    void aPortThatUnixReserves(int port, boolean low, boolean any) {
        Circumstances about = of(TraceBuilder.client("a:1").build(), new Endpoint("192.0.2.7", port), null, 5);
        assertEquals(low, about.hold(Condition.LOW_PORT));
        assertEquals(any, about.hold(Condition.ANY_PORT));
        assertEquals(true, about.hold(Condition.SOURCE));
    }

    @Test
    void withoutASourceThereIsNoPortOfIt() {
        for (Condition condition : List.of(Condition.LOW_PORT, Condition.ANY_PORT, Condition.SOURCE)) {
            assertEquals(false, of(TraceBuilder.client("a:1").build(), null, null, 5).hold(condition));
        }
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "999999999, true", "1000000000, false"})
    void aStageThatWasShorterThanAResolverIsWaitedFor(long took, boolean quick) {
        assertEquals(quick, of(TraceBuilder.client("a:1").build(), null, null, took).hold(Condition.QUICK));
    }

    @ParameterizedTest
    @CsvSource({"-1, ''", "22300000, ''", "49999999, ''", "50000000, ' after 50 ms'", "3000000000, ' after 3 s'"})
    void aTimeThatIsMostlyTheToolsOwnCostIsNotTold(long took, String when) {
        Circumstances about = of(TraceBuilder.client("a:1").build(), null, null, took);
        assertEquals(when, about.value(Placeholder.WHEN));
        assertEquals(when.replace(" after ", ", for "), about.value(Placeholder.LASTING));
        assertEquals(when.replace(" after ", "; the read failed after "), about.value(Placeholder.NOTICED));
    }

    @ParameterizedTest
    @CsvSource({"1000000000, 2000000000, true", "999999999, 1500000000, false", "1000000000, 2000000001, true",
        "1000000000, 2000000002, false",
        "3000000000, 3200000000, true"})
    void aLookUpThatTookMostOfTheTimeAndASecondAtLeast(long took, long all, boolean slow) {
        assertEquals(slow, of(lookedUp(took, all), null, null, 5).hold(Condition.SLOW_LOOKUP));
    }

    @Test
    void theLookUpsFiguresAreThoseOfTheTrace() {
        Circumstances about = of(lookedUp(3 * SECOND, 4 * SECOND), null, null, 5);
        assertEquals("db.corp.test", about.value(Placeholder.FOUND_AS));
        assertEquals("corp.test", about.value(Placeholder.SEARCH_DOMAIN));
        Circumstances none = of(TraceBuilder.client("db:80").build(), null, null, 5);
        assertEquals(null, none.value(Placeholder.FOUND_AS));
        assertEquals(false, none.hold(Condition.SLOW_LOOKUP));
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0:80, , 0.0.0.0", "[::]:80, , ::", "db:80, 0.0.0.0, 0.0.0.0", "db:80, ::, ::",
        "db:80, 192.0.2.1, ", "192.0.2.1:80, , "})
    void theUnspecifiedAddressAsTargetOrAsAnswer(String target, String answer, String unspecified) {
        TraceBuilder trace = TraceBuilder.client(target);
        Trace built = (answer == null ? trace : trace.done(Lane.CLIENT, Stage.LOOKUP,
                new Outcome.Answers(LookupSource.RESOLVER, List.of("192.0.2.2", answer), List.of(answer)))).build();
        Circumstances about = of(built, null, null, 5);
        assertEquals(unspecified != null, about.hold(Condition.UNSPECIFIED));
        assertEquals(unspecified, about.value(Placeholder.UNSPECIFIED));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 80", "443, 80, 443", "0, 443, 443"})
    void thePortIsTheOneThatWasUsedOrElseTheTargets(int remote, int target, String port) {
        Endpoint end = remote == 0 ? new Endpoint("192.0.2.9", Endpoint.UNKNOWN_PORT) : new Endpoint("192.0.2.9", remote);
        Trace trace = TraceBuilder.client(target == 0 ? "" : "a:" + target).build();
        assertEquals(target == 0 ? null : port, of(trace, null, end, 5).value(Placeholder.PORT));
    }

    private static Trace lookedUp(long took, long all) {
        Outcome longer = new Outcome.Answers(LookupSource.RESOLVER, List.of("192.0.2.1"), List.of("192.0.2.1"),
                "db.corp.test", "corp.test");
        return TraceBuilder.client("db:80").at(0).started(Lane.CLIENT, 1, 0, Stage.LOOKUP, null, null).at(took)
                .event(Lane.CLIENT, 1, 0, new StageEvent.Finished(Stage.LOOKUP, 0, longer)).at(all)
                .started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, null).build();
    }

    private static Circumstances of(Trace trace, Endpoint local, Endpoint remote, long took) {
        Failure failure = new Failure(ErrorCode.EINVAL, Operation.CONNECT, local, remote, null);
        return new Circumstances(Facts.of(trace), new UnfinishedStage(Lane.CLIENT, 1, 0, Stage.CONNECT, local, remote, took, failure,
                took, -1), null);
    }
}
