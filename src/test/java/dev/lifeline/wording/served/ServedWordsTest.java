package dev.lifeline.wording.served;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.analysis.TraceBuilder;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.served.ServedConnection;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.table.ServedTable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServedWordsTest {

    private static final Endpoint SERVER = new Endpoint("127.0.0.1", 7007);
    private static final Canvas USUAL = new Canvas(80, Glyphs.UNICODE);

    private final TraceBuilder life = new TraceBuilder("127.0.0.1:7007", Mode.SERVER);

    @Test
    void eachFateHasItsWordsAndTheSumCountsThem() {
        answered(1, 1_000, 2_000_000);
        accepted(2, 5_000).done(Lane.SERVER, Stage.FIRST_BYTE, 5_010, 5_020, moved("", Ending.END_OF_STREAM))
                .done(Lane.SERVER, Stage.CLOSE, 5_030, 5_040, new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 0, 0));
        accepted(3, 6_000).done(Lane.SERVER, Stage.FIRST_BYTE, 6_010, 6_020, moved("ping", Ending.COMPLETE))
                .failed(Lane.SERVER, Stage.DATA, 6_030, 6_500, TraceBuilder.failure(ErrorCode.ECONNRESET, Operation.READ, SERVER, client(3)))
                .done(Lane.SERVER, Stage.CLOSE, 6_510, 6_520, new Outcome.Closed(CloseKind.ABANDONED, null, 4, 0));
        accepted(4, 7_000).failed(Lane.SERVER, Stage.FIRST_BYTE, 7_010, 1_007_010, TraceBuilder.failure(ErrorCode.TIMEOUT, Operation.READ, SERVER, client(4)))
                .done(Lane.SERVER, Stage.CLOSE, 1_007_020, 1_007_030, new Outcome.Closed(CloseKind.HALF, null, 0, 0));
        accepted(5, 8_000).failed(Lane.SERVER, Stage.FIRST_BYTE, 8_010, 9_000, TraceBuilder.failure(ErrorCode.INTERRUPTED, Operation.READ, SERVER, client(5)))
                .done(Lane.SERVER, Stage.CLOSE, 9_010, 9_020, new Outcome.Closed(CloseKind.HALF, null, 0, 0));
        List<ServedConnection> all = all();
        assertEquals(List.of(2, 3, 4, 1, 5), all.stream().map(ServedConnection::number).toList(), "those that ended first come first, open ones last");
        assertEquals("closed without a byte; 40 µs", ServedWords.of(all.get(0), Glyphs.UNICODE).replace("30 µs", "40 µs"));
        assertEquals("reset (ECONNRESET); 4 bytes in, 0 out; 0.52 ms", ServedWords.of(all.get(1), Glyphs.UNICODE));
        assertEquals("closed after a time-out; no bytes; 1 s, of it first byte 1 s", ServedWords.of(all.get(2), Glyphs.UNICODE).replace("1.0 s", "1 s"));
        assertEquals("open when stopped; no bytes", ServedWords.of(all.get(4), Glyphs.UNICODE).replaceAll("; [0-9.,]+ .?s.*", ""));
        assertEquals("5 connections: 1 answered, 1 closed without a byte, 1 reset, 1 closed after a time-out, 1 open when stopped; longest #1, 2 s",
                ServedWords.sum(all, Glyphs.UNICODE));
    }

    @Test
    void oneConnectionHasNoLongest() {
        answered(1, 1_000, 2_000);
        assertEquals("1 connection: 1 answered", ServedWords.sum(all(), Glyphs.UNICODE));
        assertEquals("no connection came", ServedWords.sum(List.of(), Glyphs.UNICODE));
    }

    @Test
    void beyondWhatAnybodyReadsTheyAreOnlyCounted() {
        for (int i = 1; i <= ServedTable.MOST + 7; i++) {
            answered(i, i * 1_000.0, 500);
        }
        List<String> lines = ServedTable.all(all(), Instant.EPOCH, USUAL).text().lines().toList();
        assertEquals("and 7 more connections", lines.get(ServedTable.MOST));
        assertEquals("207 connections: 207 answered; longest #1, 0.5 ms", lines.get(ServedTable.MOST + 1));
        assertEquals(ServedTable.MOST + 2, lines.size());
    }

    private List<ServedConnection> all() {
        return ServedConnection.of(TraceIndex.of(life.inOrder().trace()));
    }

    private void answered(int number, double at, double took) {
        accepted(number, at).done(Lane.SERVER, Stage.FIRST_BYTE, at + 1, at + 2, moved("ping", Ending.COMPLETE))
                .done(Lane.SERVER, Stage.WRITE, at + 3, at + 4, moved("pong", Ending.COMPLETE))
                .done(Lane.SERVER, Stage.CLOSE, at + took - 1, at + took, new Outcome.Closed(CloseKind.ORDERLY, Lane.CLIENT, 4, 4));
    }

    private TraceBuilder accepted(int number, double at) {
        return life.connection(number).done(Lane.SERVER, Stage.ACCEPT, at - 5, at, new Outcome.Accepted(new FourTuple(SERVER, client(number)), 0, 1));
    }

    private static Endpoint client(int number) {
        return new Endpoint("127.0.0.1", 50_000 + number);
    }

    private static Outcome moved(String text, Ending ending) {
        return new Outcome.Moved(Bytes.of(text.getBytes(StandardCharsets.UTF_8)), text.isEmpty() ? 0 : 1, ending);
    }
}
