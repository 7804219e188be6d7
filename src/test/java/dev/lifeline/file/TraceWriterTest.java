package dev.lifeline.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.RunEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TraceWriterTest {

    @Test
    void everyByteIsPrintableAsciiOrALineFeed() {
        byte[] recording = Samples.recording(Samples.events(Samples.bodies()));
        for (byte b : recording) {
            assertTrue(b == '\n' || (b >= 0x20 && b < 0x7F), () -> "byte " + b);
        }
        assertEquals('\n', recording[recording.length - 1]);
        assertFalse(new String(recording, StandardCharsets.US_ASCII).contains("\n\n"), "an empty line");
    }

    @Test
    void anEventStandsInOneLineWithItsEnvelope() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TraceWriter writer = new TraceWriter(out)) {
            writer.event(remark(3, "a\nb\u009b"));
        }
        assertEquals("{\"type\":\"event\",\"seq\":3,\"atNanos\":351000,\"lane\":\"client\",\"evidence\":\"application\","
                + "\"connection\":1,\"attempt\":0,\"event\":\"remark\",\"text\":\"a\\nb\\u009B\"}\n",
                out.toString(StandardCharsets.US_ASCII));
    }

    @Test
    void afterAFlushAllEventsSoFarCanBeReadAlthoughTheWriterNeverClosed() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TraceWriter writer = new TraceWriter(out);
        writer.header(Samples.header());
        writer.event(remark(0, "one"));
        writer.event(remark(1, "two"));
        writer.flush();
        writer.event(remark(2, "lost"));

        Recording recording = TraceReader.read(new ByteArrayInputStream(out.toByteArray()), "test");
        assertEquals(2, recording.trace().events().size());
        assertFalse(recording.trace().complete());
    }

    @Test
    void theHeaderIsThereBeforeTheFirstEvent() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TraceWriter(out).header(Samples.header());
        assertTrue(out.toString(StandardCharsets.US_ASCII).endsWith("}\n"));
    }

    @Test
    void aFullBatchIsHandedOnInWholeLinesWithoutAFlush() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TraceWriter writer = new TraceWriter(out);
        for (int i = 0; i < 1_000; i++) {
            writer.event(remark(i, "x".repeat(100)));
        }
        String text = out.toString(StandardCharsets.US_ASCII);
        assertFalse(text.isEmpty());
        assertTrue(text.endsWith("}\n"));
    }

    @Test
    void aFullDiskReachesTheCallerAndNothingFollowsTheCutLine() throws IOException {
        FullDisk disk = new FullDisk(1_000);
        TraceWriter writer = new TraceWriter(disk);
        writer.header(Samples.header());
        writer.event(remark(0, "y".repeat(1_000)));
        IOException first = assertThrows(IOException.class, writer::flush);
        assertEquals("No space left on device", first.getMessage());
        int size = disk.taken.size();
        disk.room = 10_000;
        writer.event(remark(1, "late"));
        assertEquals("No space left on device", assertThrows(IOException.class, writer::flush).getMessage());
        writer.close();
        assertEquals(size, disk.taken.size());
        assertTrue(disk.closed);
    }

    private static TraceEvent remark(long sequence, String text) {
        return new TraceEvent(sequence, 351_000, Lane.CLIENT, Evidence.APPLICATION, 1, 0, new RunEvent.Remark(text));
    }

    private static final class FullDisk extends OutputStream {

        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private int room;
        private boolean closed;

        FullDisk(int room) {
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            if (taken.size() >= room) {
                throw new IOException("No space left on device");
            }
            taken.write(b);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
