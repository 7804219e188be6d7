package dev.lifeline.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.AppLag;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Kinds;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.EventBody;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

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
        Verdict written = Samples.verdict();
        // A recording does not hold what of the proved is news: a reader that cares derives the verdict anew.
        assertEquals(Optional.of(new Verdict(written.result(), written.stage(), written.lane(), written.code(), written.operation(),
                written.local(), written.remote(), written.happened(), written.proved(), written.notProved(), written.next())),
                recording.verdict());
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
        Recording recording = read(kinds);
        assertEquals(Samples.events(Version1.bodies()), recording.trace().events());
    }

    @Test
    void everyKindOfEventHasANameOfItsOwn() throws IOException {
        Map<String, Class<?>> names = new HashMap<>();
        for (EventBody body : Kinds.of(EventBody.class)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (TraceWriter writer = new TraceWriter(out)) {
                writer.event(new TraceEvent(0, 0, Lane.KERNEL, Evidence.KERNEL, 1, 0, body));
            }
            String name = JsonMapper.shared().readTree(out.toByteArray()).path("event").stringValue("");
            assertTrue(name.matches("[a-z]+(-[a-z]+)*"), body + " is written as " + name);
            assertNull(names.put(name, body.getClass()), name);
        }
    }

    @Test
    void whatTheKernelDidNotGiveIsNotWrittenAsANumber() {
        byte[] recording = Samples.recording(Samples.events(List.of(Samples.absent())));
        String line = text(recording).lines().skip(1).findFirst().orElseThrow();
        assertTrue(line.contains("\"tcpInfo\":{\"raw\":\"0a\"}"), line);
        assertFalse(line.contains("memory"), line);
    }

    @Test
    void segmentsAreWrittenForPeople() {
        String all = text(Samples.recording(Samples.events(Samples.evidenceWords())));
        assertTrue(all.contains("\"flags\":\"SYN,ACK\""), all);
        assertTrue(all.contains("\"flags\":\"\""), all);
    }

    @Test
    void theWordsAndLimitsOfEvidenceComeBackEqual() throws RecordingException {
        List<TraceEvent> events = Samples.events(Samples.evidenceWords());
        assertEquals(events, read(Samples.recording(events)).trace().events());
    }

    @Test
    void aLagIsWrittenForOthersAndPassedOver() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TraceWriter writer = new TraceWriter(out)) {
            writer.header(Samples.header());
            writer.lag(new AppLag(Stage.FIRST_BYTE, Lane.SERVER, 3, AppLag.Packet.DATA, 1_000, 8_600, 0, 200));
            writer.end(5);
        }
        assertEquals("{\"type\":\"lag\",\"stage\":\"first byte\",\"lane\":\"server\",\"connection\":3,\"packet\":\"data\","
                + "\"packetAtNanos\":1000,\"callbackAtNanos\":8600,\"lagNanos\":7600,\"uncertaintyNanos\":200}",
                text(out.toByteArray()).lines().skip(1).findFirst().orElseThrow());
        assertTrue(read(out.toByteArray()).trace().complete());
    }

    private static Recording read(byte[] bytes) throws RecordingException {
        return TraceReader.read(new ByteArrayInputStream(bytes), "test");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
