package dev.lifeline.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.PacketEvent;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Recordings that were cut or damaged at any place: reading gives a trace or a [RecordingException], and ends.
class DamageTest {

    private static final List<TraceEvent> EVENTS = Samples.events(Samples.bodies());
    private static final int PART = 12;
    private static final int STRIDE = 3;

    @Test
    void aCutAnywhereGivesTheEventsBeforeItAndAnIncompleteTraceOrSaysThatTheHeaderIsCut() {
        // In parts and at every third byte, since the time that this takes grows with the square of their length.
        for (int from = 0; from < EVENTS.size(); from += PART) {
            cut(EVENTS.subList(from, Math.min(from + PART, EVENTS.size())), from / PART % STRIDE);
        }
    }

    private static void cut(List<TraceEvent> all, int first) {
        byte[] whole = Samples.recording(all);
        int header = indexOfLineFeed(whole, 0);
        int verdict = whole.length;
        for (int lines = 0; lines < 2; lines++) {
            verdict = lastLineFeedBefore(whole, verdict - 1) + 1;
        }
        for (int cut = first; cut < whole.length; cut += STRIDE) {
            byte[] part = Arrays.copyOf(whole, cut);
            try {
                Recording recording = TraceReader.read(new ByteArrayInputStream(part), "cut");
                assertTrue(cut >= header, "a cut inside the header was read: " + cut);
                List<TraceEvent> events = recording.trace().events();
                assertEquals(all.subList(0, events.size()), events);
                boolean verdictIsWhole = cut >= indexOfLineFeed(whole, verdict);
                assertEquals(verdictIsWhole, recording.trace().complete(), "cut at " + cut);
            } catch (RecordingException e) {
                assertTrue(cut < header, "cut at " + cut + " gave: " + e.getMessage());
                assertFalse(e.getMessage().isBlank());
            }
        }
    }

    @Test
    void anyFlippedBytesGiveATraceOrARecordingException() {
        flipped(EVENTS.subList(0, 20));
    }

    @Test
    void anyFlippedBytesInWhatKernelAndPacketsSayGiveATraceOrARecordingException() {
        flipped(EVENTS.stream()
                .filter(event -> event.body() instanceof KernelEvent || event.body() instanceof PacketEvent).toList());
    }

    private static void flipped(List<TraceEvent> events) {
        byte[] whole = Samples.recording(events);
        int read = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> {
            Random random = new Random(20261120);
            int good = 0;
            for (int i = 0; i < 10_000; i++) {
                byte[] damaged = whole.clone();
                int flips = 1 + random.nextInt(4);
                for (int flip = 0; flip < flips; flip++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                try {
                    TraceReader.read(new ByteArrayInputStream(damaged), "damaged");
                    good++;
                } catch (RecordingException e) {
                    assertTrue(e.getMessage().startsWith("cannot read damaged: "), e.getMessage());
                    assertTrue(e.getMessage().chars().allMatch(c -> c >= 0x20 && c < 0x7F), e.getMessage());
                }
            }
            return good;
        });
        assertTrue(read > 0 && read < 10_000, "of 10,000, " + read + " could be read");
    }

    @Test
    void noiseGivesARecordingException() {
        Random random = new Random(20261120);
        for (int i = 0; i < 1_000; i++) {
            byte[] noise = new byte[random.nextInt(2_000)];
            random.nextBytes(noise);
            assertThrows(RecordingException.class, () -> TraceReader.read(new ByteArrayInputStream(noise), "noise"));
        }
    }

    private static int indexOfLineFeed(byte[] bytes, int from) {
        int at = from;
        while (bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    private static int lastLineFeedBefore(byte[] bytes, int before) {
        int at = before - 1;
        while (bytes[at] != '\n') {
            at--;
        }
        return at;
    }
}
