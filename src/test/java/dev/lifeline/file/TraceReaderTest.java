package dev.lifeline.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.file.codec.value.LineMistake;
import dev.lifeline.model.Lane;
import dev.lifeline.model.event.RunEvent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceReaderTest {

    private static final String DAMAGED = "; the file was changed or damaged: restore it or record again";
    private static final String UNKNOWN = " that this trace knows; a newer trace wrote it, or the file was changed or damaged: "
            + "update trace, restore the file or record again";
    private static final String HEADER = "{\"type\":\"header\",\"format\":\"lifeline-trace\",\"version\":1,\"tool\":\"0.1.0\","
            + "\"target\":\"x:1\",\"mode\":\"client\",\"origin\":\"2026-11-20T20:00:00Z\",\"clock\":\"System.nanoTime\","
            + "\"connections\":1,\"host\":{},\"sources\":[],\"plan\":[]}\n";
    private static final String END = "{\"type\":\"end\",\"events\":1,\"wallNanos\":5}\n";

    @TempDir
    Path folder;

    @Test
    void aMissingFileADirectoryAndAnEmptyFileAreToldApart() throws IOException {
        Path missing = folder.resolve("missing");
        Path empty = Files.createFile(folder.resolve("empty"));
        assertEquals("cannot read " + missing + ": there is no such file; check the path", problem(missing));
        assertEquals("cannot read " + folder + ": it is a directory; name the recording in it", problem(folder));
        assertEquals("cannot read " + empty + ": it is empty; the run that wrote it ended before its first line: record again",
                problem(empty));
    }

    @Test
    void whatTheSystemRefusesIsPassedOn() {
        assertEquals("cannot read x: permission denied; check who may read it", problem(new AccessDeniedException("x")));
        assertEquals("cannot read x: the system says: Input/output error; check the disk and the path",
                problem(new IOException("Input/output error")));
    }

    @Test
    void whatIsNotNdjsonIsNotARecording() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(HEADER.getBytes(StandardCharsets.US_ASCII));
        }
        String notJson = "line 1: it is not JSON, so this is not a recording; "
                + "give a file that was written with --record or --json";
        String notHeader = "line 1: it is JSON, but not the header of a recording; "
                + "give a file that was written with --record or --json, whole from its first line";
        assertEquals(notJson, problem("# Readme\n\nHello\n"));
        assertEquals(notJson, problem("Hello"));
        assertEquals(notJson, problem(zipped.toByteArray()));
        assertEquals(notJson, problem("{\n  \"type\": \"header\"\n}\n"));
        assertEquals(notHeader, problem("42\n"));
        assertEquals(notHeader, problem("[1,2]\n"));
        assertEquals(notHeader, problem("{\"level\":\"info\"}\n"));
        assertEquals(notHeader, problem(event("\"event\":\"attempt-won\"")));
        assertEquals("line 1: it is UTF-16 text, as PowerShell's > writes it; record with --record FILE instead",
                problem(("\ufeff" + HEADER).getBytes(StandardCharsets.UTF_16LE)));
        assertEquals("line 1: the file breaks off inside its first line, so nothing of the trace is in it; record again",
                problem(HEADER.substring(0, 100)));
    }

    @Test
    void aLaterVersionIsRecognisedWhateverElseItsHeaderHolds() {
        assertEquals("line 1: version 3 was written by a newer trace, and this one reads versions up to 2; "
                        + "update trace, or replay with the one that recorded",
                problem("{\"type\":[9],\"format\":\"lifeline-trace\",\"version\":3,\"tool\":{\"name\":\"x\"}}\n"));
        assertEquals("line 1: the field \"version\" is missing" + DAMAGED, problem("{\"format\":\"lifeline-trace\"}\n"));
        assertEquals("line 1: the field \"version\" is \"0\", and must be from 1 to 2147483647" + DAMAGED,
                problem(HEADER.replace("\"version\":1", "\"version\":0")));
    }

    @Test
    void theHeaderIsChecked() {
        assertEquals("line 1: the field \"target\" is missing" + DAMAGED, problem(HEADER.replace("\"target\":\"x:1\",", "")));
        assertEquals("line 1: the field \"mode\" is \"both\", and must be one of: client, loopback, server" + DAMAGED,
                problem(HEADER.replace("\"mode\":\"client\"", "\"mode\":\"both\"")));
        assertEquals("line 1: the field \"origin\" is \"yesterday\", and must be a time like 2026-11-20T19:54:00Z" + DAMAGED,
                problem(HEADER.replace("2026-11-20T20:00:00Z", "yesterday")));
        assertEquals("line 1: the field \"plan\" must be a list, and is an object" + DAMAGED,
                problem(HEADER.replace("\"plan\":[]", "\"plan\":{}")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "\"text\":\"x\" | the field \"event\" is missing",
        "\"event\":\"remark\" | the field \"text\" is missing",
        "\"event\":\"remark\",\"text\":null | the field \"text\" is missing",
        "\"event\":\"remark\",\"text\":5 | the field \"text\" must be a text, and is a whole number",
        "\"event\":\"remark\",\"text\":\"x\",\"lane\":\"klient\""
            + " | the field \"lane\" is \"klient\", and must be one of: client, kernel, server",
        "\"event\":\"remark\",\"text\":\"x\",\"seq\":-1 | the field \"seq\" is \"-1\", and must be from 0 to 9223372036854775807",
        "\"event\":\"remark\",\"text\":\"x\",\"seq\":1.5"
            + " | the field \"seq\" must be a whole number, and is a number with a fraction",
        "\"event\":\"remark\",\"text\":\"x\",\"atNanos\":9223372036854775808"
            + " | the field \"atNanos\" is \"9223372036854775808\", and must be from -9223372036854775808 to 9223372036854775807",
        "\"event\":\"remark\",\"text\":\"x\",\"attempt\":2147483648"
            + " | the field \"attempt\" is \"2147483648\", and must be from 0 to 2147483647",
        "\"event\":\"candidate-left-out\",\"reason\":\"x\",\"candidate\":{\"address\":\"::1\",\"port\":65536}"
            + " | the field \"port\" is \"65536\", and must be from 0 to 65535",
        "\"event\":\"candidate-left-out\",\"reason\":\"x\",\"candidate\":{\"port\":1} | the field \"address\" is missing",
        "\"event\":\"candidate-left-out\",\"reason\":\"x\",\"candidate\":\"::1\""
            + " | the field \"candidate\" must be an object, and is a text",
        "\"event\":\"chunk-read\",\"bytes\":{\"count\":1,\"preview\":\"x\"} | the field \"truncated\" is missing",
        "\"event\":\"stage-finished\",\"stage\":\"bind\",\"started\":0 | the field \"outcome\" is missing",
        "\"event\":\"stage-finished\",\"stage\":\"bind\",\"started\":0,\"outcome\":{\"outcome\":{}}"
            + " | the field \"outcome\" stands inside an object that cannot have it",
        "\"event\":\"hold-ended\",\"started\":-2 | the field \"started\" is \"-2\", and must be from -1 to 9223372036854775807"})
    void anEventThatCannotHaveBeenWrittenIsAnErrorWithItsLine(String fields, String why) {
        assertEquals("line 2: " + why + DAMAGED, problem(HEADER + event(fields) + END));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "\"event\":\"teleported\" | \"teleported\" is not a kind of event",
        "\"event\":\"\\u001b[31m\" | \"\\x1b[31m\" is not a kind of event",
        "\"event\":\"stage-finished\",\"stage\":\"bind\",\"started\":0,\"outcome\":{\"kind\":\"luck\"}"
            + " | \"luck\" is not a kind of outcome"})
    void aKindThatIsNotKnownMayBeThatOfANewerTrace(String fields, String why) {
        assertEquals("line 2: " + why + UNKNOWN, problem(HEADER + event(fields) + END));
    }

    @Test
    void aBrokenLineInTheMiddleIsAnErrorWithItsLine() {
        String good = event("\"event\":\"attempt-won\"");
        String broken = "line 3: it is not a whole JSON object" + DAMAGED;
        assertEquals(broken, problem(HEADER + good + good.substring(0, 40) + "\n" + END));
        assertEquals(broken, problem(HEADER + good + "\u0000\u0000\u0000\n" + END));
        assertEquals("line 3: it is not a JSON object" + DAMAGED, problem(HEADER + good + "[]\n" + END));
        assertEquals("line 2: something follows the JSON object in its line" + DAMAGED,
                problem(HEADER + good.strip() + " {}\n" + END));
        assertEquals("line 3: something follows the JSON object in its line" + DAMAGED,
                problem(HEADER + good + END.strip() + "{}\n"));
        assertEquals("line 2: the field \"type\" is missing" + DAMAGED, problem(HEADER + "{}\n" + END));
        assertEquals("line 2: \"footer\" is not a kind of line" + UNKNOWN,
                problem(HEADER + "{\"type\":\"footer\"}\n"));
    }

    @Test
    void linesThatWereLostDoubledOrPutTogetherAreNoticed() {
        String good = event("\"event\":\"attempt-won\"");
        assertEquals("line 2: 1 events were written, and 0 are here" + DAMAGED, problem(HEADER + END));
        assertEquals("line 3: event 7 comes after event 7" + DAMAGED, problem(HEADER + good + good));
        assertEquals("line 4: this event comes after the end of the recording" + DAMAGED, problem(HEADER + good + END + good));
        assertEquals("line 4: a second end" + DAMAGED, problem(HEADER + good + END + END));
        assertEquals("line 3: a second header; the file holds two recordings: split it before this line",
                problem(HEADER + good + HEADER));
    }

    @Test
    void aLineWithoutEndIsRefusedBeforeItFillsTheMemory() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '{';
            }
        };
        assertEquals("cannot read x: line 1: the line is longer than 1 MiB, and no line of a recording is; "
                        + "give another file or record again",
                assertThrows(RecordingException.class, () -> TraceReader.read(endless, "x")).getMessage());
        String long2 = HEADER + event("\"event\":\"remark\",\"text\":\"" + "x".repeat(1 << 20) + "\"") + END;
        assertTrue(problem(long2).startsWith("line 2: the line is longer than 1 MiB"), problem(long2));
    }

    @Test
    void moreEventsThanFitInMemoryAreRefused() throws Exception {
        byte[] recording = Samples.recording(Samples.events(Samples.bodies()));
        LineInput lines = new LineInput(new ByteArrayInputStream(recording));
        try (RecordingReader reader = new RecordingReader(lines, 2_000)) {
            LineMistake flaw = assertThrows(LineMistake.class, reader::read);
            assertEquals("the events up to here fill the memory of this program; give Java more (-Xmx), or cut the file here",
                    flaw.getMessage());
        }
    }

    @Test
    void deepNestingInAnUnknownFieldIsRefused() {
        String deep = "\"event\":\"attempt-won\",\"later\":" + "[".repeat(100_000) + "]".repeat(100_000);
        assertEquals("line 2: it is not a whole JSON object" + DAMAGED, problem(HEADER + event(deep) + END));
    }

    @Test
    void aByteOrderMarkCarriageReturnsBlankLinesAndUnknownFieldsArePassedOver() throws RecordingException {
        String text = "\ufeff" + HEADER + "\n" + event("\"later\":{\"a\":[1,{\"type\":\"x\"}]},"
                + "\"event\":\"remark\",\"text\":\"\u00e4\"")
                + "  \n" + END + "\n";
        Recording recording = read(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        assertTrue(recording.trace().complete());
        assertEquals(new RunEvent.Remark("\u00e4"), recording.trace().events().getFirst().body());
    }

    @Test
    void theOrderOfFieldsDoesNotMatterAndALastLineNeedsNoLineFeed() throws RecordingException {
        Recording recording = read((HEADER + "{\"text\":\"x\",\"event\":\"remark\",\"attempt\":1,\"connection\":2,\"evidence\":"
                + "\"kernel\",\"lane\":\"kernel\",\"atNanos\":-5,\"seq\":7,\"type\":\"event\"}")
                .getBytes(StandardCharsets.US_ASCII));
        assertEquals(Lane.KERNEL, recording.trace().events().getFirst().lane());
        assertFalse(recording.trace().complete());
        assertTrue(recording.verdict().isEmpty());
    }

    /// The line of an event; fields that are given come later and so replace those of the envelope.
    private static String event(String fields) {
        return "{\"type\":\"event\",\"seq\":7,\"atNanos\":1,\"lane\":\"client\",\"evidence\":\"application\",\"connection\":1,"
                + "\"attempt\":1," + fields + "}\n";
    }

    private static Recording read(byte[] bytes) throws RecordingException {
        return TraceReader.read(new ByteArrayInputStream(bytes), "x");
    }

    private static String problem(IOException e) {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw e;
            }
        };
        return assertThrows(RecordingException.class, () -> TraceReader.read(broken, "x")).getMessage();
    }

    private static String problem(Path file) {
        return assertThrows(RecordingException.class, () -> TraceReader.read(file)).getMessage();
    }

    private static String problem(String text) {
        return problem(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String problem(byte[] bytes) {
        String message = assertThrows(RecordingException.class, () -> read(bytes)).getMessage();
        assertTrue(message.startsWith("cannot read x: "), message);
        return message.substring("cannot read x: ".length());
    }
}
