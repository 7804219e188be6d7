package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A recorded play is shown and judged again as the live play was.
@Timeout(60)
class PlayReplayTest {

    @TempDir
    private Path folder;

    private static Shell.Ran run(String... args) {
        return new Shell().with(new TerminalFacts(100, false, false, Glyphs.UNICODE)).run(args);
    }

    /// The ladder by itself, the answer alone, and everything.
    @ParameterizedTest
    @CsvSource({"half-close, brief", "half-close, normal", "half-close, deep", "tcp-vs-udp, normal", "time-wait, normal"})
    void aReplayIsTheLivePlayAtEachDetail(String scenario, String detail) {
        Shell.Ran live = run("run", scenario, "--detail", detail, "--record", recording());
        Assumptions.assumeTrue(live.err().isEmpty(), live.err());
        assertEquals(live, run("replay", recording(), "--detail", detail));
    }

    private Shell.Ran live(String scenario, String view) {
        return run("run", scenario, "--view", view, "--record", recording());
    }

    private String recording() {
        return folder.resolve("play.ndjson").toString();
    }

    /// The scenario of the catalogue, perhaps with something else in its place.
    private String file(String path, String from, String to) throws IOException {
        String text = Files.readString(Path.of("samples/scenarios", path));
        assertTrue(text.contains(from), path);
        return Files.writeString(folder.resolve("own.yaml"), text.replace(from, to), StandardCharsets.UTF_8).toString();
    }

    /// A server that accepts under a name, an event loop, a relay, a race, UDP, a hold, background steps, another network namespace.
    @ParameterizedTest
    @CsvSource({"happy-path, waterfall", "half-close, ladder", "reset-on-read, plain", "two-clocks, waterfall", "race-v6-refused, waterfall",
        "tcp-vs-udp, plain", "accept-burst, waterfall", "missing-event, ladder", "listener-vs-ready, waterfall", "address-in-use, plain",
        "name-not-found, waterfall", "proxy-acknowledged, ladder", "proxy-protocol, plain", "linger, waterfall", "overflow-abort, ladder"})
    void aReplayOfACatalogueScenarioIsTheLivePlayToTheByte(String scenario, String view) {
        Shell.Ran live = live(scenario, view);
        // On standard error each command calls itself by its own name.
        Assumptions.assumeTrue(live.err().isEmpty(), live.err());
        Shell.Ran replayed = run("replay", recording(), "--view", view);
        assertAll(() -> assertEquals(live.out(), replayed.out()), () -> assertEquals(live.code(), replayed.code()),
                () -> assertEquals("", replayed.err()), () -> assertTrue(live.out().matches("(?si).*\\ball [0-9]+ expectations held.*"), live.out()));
    }

    @Test
    void anExpectationThatDidNotHoldStillDoesNotAndTheCodeIs20() throws Exception {
        String own = file("bytes/half-close.yaml", "at: answered, state: CLOSE_WAIT", "at: answered, state: TIME_WAIT");
        for (String view : List.of("waterfall", "plain")) {
            Shell.Ran live = live(own, view);
            Assumptions.assumeTrue(live.code() != ExitCode.CANNOT_SHOW.code(), live.err());
            Shell.Ran replayed = run("replay", recording(), "--view", view);
            assertAll(() -> assertEquals(20, live.code(), live.out()), () -> assertEquals(live, replayed));
            Files.delete(Path.of(recording()));
        }
    }

    /// The judge reads the recording, not what the live play came to: another text in the header is another judgement.
    @Test
    void whatIsJudgedStandsInTheRecording() throws Exception {
        Shell.Ran live = live(file("way-out/happy-path.yaml", "claim:", "claim:"), "waterfall");
        Assumptions.assumeTrue(live.code() == 0, live.out() + live.err());
        Path recording = Path.of(recording());
        String text = Files.readString(recording);
        String wrong = text.replaceFirst("of: client, stage: connect(?!,)", "of: client, stage: connect, outcome: failed");
        assertTrue(!wrong.equals(text), text.lines().findFirst().orElse(""));
        Files.writeString(recording, wrong);
        Shell.Ran replayed = run("replay", recording());
        assertAll(() -> assertEquals(20, replayed.code(), replayed.out() + replayed.err()),
                () -> assertTrue(replayed.out().contains("DID NOT HOLD"), replayed.out()));
    }

    @Test
    void aPlayThatBreaksOffIsNotJudged() throws Exception {
        live(file("way-out/happy-path.yaml", "claim:", "claim:"), "waterfall");
        Path recording = Path.of(recording());
        List<String> lines = Files.readAllLines(recording);
        Files.write(recording, lines.subList(0, lines.size() / 2));
        Shell.Ran replayed = run("replay", recording());
        assertTrue(replayed.out().endsWith("\nthe recording breaks off: the expectations were not judged\n"), replayed.out());
        assertEquals(22, replayed.code());
    }

    @Test
    void aScenarioThatThisVersionCannotReadIsSaidAndTheTraceIsShown() throws Exception {
        live(file("way-out/happy-path.yaml", "claim:", "claim:"), "waterfall");
        Path recording = Path.of(recording());
        String text = Files.readString(recording);
        Files.writeString(recording, text.replaceFirst("do: connect", "do: teleport"));
        Shell.Ran replayed = run("replay", recording());
        assertAll(() -> assertTrue(replayed.err().contains("nothing is judged") && replayed.err().contains("teleport"), replayed.err()),
                () -> assertTrue(replayed.out().contains(" kernel "), replayed.out()), () -> assertEquals(0, replayed.code()));
    }
}
