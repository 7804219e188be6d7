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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The script that people start, with the jar that was just built.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a bash script")
@Timeout(600)
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

    /// Made by a shell: this JVM may not be able to name such a file itself.
    @Test
    void aFileWithOtherLettersIsFoundInTheLocaleOfC() throws Exception {
        String script = "f=$1/$(printf '\\303\\244').ndjson; \"$0\" connect --serve --record \"$f\" > /dev/null && [ -e \"$f\" ]"
                + " && \"$0\" replay \"$f\" > /dev/null";

        Ended ended = run(Map.of("LC_ALL", "C"), "bash", "-c", script, SCRIPT.toString(), folder.toString());

        assertEquals(0, ended.code(), ended.err());
    }

    @Test
    void aGivenFolderThatIsNoNewEnoughJdkIsOneSentenceAndExitCode69() throws Exception {
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");

        Ended ended = run(Map.of("TRACE_JAVA_HOME", folder.toString()), SCRIPT.toString(), "--version");

        assertEquals(new Ended(69, "", "trace: TRACE_JAVA_HOME is " + folder + ", which is not the folder of a JDK 25 or newer.\n"), ended);
    }

    @Test
    void whatIsEchoedIsEscaped() throws Exception {
        Ended ended = run(Map.of("TRACE_JAVA_HOME", "/tmp/\u001b[31mred\u0007\n"), SCRIPT.toString(), "--version");

        assertEquals(69, ended.code());
        assertEquals(1, ended.err().lines().count(), ended.err());
        assertTrue(ended.err().strip().chars().allMatch(c -> c >= ' ' && c < 127), ended.err());
    }

    @Test
    void aJdkThatDoesNotStartIsNamed() throws Exception {
        brokenJdk(folder.resolve("jdk"));

        Ended ended = run(Map.of("TRACE_JAVA_HOME", folder.resolve("jdk").toString()), SCRIPT.toString(), "--version");

        assertEquals(69, ended.code());
        assertTrue(ended.err().startsWith("trace: TRACE_JAVA_HOME is " + folder.resolve("jdk") + ", whose java does not start: "), ended.err());
        assertTrue(ended.err().contains("libjvm"), ended.err());
    }

    private static void brokenJdk(Path home) throws IOException {
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25\"\nJAVA_RUNTIME_VERSION=\"25+1\"\n");
        Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\necho 'no libjvm.so here' >&2\nexit 1\n");
        assertTrue(java.toFile().setExecutable(true), java.toString());
    }

    /// An agent of a monitoring service, another collector, no sharing: each is in somebody's environment.
    @ParameterizedTest
    @ValueSource(strings = {"-javaagent:/nowhere/agent.jar", "-XX:+UseG1GC", "-Xshare:off", "-XX:NoSuchOption"})
    void optionsForOtherProgramsAreNotUsed(String option) throws Exception {
        run(Map.of(), SCRIPT.toString(), "--version");

        for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS")) {
            Ended ended = run(Map.of(variable, option), SCRIPT.toString(), "--version");
            assertEquals(new Ended(0, ended.out(), ""), ended, variable);
        }
    }

    @Test
    void aCurrentFolderThatIsGoneStopsNothing() throws Exception {
        run(Map.of(), SCRIPT.toString(), "--version");

        Ended version = run(Map.of(), "sh", "-c", "mkdir gone && cd gone && rmdir ../gone && exec \"$@\"", "sh", SCRIPT.toString(), "--version");
        Ended file = run(Map.of(), "sh", "-c", "mkdir gone && cd gone && rmdir ../gone && exec \"$@\"", "sh", SCRIPT.toString(), "connect", "--serve",
                "--record", "run.ndjson");

        assertEquals(0, version.code(), version.err());
        assertTrue(version.out().startsWith("trace "), version.out());
        assertEquals(2, file.code(), "a file relative to it has no folder: " + file.err());
    }

    @Test
    void optionsForJavaArePassedOn() throws Exception {
        Ended ended = run(Map.of("TRACE_JAVA_OPTS", "-XX:+PrintFlagsFinal -Xmx300m"), SCRIPT.toString(), "--version");

        assertTrue(ended.err().lines().anyMatch(line -> line.contains(" MaxHeapSize ") && line.contains("314572800")), ended.err());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "native calls are Linux's")
    void theCodeOfNativeCallsIsInTheCache() throws Exception {
        run(Map.of(), SCRIPT.toString(), "--version");

        Path target = SCRIPT.resolveSibling("../target").normalize();
        List<String> stamp = Files.readAllLines(target.resolve("aot/launch"));
        Path cache = target.resolve("aot/" + stamp.get(3) + "-connect.aot");
        Path home = stamp.get(4).equals("runtime") ? target.resolve("aot/runtime-" + stamp.get(2)) : Path.of(stamp.get(1));

        Ended ended = run(Map.of(), home.resolve("bin/java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m",
                "-XX:AOTCache=" + cache, "-Djava.lang.invoke.MethodHandle.TRACE_RESOLVE=true", "--enable-native-access=ALL-UNNAMED",
                "-cp", classPath(target), "dev.lifeline.cli.start.Main", "connect", "--serve");

        assertEquals(0, ended.code(), ended.err());
        assertEquals(List.of(), ended.out().lines().filter(line -> line.contains("_RESOLVE]") && line.endsWith("(fail)")).toList());
        assertTrue(ended.out().contains("_RESOLVE]"), "Java says what it resolved:\n" + ended.out());
    }

    /// As the launcher has it.
    private static String classPath(Path target) throws IOException {
        Path jar = target.resolve("lifeline.jar");
        Path texts = target.resolve("lifeline-texts.jar");
        return Files.exists(texts) && Files.getLastModifiedTime(texts).compareTo(Files.getLastModifiedTime(jar)) >= 0 ? texts + ":" + jar : jar.toString();
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
        if (!process.waitFor(500, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(List.of(command) + " does not end");
        }
        return new Ended(process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    }
}
