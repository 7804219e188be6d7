package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What only a process of its own can show: what it loads, and how it does with fewer rights.
@Timeout(60)
class EvidenceProcessTest {

    @TempDir
    private Path folder;

    private record Ended(int code, String out, String err) {
    }

    private Ended run(List<String> command) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try {
            assertTrue(process.waitFor(40, TimeUnit.SECONDS), "the process goes on");
            return new Ended(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> under(List<String> wrapper, List<String> command) {
        List<String> all = new ArrayList<>(wrapper);
        all.addAll(command);
        return all;
    }

    private static void assumeLinux() {
        Assumptions.assumeTrue(System.getProperty("os.name").equals("Linux"), "only Linux has these ways to take rights away");
    }

    private static void assumeRoot() {
        assumeLinux();
        Assumptions.assumeTrue(System.getProperty("user.name").equals("root"), "only root has rights to give up");
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "root needs setpriv to give up rights");
    }

    @ParameterizedTest
    @ValueSource(strings = {"connect --serve --evidence portable", "--version", "--help", "connect --help",
            "replay samples/recordings/loopback.ndjson"})
    void nothingNativeIsTouchedUnlessEvidenceIsWanted(String line) throws Exception {
        Path log = folder.resolve("classes");
        Ended ended = run(Child.java(List.of("-Xlog:class+load:file=" + log), line.split(" ")));
        String loaded = Files.readString(log);
        assertAll(() -> assertEquals(0, ended.code(), ended.err()), () -> assertTrue(loaded.contains("dev.lifeline.cli.start.Main"), "the log is there"),
                () -> assertFalse(loaded.contains("dev.lifeline.linux."), line), () -> assertFalse(loaded.contains("java.lang.foreign.Linker "), line),
                () -> assertFalse(loaded.contains("jdk.internal.foreign.abi.DowncallLinker"), line));
    }

    @Test
    void withEvidenceTheSameLogShowsNativeCalls() throws Exception {
        assumeLinux();
        Path log = folder.resolve("classes");
        run(Child.java(List.of("-Xlog:class+load:file=" + log), "connect", "--serve"));
        String loaded = Files.readString(log);
        assertAll("otherwise the test above would prove nothing", () -> assertTrue(loaded.contains("dev.lifeline.linux.")),
                () -> assertTrue(loaded.contains("java.lang.foreign.Linker ")),
                () -> assertTrue(loaded.contains("jdk.internal.foreign.abi.DowncallLinker")));
    }

    @Test
    void anOrdinaryUserHasSocketsAndNoPackets() throws Exception {
        assumeRoot();
        List<String> nobody = List.of("setpriv", "--bounding-set=-net_raw,-net_admin", "--inh-caps=-all");
        Ended auto = run(under(nobody, Child.trace("connect", "--serve", "127.0.0.1", "--json")));
        assertAll(() -> assertEquals(0, auto.code(), auto.err()),
                () -> assertTrue(auto.out().contains("{\"name\":\"packet\",\"state\":\"unavailable\""), auto.out().lines().findFirst().orElse("")),
                () -> assertTrue(auto.out().contains("{\"name\":\"sockdiag\",\"state\":\"took part\""), auto.out().lines().findFirst().orElse("")),
                () -> assertTrue(auto.out().contains("\"event\":\"socket-seen\""), auto.out()),
                () -> assertFalse(auto.out().contains("\"event\":\"segment-seen\""), auto.out()));
    }

    @Test
    void evidenceThatIsInsistedOnAndNotThereIsOneLineWithTheRemedy() throws Exception {
        assumeRoot();
        Ended ended = run(under(List.of("setpriv", "--bounding-set=-net_raw,-net_admin", "--inh-caps=-all"),
                Child.trace("connect", "--serve", "--evidence", "packet")));
        assertAll(() -> assertEquals(2, ended.code()), () -> assertEquals("", ended.out()), () -> assertEquals(1, ended.err().lines().count(), ended.err()),
                () -> assertTrue(ended.err().contains("CAP_NET_RAW"), ended.err()), () -> assertFalse(ended.err().contains("sudo"), "this is root: " + ended.err()),
                () -> assertTrue(ended.err().contains("to enable: "), ended.err()));
    }

    /// Nobody is sent to another command, nor to a sandbox where what they want cannot be.
    @Test
    void theRemedyIsOneForTheCommandThatWasTyped() throws Exception {
        assumeRoot();
        List<String> nobody = List.of("setpriv", "--bounding-set=-net_raw,-net_admin", "--inh-caps=-all");
        Ended serve = run(under(nobody, Child.trace("serve", "--evidence", "packet")));
        Ended remote = run(under(nobody, Child.trace("connect", "127.0.0.1:9", "--evidence", "packet")));
        Ended play = run(under(nobody, Child.trace("run", "happy-path", "--evidence", "packet")));
        assertAll(() -> assertTrue(serve.err().contains("CAP_NET_RAW"), serve.err()), () -> assertFalse(serve.err().contains("--sandbox"), serve.err()),
                () -> assertFalse(serve.err().contains("connect"), serve.err()),
                () -> assertTrue(remote.err().contains("CAP_NET_RAW"), remote.err()), () -> assertFalse(remote.err().contains("--sandbox"), remote.err()),
                () -> assertTrue(play.err().contains("CAP_NET_RAW"), play.err()), () -> assertFalse(play.err().contains("connect"), play.err()));
    }

    @Test
    void aJvmWithoutNativeAccessGoesOnWithWhatItHas() throws Exception {
        Ended ended = run(Child.java(List.of("--illegal-native-access=deny", "--enable-native-access=java.base"), "connect", "--serve",
                "127.0.0.1", "--json"));
        assertAll(() -> assertEquals(0, ended.code(), ended.err()),
                () -> assertTrue(ended.out().contains("{\"name\":\"sockdiag\",\"state\":\"unavailable\""), ended.out().lines().findFirst().orElse("")),
                () -> assertTrue(ended.out().contains("native access"), ended.out().lines().findFirst().orElse("")),
                () -> assertTrue(ended.out().contains("\"result\":\"completed\""), ended.out()), () -> assertEquals("", ended.err()));
    }

    @Test
    void withoutIpv6EverythingElseIsThere() throws Exception {
        assumeRoot();
        // An own namespace whose loopback has no ::1, as on a host with IPv6 switched off.
        String noIpv6 = "sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.lo.disable_ipv6=1 && ip link set lo up && exec \"$@\"";
        Ended ended = run(under(List.of("unshare", "-n", "sh", "-c", noIpv6, "sh"), Child.trace("connect", "--serve", "--json")));
        assertAll(() -> assertEquals(0, ended.code(), ended.err()), () -> assertTrue(ended.out().contains("\"event\":\"socket-seen\""), ended.out()),
                () -> assertTrue(ended.out().contains("\"event\":\"segment-seen\""), ended.out()),
                () -> assertTrue(ended.out().contains("\"event\":\"route-answered\""), ended.out()));
    }

    @Test
    void withoutIpv6WhatAsksForItIsOneLine() throws Exception {
        assumeRoot();
        String noIpv6 = "sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.lo.disable_ipv6=1 && ip link set lo up && exec \"$@\"";
        List<String> before = List.of("unshare", "-n", "sh", "-c", noIpv6, "sh");
        Ended six = run(under(before, Child.trace("connect", "--serve", "-6")));
        Ended literal = run(under(before, Child.trace("connect", "--serve", "[::1]")));
        Ended serve = run(under(before, Child.trace("serve", "[::1]:0")));
        assertAll(() -> assertEquals("trace connect: leave out -6: IPv6 is off here (trace doctor says what would enable it)", six.err().strip()),
                () -> assertEquals(2, six.code()),
                () -> assertTrue(literal.err().startsWith("trace connect: --serve cannot listen on ::1: IPv6 is off here"), literal.err()),
                () -> assertEquals(2, literal.code()),
                () -> assertTrue(serve.err().startsWith("trace serve: serve cannot listen on ::1: IPv6 is off here"), serve.err()),
                () -> assertEquals(2, serve.code()));
    }

    @Test
    void doctorTriesEverySourceForReal() throws Exception {
        assumeRoot();
        Ended root = run(Child.trace("doctor"));
        Ended ordinary = run(under(List.of("setpriv", "--bounding-set=-net_raw,-net_admin", "--inh-caps=-all"), Child.trace("doctor")));
        assertAll(() -> assertEquals(0, root.code()), () -> assertEquals(0, ordinary.code()),
                () -> assertTrue(root.out().lines().anyMatch(line -> line.matches(" +packet +available.*")), root.out()),
                () -> assertTrue(ordinary.out().lines().anyMatch(line -> line.matches(" +packet +not here.*")), ordinary.out()),
                () -> assertTrue(ordinary.out().contains("--sandbox"), ordinary.out()),
                () -> assertTrue(ordinary.out().lines().anyMatch(line -> line.matches(" +sockdiag +available.*")), ordinary.out()));
    }
}
