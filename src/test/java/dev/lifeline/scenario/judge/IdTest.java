package dev.lifeline.scenario.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.report.ExpectationResults;
import dev.lifeline.file.TraceWriter;
import dev.lifeline.wording.FindingWords;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An expectation has the name that its file gives it, wherever it is told.
class IdTest {

    private final RecordedPlay play = RecordedPlay.with("sockdiag").connected();

    @Test
    void aFindingKnowsItsName() {
        assertEquals("connects", play.judge("stage, id: connects, of: client, stage: connect").expectation().id());
        assertNull(play.judge("stage, of: client, stage: connect").expectation().id());
    }

    @Test
    void peopleReadIt() {
        List<FindingWords.Shown> shown = results("connects").shown();
        assertEquals("Expectation 1 (connects) did not hold: expected: client: close finished; observed: client: close was not reached.",
                FindingWords.sentence(shown.getFirst()));
    }

    @Test
    void aRecordingHasItWhereThereIsOne() throws Exception {
        assertTrue(written("connects").contains("\"number\":1,\"expectationId\":\"connects\",\"expectation\":\"stage\""), written("connects"));
        assertTrue(!written(null).contains("expectationId"), written(null));
    }

    private ExpectationResults results(String id) {
        return new ExpectationResults(List.of(play.judge("stage, of: client, stage: close" + (id == null ? "" : ", id: " + id))));
    }

    private String written(String id) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TraceWriter writer = new TraceWriter(out)) {
            results(id).write(writer);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
