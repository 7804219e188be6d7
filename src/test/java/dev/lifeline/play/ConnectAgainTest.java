package dev.lifeline.play;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.model.FindingState;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.judge.Finding;
import dev.lifeline.scenario.judge.Judge;
import dev.lifeline.scenario.yaml.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A client that connects twice: which of its connections expectations mean.
@Timeout(60)
class ConnectAgainTest {

    private static final String FILE = """
            claim: A client connects again.
            watch: Its sockets.
            why: A client has one connection at a time.
            actors:
              server: {kind: server}
              client: {kind: client, to: server}
            steps:
              - {actor: server, do: listen}
              - {actor: client, do: connect, label: one}
              - {actor: server, do: accept, as: first}
              - {actor: client, do: write, text: 'ab', label: early}
              - {actor: first, do: read, bytes: 2}
              - {actor: client, do: close}
              - {actor: first, do: read, until: end}
              - {actor: first, do: close}
              - {actor: machine, do: await-state, of: client, state: TIME_WAIT, label: between}
              - {actor: client, do: connect, label: two}
              - {actor: server, do: accept, as: second}
              - {actor: client, do: write, text: 'cde', label: late}
              - {actor: second, do: read, bytes: 3}
              - {actor: machine, do: look, label: end}
            expect:
              - {see: socket, of: client, at: early, state: ESTABLISHED}
              - {see: socket, of: client, at: between, state: TIME_WAIT}
              - {see: socket, of: client, at: end, state: ESTABLISHED}
              - {see: socket, of: client, end: server, at: end, state: ESTABLISHED}
              - {see: tuple, of: client, other: second}
              - {see: tuple, of: client, other: first, same: false}
              - {see: bytes, of: client, at: late, written: 3}
              - {see: bytes, of: client, written: 5}
              - {see: stage, of: client, stage: connect, at: one}
              - {see: stage, of: client, stage: connect, at: two}
            """;

    @Test
    void aSocketIsThatOfTheConnectionThatItHadByThen() throws Exception {
        Scenario scenario = ScenarioReader.read(FILE.getBytes(StandardCharsets.UTF_8), "again.yaml", "again", "own");
        List<String> wrong = new ArrayList<>();
        for (Finding finding : Judge.judge(scenario, Seen.play(scenario, EvidenceChoice.AUTO).played())) {
            if (finding.state() != FindingState.HELD) {
                wrong.add(finding.expected() + ": " + finding.observed());
            }
        }
        assertEquals(List.of(), wrong);
    }
}
