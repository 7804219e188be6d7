package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.observe.Availability;
import dev.lifeline.observe.packet.PacketSource;
import dev.lifeline.observe.sockdiag.SockDiagSource;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the kernel says, on the screen and in the files, through the whole program.
@Timeout(60)
class EvidenceTest {

    @TempDir
    private Path folder;

    private static void assumeSockets() {
        Assumptions.assumeTrue(new SockDiagSource().probe() instanceof Availability.Available, "the kernel's sockets are not readable here");
    }

    private static void assumePackets() {
        Assumptions.assumeTrue(new PacketSource().probe() instanceof Availability.Available, "packets cannot be captured here: that needs root");
    }

    /// The line that holds all of these words, in this order.
    private static boolean hasLine(String text, String... words) {
        return text.lines().anyMatch(line -> {
            int from = 0;
            for (String word : words) {
                int at = line.indexOf(word, from);
                if (at < 0) {
                    return false;
                }
                from = at + word.length();
            }
            return true;
        });
    }

    @Test
    void aConnectionHeldBeforeAcceptIsEstablishedOnBothEndsAndHasNoProgram() {
        assumeSockets();
        Shell.Ran ran = new Shell().run("connect", "--serve", "127.0.0.1", "--behaviour", "late-accept=150ms", "--detail", "deep");
        assertAll(() -> assertEquals(0, ran.code(), ran.err()),
                () -> assertTrue(hasLine(ran.out(), "client", "ESTABLISHED"), ran.out()),
                () -> assertTrue(hasLine(ran.out(), "server", "ESTABLISHED", "0 (not accepted)"), ran.out()),
                () -> assertTrue(hasLine(ran.out(), "accept queue", "1 of 128"), ran.out()));
    }

    @Test
    void handshakeConnectAndTheDifferenceAreThreeFigures() {
        assumePackets();
        Shell.Ran ran = new Shell().run("connect", "--serve", "127.0.0.1", "--width", "120", "--detail", "deep");
        assertAll(() -> assertTrue(hasLine(ran.out(), "handshake ", "connect ") && ran.out().contains("difference"), ran.out()),
                () -> assertTrue(hasLine(ran.out(), "handshake", "kernel", "SYN, SYN-ACK, ACK"), ran.out()),
                () -> assertTrue(hasLine(ran.out(), "queued", "kernel"), ran.out()),
                () -> assertTrue(hasLine(ran.out(), "app lag"), ran.out()),
                () -> assertTrue(hasLine(ran.out(), "fd ", "listening fd"), ran.out()));
    }

    @Test
    void theLadderDrawsPacketsThatWereSeen() {
        assumePackets();
        Shell.Ran ran = new Shell().run("connect", "--serve", "127.0.0.1", "--view", "ladder", "--width", "120", "--detail", "deep");
        assertAll(() -> assertTrue(hasLine(ran.out(), "SYN, seq 0"), ran.out()), () -> assertTrue(hasLine(ran.out(), "SYN-ACK"), ran.out()),
                () -> assertTrue(hasLine(ran.out(), "FIN"), ran.out()), () -> assertTrue(hasLine(ran.out(), "solid: packets"), ran.out()),
                () -> assertFalse(ran.out().contains("no packet was seen"), ran.out()));
    }

    @Test
    void aRefusalSaysThatItsResetWasSeen() {
        assumePackets();
        Shell.Ran ran = new Shell().run("connect", "127.0.0.1:9", "--width", "120");
        assertAll(() -> assertEquals(13, ran.code()), () -> assertTrue(hasLine(ran.out(), "SYN, RST"), ran.out()),
                () -> assertTrue(ran.out().contains("RST"), ran.line("proved")));
    }

    @Test
    void withoutEvidenceTheTraceSaysLess() {
        Shell.Ran ran = new Shell().run("connect", "--serve", "127.0.0.1", "--evidence", "portable", "--view", "ladder");
        assertAll(() -> assertEquals(0, ran.code()), () -> assertTrue(ran.out().contains("no packet was seen"), ran.out()),
                () -> assertTrue(ran.out().contains("not observed"), ran.out()));
    }

    @Test
    void lagsAreInTheJson() {
        assumePackets();
        Shell.Ran ran = new Shell().run("connect", "--serve", "127.0.0.1", "--json");
        assertTrue(hasLine(ran.out(), "\"type\":\"lag\"", "\"stage\":\"connect\"", "\"lagNanos\":"), ran.out());
    }

    @Test
    void aMistypedSourceIsGuessed() {
        Shell.Ran ran = new Shell().run("connect", "--serve", "--evidence", "sockdig");
        assertAll(() -> assertEquals(2, ran.code()), () -> assertTrue(ran.err().contains("did you mean sockdiag?"), ran.err()),
                () -> assertEquals(1, ran.err().lines().count(), ran.err()));
    }

    @Test
    void packetsGoToWireshark() throws Exception {
        assumePackets();
        Path recording = folder.resolve("run.ndjson");
        Path capture = folder.resolve("run.pcapng");
        new Shell().run("connect", "--serve", "127.0.0.1", "--record", recording.toString());
        Shell.Ran ran = new Shell().run("export", recording.toString(), "--as", "pcapng", "-o", capture.toString());
        ByteArrayOutputStream piped = new ByteArrayOutputStream();
        new Shell().writingTo(piped).run("export", recording.toString(), "--as", "pcapng");
        assertAll(() -> assertEquals(0, ran.code(), ran.err()),
                () -> assertEquals(0x0A0D0D0A, java.nio.ByteBuffer.wrap(Files.readAllBytes(capture)).getInt()),
                () -> assertTrue(java.util.Arrays.equals(Files.readAllBytes(capture), piped.toByteArray()), "both ways give the same bytes"),
                () -> assertEquals(List.of("run.ndjson", "run.pcapng"), names()));
    }

    private List<String> names() throws java.io.IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aRecordingWithoutPacketsIsNotExportedAndLeavesNoFile() throws Exception {
        Path recording = folder.resolve("run.ndjson");
        Path capture = folder.resolve("run.pcapng");
        new Shell().run("connect", "--serve", "127.0.0.1", "--evidence", "portable", "--record", recording.toString());
        Shell.Ran ran = new Shell().run("export", recording.toString(), "--as", "pcapng", "-o", capture.toString());
        assertAll(() -> assertEquals(2, ran.code()), () -> assertEquals(1, ran.err().lines().count(), ran.err()),
                () -> assertTrue(ran.err().contains("packet"), ran.err()), () -> assertEquals(List.of("run.ndjson"), names()));
    }

    @Test
    void anUnknownFormatIsGuessed() throws Exception {
        Path recording = Files.writeString(folder.resolve("x"), "", StandardCharsets.UTF_8);
        Shell.Ran ran = new Shell().run("export", recording.toString(), "--as", "pcapn");
        assertAll(() -> assertEquals(2, ran.code()), () -> assertTrue(ran.err().contains("did you mean pcapng?"), ran.err()));
    }

    @Test
    void aSandboxNeedsAServer() {
        Shell.Ran ran = new Shell().run("connect", "127.0.0.1:9", "--sandbox");
        assertAll(() -> assertEquals(2, ran.code()), () -> assertTrue(ran.err().contains("add --serve"), ran.err()));
    }

    @Test
    void aSandboxThatIsRefusedIsSaidAndGoneOnWithout() {
        Shell.Ran ran = new Shell().with("TRACE_SANDBOX", "refused: unshare: unshare failed: Operation not permitted\n")
                .run("connect", "--serve", "127.0.0.1", "--sandbox");
        assertAll(() -> assertEquals(0, ran.code()), () -> assertTrue(ran.err().contains("no sandbox"), ran.err()),
                () -> assertTrue(ran.err().contains("Operation not permitted"), ran.err()),
                () -> assertEquals(1, ran.err().lines().count(), ran.err()));
    }

    @Test
    void whyThereIsNoSandboxIsSaidInWordsOfItsOwn() {
        Shell.Ran ran = new Shell().with("TRACE_SANDBOX", "refused: ./scripts/trace: line 112: unshare: command not found")
                .run("connect", "--serve", "127.0.0.1", "--sandbox", "--evidence", "portable");
        assertAll(() -> assertEquals(0, ran.code()), () -> assertTrue(ran.err().startsWith(
                "trace connect: no sandbox, going on without one: unshare(1), which makes it, is not on the PATH; to enable: "), ran.err()),
                () -> assertFalse(ran.err().contains("line 112"), ran.err()));
    }

    /// What was just refused is not what is recommended next.
    @Test
    void packetsThatAreInsistedOnAreNotPromisedInASandboxThatIsRefused() throws Exception {
        Assumptions.assumeTrue(dev.lifeline.linux.ChildJvm.isRoot(), "only root gives its rights away");
        List<String> command = new java.util.ArrayList<>(List.of("env", "TRACE_SANDBOX=refused: unshare: write failed /proc/self/uid_map: "
                + "Operation not permitted", "setpriv", "--bounding-set=-all"));
        command.addAll(Child.trace("connect", "--serve", "--sandbox", "--evidence", "packet"));
        dev.lifeline.linux.ChildJvm.Ended ended = dev.lifeline.linux.ChildJvm.run(command);
        assertAll(() -> assertEquals(2, ended.exit(), ended.text()), () -> assertEquals(2, ended.text().lines().count(), ended.text()),
                () -> assertTrue(ended.text().contains("root without CAP_SETFCAP"), ended.text()),
                () -> assertFalse(ended.text().contains("--sandbox"), ended.text()));
    }
}
