package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `trace export -o FILE` is careful with what stands at the path already.
@Timeout(60)
class ExportFileTest {

    private static final Path PACKETS = Path.of("samples/recordings/loopback.ndjson");

    @TempDir
    private Path folder;

    private byte[] wanted;

    @BeforeEach
    void exportToStandardOutput() {
        Assumptions.assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Windows has neither FIFOs nor modes");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertEquals(0, new Shell().writingTo(out).run("export", PACKETS.toString(), "--as", "pcapng").code());
        wanted = out.toByteArray();
    }

    private static Shell.Ran export(Path to) {
        return new Shell().run("export", PACKETS.toString(), "--as", "pcapng", "-o", to.toString());
    }

    private static Shell.Ran overwriting(Path file) {
        return new Shell.Ran(0, "", "trace export: '" + file + "' was there already and is overwritten\n");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void aNewFileHasTheModeThatNewFilesHave() throws IOException {
        Path other = Files.createFile(folder.resolve("other"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw-rw-")));
        Path file = folder.resolve("run.pcapng");
        assertEquals(new Shell.Ran(0, "", ""), export(file));
        assertAll(() -> assertArrayEquals(wanted, Files.readAllBytes(file)), () -> assertEquals(mode(other), mode(file)),
                () -> assertEquals(List.of("other", "run.pcapng"), names()));
    }

    @Test
    void anOldFileKeepsItsModeAndItsOwner() throws IOException {
        Path file = Files.writeString(folder.resolve("run.pcapng"), "old");
        boolean root = System.getProperty("user.name").equals("root");
        if (root) {
            Files.setAttribute(file, "unix:uid", 12_345);
            Files.setAttribute(file, "unix:gid", 23_456);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        PosixFileAttributes before = Files.readAttributes(file, PosixFileAttributes.class);
        assertEquals(overwriting(file), export(file));
        PosixFileAttributes after = Files.readAttributes(file, PosixFileAttributes.class);
        assertAll(() -> assertArrayEquals(wanted, Files.readAllBytes(file)),
                () -> assertEquals(before.permissions(), after.permissions()), () -> assertEquals(before.owner(), after.owner()),
                () -> assertEquals(before.group(), after.group()), () -> assertEquals(List.of("run.pcapng"), names()));
    }

    @Test
    void aFifoGetsTheBytesAndStays() throws Exception {
        Path fifo = folder.resolve("fifo");
        Assumptions.assumeTrue(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor() == 0, "no mkfifo here");
        CompletableFuture<byte[]> read = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readAllBytes(fifo);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }, action -> Thread.ofPlatform().daemon().start(action));
        assertEquals(new Shell.Ran(0, "", ""), export(fifo));
        assertArrayEquals(wanted, read.get(20, TimeUnit.SECONDS));
        assertTrue(Files.readAttributes(fifo, PosixFileAttributes.class).isOther());
    }

    @Test
    void aLinkIsFollowed() throws IOException {
        Path target = Files.writeString(Files.createDirectory(folder.resolve("below")).resolve("real"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("below/real"));
        assertEquals(overwriting(link), export(link));
        assertAll(() -> assertTrue(Files.isSymbolicLink(link)), () -> assertArrayEquals(wanted, Files.readAllBytes(target)),
                () -> assertTrue(Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)));
    }

    @Test
    void aLinkToNothingYetMakesItsTarget() throws IOException {
        Files.createDirectory(folder.resolve("below"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("below/real"));
        assertEquals(new Shell.Ran(0, "", ""), export(link));
        assertAll(() -> assertTrue(Files.isSymbolicLink(link)),
                () -> assertArrayEquals(wanted, Files.readAllBytes(folder.resolve("below/real"))));
    }

    @Test
    void anotherNameOfTheSameFileShowsTheSame() throws IOException {
        Path file = Files.writeString(folder.resolve("run.pcapng"), "old".repeat(10_000));
        Path other = Files.createLink(folder.resolve("other"), file);
        assertEquals(overwriting(file), export(file));
        assertAll(() -> assertArrayEquals(wanted, Files.readAllBytes(other)), () -> assertTrue(Files.isSameFile(file, other)),
                () -> assertEquals(List.of("other", "run.pcapng"), names()));
    }

    @Test
    void whatIsCalledLikeTheFormerTemporaryFileIsLeftAlone() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "mine");
        Files.createSymbolicLink(folder.resolve("run.pcapng.part"), elsewhere);
        assertEquals(0, export(folder.resolve("run.pcapng")).code());
        assertAll(() -> assertEquals("mine", Files.readString(elsewhere)),
                () -> assertEquals(List.of("elsewhere", "run.pcapng", "run.pcapng.part"), names()));
    }

    @Test
    void aFolderIsNamedAsTheReason() {
        Shell.Ran ran = export(folder);
        assertAll(() -> assertEquals(2, ran.code()),
                () -> assertTrue(ran.err().endsWith("cannot be written: it is a folder\n"), ran.err()),
                () -> assertEquals(List.of(), names()));
    }

    @Test
    void aLinkInACircleIsNoFile() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));
        Shell.Ran ran = export(link);
        assertAll(() -> assertEquals(2, ran.code()), () -> assertEquals(1, ran.err().lines().count(), ran.err()),
                () -> assertTrue(Files.isSymbolicLink(link)));
    }

    @Test
    void aFolderThatTakesNoFilesIsNamed() {
        // Also root cannot make a file in this one.
        Path sys = Path.of("/sys/kernel");
        Assumptions.assumeTrue(Files.isDirectory(sys), "only Linux has a folder that refuses files to everybody");
        Shell.Ran ran = export(sys.resolve("run.pcapng"));
        assertAll(() -> assertEquals(2, ran.code()),
                () -> assertTrue(ran.err().contains("cannot be written: permission denied"), ran.err()));
    }

    @Test
    void theRecordingItselfIsNotOverwritten() throws IOException {
        Path recording = Files.copy(PACKETS, folder.resolve("run.ndjson"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), recording);
        Shell.Ran ran = new Shell().run("export", recording.toString(), "--as", "pcapng", "-o", link.toString());
        assertAll(() -> assertEquals(2, ran.code()),
                () -> assertTrue(ran.err().contains("it is the recording itself"), ran.err()),
                () -> assertEquals(-1, Files.mismatch(PACKETS, recording)));
    }

    @Test
    void anExportThatFailsLeavesTheOldFileAndNothingElse() throws IOException {
        Path file = Files.writeString(folder.resolve("run.pcapng"), "old");
        Shell.Ran ran = new Shell().run("export", "samples/recordings/fifty.ndjson", "--as", "pcapng", "-o", file.toString());
        assertAll(() -> assertEquals(2, ran.code()), () -> assertEquals("old", Files.readString(file)),
                () -> assertEquals(List.of("run.pcapng"), names()));
    }
}
