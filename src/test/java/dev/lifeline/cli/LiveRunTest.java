package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lifeline.client.Resolver;
import dev.lifeline.file.TraceWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Runs that end well, runs that are interrupted, and peers that misbehave; nothing is left behind.
@Timeout(60)
class LiveRunTest {

    @ParameterizedTest
    @ValueSource(strings = {"echo", "banner", "late-accept=20ms", "drip=1/1ms"})
    void everyBehaviourThatAnswersCompletes(String behaviour) {
        Shell.Ran ran = new Shell().run("connect", "--serve", "--behaviour", behaviour);
        assertEquals(0, ran.code(), ran.out() + ran.err());
        // A banner that left before the request came is no answer to it; which was first nobody decides here.
        boolean first = behaviour.equals("banner") && ran.out().contains("   server spoke first");
        assertTrue(first || ran.out().contains("closed in order"), ran.out());
    }

    @Test
    void bothEndsAreOnOneTimelineAndTheAcceptFollowsTheConnect() {
        Shell.Ran ran = new Shell().run("connect", "--serve", "localhost", "-4", "--send", "ping\\n");
        assertTrue(ran.out().lines().anyMatch(line -> line.startsWith("connect       client")), ran.out());
        assertTrue(ran.out().lines().anyMatch(line -> line.startsWith("accept        server")), ran.out());
        assertTrue(ran.out().contains("\"ping\\n\""), ran.out());
    }

    @Test
    void aConnectionWithItselfIsNoAnswer() throws IOException {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"), "tried on Linux only");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        String itself = "127.0.0.1:" + port;
        Shell.Ran ran = new Shell().run("connect", itself, "--source", itself, "--send", "x", "--json");
        assertAll(() -> assertEquals(0, ran.code(), ran.err()),
                () -> assertTrue(ran.out().contains("connected to itself, read its own bytes, closed"), ran.out()),
                () -> assertTrue(ran.out().contains("The connection is with itself"), ran.out()));
    }

    @Test
    void aPeerThatSendsEscapeSequencesCannotTouchTheTerminal() {
        Shell.Ran ran = new Shell().run("connect", "--serve", "--send", "\\x1b]0;owned\\x07\\x1b[2J\\x9b1m", "--color", "never");
        assertEquals(0, ran.code());
        assertTrue(ran.out().chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'), ran.out());
        assertTrue(ran.out().contains("\\x1b]0;owned"), ran.out());
    }

    @Test
    void endlessBytesEndAtTheLimit() {
        Shell.Ran ran = new Shell().run("connect", "--serve", "--behaviour", "flood", "--send", "x");
        assertEquals(0, ran.code(), ran.out());
        assertTrue(ran.out().contains("byte limit"), ran.out());
    }

    @Test
    void aTargetWhoseOtherEndIsNotOursSaysThatItIsNotObserved() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 8, InetAddress.ofLiteral("127.0.0.1"))) {
            Shell.Ran ran = new Shell().run("connect", "127.0.0.1:" + server.getLocalPort(), "--detail", "deep");
            assertEquals(0, ran.code());
            assertTrue(ran.out().lines().anyMatch(line -> line.startsWith("server") && line.contains("not observed")), ran.out());
        }
    }

    @Test
    void aPeerThatNeverSaysWhatIsExpectedEndsWith20() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Shell.Ran ran = new Shell().run("connect", "127.0.0.1:" + silent.getLocalPort(), "--expect", "pong", "--read-timeout", "200ms");
            assertAll(() -> assertEquals(20, ran.code(), ran.out()), () -> assertTrue(ran.out().contains("not what was expected: nothing came")),
                    () -> assertTrue(ran.line("happened").startsWith("The expected text \"pong\" did not come."), ran.out()));
        }
        Shell.Ran other = new Shell().run("connect", "--serve", "--send", "ping", "--expect", "pong", "--idle-timeout", "200ms");
        assertAll(() -> assertEquals(20, other.code(), other.out()),
                () -> assertTrue(other.line("happened").startsWith("The expected text \"pong\" did not come; \"ping\" came."), other.out()),
                () -> assertTrue(other.out().lines().anyMatch(line -> line.startsWith("idle") && line.contains("FAILED")), other.out()));
    }

    @Test
    void ctrlCDuringTheLookupEndsWithAPartialTrace() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        Resolver hanging = host -> {
            asked.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        };
        Shell shell = new Shell().with(hanging);
        CompletableFuture<Shell.Ran> run = CompletableFuture.supplyAsync(() -> shell.run("connect", "db.example:80"));
        assertTrue(asked.await(10, TimeUnit.SECONDS));
        shell.interrupt().get(10, TimeUnit.SECONDS).accept("INT");
        assertInterrupted("lookup", run.get(10, TimeUnit.SECONDS));
        never.countDown();
    }

    @Test
    void ctrlCDuringTheConnectEndsWithAPartialTrace() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
                FullQueue queue = FullQueue.fill(full)) {
            Shell shell = new Shell();
            CompletableFuture<Shell.Ran> run = CompletableFuture.supplyAsync(() -> shell.run("connect", "127.0.0.1:" + full.getLocalPort()));
            shell.interrupt().get(10, TimeUnit.SECONDS).accept("INT");
            Shell.Ran ran = run.get(10, TimeUnit.SECONDS);
            assertEquals(130, ran.code(), ran.out());
            assertTrue(ran.out().contains("interrupted"), ran.out());
            assertEquals(2, queue.established());
        }
    }

    @Test
    void ctrlCDuringTheFirstByteEndsWithAPartialTrace() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Shell shell = new Shell();
            CompletableFuture<Shell.Ran> run = CompletableFuture.supplyAsync(
                    () -> shell.run("connect", "127.0.0.1:" + silent.getLocalPort(), "--send", "x"));
            try (var accepted = silent.accept()) {
                assertEquals('x', accepted.getInputStream().read());
                shell.interrupt().get(10, TimeUnit.SECONDS).accept("INT");
                Shell.Ran ran = run.get(10, TimeUnit.SECONDS);
                assertEquals(130, ran.code(), ran.out());
                assertTrue(ran.out().contains("interrupted"), ran.out());
            }
        }
    }

    private static void assertInterrupted(String stage, Shell.Ran ran) {
        assertAll(() -> assertEquals(130, ran.code(), ran.out()), () -> assertTrue(ran.out().contains("interrupted at " + stage), ran.out()),
                () -> assertTrue(ran.out().contains("not reached"), ran.out()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--view=waterfall", "--view=plain"})
    void aReaderThatHasGoneEndsTheRunQuietly(String option) {
        OutputStream closed = mock(OutputStream.class, call -> {
            throw new IOException("Broken pipe");
        });
        Shell.Ran ran = new Shell().writingTo(closed).run("connect", "--serve", option);
        assertEquals("", ran.err());
    }

    @Test
    void aFullDiskUnderARecordingIsSaidAndTheTraceIsShown() {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no /dev/full to stand for a full disk");
        Shell.Ran ran = new Shell().run("connect", "--serve", "--record", "/dev/full");
        assertEquals(70, ran.code());
        assertTrue(ran.err().startsWith("trace connect: the recording '/dev/full' breaks off: No space left on device"), ran.err());
        assertEquals(1, ran.err().lines().count(), ran.err());
        assertTrue(ran.out().contains("closed in order"), ran.out());
    }

    @Test
    void manyConnectionsHaveTheirFiguresInJsonToo() {
        Shell.Ran ran = new Shell().run("connect", "--serve", "--count", "7", "--json");
        List<String> summaries = ran.out().lines().filter(line -> line.startsWith("{\"type\":\"summary\"")).toList();
        assertTrue(summaries.stream().anyMatch(line -> line.startsWith(
                "{\"type\":\"summary\",\"lane\":\"client\",\"stage\":\"connect\",\"finished\":7,\"minNanos\":")), ran.out());
        assertFalse(new Shell().run("connect", "--serve", "--json").out().contains("\"type\":\"summary\""));
    }

    @Test
    void noDescriptorAndNoThreadIsLeft() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "this system has no /proc to count descriptors in");
        String[][] runs = {{"--serve"}, {"--serve", "--behaviour", "reset"}, {"--serve", "--behaviour", "close"}, {"127.0.0.1:1"},
            {"--serve", "--count", "20"}, {"--serve", "--reset"}, {"--serve", "--behaviour", "silent", "--read-timeout", "10ms"}};
        for (String[] run : runs) {
            once(run);
        }
        long descriptors = descriptors();
        for (int i = 0; i < 5; i++) {
            for (String[] run : runs) {
                once(run);
            }
        }
        // A capture ends on a thread of its own, and one that was only tried waits a moment for a run that wants it.
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while ((ownThreads() || descriptors() > descriptors) && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertTrue(descriptors() <= descriptors, "descriptors grew from " + descriptors + " to " + descriptors());
        assertFalse(ownThreads(), () -> Thread.getAllStackTraces().keySet().toString());
    }

    private static void once(String... options) {
        new Shell().run(Stream.concat(Stream.of("connect"), Arrays.stream(options)).toArray(String[]::new));
    }

    private static boolean ownThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().startsWith("lifeline") || thread.getName().startsWith("trace"));
    }

    private static long descriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    @Test
    void aServerAloneShowsATraceForEachConnectionAndEnds() throws Exception {
        String address = freeAddress();
        CompletableFuture<Shell.Ran> run = CompletableFuture.supplyAsync(() -> new Shell().run("serve", address, "--max-connections", "2"));
        int connected = 0;
        while (connected < 2 && !run.isDone()) {
            connected += new Shell().run("connect", address, "--send", "hello").code() == 0 ? 1 : 0;
        }
        Shell.Ran ran = run.get(20, TimeUnit.SECONDS);
        assertEquals(0, ran.code(), ran.out() + ran.err());
        List<String> lines = ran.out().lines().toList();
        assertAll(() -> assertTrue(lines.stream().filter(line -> line.matches("[0-9:]{8} +#[12] +127.0.0.1:[0-9]+ +answered; 5 bytes in, 5 out; .*")).count() == 2,
                ran.out()), () -> assertTrue(lines.getLast().startsWith("2 connections: 2 answered; longest #"), ran.out()));
        assertTrue(ran.err().contains("listens on " + address), ran.err());
    }

    @Test
    void aServerWhosePortIsTakenSaysSoAndNotThatNobodyCame() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Shell.Ran ran = new Shell().run("serve", "127.0.0.1:" + taken.getLocalPort());
            assertAll(() -> assertEquals(12, ran.code()), () -> assertTrue(ran.out().contains("EADDRINUSE"), ran.out()),
                    () -> assertTrue(ran.line("happened").contains("cannot listen"), ran.out()),
                    () -> assertFalse(ran.out().contains("no connection came"), ran.out()));
        }
    }

    private static String freeAddress() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return "127.0.0.1:" + free.getLocalPort();
        }
    }

    @Test
    void everyLineOfJsonAgreesWithThePublishedSchema() throws IOException {
        String published = new String(TraceWriter.class.getResourceAsStream("trace-recording-v2.schema.json").readAllBytes(),
                StandardCharsets.UTF_8);
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(published);
        String[][] runs = {{"--serve"}, {"--serve", "--count", "3"}, {"--serve", "--behaviour", "late-accept=10ms"}, {"127.0.0.1:1"},
            {"--serve", "--behaviour", "reset"}, {"--serve", "--expect", "x", "--idle-timeout", "10ms"}, {"[::1]:1", "--source", "127.0.0.1"}};
        for (String[] run : runs) {
            String out = new Shell().run(Stream.concat(Stream.of("connect", "--json"), Arrays.stream(run)).toArray(String[]::new)).out();
            assertTrue(out.lines().count() > 3, out);
            out.lines().forEach(line -> assertEquals(List.of(), schema.validate(line, InputFormat.JSON), line));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset=accept", "reset", "reset=answer"})
    void aPeerThatResetsAtAnyMomentEndsTheRunAtAStageOfTheConversation(String behaviour) {
        Shell.Ran ran = new Shell().run("connect", "--serve", "--behaviour", behaviour, "--send", "0123456789", "--expect", "0123456789");
        // A reset at once may be seen by the write, by the read, or while connect still returns.
        assertTrue(List.of(13, 16, 17).contains(ran.code()), ran.code() + ran.out());
        assertTrue(ran.out().contains("ECONNRESET") || ran.out().contains("EPIPE"), ran.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reset", "reset=answer"})
    void whatTheServersOwnLaneSaysOfItsResetIsNotAskedAgain(String behaviour) {
        String said = new Shell().run("connect", "--serve", "--behaviour", behaviour, "--send", "0123456789", "--expect",
                "0123456789").out().replaceAll("\\s+", " ");
        assertTrue(said.contains("closed with a reset: its own lane says so. By then it had read 10 bytes"), said);
        assertFalse(said.contains("the gap lies"), said);
    }
}
