package dev.lifeline.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceBuilder;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.line.LadderLine;
import dev.lifeline.wording.line.StageLine;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// A play reads in one stage until it has what it wants. Where bytes came and then a reset, the first byte did not fail.
class ReadThenFailedTest {

    private static final Endpoint CLIENT = new Endpoint("127.0.0.1", 45050);
    private static final Endpoint SERVER = new Endpoint("127.0.0.1", 80);

    private static TraceIndex index(boolean read) {
        TraceBuilder life = new TraceBuilder("127.0.0.1:80", Mode.CLIENT)
                .done(Lane.CLIENT, Stage.CONNECT, 0, 50, new Outcome.Connected(new FourTuple(CLIENT, SERVER)));
        if (read) {
            life.mark(700, Lane.CLIENT, new StreamEvent.ChunkRead(Bytes.of("twelve bytes".getBytes(StandardCharsets.UTF_8))));
        }
        return TraceIndex.of(life.failed(Lane.CLIENT, Stage.FIRST_BYTE, 100, 3_100,
                TraceBuilder.failure(ErrorCode.ECONNRESET, Operation.READ, CLIENT, SERVER)).inOrder().trace());
    }

    private static Span read(TraceIndex index) {
        for (Span span : index.timeline().spans()) {
            if (span.stage() == Stage.FIRST_BYTE) {
                return span;
            }
        }
        throw new AssertionError("no first byte");
    }

    @Test
    void theBytesAreToldBeforeTheReset() {
        TraceIndex index = index(true);
        Span span = read(index);
        StageWords words = StageWords.of(index, Glyphs.UNICODE);
        assertEquals("12 bytes came, then ECONNRESET: Connection reset by peer", new StageLine(index, Glyphs.UNICODE).of(span, null));
        assertEquals("first byte after 3 ms: 12 bytes came, then ECONNRESET: Connection reset by peer", new LadderLine(words, 0).end(span));
        assertEquals("first byte, 3 ms: 12 bytes came, then ECONNRESET: Connection reset by peer", words.endMark(span));
        assertTrue(words.sentence(span).contains("it had read 12 bytes when it failed, after 3 ms, with ECONNRESET"), words.sentence(span));
    }

    @Test
    void withoutBytesTheFirstByteFailed() {
        TraceIndex index = index(false);
        Span span = read(index);
        StageWords words = StageWords.of(index, Glyphs.UNICODE);
        assertEquals("first byte failed after 3 ms: ECONNRESET: Connection reset by peer", new LadderLine(words, 0).end(span));
        assertTrue(words.sentence(span).contains("it failed after 3 ms with ECONNRESET"), words.sentence(span));
        assertFalse(new StageLine(index, Glyphs.UNICODE).of(span, null).contains("came"));
    }
}
