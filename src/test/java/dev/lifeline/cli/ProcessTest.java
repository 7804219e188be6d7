package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What only a process of its own can show: real signals, a sudden death, missing rights.
@Timeout(60)
class ProcessTest {

    @TempDir
    private Path folder;

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectOutput(folder.resolve("out").toFile()).redirectError(folder.resolve("err").toFile()).start();
    }

    private String out() throws IOException {
        return Files.readString(folder.resolve("out"), StandardCharsets.UTF_8) + Files.readString(folder.resolve("err"), StandardCharsets.UTF_8);
    }

    /// Runs `act` while the process waits for the first byte of a server that stays silent.
    private interface Act {
        void on(Process process) throws Exception;
    }

    private void whileItWaits(Act act, String... more) throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            List<String> args = new ArrayList<>(List.of("connect", "127.0.0.1:" + silent.getLocalPort(), "--send", "x"));
            args.addAll(List.of(more));
            silent.setSoTimeout(20_000);
            Process process = start(Child.trace(args.toArray(String[]::new)));
            try (Socket accepted = silent.accept()) {
                assertEquals('x', accepted.getInputStream().read());
                act.on(process);
                assertTrue(process.waitFor(20, TimeUnit.SECONDS), "the process goes on");
            } finally {
                process.destroyForcibly();
            }
        }
    }

    private static void signal(Process process, String name) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor());
    }

    private static void assumeUnix() {
        Assumptions.assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Windows has no signals to send");
    }

    @Test
    void ctrlCShowsThePartialTraceAndExitsWith130() throws Exception {
        assumeUnix();
        whileItWaits(process -> {
            signal(process, "INT");
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
            assertAll(() -> assertEquals(130, process.exitValue()), () -> assertTrue(out().contains("interrupted at first byte"), out()));
        });
    }

    @Test
    void aTerminationIsAnInterruptToo() throws Exception {
        assumeUnix();
        whileItWaits(process -> {
            signal(process, "TERM");
            assertTrue(process.waitFor(20, TimeUnit.SECONDS));
            assertAll(() -> assertEquals(130, process.exitValue()), () -> assertTrue(out().contains("interrupted by TERM"), out()));
        });
    }

    @Test
    void afterASuddenDeathEverythingUpToTheLastEventsIsReadable() throws Exception {
        Path whole = folder.resolve("run.ndjson");
        Path file = folder.resolve("run.ndjson.part");
        whileItWaits(process -> {
            // The recording is written by another process: it is there soon, and the deadline of the test bounds the wait.
            while (!Files.exists(file) || !Files.readString(file).contains("\"stage\":\"first byte\"")) {
                process.waitFor(10, TimeUnit.MILLISECONDS);
            }
            process.destroyForcibly();
        }, "--record", whole.toString());
        Shell.Ran replayed = new Shell().run("replay", file.toString());
        assertAll(() -> assertFalse(Files.exists(whole)), () -> assertEquals(22, replayed.code()),
                () -> assertTrue(replayed.out().contains("breaks off"), replayed.out()),
                () -> assertTrue(replayed.out().lines().anyMatch(line -> line.contains("connect")), replayed.out()),
                () -> assertEquals("", replayed.err()));
    }

    @Test
    void aPrivilegedPortIsDeniedToAnOrdinaryUser() throws Exception {
        Path limit = Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");
        Assumptions.assumeTrue(Files.exists(limit), "only Linux says from which port on everybody may listen");
        try (BufferedReader reader = Files.newBufferedReader(limit)) {
            // In one read: such a file gives its text only to a read at its start, and Files.readString asks for one byte first.
            Assumptions.assumeTrue(Integer.parseInt(reader.readLine()) > 80, "on this machine everybody may listen on port 80");
        }
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "root needs setpriv to give up the right to low ports");
            command.addAll(List.of("setpriv", "--bounding-set=-net_bind_service"));
        }
        command.addAll(Child.trace("connect", "--serve", "127.0.0.1:80", "--json"));
        Process process = start(command);
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        String verdict = out().lines().filter(line -> line.contains("\"type\":\"verdict\"")).findFirst().orElseThrow(() -> new AssertionError(read()));
        assertAll(() -> assertEquals(12, process.exitValue(), verdict), () -> assertTrue(verdict.contains("\"stage\":\"bind\""), verdict),
                () -> assertTrue(verdict.contains("\"code\":\"EACCES\""), verdict), () -> assertTrue(verdict.contains("\"operation\":\"bind\""), verdict),
                () -> assertTrue(verdict.contains("\"local\":{\"address\":\"127.0.0.1\",\"port\":80}"), verdict));
    }

    private String read() {
        try {
            return out();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
