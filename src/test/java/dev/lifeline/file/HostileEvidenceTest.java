package dev.lifeline.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.file.codec.value.LineMistake;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.PacketEvent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What kernel and packets said, changed by somebody: each line is refused with a sentence, and none takes much memory.
class HostileEvidenceTest {

    private static final String DAMAGED = "; the file was changed or damaged: restore it or record again";
    private static final String SEGMENT = line(PacketEvent.SegmentSeen.class);
    private static final String SOCKET = line(KernelEvent.SocketSeen.class);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "\"data\":\"00f\" | the field \"data\" must be bytes in hexadecimal, and has 3 digits, so a half byte is left over",
        "\"data\":\"0x00\" | the field \"data\" must be bytes in hexadecimal, and has \"x\" at place 2",
        "\"data\":\"00\\u001b0\" | the field \"data\" must be bytes in hexadecimal, and has \"\\x1b\" at place 3",
        "\"data\":7 | the field \"data\" must be a text, and is a whole number",
        "\"data\":[\"00\"] | the field \"data\" must be a text, and is a list",
        "\"lengthBytes\":-1 | the field \"lengthBytes\" is \"-1\", and must be from 0 to 2147483647",
        "\"flags\":\"SYN,ACK\" | the field \"captured\" is missing",
        "\"socket\":{} | the field \"socket\" stands inside an object that cannot have it"})
    void aPacketThatCannotHaveBeenWrittenIsRefused(String field, String why) {
        String captured = field.startsWith("\"flags\"") ? "\"other\":{" : "\"captured\":{";
        String changed = SEGMENT.replaceFirst("\"captured\":\\{.*?}", "").replace(",}", "," + captured
                + "\"lengthBytes\":1,\"outgoing\":true,\"wallNanos\":1,\"uncertaintyNanos\":1,\"data\":\"00\"," + field + "}}");
        assertEquals("line 2: " + why + DAMAGED, problem(changed));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "SYN;ACK | SYN;ACK", "syn | syn", "SYN,,ACK | ''", "',SYN' | ''", "SYN, | ''", ", | ''", "1F | 1F"})
    void flagsThatNoSegmentHasAreRefused(String flags, String word) {
        assertEquals("line 2: the field \"flags\" is \"" + word
                + "\", and must be one of: FIN, SYN, RST, PSH, ACK, URG, ECE, CWR, AE" + DAMAGED,
                problem(SEGMENT.replaceFirst("\"flags\":\"[^\"]*\"", "\"flags\":\"" + flags + "\"")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
        "\"socket\":\"x\" | the field \"socket\" must be an object, and is a text",
        "\"socket\":{} | the field \"state\" is missing",
        "\"socket\":{\"state\":\"HALF\"} | the field \"state\" is \"HALF\", and must be one of: ESTABLISHED, SYN_SENT, SYN_RECV, "
            + "FIN_WAIT1, FIN_WAIT2, TIME_WAIT, CLOSE, CLOSE_WAIT, LAST_ACK, LISTEN, CLOSING, NEW_SYN_RECV",
        "\"socket\":{\"socket\":{\"socket\":{}}} | the field \"socket\" stands inside an object that cannot have it",
        "\"socket\":{\"memory\":{\"memory\":{}}} | the field \"memory\" stands inside an object that cannot have it",
        "\"socket\":{\"tcpInfo\":5} | the field \"tcpInfo\" must be an object, and is a whole number",
        "\"socket\":{\"tcpInfo\":{}} | the field \"raw\" is missing",
        "\"tcpInfo\":{} | the field \"tcpInfo\" stands inside an object that cannot have it"})
    void aSocketThatCannotHaveBeenWrittenIsRefused(String field, String why) {
        assertEquals("line 2: " + why + DAMAGED, problem(SOCKET.substring(0, SOCKET.length() - 1) + "," + field + "}"));
    }

    @Test
    void anObjectThatIsGivenTwiceCountsOnceAndNothingOfTheFirstStays() {
        String twice = SOCKET.substring(0, SOCKET.length() - 1) + ",\"socket\":{\"state\":\"CLOSE\"}}";
        assertEquals("line 2: the field \"cookie\" is missing" + DAMAGED, problem(twice));
    }

    @Test
    void moreBytesThanThereCanBeAreRefused() {
        String info = SOCKET.replaceFirst("\"raw\":\"[^\"]*\"", "\"raw\":\"" + "00".repeat(4097) + "\"");
        assertEquals("line 2: the field \"raw\" must be bytes in hexadecimal, and holds 4097 bytes, more than the 4096 that "
                + "there can be" + DAMAGED, problem(info));
        String packet = SEGMENT.replaceFirst("\"data\":\"[^\"]*\"", "\"data\":\"" + "00".repeat(262_145) + "\"");
        assertEquals("line 2: the field \"data\" must be bytes in hexadecimal, and holds 262145 bytes, more than the 262144 that "
                + "there can be" + DAMAGED, problem(packet));
        String longer = SEGMENT.replaceFirst("\"data\":\"[^\"]*\"", "\"data\":\"" + "00".repeat(1 << 20) + "\"");
        assertTrue(problem(longer).startsWith("line 2: the line is longer than 1 MiB"), problem(longer));
    }

    @Test
    void theBytesOfPacketsCountAsMemory() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String data = "0123456789abcdef".repeat(1_000) + "%04x".formatted(i);
            lines.add(SEGMENT.replaceFirst("\"data\":\"[^\"]*\"", "\"data\":\"" + data + "\"")
                    .replace("\"seq\":0", "\"seq\":" + i));
        }
        byte[] recording = (header() + "\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.US_ASCII);
        try (RecordingReader reader = new RecordingReader(new LineInput(new ByteArrayInputStream(recording)), 200_000)) {
            LineMistake flaw = assertThrows(LineMistake.class, reader::read);
            assertTrue(flaw.getMessage().startsWith("the events up to here fill the memory"), flaw.getMessage());
        }
    }

    private static String line(Class<?> kind) {
        List<TraceEvent> one = Samples.events(Samples.bodies().stream().filter(kind::isInstance).limit(1).toList());
        return new String(Samples.recording(one), StandardCharsets.US_ASCII).lines().skip(1).findFirst().orElseThrow();
    }

    private static String header() {
        return new String(Samples.recording(List.of()), StandardCharsets.US_ASCII).lines().findFirst().orElseThrow();
    }

    private static String problem(String line) {
        byte[] recording = (header() + "\n" + line + "\n").getBytes(StandardCharsets.US_ASCII);
        String message = assertThrows(RecordingException.class,
                () -> TraceReader.read(new ByteArrayInputStream(recording), "x")).getMessage();
        assertTrue(message.startsWith("cannot read x: "), message);
        return message.substring("cannot read x: ".length());
    }
}
