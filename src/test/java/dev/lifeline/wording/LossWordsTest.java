package dev.lifeline.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.KernelEvent.EvidenceLost;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.Life;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.waterfall.Waterfall;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossWordsTest {

    private static final String REASON = "packets beyond 1000 are counted, not kept";
    private static final String REST = " (" + REASON + "): what is not here may have happened all the same";

    private final LossWords losses = new LossWords();

    @Test
    void equalReasonsAreSummedUpOverTheirConnections() {
        losses.add(1, new EvidenceLost("packet", 1_906, LossKind.NOT_KEPT, REASON));
        losses.add(2, new EvidenceLost("packet", 94, LossKind.NOT_KEPT, REASON));
        losses.add(2, new EvidenceLost("packet", 1_000, LossKind.NOT_KEPT, REASON));
        assertEquals(List.of("the source packet did not keep 3,000 on 2 connections" + REST), losses.sentences(false));
    }

    @Test
    void aLossIsNamedByItsConnectionWhereThereAreOthers() {
        losses.add(7, new EvidenceLost("packet", 94, LossKind.NOT_KEPT, REASON));
        assertEquals(List.of("the source packet did not keep 94 on connection 7" + REST), losses.sentences(false));
        assertEquals(List.of("the source packet did not keep 94" + REST), losses.sentences(true));
    }

    @Test
    void whatIsNotCountedIsSomethingOrMore() {
        losses.add(0, new EvidenceLost("packet", -1, LossKind.NOT_KEPT, REASON));
        assertEquals(List.of("the source packet did not keep something" + REST), losses.sentences(false));
        losses.add(3, new EvidenceLost("packet", 5, LossKind.NOT_KEPT, REASON));
        assertEquals(List.of("the source packet did not keep at least 5" + REST), losses.sentences(false));
    }

    @Test
    void otherReasonsAndSourcesStandForThemselves() {
        losses.add(1, new EvidenceLost("packet", 1, LossKind.NOT_KEPT, REASON));
        losses.add(1, new EvidenceLost("packet", 1, LossKind.MISSED, "the ring was full"));
        losses.add(1, new EvidenceLost("sockdiag", 1, LossKind.NOT_KEPT, REASON));
        assertEquals(3, losses.sentences(true).size());
    }

    @Test
    void whatWasCapturedAndIsNobodysIsNotCalledMissed() {
        losses.add(1, new EvidenceLost("packet", 4, LossKind.NOT_ATTRIBUTED,
                "captured, but not attributed: 2 flows to 10.0.0.2:7007 began during this connect"));
        assertTrue(losses.sentences(true).getFirst().startsWith("the source packet could not attribute 4 (captured, but not"));
        losses.add(1, new EvidenceLost("sockdiag", -1, LossKind.MISSED, "the kernel dropped messages"));
        assertTrue(losses.sentences(true).getLast().startsWith("the source sockdiag missed something (the kernel"));
    }

    @Test
    void aHundredConnectionsThatLostPacketsAreOneNote() {
        Life life = new Life();
        for (int i = 1; i <= 100; i++) {
            life.kernel(i).at(i, new EvidenceLost("packet", 10, LossKind.NOT_KEPT, REASON));
        }
        Trace trace = life.trace(Mode.LOOPBACK, "a:1", 100, true);
        Verdict verdict = new Verdict(Verdict.Result.COMPLETED, null, null, null, null, null, null, "", "All.", "Nothing.", null);
        String text = new Waterfall().draw(TraceIndex.of(trace), verdict, new Canvas(80, Glyphs.UNICODE)).text();
        assertTrue(text.contains("lost          the source packet did not keep 1,000 on 100 connections (packets"), text);
        assertEquals(1, text.lines().filter(line -> line.startsWith("lost")).count(), text);
    }
}
