package dev.lifeline.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.ScenarioException;
import dev.lifeline.scenario.yaml.ScenarioReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which scenarios can be played beside each other.
class ParallelPlayTest {

    private static Scenario scenario(String needs, String actor, String step, String expectation) throws ScenarioException {
        String text = "claim: c\nwatch: w\nwhy: y\nneeds: [" + needs + "]\nactors:\n  server: {kind: server" + actor + "}\n"
                + "  client: {kind: client, to: server}\nsteps:\n  - {actor: server, do: listen}\n  - {actor: client, do: connect}\n"
                + step + "expect:\n  - {see: stage, of: client, stage: connect}\n" + expectation;
        return ScenarioReader.read(text.getBytes(StandardCharsets.UTF_8), "x.yaml", "x", "own");
    }

    @Test
    void whatHasItsOwnSocketsOnlyHasCompany() throws Exception {
        assertFalse(ParallelPlay.alone(scenario("sockdiag", "", "", "")));
        assertFalse(ParallelPlay.alone(scenario("", ", port: 0", "", "")));
        assertFalse(ParallelPlay.alone(scenario("namespace", ", port: 7007", "", "")), "it has a network of its own");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "limits of the process       | linux    |              |  - {actor: machine, do: limit-descriptors} | ",
        "a written port              |          | , port: 7007 |                                            | ",
        "counters of the machine     | sockdiag |              |                                            |  - {see: counter, name: ListenDrops, rose: 1}",
        "times compared              |          |              |  - {actor: client, do: close, label: c}    |  - {see: ratio, of: c, to: client connect, at-least: 0}"})
    void whatOthersCouldDisturbIsAlone(String what, String needs, String actor, String step, String expectation) throws Exception {
        assertEquals(true, ParallelPlay.alone(scenario(needs == null ? "" : needs, actor == null ? "" : actor,
                step == null ? "" : "  " + step.strip() + "\n", expectation == null ? "" : "  " + expectation.strip() + "\n")), what);
    }
}
