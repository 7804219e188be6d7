package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.observe.Availability;
import dev.lifeline.observe.sockdiag.SockDiagSource;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Scenarios played through the whole program, on real sockets.
@Timeout(60)
class RunTest {

    private static final Path CATALOGUE = Path.of("samples/scenarios/way-in/connected-not-accepted.yaml");

    /// Needs nothing but sockets, so that it can be played everywhere.
    private static final String PLAIN = """
            claim: What a client writes, the server reads.
            watch: The bytes.
            why: TCP carries bytes.
            links:
              - {title: RFC 9293, url: "https://www.rfc-editor.org/rfc/rfc9293"}
            actors:
              server: {kind: server}
              client: {kind: client, to: server}
            steps:
              - {actor: server, do: listen}
              - {actor: client, do: connect}
              - {actor: server, do: accept, as: peer}
              - {actor: client, do: write, text: 'ping'}
              - {actor: peer, do: read, bytes: 4}
              - {actor: client, do: close}
              - {actor: peer, do: close}
            expect:
              - {see: stage, of: client, stage: connect}
              - {see: bytes, of: peer, read: 4, text: 'ping'}
            """;

    @TempDir
    private Path folder;

    private static void assumeSockets() {
        Assumptions.assumeTrue(new SockDiagSource().probe() instanceof Availability.Available, "the kernel's sockets are not readable here");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8).toString();
    }

    /// What comes after the trace in the deep detail.
    private static String end(Shell.Ran ran) {
        int at = ran.out().indexOf("\nheld  ");
        int not = ran.out().indexOf("\nDID NOT HOLD  ");
        return ran.out().substring((at < 0 ? not : not < 0 ? at : Math.min(at, not)) + 1);
    }

    @Test
    void aRunEndsWithEachExpectationThenWhy() throws Exception {
        Shell.Ran ran = new Shell().run("run", file("ping.yaml", PLAIN), "--ascii", "--width", "80", "--detail", "deep");
        assertAll(() -> assertEquals("", ran.err()), () -> assertEquals(0, ran.code()), () -> assertEquals("""
                held          1  expected  client: connect finished
                held          2  expected  peer: read 4, text "ping"

                result        all 2 expectations held.

                why           TCP carries bytes.
                read on       RFC 9293  https://www.rfc-editor.org/rfc/rfc9293
                """, end(ran)));
    }

    @Test
    void whatAPersonMustKnowStandsInTheLastLinesAndWhatHeldIsOnlyCounted() throws Exception {
        Shell.Ran ran = new Shell().run("run", file("ping.yaml", PLAIN), "--ascii", "--width", "80");
        List<String> lines = ran.out().lines().toList();
        assertTrue(lines.getLast().startsWith("help: ") && !lines.getLast().contains("held"), "words of the picture, none of the result: " + ran.out());
        String above = String.join("\n", lines.subList(0, lines.size() - 1)) + "\n";
        assertAll(() -> assertEquals("", ran.err()), () -> assertEquals(0, ran.code()), () -> assertTrue(above.endsWith("""

                claim         What a client writes, the server reads.
                watch         The bytes.
                result        all 2 expectations held.
                why           TCP carries bytes.
                more          --detail deep: each expectation, every look, where to read on
                """), ran.out()), () -> assertTrue(ran.out().lines().count() <= 24, ran.out()),
                () -> assertTrue(ran.out().lines().findFirst().orElse("").matches(" +ms client +kernel +peer"), ran.out()));
    }

    @Test
    void aBriefRunIsClaimAndResultAndTheFirstDifference() throws Exception {
        assertEquals("ping: What a client writes, the server reads.\nall 2 expectations held\n",
                new Shell().run("run", file("ping.yaml", PLAIN), "--detail", "brief").out());
        Shell.Ran wrong = new Shell().run("run", file("wrong.yaml", PLAIN.replace("read: 4", "read: 5").replace("stage: connect}", "stage: connect, outcome: failed}")),
                "--detail", "brief", "--width", "120");
        List<String> lines = wrong.out().lines().toList();
        assertAll(() -> assertEquals(20, wrong.code(), wrong.err()), () -> assertTrue(lines.size() <= 6, wrong.out()),
                () -> assertEquals("0 of 2 expectations held, 2 did not", lines.get(1)),
                () -> assertTrue(lines.get(2).startsWith("Expectation 1 did not hold: expected: client: connect failed; observed: "), wrong.out()));
    }

    @Test
    void theClaimAndWhatToLookAtComeFirstAndTheViewIsThatOfAnyTrace() throws Exception {
        Shell.Ran ran = new Shell().run("run", file("ping.yaml", PLAIN), "--ascii", "--detail", "deep", "--view", "waterfall");
        assertTrue(ran.out().startsWith("""
                scenario      ping
                claim         What a client writes, the server reads.
                watch         The bytes.

                stage """), ran.out());
        assertAll(() -> assertTrue(ran.line("accept").contains("server"), ran.out()), () -> assertTrue(ran.out().contains("not proved"), ran.out()),
                () -> assertTrue(ran.line("steps").matches("1 +-?[0-9.]+ m?s  server listen"), ran.out()),
                () -> assertFalse(ran.out().contains("remark"), ran.out()));
    }

    @Test
    void aScenarioOfTheCatalogueHolds() {
        assumeSockets();
        Shell.Ran ran = new Shell().run("run", "connected-not-accepted", "--detail", "deep");
        assertAll(() -> assertEquals(0, ran.code(), ran.out() + ran.err()),
                () -> assertEquals("all 6 expectations held.", ran.line("result"), ran.out()),
                () -> assertTrue(ran.out().contains("held by no program"), ran.out()));
    }

    @Test
    void aWrongExpectationExitsWith20AndShowsTheDifference() throws Exception {
        assumeSockets();
        String wrong = Files.readString(CATALOGUE).replace("at: before-accept, length: 1, limit: 8", "at: before-accept, length: 2, limit: 8");
        Shell.Ran ran = new Shell().run("run", file("wrong.yaml", wrong), "--width", "100");
        List<String> lines = ran.out().lines().dropWhile(line -> !line.startsWith("DID NOT HOLD")).limit(3).toList();
        assertAll(() -> assertEquals(20, ran.code(), ran.out() + ran.err()), () -> assertEquals(List.of(
                "DID NOT HOLD  3  expected  server's accept queue at before-accept: length 2, limit 8",
                "                 observed  server's accept queue at before-accept: length 1, limit 8",
                "                                                                          ^"), lines),
                () -> assertEquals("5 of 6 expectations held, 1 did not:", ran.line("result")));
    }

    @Test
    void withoutTheFaultItsExpectationFails() throws Exception {
        assumeSockets();
        String mended = Files.readString(CATALOGUE).replace("  - {actor: machine, do: look, label: before-accept}\n", "")
                .replace("  - {actor: machine, do: look, label: after-accept}\n", "  - {actor: machine, do: look, label: before-accept}\n"
                        + "  - {actor: machine, do: look, label: after-accept}\n");
        Shell.Ran ran = new Shell().run("run", file("mended.yaml", mended));
        assertAll(() -> assertEquals(20, ran.code(), ran.out() + ran.err()),
                () -> assertTrue(ran.out().contains("DID NOT HOLD  2"), ran.out()), () -> assertTrue(ran.out().contains("DID NOT HOLD  3"), ran.out()));
    }

    @Test
    void evidenceThatIsNotThereIs21AndOneLineSaysWhatIsMissing() {
        Shell.Ran ran = new Shell().run("run", "connected-not-accepted", "--evidence", "portable");
        assertAll(() -> assertEquals(21, ran.code(), ran.out() + ran.err()), () -> assertEquals(1, ran.err().lines().count(), ran.err()),
                () -> assertTrue(ran.err().startsWith("trace run: connected-not-accepted cannot be shown here: sockdiag: "), ran.err()),
                () -> assertTrue(ran.err().contains("to enable: --evidence auto"), ran.err()));
    }

    @Test
    void aSandboxThatIsRefusedIsSaidAndGoneOnWithout() throws Exception {
        Shell.Ran ran = new Shell().with("TRACE_SANDBOX", "refused: unshare: Operation not permitted\n")
                .run("run", file("ping.yaml", PLAIN), "--sandbox");
        assertAll(() -> assertEquals(0, ran.code()), () -> assertTrue(ran.err().startsWith("trace run: no sandbox, going on without one: "), ran.err()),
                () -> assertTrue(ran.err().contains("(unshare: Operation not permitted)"), ran.err()),
                () -> assertEquals(1, ran.err().lines().count(), ran.err()));
    }

    @Test
    void theRecordingSaysWhichScenarioItWasAndReplaysWithTheSameTrace() throws Exception {
        Path recording = folder.resolve("run.ndjson");
        Shell.Ran ran = new Shell().run("run", file("ping.yaml", PLAIN), "--json", "--record", recording.toString());
        List<String> lines = ran.out().lines().toList();
        Shell.Ran replayed = new Shell().run("replay", recording.toString(), "--detail", "deep", "--view", "waterfall");
        assertAll(() -> assertEquals(0, ran.code(), ran.err()), () -> assertEquals("", ran.err()),
                () -> assertEquals(Files.readString(recording), ran.out()),
                () -> assertTrue(lines.get(0).startsWith("{\"type\":\"header\""), ran.out()),
                () -> assertTrue(lines.get(0).contains("\"scenario\":{\"id\":\"ping\",\"topic\":\"own\",\"claim\":\"What a client writes, the server reads.\","
                        + "\"text\":\"claim: What a client"), lines.get(0)),
                () -> assertEquals(2, lines.stream().filter(line -> line.startsWith("{\"type\":\"finding\",")
                        && line.contains("\"state\":\"held\"")).count(), ran.out()),
                () -> assertTrue(lines.getLast().startsWith("{\"type\":\"end\""), ran.out()),
                () -> assertEquals(0, replayed.code(), replayed.err()), () -> assertTrue(replayed.line("steps").endsWith("s  server listen"), replayed.out()));
    }

    @Test
    void aScreenReaderGetsSentences() throws Exception {
        Shell.Ran ran = new Shell().run("run", file("ping.yaml", PLAIN), "--accessible", "--width", "120", "--detail", "deep");
        assertAll(() -> assertTrue(ran.out().startsWith("Scenario ping: What a client writes, the server reads.\nWhat to look at: The bytes.\n"), ran.out()),
                () -> assertTrue(ran.out().contains("s step 2 began: client connect.\n"), ran.out()),
                () -> assertTrue(ran.out().contains("\nExpectation 1 held: client: connect finished.\n"), ran.out()),
                () -> assertTrue(ran.out().endsWith("\nAll 2 expectations held.\n\nWhy: TCP carries bytes.\n"
                        + "Read on: RFC 9293, https://www.rfc-editor.org/rfc/rfc9293\n"), ran.out()));
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void everythingFitsWithoutColourAndUnicode(int columns) throws Exception {
        Shell.Ran ran = new Shell().with(new TerminalFacts(columns, false, false, Glyphs.ASCII)).run("run", file("ping.yaml", PLAIN));
        ran.out().lines().forEach(line -> assertTrue(line.length() <= columns && line.chars().allMatch(sign -> sign >= ' ' && sign < 0x7f), line));
    }

    @Test
    void textOfAFileNeverReachesTheTerminalAsItIs() throws Exception {
        String hostile = PLAIN.replace("claim: What a client writes, the server reads.", "claim: \"\\e[2J\\a\"").replace("TCP carries bytes.", "\"\\e]0;x\\a\"");
        Shell.Ran ran = new Shell().run("run", file("hostile.yaml", hostile), "--ascii");
        assertAll(() -> assertEquals(0, ran.code(), ran.err()), () -> assertTrue(ran.line("claim").equals("\\x1b[2J\\x07"), ran.out()),
                () -> assertTrue(ran.out().chars().allMatch(sign -> sign == '\n' || sign >= ' ' && sign < 0x7f), ran.out()));
    }

    @Test
    void everyMistakeOfAFileIsALineThatEditorsUnderstand() throws Exception {
        String wrong = file("wrong.yaml", PLAIN.replace("do: listen", "do: lisen").replace("of: peer", "of: pear"));
        for (String[] command : new String[][] {{"run", wrong}, {"run", "--check", wrong}}) {
            Shell.Ran ran = new Shell().run(command);
            List<String> lines = ran.err().lines().toList();
            assertAll(() -> assertEquals(2, ran.code()), () -> assertEquals("", ran.out()), () -> assertEquals(2, lines.size(), ran.err()),
                    () -> assertTrue(lines.get(0).startsWith(wrong + ":10:") && lines.get(0).contains("did you mean listen?"), ran.err()),
                    () -> assertTrue(lines.get(1).startsWith(wrong + ":19:") && lines.get(1).contains("did you mean peer?"), ran.err()));
        }
    }

    @Test
    void checkingPlaysNothingAndGoesOnAfterAFileThatIsWrong() throws Exception {
        String good = file("good.yaml", PLAIN);
        String wrong = file("bad.yaml", "claim: x\n");
        Shell.Ran ran = new Shell().run("run", "--check", wrong, good, "connected-not-accepted");
        assertAll(() -> assertEquals(2, ran.code()), () -> assertEquals(good + ": no mistakes (7 steps, 2 expectations)\n"
                + "connected-not-accepted: no mistakes (7 steps, 6 expectations, 2 predictions, 1 puzzle)\n", ran.out()),
                () -> assertTrue(ran.err().lines().allMatch(line -> line.startsWith(wrong + ":1:1: ")), ran.err()));
        assertEquals(0, new Shell().run("run", "--check", good).code());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "run | trace run: which scenario? Write trace run ID or trace run FILE.yaml; trace scenarios lists those that there are",
        "run half-clos | trace run: there is no scenario 'half-clos' (did you mean half-close?): trace scenarios lists them; a file of your own ends with .yaml",
        "run no/such.yaml | trace run: there is no file 'no/such.yaml': check the path, or see trace scenarios for those built in",
        "run half-close b | trace run: there is no scenario 'b': trace scenarios lists them; a file of your own ends with .yaml",
        "run half-close listen --record x | trace run: --record is for one scenario: a recording holds one trace",
        "run half-close listen --view ladder | trace run: --view is for one scenario: several are given, and each is one line",
        "run half-close --times 0 | trace run: --times 0 is out of range: write 1 to 1000",
        "run half-close --times 1001 | trace run: --times 1001 is out of range: write 1 to 1000",
        "run half-close --times few | trace run: invalid value for option '--times': 'few' is no whole number: write for example --times 10",
        "run half-close --check --times 2 | trace run: --check plays nothing: leave out --times, or leave out --check",
        "run half-close --view plain --times 2 | trace run: --view is for one play: --times tells what does not hold each time, and --record FILE keeps the first play that did not, for trace replay FILE --view plain",
        "run half-close --topic bytes | trace run: --topic plays several scenarios: add --all",
        "run --all half-close | trace run: --all plays the whole catalogue: leave out 'half-close', or leave out --all",
        "run --all --record x | trace run: --record is for one scenario: a recording holds one trace",
        "run --all --view ladder | trace run: --view is for one scenario: --all shows one line for each",
        "run --all --topic byts | trace run: --topic 'byts' is not known (did you mean bytes?): there are way-out, way-in, bytes, workers, protocol, between, observers",
        "run half-close --chek | trace run: there is no option '--chek' (did you mean --check?); see trace run --help",
        "run half-close --view ldder | trace run: the view 'ldder' does not exist (did you mean ladder?): there are waterfall, ladder, plain",
        "rnu half-close | trace: there is no command 'rnu' (did you mean run?): there are connect, serve, run, scenarios, step, explain, replay, export, doctor, help"
    })
    void oneLineSaysWhatAndWhatToTry(String command, String line) {
        Shell.Ran ran = new Shell().run(command.split(" "));
        assertAll(() -> assertEquals(line + System.lineSeparator(), ran.err()), () -> assertEquals(2, ran.code()), () -> assertEquals("", ran.out()));
    }

    @Test
    void ctrlCShowsWhatWasPlayedAndJudgesNothing() throws Exception {
        String waiting = file("waiting.yaml", PLAIN.replace("  - {actor: client, do: write, text: 'ping'}\n",
                "  - {actor: machine, do: pause, time: 25s}\n  - {actor: client, do: write, text: 'ping'}\n"));
        CountDownLatch told = new CountDownLatch(1);
        StringBuilder out = new StringBuilder();
        OutputStream watched = new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                out.append(new String(bytes, offset, length, StandardCharsets.UTF_8));
                if (out.indexOf("\"action\":\"pause\"") >= 0) {
                    told.countDown();
                }
            }
        };
        Shell shell = new Shell().writingTo(watched);
        CompletableFuture<Shell.Ran> running = CompletableFuture.supplyAsync(
                () -> shell.run("run", waiting, "--json", "--record", folder.resolve("run.ndjson").toString()));
        assertTrue(told.await(20, TimeUnit.SECONDS), "the pause began");
        shell.interrupt().get(20, TimeUnit.SECONDS).accept("INT");
        Shell.Ran ran = running.get(20, TimeUnit.SECONDS);
        Shell.Ran replayed = new Shell().run("replay", folder.resolve("run.ndjson").toString());
        assertAll(() -> assertEquals(130, ran.code(), ran.err()), () -> assertFalse(out.toString().contains("\"finding\""), out::toString),
                () -> assertEquals(130, replayed.code()), () -> assertTrue(replayed.out().contains("interrupted"), replayed.out()),
                () -> assertTrue(replayed.out().contains("connect: 127.0.0.1:") || replayed.out().contains("ACK (connect)"), replayed.out()));
    }

    @Test
    void somebodyWhoInterruptsReadsThatNothingWasJudged() throws Exception {
        String waiting = file("waiting.yaml", PLAIN.replace("  - {actor: client, do: write, text: 'ping'}\n",
                "  - {actor: machine, do: pause, time: 25s}\n  - {actor: client, do: write, text: 'ping'}\n"));
        Shell shell = new Shell();
        CompletableFuture<Shell.Ran> running = CompletableFuture.supplyAsync(() -> shell.run("run", waiting));
        shell.interrupt().get(20, TimeUnit.SECONDS).accept("INT");
        Shell.Ran ran = running.get(20, TimeUnit.SECONDS);
        assertAll(() -> assertEquals(130, ran.code(), ran.err()),
                () -> assertTrue(ran.out().endsWith("\ninterrupted: the expectations were not judged\n"), ran.out()));
    }
}
