package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;

import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.report.ExpectationResults;
import dev.lifeline.cli.report.JsonReport;
import dev.lifeline.cli.report.PlayReport;
import dev.lifeline.cli.report.PlayResult;
import dev.lifeline.cli.report.PlaySum;
import dev.lifeline.cli.report.PlayTally;
import dev.lifeline.cli.report.TextReport;
import dev.lifeline.client.Resolver;
import dev.lifeline.model.FindingState;
import dev.lifeline.scenario.Expectation;
import dev.lifeline.scenario.expectation.ExpectationKind;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.judge.Finding;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.yaml.Position;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Marked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is said of many plays.
class ReportTest {

    private static final long MILLI = 1_000_000;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Io io(OutputStream to, boolean person) {
        return new Io(InputStream.nullInputStream(), to, new PrintStream(err, true, StandardCharsets.UTF_8),
                Map.of("TERM", "xterm"), new TerminalFacts(80, false, person, Glyphs.ASCII), Resolver.SYSTEM, action -> { });
    }

    private static Finding finding(int number, FindingState state, String expected, String observed) {
        return new Finding(new Expectation(number, null, ExpectationKind.QUEUE, Args.NONE, new Position(1, 1)), state,
                state == FindingState.NOT_HELD ? Marked.unlike(expected, observed) : Marked.plain(expected),
                state == FindingState.NOT_HELD ? Marked.unlike(observed, expected) : Marked.plain(observed));
    }

    private static Scenario scenario(String id) {
        return new Scenario(id, "bytes", "c", "w", "y", List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }

    private static List<PlayResult> results() {
        Finding held = finding(1, FindingState.HELD, "a", "b");
        return List.of(
                PlayResult.of(scenario("half-close"), new ExpectationResults(List.of(held, held)), List.of(), 340 * MILLI + 567),
                PlayResult.of(scenario("ephemeral-ports-exhausted"), new ExpectationResults(List.of(held,
                        finding(2, FindingState.NOT_HELD, "server's accept queue at before-accept: length 2, limit 8", "length 1"))),
                        List.of("step 7, await-state: client was never seen in CLOSE_WAIT in 2 s; last look, at 2.1 s: ESTABLISHED"), 1_204 * MILLI),
                PlayResult.of(scenario("backpressure"), new ExpectationResults(List.of(finding(1, FindingState.NOT_SEEN, "a", "no packets"))), List.of(), 5 * MILLI),
                PlayResult.notHere("privileged-port", "way-in", "root: this is not the superuser; to enable: sudo trace run"),
                PlayResult.interrupted(scenario("time-wait"), 2 * MILLI),
                PlayResult.interrupted(scenario("clean-close"), 0),
                PlayResult.broken("tcp-vs-udp", "bytes", "java.lang.IllegalStateException: \u001b[2J", 3 * MILLI));
    }

    private static List<PlayTally> tallies(List<PlayResult> results) {
        List<PlayTally> tallies = new ArrayList<>();
        for (PlayResult result : results) {
            tallies.add(PlayTally.of(null, null, result));
        }
        return tallies;
    }

    private void play(PlayReport report) {
        List<PlayResult> results = results();
        report.begin(results.size());
        for (PlayResult result : results) {
            report.began(result.id());
            assertTrue(report.tell(PlayTally.of(null, null, result)));
        }
        report.end(PlaySum.of(tallies(results), 2_500 * MILLI));
    }

    @Test
    void aPersonReadsALineForEachWhatDidNotHoldAndASummary() throws UsageException {
        play(new TextReport(io(out, false), new OutputOptions(), false));
        assertEquals("""
                held          half-close                   2 of 2    340 ms
                DID NOT HOLD  ephemeral-ports-exhausted    1 of 2   1.204 s
                              expected  server's accept queue at before-accept: length 2, limit
                                        8
                              observed  length 1
                              remark    step 7, await-state: client was never seen in CLOSE_WAIT
                                        in 2 s; last look, at 2.1 s: ESTABLISHED
                not here      backpressure                 0 of 1      5 ms
                              why       expectation 1: no packets
                not here      privileged-port
                              why       root: this is not the superuser; to enable: sudo trace
                                        run
                interrupted   time-wait                                2 ms
                BROKE         tcp-vs-udp                               3 ms
                              why       java.lang.IllegalStateException: \\x1b[2J

                7 scenarios in 2.5 s: 1 held, 1 did not hold, 2 cannot be shown here, 1 broke, 2
                interrupted or not begun
                """, out.toString(StandardCharsets.US_ASCII));
        assertEquals("", err.toString(StandardCharsets.US_ASCII), "nobody is there to read progress");
    }

    @Test
    void aFailureThatScrolledAwayStandsOnceMoreAboveTheSum() throws UsageException {
        TextReport report = new TextReport(io(out, false), new OutputOptions(), false);
        List<PlayResult> all = new ArrayList<>(results().subList(1, 2));
        for (int i = 0; i < 30; i++) {
            all.add(results().getFirst());
        }
        for (PlayResult result : all) {
            report.tell(PlayTally.of(null, null, result));
        }
        report.end(PlaySum.of(tallies(all), 2_500 * MILLI));
        assertTrue(out.toString(StandardCharsets.US_ASCII).endsWith("""
                held          half-close                   2 of 2    340 ms

                DID NOT HOLD  ephemeral-ports-exhausted    1 of 2   1.204 s
                              expected  server's accept queue at before-accept: length 2, limit
                                        8
                              observed  length 1
                              remark    step 7, await-state: client was never seen in CLOSE_WAIT
                                        in 2 s; last look, at 2.1 s: ESTABLISHED

                31 scenarios in 2.5 s: 30 held, 1 did not hold
                """), out.toString(StandardCharsets.US_ASCII));
    }

    @Test
    void progressIsOneLineThatMakesRoomForResults() throws UsageException {
        play(new TextReport(io(out, true), new OutputOptions(), false));
        String shown = err.toString(StandardCharsets.US_ASCII);
        assertTrue(shown.contains("\r\u001b[K\u001b[?7l0 of 7 played, now: half-close (Ctrl-C ends them)"), shown);
        assertTrue(shown.endsWith("\r\u001b[K"), "it is gone at the end");
        assertEquals(0, shown.lines().filter(line -> line.length() > 90).count());
    }

    @Test
    void programsReadALineForEachAndItsDifferences() {
        play(new JsonReport(io(out, false), false));
        List<String> lines = out.toString(StandardCharsets.US_ASCII).lines().toList();
        assertEquals("{\"type\":\"play\",\"id\":\"ephemeral-ports-exhausted\",\"topic\":\"bytes\",\"result\":\"not-held\",\"held\":1,"
                + "\"expectations\":2,\"tookNanos\":1204000000,\"reason\":\"step 7, await-state: client was never seen in CLOSE_WAIT in 2 s; "
                + "last look, at 2.1 s: ESTABLISHED\"}", lines.get(1));
        assertEquals("{\"type\":\"finding\",\"id\":\"ephemeral-ports-exhausted\",\"number\":2,\"expectation\":\"queue\",\"state\":\"not-held\","
                + "\"expected\":\"server's accept queue at before-accept: length 2, limit 8\",\"observed\":\"length 1\"}", lines.get(2));
        assertTrue(lines.get(8).contains("\\u001B[2J"), lines.get(8));
        assertEquals("{\"type\":\"plays\",\"count\":7,\"held\":1,\"not-held\":1,\"not-here\":2,\"interrupted\":2,\"broken\":1,"
                + "\"tookNanos\":2500000000}", lines.getLast());
    }

    @Test
    void theWorstDecidesTheExitCode() {
        List<PlayResult> results = new ArrayList<>();
        for (int i : new int[] {0, 3, 4, 1, 6}) {
            results.add(results().get(i));
        }
        List<ExitCode> codes = new ArrayList<>();
        for (int i = 1; i <= results.size(); i++) {
            codes.add(PlaySum.of(tallies(results.subList(0, i)), 1).code());
        }
        assertEquals(List.of(ExitCode.OK, ExitCode.OK, ExitCode.INTERRUPTED, ExitCode.EXPECTATION, ExitCode.INTERNAL), codes);
    }

    @Test
    void aClosedPipeIsNoticed() throws UsageException {
        OutputStream closed = mock(OutputStream.class, call -> {
            throw new IOException("Broken pipe");
        });
        assertEquals(false, new TextReport(io(closed, false), new OutputOptions(), false).tell(PlayTally.of(null, null, results().getFirst())));
        assertEquals(false, new JsonReport(io(closed, false), false).tell(PlayTally.of(null, null, results().getFirst())));
    }
}
