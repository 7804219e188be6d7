package dev.lifeline.step.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.predict.Prediction;
import dev.lifeline.step.Stop;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The questions of the walk without a scenario are asked at its stops.
class PlainWalkTest {

    @Test
    void eachQuestionStandsAtAStopOfTheWalk() {
        Scenario walk = PlainWalk.scenario();
        List<String> labels = List.of(label(walk, Lane.CLIENT, Stage.CONNECT), label(walk, Lane.SERVER, Stage.ACCEPT),
                label(walk, Lane.CLIENT, Stage.WRITE), label(walk, Lane.SERVER, Stage.FIRST_BYTE), label(walk, Lane.CLIENT, Stage.CLOSE),
                label(walk, Lane.SERVER, Stage.CLOSE));

        assertEquals(List.of("connect", "accept", "write", "read", "close", "peer-close"), labels);
        assertTrue(walk.questions().predictions().size() >= 3);
        for (Prediction each : walk.questions().predictions()) {
            assertTrue(labels.contains(each.at()), each.id());
            assertNotNull(each.right());
        }
    }

    private static String label(Scenario walk, Lane lane, Stage stage) {
        return PlainWalk.label(walk, Stop.held(1, null, lane, 1, stage, false, 0));
    }
}
