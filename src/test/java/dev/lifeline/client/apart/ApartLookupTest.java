package dev.lifeline.client.apart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.client.HostsFile;
import dev.lifeline.client.KnowingResolver;
import dev.lifeline.client.Lookup;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Family;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.race.Input;
import dev.lifeline.race.Personality;
import dev.lifeline.record.CodedException;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import dev.lifeline.record.TraceClock;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The two questions, with a resolver whose answers come when the test says so.
@Timeout(20)
class ApartLookupTest {

    private static final long LONG = TimeUnit.SECONDS.toNanos(15);
    private static final Endpoint SIX = new Endpoint("2001:db8::1", 80);
    private static final Endpoint FOUR = new Endpoint("192.0.2.1", 80);

    private final Recorder recorder = new Recorder(TraceClock.start());
    private final Answers answers = new Answers();
    private final Lookup lookup = new Lookup(new StageRunner(new LaneRecorder(recorder, Lane.CLIENT, 1, 0), new Gates()), answers,
            new HostsFile(Path.of("/nowhere/hosts")));

    /// Gives to each family what was put there, and waits for it.
    private static final class Answers implements KnowingResolver {

        private final Map<Family, BlockingQueue<Object>> given = new EnumMap<>(Family.class);
        private final CyclicBarrier asked = new CyclicBarrier(2);

        Answers() {
            for (Family each : Family.values()) {
                given.put(each, new LinkedBlockingQueue<>());
            }
        }

        void give(Family family, Object answer) {
            given.get(family).add(answer);
        }

        @Override
        public Answer answer(String host) {
            throw new AssertionError("asked for both at once");
        }

        @Override
        public boolean asksApart() {
            return true;
        }

        @Override
        public Answer answer(String host, Family only) throws IOException {
            try {
                // Neither answers before both are asked.
                asked.await(10, TimeUnit.SECONDS);
                Object answer = given.get(only).take();
                if (answer instanceof IOException failed) {
                    throw failed;
                }
                return new Answer(((List<?>) answer).stream().map(each -> InetAddress.ofLiteral((String) each))
                        .toArray(InetAddress[]::new), null, LookupSource.DNS, true);
            } catch (IOException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @AfterEach
    void letThreadsEnd() {
        for (Family each : Family.values()) {
            answers.give(each, List.of());
        }
    }

    private ApartLookup.Found find() throws StageFailure, InterruptedException {
        return new ApartLookup(lookup, answers, Personality.RFC8305).endpoints("name.test", 80, LONG);
    }

    private <T extends EventBody> List<T> recorded(Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (TraceEvent event : recorder.from(0)) {
            if (kind.isInstance(event.body())) {
                found.add(kind.cast(event.body()));
            }
        }
        return found;
    }

    private Outcome.Answers outcome() {
        return (Outcome.Answers) recorded(StageEvent.Finished.class).getFirst().outcome();
    }

    @Test
    void anAnswerForAaaaIsEnoughAndTheOtherComesLater() throws Exception {
        answers.give(Family.IPV6, List.of("2001:db8::1"));
        ApartLookup.Found found = find();
        assertEquals(List.of(SIX), found.candidates());
        assertEquals(Family.IPV4, outcome().pending());
        assertEquals(List.of(new RaceEvent.Asked(Family.IPV6), new RaceEvent.Asked(Family.IPV4)), recorded(RaceEvent.Asked.class));
        assertEquals(List.of(), recorded(RaceEvent.Delayed.class));

        LinkedBlockingQueue<Input> race = new LinkedBlockingQueue<>();
        found.late().tell(race);
        answers.give(Family.IPV4, List.of("192.0.2.1", "192.0.2.1", "0.0.0.0"));
        assertEquals(new Input.Arrived(List.of(FOUR, new Endpoint("127.0.0.1", 80)), Map.of()), race.poll(10, TimeUnit.SECONDS));
        assertEquals(new RaceEvent.Answered(Family.IPV4, List.of("192.0.2.1", "192.0.2.1", "0.0.0.0"), null, null),
                recorded(RaceEvent.Answered.class).getLast());
        assertFalse(found.late().giveUp("too late"), "it has answered");
        assertEquals(List.of(), recorded(RaceEvent.Unanswered.class));
    }

    @Test
    void anAnswerThatCameBeforeTheRaceIsToldAtOnce() throws Exception {
        answers.give(Family.IPV6, List.of("2001:db8::1"));
        ApartLookup.Found found = find();
        answers.give(Family.IPV4, new CodedException(ErrorCode.EAI_AGAIN, "EAI_AGAIN", "name.test: for now"));
        while (recorded(RaceEvent.Answered.class).size() < 2) {
            Thread.onSpinWait();
        }
        LinkedBlockingQueue<Input> race = new LinkedBlockingQueue<>();
        found.late().tell(race);
        assertEquals(new Input.Arrived(List.of(), Map.of()), race.poll(10, TimeUnit.SECONDS));
        assertEquals(new RaceEvent.Answered(Family.IPV4, List.of(), ErrorCode.EAI_AGAIN, "name.test: for now"),
                recorded(RaceEvent.Answered.class).getLast());
    }

    @Test
    void withAAloneTheResolutionDelayIsWaitedForAaaa() throws Exception {
        answers.give(Family.IPV4, List.of("192.0.2.1"));
        ApartLookup.Found found = find();
        assertEquals(List.of(FOUR), found.candidates());
        assertEquals(Family.IPV6, outcome().pending());
        assertEquals(List.of(new RaceEvent.Delayed(Family.IPV6, 50_000_000)), recorded(RaceEvent.Delayed.class));
        List<TraceEvent> events = recorder.from(0);
        long answered = -1;
        long ended = -1;
        for (TraceEvent event : events) {
            answered = event.body() instanceof RaceEvent.Answered ? event.at() : answered;
            ended = event.body() instanceof StageEvent.Finished ? event.at() : ended;
        }
        assertTrue(ended - answered >= 50_000_000, "a timer is never early: " + (ended - answered));

        assertTrue(found.late().giveUp("the race was over"));
        assertFalse(found.late().giveUp("again"));
        assertEquals(List.of(new RaceEvent.Unanswered(Family.IPV6, "the race was over")), recorded(RaceEvent.Unanswered.class));
    }

    @Test
    void anAnswerAfterItWasGivenUpIsNotRecorded() throws Exception {
        answers.give(Family.IPV4, List.of("192.0.2.1"));
        ApartLookup.Found found = find();
        found.late().giveUp("the race was over");
        int events = recorder.from(0).size();
        answers.give(Family.IPV6, List.of("2001:db8::1"));
        for (Thread each : Thread.getAllStackTraces().keySet()) {
            if (each.getName().equals("lookup-AAAA")) {
                each.join(10_000);
            }
        }
        assertEquals(events, recorder.from(0).size());
    }

    @Test
    void noAddressOfOneFamilyNeedsNoWait() throws Exception {
        answers.give(Family.IPV6, new CodedException(ErrorCode.EAI_NODATA, "EAI_NODATA", "name.test: none"));
        answers.give(Family.IPV4, List.of("192.0.2.1"));
        ApartLookup.Found found = find();
        assertEquals(List.of(FOUR), found.candidates());
        assertNull(found.late());
        assertNull(outcome().pending());
        assertEquals(LookupSource.DNS, outcome().source());
    }

    @Test
    void theMoreTellingOfTwoFailuresIsTheStages() {
        assertEquals(ErrorCode.EAI_AGAIN, failure(ErrorCode.EAI_AGAIN, ErrorCode.ENOTFOUND));
    }

    @Test
    void aNameThatIsNotThereTellsMoreThanOneWithoutAddresses() {
        assertEquals(ErrorCode.ENOTFOUND, failure(ErrorCode.EAI_NODATA, ErrorCode.ENOTFOUND));
    }

    @Test
    void emptyAnswersAreNoAddress() {
        answers.give(Family.IPV6, List.of());
        answers.give(Family.IPV4, List.of());
        assertEquals(ErrorCode.EAI_NODATA, assertThrows(StageFailure.class, this::find).failure().code());
        assertEquals(ErrorCode.EAI_NODATA, recorded(RaceEvent.Answered.class).getFirst().code());
    }

    private ErrorCode failure(ErrorCode six, ErrorCode four) {
        answers.give(Family.IPV6, new CodedException(six, six.name(), "six"));
        answers.give(Family.IPV4, new CodedException(four, four.name(), "four"));
        return assertThrows(StageFailure.class, this::find).failure().code();
    }

    @Test
    void silenceEndsWithTheDeadline() {
        StageFailure failure = assertThrows(StageFailure.class,
                () -> new ApartLookup(lookup, answers, Personality.RFC8305).endpoints("name.test", 80, 200_000_000));
        assertEquals(ErrorCode.TIMEOUT, failure.failure().code());
        assertEquals(List.of("no answer within 200 ms", "no answer within 200 ms"),
                recorded(RaceEvent.Unanswered.class).stream().map(RaceEvent.Unanswered::reason).toList());
    }

    @Test
    void anInterruptEndsBothQuestions() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        Thread caller = new Thread(() -> {
            try {
                find();
            } catch (InterruptedException expected) {
                over.countDown();
            } catch (StageFailure e) {
                throw new IllegalStateException(e);
            }
        });
        caller.start();
        while (recorded(RaceEvent.Asked.class).size() < 2) {
            Thread.onSpinWait();
        }
        caller.interrupt();
        assertTrue(over.await(10, TimeUnit.SECONDS));
        assertEquals(2, recorded(RaceEvent.Unanswered.class).size());
        assertEquals(ErrorCode.INTERRUPTED, recorded(StageEvent.Failed.class).getFirst().failure().code());
    }
}
