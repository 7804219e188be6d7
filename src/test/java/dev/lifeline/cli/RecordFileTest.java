package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.ChildJvm;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `--record FILE` does with what stands at the path, and what a recording keeps when another sink fails.
@Timeout(60)
class RecordFileTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameIt() {
        Assumptions.assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Windows has no links for everybody");
        file = folder.resolve("run.ndjson");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private static Shell.Ran connect(String... more) {
        return new Shell().run(Stream.concat(Stream.of("connect", "--serve", "127.0.0.1"), Stream.of(more)).toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect nowhere --record F", "connect --serve --behaviour strange --record F", "serve example.test --record F",
        "run no-such-scenario --record F", "connect --serve --evidence strange --record F", "connect --serve --view strange --record F",
        "connect --serve --connection 7 --view ladder --record F"})
    void aRefusedCommandLeavesTheOldFileAlone(String words) throws IOException {
        Files.writeString(file, "old");
        Shell.Ran ran = new Shell().run(words.replace("F", file.toString()).split(" "));
        assertAll(() -> assertEquals(2, ran.code(), ran.err()), () -> assertEquals("old", Files.readString(file)),
                () -> assertEquals(List.of("run.ndjson"), names()));
    }

    @Test
    void whatIsOverwrittenIsSaidAndOnlyThat() throws IOException {
        Files.createFile(file);
        Shell.Ran empty = connect("--record", file.toString());
        Shell.Ran full = connect("--record", file.toString());
        assertAll(() -> assertEquals("", empty.err()),
                () -> assertEquals("trace connect: '" + file + "' was there already and is overwritten\n", full.err()),
                () -> assertEquals(List.of("run.ndjson"), names()), () -> assertEquals(0, new Shell().run("replay", file.toString()).code()));
    }

    @Test
    void thePartOfAKilledRunStays() throws IOException {
        Path left = Files.writeString(folder.resolve("run.ndjson.part"), "left");
        assertEquals(0, connect("--record", file.toString()).code());
        assertAll(() -> assertEquals("left", Files.readString(left)),
                () -> assertEquals(List.of("run.ndjson", "run.ndjson.part"), names()));
    }

    @Test
    void aLinkAtTheNameOfThePartIsNotWrittenThrough() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "mine");
        Files.createSymbolicLink(folder.resolve("run.ndjson.part"), victim);
        assertEquals(0, connect("--record", file.toString()).code());
        assertEquals("mine", Files.readString(victim));
    }

    /// Root can make a link that is another user's; as such it is refused, whether the file or its folder is behind it.
    @Test
    void aLinkOfSomebodyElseIsNotFollowed() throws IOException {
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "only root can give a link to somebody else");
        Path victim = Files.writeString(folder.resolve("victim"), "mine");
        Path below = Files.createDirectory(folder.resolve("below"));
        Files.createSymbolicLink(file, victim);
        Path way = Files.createSymbolicLink(folder.resolve("way"), below);
        for (Path link : List.of(file, way)) {
            Files.setAttribute(link, "unix:uid", 12_345, LinkOption.NOFOLLOW_LINKS);
        }
        for (Path path : List.of(file, way.resolve("run.ndjson"))) {
            Shell.Ran ran = connect("--record", path.toString());
            assertAll(() -> assertEquals(2, ran.code()), () -> assertTrue(ran.err().contains("belongs to somebody else"), ran.err()));
        }
        assertAll(() -> assertEquals("mine", Files.readString(victim)), () -> assertTrue(Files.isSymbolicLink(file)),
                () -> assertEquals(0, below.toFile().list().length));
    }

    @Test
    void anOwnLinkIsFollowed() throws IOException {
        Path below = Files.createDirectory(folder.resolve("below"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("below/../below/real"));
        assertEquals(0, connect("--record", link.toString()).code());
        assertAll(() -> assertTrue(Files.isSymbolicLink(link)), () -> assertEquals(List.of("real"), List.of(below.toFile().list())));
    }

    @Test
    void aFileThatMayNotBeWrittenIsNotReplaced() throws Exception {
        Files.writeString(file, "old");
        assertTrue(file.toFile().setWritable(false));
        // Root may write what nobody may: it meets a file that is mounted read-only.
        int code = !ChildJvm.isRoot() ? connect("--record", file.toString()).code() : ChildJvm.run(Stream.concat(Stream.of("unshare",
                "-m", "sh", "-c", "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\" && exec \"$@\"", file.toString()),
                Child.trace("connect", "--serve", "--record", file.toString()).stream()).toList()).exit();
        assertAll(() -> assertEquals(2, code), () -> assertEquals("old", Files.readString(file)));
    }

    @Test
    void aDashIsStandardOutput() throws IOException {
        Shell.Ran ran = connect("--record", "-");
        assertFalse(Files.exists(Path.of("-")));
        assertAll(() -> assertTrue(ran.out().startsWith("{\"type\":\"header\""), ran.out()),
                () -> assertTrue(ran.out().lines().toList().getLast().startsWith("{\"type\":\"end\""), ran.out()));
        Shell.Ran both = connect("--record", "-", "--json");
        assertEquals(1, both.out().lines().filter(line -> line.startsWith("{\"type\":\"header\"")).count());
        Shell.Ran made = new Shell().run("scenarios", "new", "own", "-o", "-");
        assertAll(() -> assertTrue(made.out().contains("steps:"), made.out()), () -> assertFalse(Files.exists(Path.of("-"))));
    }

    /// A reader that takes one line and leaves, as `head -1` does.
    @Test
    void aReaderThatLeavesCostsTheRecordingNothing() throws IOException {
        OutputStream head = new OutputStream() {
            private boolean gone;

            @Override
            public void write(int b) throws IOException {
                if (gone) {
                    throw new IOException("Broken pipe");
                }
                gone = b == '\n';
            }
        };
        Shell.Ran ran = new Shell().writingTo(head).run("connect", "--serve", "127.0.0.1", "--count", "200", "--json", "--record",
                file.toString());
        List<String> lines = Files.readAllLines(file);
        long events = lines.stream().filter(line -> line.startsWith("{\"type\":\"event\"")).count();
        Shell.Ran replayed = new Shell().run("replay", file.toString());
        assertAll(() -> assertEquals(130, ran.code()), () -> assertEquals(130, replayed.code()),
                () -> assertTrue(replayed.out().contains("interrupted"), replayed.out()),
                () -> assertTrue(lines.getLast().startsWith("{\"type\":\"end\",\"events\":" + events + ","), lines.getLast()),
                () -> assertTrue(lines.stream().anyMatch(line -> line.contains("\"event\":\"interrupted\"")), "the interrupt is an event"));
    }

    /// What the run itself came to decides, not what this version makes of its events.
    @Test
    void aReplayEndsAsTheRunDid() throws IOException {
        connect("--record", file.toString());
        String text = Files.readString(file);
        String other = text.replaceFirst("\"result\":\"completed\"", "\"result\":\"failed\",\"stage\":\"write\",\"lane\":\"client\"");
        assertFalse(other.equals(text));
        Files.writeString(file, other);
        Shell.Ran replayed = new Shell().run("replay", file.toString());
        assertAll(() -> assertEquals(17, replayed.code()), () -> assertTrue(replayed.err().contains("exit code 17"), replayed.err()));
    }

    @Test
    void aFullDiskLeavesNoEmptyScenario() throws Exception {
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root") && Files.isExecutable(Path.of("/usr/bin/unshare")),
                "only root mounts a disk that is full");
        String disk = "mount -t tmpfs -o size=8k x \"$1\" && cd \"$1\" && (cat /dev/zero > fill; :) 2> /dev/null; shift; \"$@\" 2> ../err; "
                + "echo code $?; ls";
        List<String> command = new ArrayList<>(List.of("unshare", "-m", "sh", "-c", disk, "sh", folder.toString() + "/disk"));
        Files.createDirectory(folder.resolve("disk"));
        command.addAll(Child.trace("scenarios", "new", "own"));
        Process process = new ProcessBuilder(command).redirectOutput(folder.resolve("out").toFile()).start();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertAll(() -> assertEquals(List.of("code 2", "fill"), Files.readAllLines(folder.resolve("out"))),
                () -> assertTrue(Files.readString(folder.resolve("err")).contains("No space left on device"), Files.readString(folder.resolve("err"))));
    }
}
