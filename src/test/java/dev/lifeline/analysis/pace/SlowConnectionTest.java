package dev.lifeline.analysis.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lifeline.analysis.TraceBuilder;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.life.SlowWords;
import org.junit.jupiter.api.Test;

/// One of several connections that took much longer than the others.
class SlowConnectionTest {

    private static final double SECOND = 1_000_000;
    private static final Endpoint SERVER = new Endpoint("192.0.2.9", 80);

    @Test
    void theOneThatStandsOutIsNamedWithItsStage() {
        assertEquals(new SlowConnection(2, Stage.CONNECT, 1_200_000_000, 1_200_000_000, 3_000_000),
                SlowConnection.of(index(1_000, 1.2 * SECOND, 3_000)));
        assertEquals("#2, connect: 1.2 s of 1.2 s; the others at most 3 ms.", SlowWords.of(index(1_000, 1.2 * SECOND, 3_000), Glyphs.ASCII));
    }

    @Test
    void noneStandsOutOfAPairOrWhereSeveralAreSlowOrAllAreQuick() {
        assertNull(SlowConnection.of(index(1_000, 1.2 * SECOND)));
        assertNull(SlowConnection.of(index(1_000, 1.2 * SECOND, 1.1 * SECOND)));
        assertNull(SlowConnection.of(index(1_000, 199_000, 3_000)));
    }

    @Test
    void aConnectionThatFailedIsNotCompared() {
        TraceBuilder life = life(1_000, 2_000, 3_000);
        life.connection(4).failed(Lane.CLIENT, Stage.CONNECT, 0, 3 * SECOND,
                TraceBuilder.failure(ErrorCode.ETIMEDOUT, Operation.CONNECT, null, SERVER));
        assertNull(SlowConnection.of(TraceIndex.of(life.connections(4).trace())));
    }

    private static TraceIndex index(double... micros) {
        return TraceIndex.of(life(micros).connections(micros.length).trace());
    }

    private static TraceBuilder life(double... micros) {
        TraceBuilder life = new TraceBuilder("192.0.2.9:80", Mode.CLIENT);
        for (int i = 0; i < micros.length; i++) {
            life.connection(i + 1).done(Lane.CLIENT, Stage.CONNECT, 10, 10 + micros[i],
                    new Outcome.Connected(new FourTuple(new Endpoint("192.0.2.7", 40_000 + i), SERVER)));
        }
        return life;
    }
}
