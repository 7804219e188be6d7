package dev.lifeline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.lifeline.model.Evidence;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.TraceHeader.SourceStatus;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.EvidenceSource;
import dev.lifeline.observe.Observer;
import dev.lifeline.observe.ObservingSource;
import dev.lifeline.observe.Subject;
import dev.lifeline.observe.Tracing;
import dev.lifeline.observe.UnavailableException;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.TraceClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.invocation.InvocationOnMock;
import org.mockito.stubbing.Answer;

/// Sources that do not keep their promises, among some that do.
class ObservationTest {

    /// Long enough for a source that answers, on a machine with much to do; in milliseconds.
    private static final long SHORT = 500;
    private static final long LONG = 50_000;

    private final CountDownLatch over = new CountDownLatch(1);

    private record Source(String name, Supplier<Availability> answer) implements EvidenceSource {
        @Override
        public Evidence grade() {
            return Evidence.KERNEL;
        }

        @Override
        public String purpose() {
            return "a test";
        }

        @Override
        public Availability probe() {
            return answer.get();
        }
    }

    private final List<EvidenceSource> sources = new ArrayList<>(List.of(
            new Source("route", ObservationTest::good), new Source("sockdiag", this::hang), new Source("packet", ObservationTest::good)));

    private static Availability good() {
        return new Availability.Available("works");
    }

    private Availability hang() {
        try {
            over.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return good();
    }

    @AfterEach
    void letGo() {
        over.countDown();
    }

    private Observation prepare(boolean insisted, long patience) {
        return Observation.prepare(new EvidenceChoice(List.of("route", "sockdiag", "packet"), insisted, false), Tracing.SERVE, sources, patience);
    }

    private static List<String> said(Observation observation) {
        return observation.statuses().stream().filter(status -> status.part() != TraceHeader.SourcePart.NOT_ASKED_FOR)
                .skip(1).map(ObservationTest::text).toList();
    }

    private static String text(SourceStatus status) {
        return status.name() + (status.available() ? ": " : " not: ") + status.reason();
    }

    @Test
    void theRunGoesOnWithoutOneThatHangs() throws Exception {
        try (Observation observation = prepare(false, SHORT)) {
            observation.ready();

            List<String> before = List.of("route not: not tried: sockdiag did not answer within 500 ms",
                    "sockdiag not: did not answer within 500 ms", "packet: works");
            assertEquals(before, said(observation));
            assertNull(observation.source("sockdiag"));
            assertNull(observation.source("route"));
            assertNotNull(observation.source("packet"));
            over.countDown();
            observation.tried();
            assertEquals(before, said(observation), "an answer that comes too late changes nothing");
            assertNull(observation.source("sockdiag"));
        }
    }

    @Test
    void theRunEndsWhereTheOneThatHangsIsInsistedOn() {
        try (Observation observation = prepare(true, SHORT)) {
            TargetException thrown = assertThrows(TargetException.class, observation::ready);

            assertEquals("--evidence route: not tried: sockdiag did not answer within 500 ms", thrown.getMessage());
        }
    }

    @Test
    void oneThatBreaksDoesNotTakeTheOthersWithIt() throws Exception {
        sources.set(1, new Source("sockdiag", () -> {
            throw new IllegalStateException("a defect");
        }));
        try (Observation observation = prepare(false, LONG)) {
            observation.ready();

            assertEquals(List.of("route: works", "sockdiag not: the trial broke: java.lang.IllegalStateException: a defect",
                    "packet: works"), said(observation));
        }
    }

    /// A source that was there when it was tried, and then does what is asked of it.
    private static ObservingSource watching(String name, Answer<Observer> start) throws UnavailableException {
        ObservingSource source = mock(ObservingSource.class);
        when(source.name()).thenReturn(name);
        when(source.prepare()).thenReturn(good());
        when(source.explained(any(), any())).thenCallRealMethod();
        when(source.start(any())).thenAnswer(start);
        return source;
    }

    private static Observer refuses(InvocationOnMock call) throws UnavailableException {
        throw new UnavailableException(new Availability.Unavailable("no more", null));
    }

    private static Subject subject() {
        return new Subject(new Recorder(TraceClock.start()), Mode.CLIENT, 0, 1);
    }

    @Test
    void oneThatRefusesWhenItIsToBeginIsNotThere() throws Exception {
        Observer route = mock(Observer.class);
        sources.set(0, watching("route", call -> route));
        sources.set(1, watching("sockdiag", ObservationTest::refuses));
        try (Observation observation = prepare(false, LONG)) {
            observation.ready();
            observation.start(subject());

            assertEquals(List.of("route: works", "sockdiag not: no more", "packet: works"), said(observation));
            assertNull(observation.source("sockdiag"));
            verify(route, never()).close();
        }
        verify(route).close();
    }

    @Test
    void oneThatRefusesThoughItIsInsistedOnEndsTheRun() throws Exception {
        Observer route = mock(Observer.class);
        sources.set(0, watching("route", call -> route));
        sources.set(1, watching("sockdiag", ObservationTest::refuses));
        try (Observation observation = prepare(true, LONG)) {
            observation.ready();

            TargetException thrown = assertThrows(TargetException.class, () -> observation.start(subject()));
            assertEquals("--evidence sockdiag: no more", thrown.getMessage());
            verify(route).close();
        }
        verify(route).close();
    }

    @Test
    void oneThatBreaksWhenItBeginsLeavesNoneAtWork() throws Exception {
        Observer route = mock(Observer.class);
        sources.set(0, watching("route", call -> route));
        sources.set(1, watching("sockdiag", call -> {
            throw new IllegalStateException("a defect");
        }));
        try (Observation observation = prepare(false, LONG)) {
            observation.ready();

            assertThrows(IllegalStateException.class, () -> observation.start(subject()));
            verify(route).close();
        }
    }
}
