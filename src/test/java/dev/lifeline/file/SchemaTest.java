package dev.lifeline.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lifeline.model.AppLag;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FindingState;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.StageSummary;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SchemaTest {

    private static String published;
    private static Schema schema;
    private static Schema closed;

    @BeforeAll
    static void loads() throws IOException {
        published = new String(TraceWriter.class.getResourceAsStream("trace-recording-v2.schema.json").readAllBytes(),
                StandardCharsets.UTF_8);
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        schema = registry.getSchema(published);
        closed = registry.getSchema(closed(published));
    }

    /// The same schema, but no field may be in a line that the schema does not describe.
    private static String closed(String open) {
        ObjectNode root = (ObjectNode) JsonMapper.shared().readTree(open);
        root.put("unevaluatedProperties", false);
        for (String nested : List.of("outcome", "endpoint", "bytes", "socket", "memory", "tcpInfo", "route", "syn", "captured")) {
            ((ObjectNode) root.get("$defs").get(nested)).put("unevaluatedProperties", false);
        }
        return root.toString();
    }

    @Test
    void everyLineThatIsWrittenAgreesWithItAndHasNoFieldThatItDoesNotDescribe() {
        byte[] kinds = Samples.recording(Samples.events(Samples.bodies()));
        byte[] words = Samples.recording(Samples.events(Samples.words()));
        byte[] evidence = Samples.recording(Samples.events(Samples.evidenceWords()));
        for (byte[] recording : List.of(kinds, words, evidence)) {
            new String(recording, StandardCharsets.US_ASCII).lines().forEach(line -> {
                assertEquals(List.of(), schema.validate(line, InputFormat.JSON), line);
                assertEquals(List.of(), closed.validate(line, InputFormat.JSON), line);
            });
        }
    }

    @Test
    void theFiguresOfManyConnectionsAgreeWithItAndAReaderPassesOverThem() throws IOException, RecordingException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TraceWriter writer = new TraceWriter(out)) {
            writer.header(Samples.header());
            writer.summary(new StageSummary(Lane.CLIENT, Stage.CONNECT, 9, 1, 2, 3, 4, 5,
                    List.of(new StageSummary.Failed(ErrorCode.ECONNREFUSED, 2))));
            writer.summary(new StageSummary(Lane.CLIENT, Stage.LOOKUP, 0, 0, 0, 0, 0, 0, List.of()));
            writer.lag(new AppLag(Stage.CONNECT, Lane.CLIENT, 1, AppLag.Packet.SYN_ACK, 5, 4, 0, 200), 30, 90);
            writer.lag(new AppLag(Stage.ACCEPT, Lane.SERVER, 1, AppLag.Packet.ACK, 5, 900, 800, 200));
            writer.end(5);
        }
        out.toString(StandardCharsets.US_ASCII).lines().skip(1).forEach(line -> {
            assertEquals(List.of(), schema.validate(line, InputFormat.JSON), line);
            assertEquals(List.of(), closed.validate(line, InputFormat.JSON), line);
        });
        assertTrue(TraceReader.read(new ByteArrayInputStream(out.toByteArray()), "run").trace().complete());
    }

    @Test
    void theLinesOfAScenarioAgreeWithItAndAReaderPassesOverThem() throws IOException, RecordingException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TraceWriter writer = new TraceWriter(out)) {
            writer.header(Samples.header());
            for (FindingState state : FindingState.values()) {
                writer.finding(1, state == FindingState.HELD ? null : "half-closed", "socket", state, "state CLOSE-WAIT", "state \u00e9");
            }
            writer.end(5);
        }
        String text = out.toString(StandardCharsets.US_ASCII);
        assertEquals(5, text.lines().count(), text);
        text.lines().skip(1).forEach(line -> {
            assertEquals(List.of(), schema.validate(line, InputFormat.JSON), line);
            assertEquals(List.of(), closed.validate(line, InputFormat.JSON), line);
        });
        assertTrue(TraceReader.read(new ByteArrayInputStream(out.toByteArray()), "run").trace().complete());
    }

    @Test
    void aFieldOfALaterRevisionIsAllowed() {
        String line = "{\"type\":\"end\",\"events\":1,\"wallNanos\":5,\"mood\":\"good\"}";
        assertEquals(List.of(), schema.validate(line, InputFormat.JSON));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{}",
        "[]",
        "{\"type\":\"footer\"}",
        "{\"type\":\"finding\",\"number\":1,\"expectation\":\"stage\",\"state\":\"maybe\",\"expected\":\"\",\"observed\":\"\"}",
        "{\"type\":\"finding\",\"number\":0,\"expectation\":\"stage\",\"state\":\"held\",\"expected\":\"\",\"observed\":\"\"}",
        "{\"type\":\"end\",\"events\":-1,\"wallNanos\":5}",
        "{\"type\":\"event\",\"seq\":0,\"atNanos\":0,\"lane\":\"client\","
            + "\"evidence\":\"application\",\"connection\":0,\"attempt\":0,"
            + "\"event\":\"remark\"}",
        "{\"type\":\"event\",\"seq\":0,\"atNanos\":0,\"lane\":\"moon\","
            + "\"evidence\":\"application\",\"connection\":0,\"attempt\":0,"
            + "\"event\":\"attempt-won\"}",
        "{\"type\":\"event\",\"seq\":0,\"atNanos\":0,\"lane\":\"client\","
            + "\"evidence\":\"application\",\"connection\":0,\"attempt\":0,"
            + "\"event\":\"stage-finished\",\"stage\":\"bind\",\"started\":0,\"outcome\":{\"kind\":\"bound\"}}"})
    void aLineThatIsWrongDoesNotAgreeWithIt(String line) {
        assertFalse(schema.validate(line, InputFormat.JSON).isEmpty(), line);
    }
}
