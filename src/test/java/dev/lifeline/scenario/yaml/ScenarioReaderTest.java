package dev.lifeline.scenario.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.ScenarioException;
import dev.lifeline.scenario.Starter;
import dev.lifeline.scenario.Step;
import dev.lifeline.scenario.action.ClientRole;
import dev.lifeline.scenario.action.AwaitAction;
import dev.lifeline.scenario.action.ConnectionAction;
import dev.lifeline.scenario.action.DnsRole;
import dev.lifeline.scenario.action.GateAction;
import dev.lifeline.scenario.action.Place;
import dev.lifeline.scenario.action.ServerRole;
import dev.lifeline.scenario.action.SocketSettings;
import dev.lifeline.scenario.word.Bound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class ScenarioReaderTest {

    public static final String SMALL = """
            claim: A client is connected.
            watch: The client.
            why: >-
              The kernel
              does it.
            links:
              - {title: listen(2), url: "https://example.net/listen"}
            needs: [sockdiag, resolver, linux]
            actors:
              server: {kind: server, backlog: 8, receive-buffer: 8KiB}
              names: {kind: dns, answers: {both.test: ['::1', 127.0.0.1], gone.test: nxdomain}}
              client: {kind: client, to: 'both.test:server', resolver: names, user-timeout: 1.5s}
            steps:
              - {actor: server, do: listen}
              - {actor: client, do: connect, label: connected, background: true}
              - {actor: server, do: accept, as: peer}
              - {actor: machine, do: await, step: connected}
              - {actor: peer, do: write, text: "a\\nb"}
            expect:
              - {see: stage, of: client, stage: connect}
              - {see: counter, name: ListenDrops, rose: '>= 2'}
              - {see: bytes, of: peer, written: 2..8KiB, writes: 1}
            """;

    @Test
    void aFileIsReadWithItsValuesAndDefaults() throws ScenarioException {
        Scenario scenario = read(SMALL);

        assertEquals("The kernel does it.", scenario.why());
        assertEquals(List.of(new Scenario.Link("listen(2)", "https://example.net/listen")), scenario.links());
        assertEquals(new ServerRole(new Place("127.0.0.1", 0, null), 8, SocketSettings.NONE, 8192L, true, null, false, false),
                scenario.actor("server").role(), "with defaults; a buffer of the kernel's own size is nobody's here");
        assertEquals(Map.of("both.test", List.of("::1", "127.0.0.1"), "gone.test", List.of("nxdomain")),
                ((DnsRole) scenario.actor("names").role()).answers());
        assertEquals(1_500_000_000, ((ClientRole) scenario.actor("client").role()).settings().userTimeout());
        Step connect = scenario.steps().get(1);
        assertEquals("connected", connect.label());
        assertTrue(connect.background());
        assertEquals(new Position(15, 5), connect.position());
        assertNull(scenario.steps().get(0).label());
        assertEquals(new ConnectionAction.Write(ConnectionAction.Kind.WRITE, "a\nb", 0, 1, 2_000_000_000), scenario.steps().get(4).action());
        Bound rose = scenario.expectations().get(1).args().bound("rose");
        assertFalse(rose.holds(1));
        assertTrue(rose.holds(2));
        assertEquals(8192, scenario.expectations().get(2).args().bound("written").most());
    }

    @Test
    void aFileOfItsOwnIsCalledByItsName(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("my-own.yaml");
        Files.writeString(file, "\uFEFF" + SMALL);

        Scenario scenario = ScenarioReader.read(file);

        assertEquals("my-own", scenario.id());
        assertEquals("own", scenario.topic());
    }

    @Test
    void aFileWithoutEndIsNotReadToItsEnd() {
        assertThrows(ScenarioException.class, () -> ScenarioReader.read(Path.of("/dev/zero")));
        assertThrows(IOException.class, () -> ScenarioReader.read(Path.of("no-such-file.yaml")));
    }

    @Test
    void anAliasMayBeUsedWithinReason() throws ScenarioException {
        String aliased = SMALL.replace("steps:\n", "steps:\n  - &again {actor: machine, do: pause, time: 1ms}\n  - *again\n");

        assertEquals(7, read(aliased).steps().size());
    }

    /// Whatever a file holds, the answer is a scenario or problems: nothing else comes out, and no stack runs out.
    @Test
    void noFileUpsetsTheReader() {
        for (String nested : List.of("[".repeat(100_000), "{a: ".repeat(50_000), "- ".repeat(100_000), "? ".repeat(100_000),
                "claim: !!java.lang.Object x", "--- a\n--- b\n", "%YAML 9.1\n---\na: b", "\"", "'", "&a", "*a", "? [a]\n: b",
                "\u0000",
                "a: &x *x", "{? }", "claim: \"\\xZZ\"")) {
            assertThrows(ScenarioException.class, () -> read(nested));
        }
        String deep = "claim: " + "[".repeat(50) + "]".repeat(50);
        assertTrue(assertThrows(ScenarioException.class, () -> read(deep)).getMessage().contains("nested more than"));
        Random random = new Random(4);
        for (int i = 0; i < 3000; i++) {
            StringBuilder broken = new StringBuilder(SMALL);
            for (int k = 0; k < 1 + i % 4; k++) {
                int at = random.nextInt(broken.length());
                switch (random.nextInt(3)) {
                    case 0 -> broken.deleteCharAt(at);
                    case 1 -> broken.insert(at, "\t:{}[]&*!|>'\"%@`#,-? \n\u0000\u202e0~".charAt(random.nextInt(26)));
                    default -> broken.delete(at, Math.min(broken.length(), at + random.nextInt(30)));
                }
            }
            try {
                assertEquals("own", read(broken.toString()).topic());
            } catch (ScenarioException e) {
                assertFalse(e.problems().isEmpty());
            }
        }
    }

    @Test
    void theStarterFileIsAScenario() throws Exception {
        Scenario scenario = ScenarioReader.read(Starter.text("my-claim").getBytes(StandardCharsets.UTF_8), "my-claim.yaml",
                "my-claim",
                "own");

        assertEquals(7, scenario.steps().size());
    }

    @Test
    void whereverAnActorCanBeHeldItCanBeAwaited() {
        assertEquals(GateAction.Kind.HOLD.word().parameter("before").words(), AwaitAction.Kind.AWAIT_HOLD.word().parameter("before").words());
    }

    private static Scenario read(String text) throws ScenarioException {
        return ScenarioReader.read(text.getBytes(StandardCharsets.UTF_8), "test.yaml", "test", "own");
    }
}
