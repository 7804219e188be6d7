package dev.lifeline.cli.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.Shell;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.report.ExpectationResults;
import dev.lifeline.cli.report.PlayResult;
import dev.lifeline.cli.report.PlaySum;
import dev.lifeline.cli.report.PlayTally;
import dev.lifeline.cli.report.TextReport;
import dev.lifeline.client.Resolver;
import dev.lifeline.model.FindingState;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.judge.Finding;
import dev.lifeline.scenario.yaml.ScenarioReader;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Scenarios that are played several times in one run.
@Timeout(60)
class TimesTest {

    private static final String HELD = """
            claim: A server on a port of its own can be reached.
            watch: The connect.
            why: It listens.
            actors:
              server: {kind: server}
              client: {kind: client, to: server}
            steps:
              - {actor: server, do: listen}
              - {actor: client, do: connect}
            expect:
              - {see: stage, of: client, stage: connect}
            """;

    /// Depends on somebody outside: there as long as the server of the test is.
    private static final String OUTSIDE = """
            claim: Somebody listens.
            watch: The connect.
            why: Somebody listens.
            actors:
              client: {kind: client, to: '127.0.0.1:%d'}
            steps:
              - {actor: client, do: live}
            expect:
              - {see: stage, of: client, stage: connect}
            """;

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8).toString();
    }

    /// Plays it while the server takes two connections and no more.
    private Shell.Ran afterTwo(String... options) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            String scenario = file("outside.yaml", OUTSIDE.formatted(server.getLocalPort()));
            Thread taking = Thread.ofPlatform().daemon().name("two").start(() -> {
                try {
                    server.accept().close();
                    // The listener is gone before the second client reads the end, so before the third one comes.
                    try (Socket second = server.accept()) {
                        server.close();
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            String[] words = new String[options.length + 2];
            words[0] = "run";
            words[1] = scenario;
            System.arraycopy(options, 0, words, 2, options.length);
            Shell.Ran ran = new Shell().run(words);
            taking.join();
            return ran;
        }
    }

    private static String withoutTimes(String text) {
        return text.replaceAll("[0-9.]+ m?s\\b", "T").replaceAll(" +T", " T").replaceAll("127[0-9.:]+", "ADDRESS").replaceAll("after [0-9.]+ (us|ms)", "T");
    }

    @Test
    void whatHoldsEachTimeIsOneLine() throws Exception {
        Shell.Ran ran = new Shell().run("run", file("mine.yaml", HELD), "--times", "3", "--evidence", "portable");
        assertAll(() -> assertEquals(0, ran.code(), ran.err()), () -> assertEquals("", ran.err()), () -> assertEquals("""
                held          mine                         3 of 3 T

                1 scenario, 3 plays in T: 1 held each time
                """, withoutTimes(ran.out())));
    }

    @Test
    void whatWaversIsToldWithTheFirstPlayThatShowedItAndThatIsKept() throws Exception {
        Path recording = folder.resolve("first.ndjson");
        Shell.Ran ran = afterTwo("--times", "4", "--evidence", "portable", "--record", recording.toString());
        assertAll(() -> assertEquals(20, ran.code(), ran.out() + ran.err()), () -> assertTrue(withoutTimes(ran.out()).startsWith("""
                WAVERS        outside                      2 of 4 T
                              wavers    expectation 1 held 2 of 4 times, first not in play 3:
                              expected  client: connect finished
                              observed  client: connect failed"""), withoutTimes(ran.out())),
                () -> assertTrue(withoutTimes(ran.out()).endsWith("\n\n1 scenario, 4 plays in T: 1 wavers\n"), ran.out()),
                () -> assertEquals("trace run: play 3 is the first that did not hold: trace replay " + recording + " shows it\n", ran.err()));
        Shell.Ran again = new Shell().run("replay", recording.toString(), "--detail", "brief");
        assertAll(() -> assertEquals(20, again.code(), again.err()), () -> assertTrue(again.out().contains("ECONNREFUSED"), again.out()));
    }

    /// Sources tell of things after they happened: what is kept has the order in which it came, as a recording that was made live.
    @Test
    void whatIsKeptCanBeReplayedWhateverTheSourcesSaid() throws Exception {
        Path recording = folder.resolve("crowd.ndjson");
        String crowd = file("crowd.yaml", HELD.replace("client: {kind: client, to: server}", "client: {kind: client, to: server, count: 12}")
                .replace("stage: connect}", "stage: connect, outcome: failed}"));
        assertEquals(20, new Shell().run("run", crowd, "--times", "2", "--record", recording.toString()).code());
        Shell.Ran again = new Shell().run("replay", recording.toString(), "--detail", "brief");
        assertAll(() -> assertEquals(20, again.code(), again.err()), () -> assertEquals("", again.err()));
    }

    @Test
    void whereAllHeldThereIsNoRecordingAndAnOldOneStays() throws Exception {
        Path recording = folder.resolve("none.ndjson");
        String mine = file("mine.yaml", HELD);
        assertEquals("trace run: no play failed, so nothing is written to " + recording + "\n",
                new Shell().run("run", mine, "--times", "2", "--evidence", "portable", "--record", recording.toString()).err());
        assertFalse(Files.exists(recording) || Files.exists(folder.resolve("none.ndjson.part")));
        Files.writeString(recording, "old");
        assertTrue(new Shell().run("run", mine, "--times", "2", "--evidence", "portable", "--record", recording.toString()).err()
                .endsWith("; what stands there is older\n"));
        assertEquals("old", Files.readString(recording));
    }

    @Test
    void programsReadEachPlayAndWhatWavers() throws Exception {
        Shell.Ran ran = afterTwo("--times", "3", "--evidence", "portable", "--json");
        List<String> lines = ran.out().lines().map(line -> line.replaceAll("\"tookNanos\":\\d+", "T")).toList();
        assertEquals(20, ran.code(), ran.err());
        assertEquals("{\"type\":\"play\",\"id\":\"outside\",\"play\":1,\"topic\":\"own\",\"result\":\"held\",\"held\":1,\"expectations\":1,T}", lines.getFirst());
        assertTrue(lines.get(3).startsWith("{\"type\":\"finding\",\"id\":\"outside\",\"play\":3,\"number\":1,"), lines.get(3));
        assertEquals("{\"type\":\"times\",\"id\":\"outside\",\"topic\":\"own\",\"result\":\"wavering\",\"plays\":3,\"held\":2,\"not-held\":1,\"not-here\":0,"
                + "\"interrupted\":0,\"broken\":0,T}", lines.get(4));
        assertTrue(lines.get(5).startsWith("{\"type\":\"wavering\",\"id\":\"outside\",\"number\":1,\"expectation\":\"stage\",\"held\":2,\"not-held\":1,"
                + "\"not-seen\":0,\"play\":3,\"state\":\"not-held\",\"expected\":\"client: connect finished\",\"observed\":"), lines.get(5));
        assertEquals("{\"type\":\"plays\",\"count\":1,\"held\":0,\"not-held\":1,\"not-here\":0,\"interrupted\":0,\"broken\":0,\"wavering\":1,T}", lines.getLast());
    }

    @Test
    void ofSeveralThoseThatWaverAreCountedAndOneIsNamedToLookAt() throws Exception {
        String mine = file("mine.yaml", HELD);
        String not = file("not.yaml", HELD.replace("stage: connect}", "stage: connect, outcome: failed}"));
        assertTrue(withoutTimes(new Shell().run("run", mine, not, "--times", "2", "--evidence", "portable").out()).endsWith("""

                2 scenarios, 4 plays in T: 1 held each time, 1 never held
                trace run %s --times 10 --record FILE keeps the first play that does not hold
                """.formatted(not)));
        assertFalse(new Shell().run("run", mine, "connected-not-accepted", "--times", "2", "--evidence", "portable").out().contains("keeps the first"));
    }

    @Test
    void severalAreALineEachAndNoneIsPlayedWhereOneIsNoScenario() throws Exception {
        String mine = file("mine.yaml", HELD);
        String not = file("not.yaml", HELD.replace("stage: connect}", "stage: connect, outcome: failed}"));
        Shell.Ran ran = new Shell().run("run", mine, not, "--evidence", "portable");
        assertAll(() -> assertEquals(20, ran.code(), ran.err()),
                () -> assertTrue(ran.out().contains("held          mine ") && ran.out().contains("DID NOT HOLD  not "), ran.out()),
                () -> assertTrue(ran.out().endsWith(": 1 held, 1 did not hold\n"), ran.out()));
        String bad = file("bad.yaml", HELD.replace("do: listen", "do: lissen"));
        Shell.Ran refused = new Shell().run("run", mine, bad, "--evidence", "portable");
        assertAll(() -> assertEquals(2, refused.code()), () -> assertEquals("", refused.out()),
                () -> assertTrue(refused.err().startsWith(bad + ":8:"), refused.err()));
        Shell.Ran lacking = new Shell().run("run", mine, "connected-not-accepted", "--evidence", "portable");
        assertAll(() -> assertEquals(21, lacking.code(), lacking.err()),
                () -> assertTrue(lacking.out().endsWith(": 1 held, 1 cannot be shown here\n"), lacking.out()));
    }

    @Test
    void ctrlCSumsUpWhatWasPlayedUntilThen() throws Exception {
        String slow = file("slow.yaml", HELD.replace("  - {actor: client, do: connect}\n",
                "  - {actor: client, do: connect}\n  - {actor: machine, do: pause, time: 100ms}\n"));
        CountDownLatch second = new CountDownLatch(2);
        Shell shell = new Shell().writingTo(new OutputStream() {
            private final StringBuilder all = new StringBuilder();

            @Override
            public void write(int b) {
                all.append((char) b);
                if (b == '\n') {
                    second.countDown();
                }
            }
        });
        CompletableFuture<Shell.Ran> ran = CompletableFuture.supplyAsync(
                () -> shell.run("run", slow, "--times", "1000", "--evidence", "portable", "--json"));
        assertTrue(second.await(20, TimeUnit.SECONDS));
        shell.interrupt().get(10, TimeUnit.SECONDS).accept("INT");
        assertEquals(130, ran.get(20, TimeUnit.SECONDS).code());
    }

    private static String shown(List<PlayResult> results, Scenario scenario) throws UsageException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TextReport report = new TextReport(new Io(InputStream.nullInputStream(), out, new PrintStream(OutputStream.nullOutputStream()), Map.of(),
                new TerminalFacts(80, false, false, Glyphs.ASCII), Resolver.SYSTEM, _ -> { }), new OutputOptions(), true);
        PlayTally tally = PlayTally.of(scenario, null, results.size());
        for (int i = 0; i < results.size(); i++) {
            tally.add(i + 1, results.get(i));
            report.tell(tally);
        }
        report.end(PlaySum.of(List.of(tally), 9_000_000));
        return out.toString(StandardCharsets.US_ASCII);
    }

    @Test
    void whatWasNotPlayedToTheEndIsOnlyCounted() throws Exception {
        Scenario scenario = ScenarioReader.read(HELD.getBytes(StandardCharsets.UTF_8), "mine.yaml", "mine", "own");
        Finding held = new Finding(scenario.expectations().getFirst(), FindingState.HELD, "a", "b");
        PlayResult good = PlayResult.of(scenario, new ExpectationResults(List.of(held)), List.of(), 5_000_000);
        assertEquals("""
                interrupted   mine                         1 of 1      7 ms
                              plays     2 of 3 were not played to the end

                1 scenario, 1 play in 9 ms: 1 interrupted or not begun
                """, shown(List.of(good, PlayResult.interrupted(scenario, 2_000_000), PlayResult.interrupted(scenario, 0)), scenario));
        assertEquals("""
                not here      mine                         1 of 1      5 ms
                              plays     1 of 2 was not played to the end: linux: no descriptor
                                        is left

                1 scenario, 1 play in 9 ms: 1 cannot be shown here
                """, shown(List.of(good, PlayResult.notHere("mine", "own", "linux: no descriptor is left")), scenario));
    }
}
