package dev.lifeline.cli.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.report.PlayResult;
import dev.lifeline.client.Resolver;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.sockdiag.SockDiagSource;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.scenario.Catalogue;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.yaml.ScenarioReader;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Many plays, several at a time.
@Timeout(60)
class PlaysTest {

    private static final Catalogue.Topic ONE = new Catalogue.Topic("way-in", "The way in", List.of("connected-not-accepted"));

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Consumer<String>> signals = new ArrayList<>();

    private Io io() {
        return new Io(InputStream.nullInputStream(), out, new PrintStream(OutputStream.nullOutputStream()), Map.of(),
                new TerminalFacts(80, false, false, Glyphs.ASCII), Resolver.SYSTEM, signals::add);
    }

    private static Scenario scenario(String id, String pause, int read) throws Exception {
        String text = """
                claim: c
                watch: w
                why: y
                actors:
                  server: {kind: server}
                  client: {kind: client, to: server}
                steps:
                  - {actor: server, do: listen}
                  - {actor: client, do: connect}
                  - {actor: server, do: accept, as: peer}
                  - {actor: client, do: write, text: 'ping'}
                  - {actor: peer, do: read, bytes: 4}
                  - {actor: machine, do: pause, time: %s}
                expect:
                  - {see: bytes, of: peer, read: %d}
                """.formatted(pause, read);
        return ScenarioReader.read(text.getBytes(StandardCharsets.UTF_8), id + ".yaml", id, "own");
    }

    @Test
    void playsBesideEachOtherDoNotDisturbEachOther() throws Exception {
        Plays plays = new Plays(EvidenceChoice.AUTO);
        int count = 6;
        BlockingQueue<PlayResult> results = new ArrayBlockingQueue<>(count);
        for (int i = 0; i < count; i++) {
            Scenario scenario = scenario("s" + i, "20ms", i % 3 == 0 ? 5 : 4);
            Thread.ofPlatform().daemon().name("play-" + i).start(() -> results.add(plays.play(scenario, 1, null)));
        }
        for (int i = 0; i < count; i++) {
            PlayResult result = results.poll(30, TimeUnit.SECONDS);
            boolean wrong = Integer.parseInt(result.id().substring(1)) % 3 == 0;
            assertEquals(wrong ? PlayResult.Kind.NOT_HELD : PlayResult.Kind.HELD, result.kind(), result::toString);
        }
    }

    @Test
    void endingEndsWhatRunsAndBeginsNothingMore() throws Exception {
        Plays plays = new Plays(EvidenceChoice.PORTABLE);
        Scenario waiting = scenario("waiting", "25s", 4);
        BlockingQueue<PlayResult> results = new ArrayBlockingQueue<>(1);
        CountDownLatch begun = new CountDownLatch(1);
        Thread.ofPlatform().daemon().name("play-waiting").start(() -> {
            begun.countDown();
            results.add(plays.play(waiting, 1, null));
        });
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        plays.end("INT");
        assertEquals(PlayResult.Kind.INTERRUPTED, results.poll(10, TimeUnit.SECONDS).kind());
        assertEquals(PlayResult.interrupted(waiting, 0), plays.play(waiting, 1, null));
    }

    private ExitCode run(boolean json, EvidenceChoice evidence) throws Exception {
        OutputOptions.Sinks sinks = new OutputOptions.Sinks();
        sinks.json = json;
        return new RunTimes(io(), new OutputOptions(), sinks, evidence, null, null).all(List.of(ONE));
    }

    @Test
    void aTopicIsPlayedAndSummedUp() throws Exception {
        Assumptions.assumeTrue(new SockDiagSource().probe() instanceof Availability.Available, "the kernel's sockets are not readable here");
        ExitCode code = run(false, EvidenceChoice.AUTO);
        String text = out.toString(StandardCharsets.US_ASCII);
        assertAll(() -> assertEquals(ExitCode.OK, code, text), () -> assertEquals(1, signals.size()),
                () -> assertTrue(text.startsWith("held          connected-not-accepted       6 of 6  "), text),
                () -> assertTrue(text.endsWith(": 1 held\n") && text.contains("\n\n1 scenario in "), text));
    }

    @Test
    void withoutEvidenceItIsListedWithItsReasonAndIsNoFailure() throws Exception {
        ExitCode code = run(true, EvidenceChoice.PORTABLE);
        List<String> lines = out.toString(StandardCharsets.US_ASCII).lines().toList();
        assertAll(() -> assertEquals(ExitCode.OK, code), () -> assertEquals(2, lines.size(), lines::toString),
                () -> assertTrue(lines.getFirst().contains("\"result\":\"not-here\"") && lines.getFirst().contains("\"reason\":\"sockdiag: "), lines.getFirst()));
    }
}
