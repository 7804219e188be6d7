package dev.lifeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The script that people start, with the jar that was just built.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a bash script")
class LauncherIT {

    private static final Path SCRIPT = Path.of("scripts/trace").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void startsFromAnyFolderAndThroughLinks() throws Exception {
        Path first = Files.createSymbolicLink(folder.resolve("trace"), SCRIPT);
        Path link = Files.createSymbolicLink(folder.resolve("again"), first);

        Ended direct = run(Map.of(), SCRIPT.toString(), "--version");
        Ended linked = run(Map.of(), link.toString(), "--version");
        Ended relative = run(Map.of(), "./again", "--version");
        Files.delete(link);
        Files.delete(first);

        assertEquals(0, direct.code(), direct.err());
        assertTrue(direct.out().startsWith("trace "), direct.out());
        assertEquals(direct.out(), linked.out());
        assertEquals(direct.out(), relative.out());
    }

    @Test
    void theSecondStartSaysNothingOfItsOwn() throws Exception {
        run(Map.of(), SCRIPT.toString(), "--version");

        assertEquals("", run(Map.of(), SCRIPT.toString(), "--version").err());
    }

    @Test
    void theExitCodeIsThatOfTheProgram() throws Exception {
        assertEquals(2, run(Map.of(), SCRIPT.toString(), "no-such-command").code());
    }

    @Test
    void argumentsArriveAsTheyWereGiven() throws Exception {
        Ended ended = run(Map.of(), SCRIPT.toString(), "connect", "no such host:*", "--serve");

        assertEquals(2, ended.code());
        assertTrue(ended.err().contains("no such host"), ended.err());
    }

    @Test
    void aGivenFolderThatIsNoNewEnoughJdkIsOneSentenceAndExitCode69() throws Exception {
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");

        Ended ended = run(Map.of("TRACE_JAVA_HOME", folder.toString()), SCRIPT.toString(), "--version");

        assertEquals(new Ended(69, "", "trace: TRACE_JAVA_HOME is " + folder + ", which is not the folder of a JDK 25 or newer.\n"), ended);
    }

    @Test
    void optionsForJavaArePassedOn() throws Exception {
        Ended ended = run(Map.of("TRACE_JAVA_OPTS", "-XX:+PrintFlagsFinal -Xmx300m"), SCRIPT.toString(), "--version");

        assertTrue(ended.out().lines().anyMatch(line -> line.contains(" MaxHeapSize ") && line.contains("314572800")), ended.err());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "native calls are Linux's")
    void theCodeOfNativeCallsIsInTheCache() throws Exception {
        run(Map.of(), SCRIPT.toString(), "--version");

        Ended ended = run(Map.of("JDK_JAVA_OPTIONS", "-Djava.lang.invoke.MethodHandle.TRACE_RESOLVE=true"), SCRIPT.toString(), "connect", "--serve");

        assertEquals(0, ended.code(), ended.err());
        assertEquals(List.of(), ended.out().lines().filter(line -> line.contains("_RESOLVE]") && line.endsWith("(fail)")).toList());
        assertTrue(ended.out().contains("_RESOLVE]"), "Java says what it resolved:\n" + ended.out());
    }

    @Test
    void whatIsNoConnectionHasACacheOfItsOwn() throws Exception {
        Ended ended = run(Map.of("COLUMNS", "200"), SCRIPT.toString(), "doctor");

        assertTrue(ended.out().lines().anyMatch(line -> line.contains("start-up cache") && line.contains("in use: ")
                && line.endsWith("-list.aot")), ended.out());
    }

    private record Ended(int code, String out, String err) {
    }

    private Ended run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        File out = folder.resolve("out").toFile();
        File err = folder.resolve("err").toFile();
        ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(folder.toFile()).redirectOutput(out).redirectError(err);
        builder.environment().put("TRACE_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        if (!process.waitFor(50, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(List.of(command) + " does not end");
        }
        return new Ended(process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    }
}
