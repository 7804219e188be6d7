package dev.lifeline.analysis.datagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceBuilder;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PlayEvent.ConnectionOwned;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.Detail;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.ladder.Ladder;
import dev.lifeline.view.stages.Stages;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DatagramsTest {

    private static final Endpoint SENDER = new Endpoint("127.0.0.1", 50_001);
    private static final Endpoint RECEIVER = new Endpoint("127.0.0.1", 50_002);
    private static final Endpoint CLOSED = new Endpoint("127.0.0.1", 9);

    private final TraceBuilder life = new TraceBuilder("127.0.0.1:9", Mode.LOOPBACK).connections(3);

    private TraceIndex two() {
        life.connection(1).mark(1, Lane.CLIENT, new ConnectionOwned("sender", null, true));
        life.connection(2).mark(2, Lane.CLIENT, new ConnectionOwned("receiver", null, true));
        call(1, Stage.WRITE, 10, SENDER, RECEIVER, "lost");
        call(1, Stage.WRITE, 20, SENDER, RECEIVER, "one");
        call(1, Stage.WRITE, 30, SENDER, CLOSED, "one");
        call(2, Stage.FIRST_BYTE, 40, RECEIVER, null, "one");
        life.connection(1).failed(Lane.CLIENT, Stage.FIRST_BYTE, 50, 51, TraceBuilder.failure(ErrorCode.ECONNREFUSED, Operation.READ, SENDER, CLOSED));
        return TraceIndex.of(life.inOrder().trace());
    }

    private void call(int number, Stage stage, double at, Endpoint local, Endpoint remote, String text) {
        life.connection(number);
        long started = life.add(at, Lane.CLIENT, new dev.lifeline.model.event.StageEvent.Started(stage, local, remote));
        life.add(at + 1, Lane.CLIENT, new dev.lifeline.model.event.StageEvent.Finished(stage, started,
                new Outcome.Moved(Bytes.of(text.getBytes(StandardCharsets.UTF_8)), 1, Ending.COMPLETE)));
    }

    /// Neither the one with other bytes nor the one to another address is what the receiver has.
    @Test
    void aSendIsJoinedWithTheReceiveOfTheSameBytesAtItsAddress() {
        Datagrams datagrams = new Datagrams(two());
        assertEquals(3, datagrams.sent().size());
        assertNull(datagrams.sent().get(0).to());
        assertEquals("receiver", datagrams.sent().get(1).to());
        assertNull(datagrams.sent().get(2).to());
        assertEquals("sender", datagrams.refused().getFirst().actor());
    }

    @Test
    void theyAreDrawnAsWhatTheyAre() {
        TraceIndex index = two();
        String text = new Ladder(0, Detail.NORMAL).picture(index, verdict(), new Canvas(80, Glyphs.UNICODE)).text();
        assertTrue(text.contains(" UDP sender → receiver: \"one\", 3 bytes ") && text.contains("▶ "), text);
        assertTrue(text.contains(" receiver has \"one\", 3 bytes ─"), text);
        assertTrue(text.lines().anyMatch(line -> line.contains("UDP sender → 127.0.0.1:50002: \"lost\"") && line.contains("?")), text);
        assertTrue(text.contains("×─ UDP sender, first byte failed: ECONNREFUSED"), text);
        assertTrue(text.contains("dotted: "), text);
        String rows = new Stages().picture(index, verdict(), new Canvas(80, Glyphs.UNICODE)).text();
        assertTrue(rows.contains("UDP socket of receiver\n"), rows);
    }

    private static Verdict verdict() {
        return new Verdict(Verdict.Result.COMPLETED, null, null, null, null, null, null, "Sent.", "Sent.", "Nothing.", null);
    }
}
