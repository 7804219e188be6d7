package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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

/// Scenarios in a process of their own: real signals, missing rights.
@Timeout(60)
class RunProcessTest {

    private static final String HEAD = """
            claim: It waits.
            watch: The wait.
            why: It was asked to.
            """;
    private static final String REST = """
            actors:
              server: {kind: server}
              client: {kind: client, to: server}
            steps:
              - {actor: server, do: listen}
              - {actor: client, do: connect}
              - {actor: machine, do: pause, time: 25s}
            expect:
              - {see: stage, of: client, stage: connect}
            """;

    @TempDir
    private Path folder;

    private Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectOutput(folder.resolve("out").toFile()).redirectError(folder.resolve("err").toFile()).start();
    }

    private String read(String name) throws IOException {
        return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
    }

    @Test
    void ctrlCEndsAPlayInOrderAndExitsWith130() throws Exception {
        Assumptions.assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Windows has no signals to send");
        Path scenario = Files.writeString(folder.resolve("waiting.yaml"), HEAD + REST);
        Path recording = folder.resolve("run.ndjson");
        Process process = start(Child.trace("run", scenario.toString(), "--record", recording.toString()));
        try {
            // Written by another process: it is there soon, and the deadline of the test bounds the wait.
            while (!Files.exists(folder.resolve("run.ndjson.part")) || !read("run.ndjson.part").contains("\"action\":\"pause\"")) {
                process.waitFor(10, TimeUnit.MILLISECONDS);
            }
            assertEquals(0, new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor());
            assertTrue(process.waitFor(20, TimeUnit.SECONDS), "the process goes on");
        } finally {
            process.destroyForcibly();
        }
        String out = read("out");
        assertAll(() -> assertEquals(130, process.exitValue(), out), () -> assertTrue(out.contains("connect: 127.0.0.1:") || out.contains("ACK (connect)"), out),
                () -> assertTrue(out.endsWith("\ninterrupted: the expectations were not judged\n"), out), () -> assertEquals("", read("err")));
    }

    @Test
    void aMissingRightIs21AndSaysWhatWouldBeNeeded() throws Exception {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"), "network namespaces are Linux's");
        Path scenario = Files.writeString(folder.resolve("apart.yaml"), HEAD + "needs: [namespace]\n" + REST);
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "root needs setpriv to give up a right");
            command.addAll(List.of("setpriv", "--bounding-set=-sys_admin"));
        }
        command.addAll(Child.trace("run", scenario.toString()));
        Process process = start(command);
        assertTrue(process.waitFor(20, TimeUnit.SECONDS));
        String err = read("err");
        assertAll(() -> assertEquals(21, process.exitValue(), err), () -> assertEquals("", read("out")), () -> assertEquals(1, err.lines().count(), err),
                () -> assertTrue(err.startsWith("trace run: apart cannot be shown here: namespace: "), err),
                () -> assertTrue(err.contains("CAP_SYS_ADMIN") && err.contains("; to enable: "), err));
    }
}
