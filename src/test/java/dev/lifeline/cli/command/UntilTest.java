package dev.lifeline.cli.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `trace run --until LABEL`, and `--fails ID,...`.
@Timeout(60)
class UntilTest {

    private static final String PLAY = """
            claim: A server reads what a client wrote.
            watch: The bytes.
            why: TCP carries bytes.
            actors:
              server: {kind: server}
              client: {kind: client, to: server}
            steps:
              - {actor: server, do: listen}
              - {actor: client, do: connect, label: connected}
              - {actor: server, do: accept, as: peer, label: accepted}
              - {actor: client, do: write, text: 'ping', label: request}
              - {actor: peer, do: read, bytes: 4, label: read}
              - {actor: client, do: close}
              - {actor: peer, do: close}
            expect:
              - {id: connects, see: stage, of: client, stage: connect}
              - {id: reads, see: bytes, of: peer, at: read, read: 4}
              - {id: orphan, see: bytes, of: client, at: request, written: 5}
              - {see: bytes, of: client, written: 4}
              - {id: closes, see: stage, of: client, stage: close}
            """;

    @TempDir
    private Path folder;

    private Shell.Ran run(String... options) throws Exception {
        String[] words = new String[options.length + 4];
        words[0] = "run";
        words[1] = Files.writeString(folder.resolve("ping.yaml"), PLAY).toString();
        words[2] = "--evidence";
        words[3] = "portable";
        System.arraycopy(options, 0, words, 4, options.length);
        return new Shell().run(words);
    }

    @Test
    void thePlayEndsAtTheLabelAndWhatIsAboutLaterStepsIsNotJudged() throws Exception {
        assertEquals("""
                ping: A server reads what a client wrote.
                the expectation held
                The play ended at connected, as asked: 1 of 5 expectations is judged, the others
                  are about what was not played.
                """, run("--until", "connected", "--detail", "brief", "--width", "80").out());
        Shell.Ran later = run("--until", "read", "--detail", "brief", "--width", "80");
        assertAll(() -> assertEquals(20, later.code()), () -> assertTrue(later.out().startsWith("""
                ping: A server reads what a client wrote.
                2 of 3 expectations held, 1 did not
                Expectation 3 (orphan) did not hold: expected: client at request: written 5;
                """), later.out()));
        Shell.Ran whole = run("--detail", "brief");
        assertTrue(whole.out().contains("4 of 5 expectations held, 1 did not"), whole.out());
    }

    @Test
    void theScreenIsThatOfTheMomentAndAReplayOfItIsTheSame() throws Exception {
        Path recording = folder.resolve("run.ndjson");
        for (String detail : List.of("brief", "normal", "deep")) {
            Shell.Ran live = run("--until", "request", "--detail", detail, "--record", recording.toString());
            Shell.Ran replayed = new Shell().run("replay", recording.toString(), "--detail", detail);
            assertEquals(live.out(), replayed.out());
            assertEquals(live.code(), replayed.code());
            assertFalse(live.out().contains("FIN"), live.out());
            Files.delete(recording);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            orphan          | 0  | As expected, exactly orphan did not hold.
            3               | 0  | As expected, exactly orphan did not hold.
            orphan,connects | 20 | Not as expected: connects was to fail and held.
            connects,closes | 20 | Not as expected: connects, closes were to fail and held; orphan did not hold and was to.
            4               | 20 | Not as expected: 4 was to fail and held; orphan did not hold and was to.
            """)
    void exactlyThoseMustNotHold(String ids, int code, String sentence) throws Exception {
        Shell.Ran ran = run("--fails", ids, "--width", "120");
        assertEquals(code, ran.code(), ran.out() + ran.err());
        assertEquals(sentence, ran.out().lines().toList().getLast());
        Shell.Ran json = run("--fails", ids, "--json");
        assertEquals(code, json.code());
        assertEquals(code == 0 ? "" : "trace run: " + sentence + "\n", json.err());
    }

    @Test
    void oneThatIsNotJudgedIsNotAsExpected() throws Exception {
        Shell.Ran ran = run("--fails", "reads", "--until", "connected", "--detail", "brief");
        assertEquals(20, ran.code());
        assertTrue(ran.out().endsWith("Not as expected: reads was to fail and was not judged.\n"), ran.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --until conected        | trace run: --until 'conected': ping has no step of that label (did you mean connected?); there are connected, accepted, request, read
            --fails orfan           | trace run: --fails 'orfan': ping has no expectation 'orfan' (did you mean orphan?); there are connects, reads, orphan, 4, closes
            --fails orphan,         | trace run: --fails 'orphan,': ping has no expectation ''; there are connects, reads, orphan, 4, closes
            --until read --check    | trace run: --check plays nothing: leave out --until, or leave out --check
            --fails orphan --times 3 | trace run: --fails is for one play of one scenario
            --fails orphan --junit x | trace run: --junit reports what does not hold as failed, and --fails wants it to: leave out one of them
            """)
    void oneLineSaysWhatIsWrong(String options, String line) throws Exception {
        Shell.Ran ran = run(options.strip().split(" "));
        assertEquals(2, ran.code(), ran.out());
        assertEquals(line, ran.err().lines().findFirst().orElse(""));
    }
}
