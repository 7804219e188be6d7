package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.command.DoctorCommand;
import dev.lifeline.linux.ChildJvm;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DoctorTest {

    @TempDir
    private Path folder;

    @Test
    void aCacheIsInUseWhereItIsMapped() throws IOException {
        Path maps = Files.writeString(folder.resolve("maps"),
                "7f00-7f10 r--p 00000000 fe:00 12 /jdk/lib/server/classes.jsa\n7f20-7f30 r--p 00000000 fe:00 13 /opt/life/target/aot/a.aot\n");
        assertAll(() -> assertEquals("in use: a.aot", DoctorCommand.cache("a.aot", maps)),
                () -> assertEquals("given to Java, which did not take it: b.aot", DoctorCommand.cache("b.aot", maps)),
                () -> assertEquals("given to Java, which does not say whether it took it: a.aot", DoctorCommand.cache("a.aot", folder.resolve("none"))),
                () -> assertTrue(DoctorCommand.cache(null, maps).startsWith("none")));
    }

    /// Root without a right: what it is told to type stands in one piece, and there is no sudo in it.
    @Test
    void aCommandIsNotBroken() throws Exception {
        Assumptions.assumeTrue(ChildJvm.isRoot() && Files.isExecutable(Path.of("/usr/bin/setpriv")), "only root gives a right away");
        List<String> command = new ArrayList<>(List.of("setpriv", "--bounding-set=-net_raw"));
        command.addAll(Child.java(List.of("--enable-native-access=ALL-UNNAMED", "-Dtrace.columns=60",
                "-Dtrace.launcher=/opt/a/long/way/to/where/lifeline/is/scripts/trace"), "doctor"));
        ChildJvm.Ended ended = ChildJvm.run(command);
        assertAll(() -> assertEquals(0, ended.exit(), ended.text()), () -> assertFalse(ended.text().contains("sudo"), ended.text()),
                () -> assertTrue(ended.text().contains("CAP_NET_RAW (socket:"), ended.text()),
                () -> assertTrue(ended.text().lines().anyMatch(line -> line.endsWith("--cap-add NET_RAW ...") || line.endsWith("give it CAP_NET_RAW")
                        || line.endsWith("in its bounding set, where this has not")), ended.text()));
    }

    /// In a network namespace whose loopback interface is down.
    @Test
    void withoutLoopbackTheCommandThatBringsItUpIsSaid() throws Exception {
        Assumptions.assumeTrue(ChildJvm.isRoot() && Files.isExecutable(Path.of("/usr/bin/unshare")), "only root makes a network namespace");
        List<String> command = new ArrayList<>(List.of("unshare", "-n"));
        command.addAll(Child.trace("doctor", "-v"));
        ChildJvm.Ended ended = ChildJvm.run(command);
        long remedies = ended.text().lines().filter(line -> line.strip().equals("to enable   ip link set lo up")).count();
        assertTrue(remedies >= 3, ended.text());
        assertTrue(ended.text().contains("race of addresses      A and AAAA are asked for at once in scenarios"), ended.text());
    }

    @Test
    void itFitsAScreenAndDeepTellsAll() {
        Shell.Ran normal = narrow("doctor");
        Shell.Ran deep = narrow("doctor", "--detail", "deep");
        Shell.Ran brief = narrow("doctor", "--detail", "brief");
        long missing = normal.out().lines().filter(line -> line.contains(" not here ")).count();
        assertAll(() -> assertTrue(normal.out().lines().count() <= 23 + missing * 6, normal.out()),
                () -> assertTrue(normal.out().lines().allMatch(line -> line.length() <= 80), normal.out()),
                () -> assertTrue(normal.out().contains("  more                   trace doctor --detail deep\n"), normal.out()),
                () -> assertFalse(normal.out().contains("nanoTime") || normal.out().contains("LC_MESSAGES"), normal.out()),
                () -> assertTrue(deep.out().contains("nanoTime") && deep.out().contains("LC_MESSAGES"), deep.out()),
                () -> assertFalse(brief.out().contains("this process"), brief.out()),
                () -> assertEquals(2, narrow("doctor", "--detail", "deap").code()));
    }

    private static Shell.Ran narrow(String... arguments) {
        return new Shell().with(new TerminalFacts(80, false, false, Glyphs.UNICODE)).run(arguments);
    }

    /// Without a right: the first that is named is what this leaves out.
    @Test
    void whatIsMissingStandsFirst() throws Exception {
        Assumptions.assumeTrue(ChildJvm.isRoot() && Files.isExecutable(Path.of("/usr/bin/setpriv")), "only root gives a right away");
        List<String> command = new ArrayList<>(List.of("setpriv", "--bounding-set=-net_raw"));
        command.addAll(Child.java(List.of("--enable-native-access=ALL-UNNAMED", "-Dtrace.columns=80"), "doctor"));
        ChildJvm.Ended ended = ChildJvm.run(command);
        List<String> lines = ended.text().lines().toList();
        assertAll(() -> assertEquals(0, ended.exit(), ended.text()),
                () -> assertTrue(lines.get(lines.indexOf("evidence") + 1).startsWith("  packet                 not here "), ended.text()),
                () -> assertTrue(lines.stream().anyMatch(line -> line.startsWith("  sockdiag               available ")), ended.text()),
                () -> assertTrue(ended.text().contains("to enable"), ended.text()));
    }

    @Test
    void ctrlCEndsItWith130() {
        Shell shell = new Shell();
        shell.interrupt().thenAccept(signal -> signal.accept("INT"));
        Shell.Ran ran = shell.run("doctor");
        assertAll(() -> assertEquals(130, ran.code(), ran.out()), () -> assertTrue(ran.out().contains("interrupted by INT"), ran.out()),
                () -> assertFalse(ran.out().contains("available"), ran.out()), () -> assertEquals("", ran.err()),
                () -> assertFalse(Thread.interrupted(), "the caller's thread goes on as it was"));
    }

    /// The signal comes while the last source is tried: what was found out before is shown.
    @Test
    void aSignalToTheProcessShowsWhatWasTried() throws Exception {
        Assumptions.assumeTrue("Linux".equals(System.getProperty("os.name")), "elsewhere nothing starts unshare");
        Path program = Files.writeString(folder.resolve("unshare"), "#!/bin/sh\nkill -INT $PPID\nexec sleep 30\n");
        assertTrue(program.toFile().setExecutable(true));
        List<String> command = new ArrayList<>(List.of("env", "PATH=" + folder + ":" + System.getenv("PATH")));
        command.addAll(Child.trace("doctor"));
        long begin = System.nanoTime();
        ChildJvm.Ended ended = ChildJvm.run(command);
        assertAll(() -> assertEquals(130, ended.exit(), ended.text()), () -> assertTrue(ended.text().contains("application calls"), ended.text()),
                // Whoever has no packets is told whether a sandbox would give them: that is tried first then.
                () -> assertTrue(ended.text().matches("(?s).*interrupted by INT: (packet|sandbox) and what follows were not tried\n"), ended.text()),
                () -> assertTrue(System.nanoTime() - begin < 20_000_000_000L, "it did not wait for the program"));
    }
}
