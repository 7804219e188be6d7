package dev.lifeline.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.TraceEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RoundTripTest {

    @Test
    void everyKindOfEventAndOutcomeComesBackEqual() throws RecordingException {
        List<TraceEvent> events = Samples.events(Samples.bodies());
        assertEquals(events, read(Samples.recording(events)).trace().events());
    }

    @Test
    void everyStageCodeAndOperationComesBackEqual() throws RecordingException {
        List<TraceEvent> events = Samples.events(Samples.words());
        assertEquals(events, read(Samples.recording(events)).trace().events());
    }

    @Test
    void headerVerdictAndEndComeBackEqual() throws RecordingException {
        Recording recording = read(Samples.recording(List.of()));
        assertEquals(Samples.header(), recording.trace().header());
        assertEquals(List.copyOf(Samples.header().host().entrySet()), List.copyOf(recording.trace().header().host().entrySet()));
        assertEquals(Optional.of(Samples.verdict()), recording.verdict());
        assertEquals(OptionalLong.of(1_420_000), recording.wallNanos());
        assertTrue(recording.trace().complete());
    }

    @Test
    void aVerdictThatLeavesOutWhatItMayComesBackEqual() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TraceWriter writer = new TraceWriter(out)) {
            writer.header(Samples.header());
            writer.verdict(Samples.shortVerdict());
        }
        Recording recording = read(out.toByteArray());
        assertEquals(Optional.of(Samples.shortVerdict()), recording.verdict());
        assertTrue(recording.trace().complete(), "a verdict makes it complete, even where the end is missing");
        assertEquals(OptionalLong.empty(), recording.wallNanos());
    }

    @Test
    void whatWasReadIsWrittenAgainByteForByte() throws RecordingException {
        byte[] recording = Samples.recording(Samples.events(Samples.bodies()));
        assertEquals(text(recording), text(Samples.recording(read(recording).trace().events())));
    }

    @Test
    void theSampleOfVersion1ReadsForever() throws IOException, RecordingException {
        for (String name : List.of("kinds.ndjson", "refused.ndjson")) {
            byte[] sample = RoundTripTest.class.getResourceAsStream("v1/" + name).readAllBytes();
            Recording recording = read(sample);
            assertTrue(recording.trace().complete(), name);
            assertEquals(text(sample).lines().filter(line -> line.startsWith("{\"type\":\"event\"")).count(),
                    recording.trace().events().size(), name);
        }
        byte[] kinds = RoundTripTest.class.getResourceAsStream("v1/kinds.ndjson").readAllBytes();
        assertEquals(Samples.events(Samples.bodies()), read(kinds).trace().events());
    }

    private static Recording read(byte[] bytes) throws RecordingException {
        return TraceReader.read(new ByteArrayInputStream(bytes), "test");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
