package dev.lifeline.step.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.client.Deadlines;
import dev.lifeline.client.Resolver;
import dev.lifeline.client.Script;
import dev.lifeline.model.Target;
import dev.lifeline.race.Personality;
import dev.lifeline.run.ConnectPlan;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.run.ServerPlan;
import dev.lifeline.run.TraceRun;
import dev.lifeline.scenario.predict.Prediction;
import dev.lifeline.server.Behaviour;
import dev.lifeline.step.Journey;
import dev.lifeline.step.Move;
import dev.lifeline.step.predict.Answered;
import dev.lifeline.step.predict.Predictions;
import dev.lifeline.step.predict.Revealed;
import dev.lifeline.step.predict.Revealed.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The questions of the walk without a scenario, on a walk over real sockets.
@Timeout(60)
class AskedWalkTest {

    private static final long MINUTE = 60_000_000_000L;
    private static final byte[] PING = "ping\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void theAnswerMarkedRightIsWhatHappens() throws Exception {
        Script script = Script.CONNECT_ONLY.sending(PING).stoppingAfter(PING.length).within(new Deadlines(MINUTE, MINUTE, MINUTE, MINUTE, MINUTE));
        ConnectPlan plan = new ConnectPlan(new Target("127.0.0.1", 0), new ServerPlan(Behaviour.DEFAULT, 7), null, null, Personality.DEFAULT,
                MINUTE, MINUTE, script, 1, 0, EvidenceChoice.AUTO);
        Predictions predictions;
        Map<String, Integer> asked = new LinkedHashMap<>();
        Map<String, Integer> told = new LinkedHashMap<>();
        List<Revealed> revealed = new ArrayList<>();
        Journey journey;
        try (LiveSession session = LiveSession.start(Driven.of(TraceRun.prepare(plan, "test", Resolver.SYSTEM)), LiveSession.FOR_EVER)) {
            journey = session.first(1);
            predictions = Predictions.of(journey.header());
            while (true) {
                // As at a prompt: the kernel is looked at before the person goes on.
                journey = journey.isOver() ? journey : session.refresh(journey);
                for (Answered each : predictions.ready(journey)) {
                    if (told.putIfAbsent(each.prediction().id(), journey.cursor()) == null) {
                        revealed.add(predictions.reveal(journey, each));
                    }
                }
                for (Prediction each : predictions.open(journey)) {
                    asked.put(each.id(), journey.cursor());
                    predictions = predictions.answered(new Answered(each, each.right(), 2, journey.cursor()));
                }
                if (journey.isOver()) {
                    break;
                }
                journey = session.go(journey, new Move(Move.Reach.STAGE, null, List.of()));
            }
        }
        Assumptions.assumeTrue(journey.header().available("sockdiag"), "the kernel's looks are not to be had");

        assertEquals(List.of("returns", "holder", "bytes", "time-wait"), List.copyOf(asked.keySet()));
        assertEquals(asked.keySet(), told.keySet());
        for (Revealed each : revealed) {
            String id = each.asked().prediction().id();
            assertEquals(Outcome.AS_SAID, each.outcome(), () -> id + ": " + each.findings());
            assertFalse(each.evidence().isEmpty(), id);
            assertTrue(told.get(id) > asked.get(id), id);
        }
        // The recording of the walk asks the same and shows the same.
        Journey again = Journey.of(journey.all());
        Predictions replayed = Predictions.of(again.header());
        for (int stop = 1; stop <= again.stops().size(); stop++) {
            for (Prediction each : replayed.open(again.at(stop))) {
                replayed = replayed.answered(new Answered(each, each.right(), 2, stop));
            }
        }
        assertEquals(4, replayed.summary(again.at(again.stops().size())).asSaid());
    }
}
