package dev.lifeline.scenario.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lifeline.scenario.Catalogue;
import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which words of a file need what.
class InferredNeedsTest {

    private static Scenario read(String needs, String server, String client, String steps, String expect) throws Exception {
        String text = "claim: c\nwatch: w\nwhy: y\n" + needs + "actors:\n  server: {kind: server" + server + "}\n  client: {kind: client, to: "
                + (client.startsWith("to: ") ? client.substring(4) : "server" + client) + "}\nsteps:\n  - {actor: server, do: listen}\n"
                + "  - {actor: client, do: connect, label: c}\n" + steps + "expect:\n  - {see: stage, of: client, stage: connect}\n" + expect;
        return ScenarioReader.read(text.getBytes(StandardCharsets.UTF_8), "x.yaml", "x", "own");
    }

    private static String given(String cell) {
        return cell == null ? "" : cell;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "                   |                        |                          |                                                     | ``",
        "                   |                        | do: look                 |                                                     | sockdiag",
        "                   |                        |                          | {see: socket, of: client, state: GONE}              | sockdiag",
        "                   |                        |                          | {see: counter, name: ListenDrops, rose: 1}          | sockdiag",
        "                   |                        |                          | {see: counter, name: SyncookiesSent, rose: 1..}     | sockdiag syn-cookies",
        "                   |                        |                          | {see: packet, of: client, flags: SYN}               | packet",
        "                   |                        |                          | {see: order, events: [client connect, client packet SYN]} | packet",
        "                   |                        |                          | {see: ratio, of: c, to: client packet SYN .. client connect, at-least: 0} | packet",
        "                   |                        |                          | {see: route, of: client, source: 127.0.0.1}         | ``",
        "                   |                        |                          | {see: route, of: client, device: lo}                | route",
        "                   |                        |                          | {see: descriptor, of: client, purpose: connecting}                       | descriptors",
        ", address: '::1'   |                        |                          |                                                     | ipv6",
        ", address: 127.0.0.2 |                      |                          |                                                     | ``",
        "                   | to: '[::1]:80'         |                          |                                                     | ipv6",
        "                   | , source: '::1'        |                          |                                                     | ipv6",
        "                   | , family: '6'          |                          |                                                     | ipv6",
        "                   | , family: '4'          |                          |                                                     | ``",
        "                   | , port-range: 2        |                          |                                                     | linux",
        "                   | , drop-incoming: true  |                          |                                                     | linux",
        "                   | , drop-incoming: false |                          |                                                     | ``",
        ", unprivileged: true |                      |                          |                                                     | privileged-ports",
        "                   |                        | do: add-address, address: 10.1.1.1 |                                           | namespace",
        "                   |                        | do: add-address, address: 'fd00::1' |                                          | ipv6 namespace"})
    void aWordNeedsWhatItRestsOn(String server, String client, String step, String expectation, String needs) throws Exception {
        Scenario scenario = read("", given(server), given(client), step == null ? "" : "  - {actor: machine, " + step + "}\n",
                expectation == null ? "" : "  - " + expectation + "\n");
        assertEquals(needs, String.join(" ", Need.labels(scenario.needs())));
    }

    @Test
    void anOptionThatIsSetNeedsItsCallAlsoWhereItIsSetToFalse() throws Exception {
        assertEquals(List.of(Need.LINUX), read("", "", "", "  - {actor: client, do: option, quick-ack: false}\n", "").needs());
    }

    @Test
    void aFileMaySayMoreOrTheSame() throws Exception {
        assertEquals(List.of(Need.SOCKDIAG, Need.ROOT), read("needs: [root, sockdiag]\n", "", "", "  - {actor: machine, do: look}\n", "").needs());
        assertEquals(List.of(Need.PACKET), read("needs: [packet]\n", "", "", "", "").needs());
    }

    @Test
    void noFileOfTheCatalogueSaysWhatIsInferred() throws Exception {
        for (Catalogue.Topic topic : Catalogue.topics()) {
            for (String id : topic.ids()) {
                String text = Catalogue.read(id).text();
                if (!text.contains("\nneeds:")) {
                    continue;
                }
                String without = text.replaceAll("\nneeds:.*", "");
                assertFalse(ScenarioReader.read(without.getBytes(StandardCharsets.UTF_8), id, id, topic.name()).needs().equals(Catalogue.read(id).needs()),
                        id + ": its words say already what needs says");
            }
        }
    }
}
