package dev.lifeline.view.answer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.diagnosis.Fault;
import dev.lifeline.model.Verdict;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.wording.HeadlineWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The answer alone is a few lines, enough for the log of a script.
class BriefTest {

    private static final int MOST = 6;

    @ParameterizedTest
    @EnumSource(Fault.class)
    void itIsAtMostSixLinesAndNamesTheError(Fault fault) {
        TraceIndex index = TraceIndex.of(fault.trace());
        Verdict verdict = Diagnosis.of(index);
        String text = new Brief().draw(index, verdict, new Canvas(80, Glyphs.UNICODE)).text();
        assertTrue(text.lines().count() <= MOST, text);
        assertTrue(text.contains(HeadlineWords.code(index, verdict)), text);
    }
}
