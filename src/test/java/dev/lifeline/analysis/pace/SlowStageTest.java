package dev.lifeline.analysis.pace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceBuilder;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The stage that took most of a slow run, and stages that look like it.
class SlowStageTest {

    private static final double SECOND = 1_000_000;
    private static final FourTuple TUPLE = new FourTuple(new Endpoint("192.0.2.7", 40_000), new Endpoint("192.0.2.9", 80));

    @ParameterizedTest
    @CsvSource({"ORDERLY, CLIENT, true", "HALF, CLIENT, true", "ORDERLY, SERVER, false", "HALF, SERVER, false", "ORDERLY, , false",
        "RESET, CLIENT, false", "ABANDONED, CLIENT, false"})
    void aCloseIsSlowWhereItWaitedForTheOtherEnd(CloseKind how, Lane first, boolean slow) {
        SlowStage stage = index(closed(2 * SECOND, how, first)).slow();
        assertEquals(slow, stage != null);
        assertTrue(!slow || stage.isClose() && !stage.isAnswer() && !stage.isConnect() && stage.queued() == null);
    }

    @Test
    void aVerdictTellsWhetherTheEndCame() {
        String orderly = told(closed(2 * SECOND, CloseKind.ORDERLY, Lane.CLIENT));
        assertFalse(orderly.contains("2 s of 2 s"), "the line slow at says it");
        assertTrue(orderly.contains("Why the server's stream ended so late"), orderly);
        String half = told(closed(2 * SECOND, CloseKind.HALF, Lane.CLIENT));
        assertTrue(half.contains("Whether the server ends its stream later"), half);
    }

    @Test
    void aSecondIsLong() {
        assertTrue(index(closed(SECOND, CloseKind.ORDERLY, Lane.CLIENT)).slow().isLong());
        assertFalse(index(closed(SECOND - 1, CloseKind.ORDERLY, Lane.CLIENT)).slow().isLong());
    }

    /// A fifth of a second is slow only where little else took time; a run of a second where a stage took half of it.
    @ParameterizedTest
    @CsvSource({"200, 250, true", "200, 251, false", "199, 200, false", "499, 999, false", "501, 1000, true", "499, 1000, false"})
    void aStageIsSlowByItsShare(double took, double all, boolean slow) {
        double milli = SECOND / 1_000;
        TraceBuilder run = trace().done(Lane.CLIENT, Stage.CONNECT, 0, (all - took) * milli, new Outcome.Connected(TUPLE))
                .done(Lane.CLIENT, Stage.FIRST_BYTE, (all - took) * milli, all * milli, moved(5));
        SlowStage stage = index(run).slow();
        assertEquals(slow, stage != null && stage.isAnswer());
    }

    @Test
    void itTookMostOfTheTime() {
        TraceBuilder half = trace().done(Lane.CLIENT, Stage.FIRST_BYTE, 0, 2 * SECOND, moved(0));
        assertNull(index(half.done(Lane.CLIENT, Stage.CLOSE, 2 * SECOND + 1, 4 * SECOND, closed(CloseKind.ORDERLY, Lane.CLIENT))).slow());
        TraceBuilder most = trace().done(Lane.CLIENT, Stage.FIRST_BYTE, 0, 2 * SECOND, moved(0));
        assertNotNull(index(most.done(Lane.CLIENT, Stage.CLOSE, 2 * SECOND, 4 * SECOND, closed(CloseKind.ORDERLY, Lane.CLIENT))).slow());
    }

    /// Of the client's own, and of the server's, for which the client waits.
    @ParameterizedTest
    @EnumSource(value = Lane.class, names = {"CLIENT", "SERVER"})
    void aStageThatWasHeldIsNotSlow(Lane lane) {
        assertNull(index(held(lane, 1, 2)).slow());
        assertNull(index(held(lane, 1, 4)).slow(), "it was held beyond the end");
        assertNull(index(held(lane, 0, 2)).slow(), "it was held from before");
        assertNotNull(index(held(lane, 0, 0.5)).slow(), "before it");
        assertNotNull(index(held(lane, 3.5, 4)).slow(), "after it");
    }

    private static TraceBuilder held(Lane lane, double from, double to) {
        TraceBuilder trace = trace().done(Lane.CLIENT, Stage.CLOSE, SECOND / 2, 3.5 * SECOND, closed(CloseKind.ORDERLY, Lane.CLIENT));
        long hold = trace.add(from * SECOND, lane, new HoldEvent.HoldStarted(Stage.CLOSE, false, "step"));
        trace.add(to * SECOND, lane, new HoldEvent.HoldEnded(hold));
        return trace.inOrder();
    }

    @Test
    void connectAndTheAnswerAreOthers() {
        SlowStage connect = index(trace().done(Lane.CLIENT, Stage.CONNECT, 0, 2 * SECOND, new Outcome.Connected(TUPLE))).slow();
        assertTrue(connect.isConnect() && !connect.isAnswer() && !connect.isClose());
        SlowStage answer = index(trace().done(Lane.CLIENT, Stage.FIRST_BYTE, 0, 2 * SECOND, moved(5))).slow();
        assertTrue(answer.isAnswer() && !answer.isConnect() && !answer.isClose());
        assertNull(index(trace().done(Lane.CLIENT, Stage.FIRST_BYTE, 0, 2 * SECOND, moved(0))).slow(), "nothing came");
        assertNull(index(trace().done(Lane.SERVER, Stage.FIRST_BYTE, 0, 2 * SECOND, moved(5))).slow(), "the server's own");
    }

    @Test
    void ofSeveralConnectionsAndOfAServerNoneIsToldSo() {
        Outcome answer = moved(5);
        assertNull(index(trace().connections(2).done(Lane.CLIENT, Stage.FIRST_BYTE, 0, 2 * SECOND, answer)).slow());
        assertNull(index(new TraceBuilder("a:80", Mode.SERVER).done(Lane.CLIENT, Stage.FIRST_BYTE, 0, 2 * SECOND, answer)).slow());
    }

    private static TraceBuilder closed(double took, CloseKind how, Lane first) {
        return trace().done(Lane.CLIENT, Stage.CONNECT, 0, 1, new Outcome.Connected(TUPLE))
                .done(Lane.CLIENT, Stage.CLOSE, 2, 2 + took, closed(how, first));
    }

    private static Outcome closed(CloseKind how, Lane first) {
        return new Outcome.Closed(how, first, 0, 0);
    }

    private static Outcome moved(int bytes) {
        return new Outcome.Moved(new Bytes(bytes, "", false), 1, Ending.COMPLETE);
    }

    private static TraceBuilder trace() {
        return new TraceBuilder("192.0.2.9:80", Mode.CLIENT);
    }

    private static TraceIndex index(TraceBuilder trace) {
        return TraceIndex.of(trace.trace());
    }

    private static String told(TraceBuilder trace) {
        var verdict = Diagnosis.of(trace.trace());
        return verdict.proved() + " " + verdict.notProved();
    }
}
