package dev.lifeline.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.scenario.yaml.ScenarioReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The index of the catalogue, as a list shows it, against what the parser finds. `-Dlifeline.golden=write` writes it anew.
class HeadTest {

    private static final Path INDEX = Path.of("src/main/resources/dev/lifeline/scenario/catalogue.tsv");

    @Test
    void theIndexSaysOfEachFileWhatTheParserFinds() throws Exception {
        StringBuilder index = new StringBuilder();
        for (Catalogue.Topic topic : Catalogue.topics()) {
            for (String id : topic.ids()) {
                index.append(Head.of(Catalogue.read(id)).line(id));
            }
        }
        if ("write".equals(System.getProperty("lifeline.golden"))) {
            Files.writeString(INDEX, index);
        }
        assertEquals(Files.readString(INDEX), index.toString(), "write it anew with -Dlifeline.golden=write");
    }

    @Test
    void theProgramReadsFromItWhatWasWritten() throws Exception {
        for (Catalogue.Topic topic : Catalogue.topics()) {
            for (String id : topic.ids()) {
                assertEquals(Head.of(Catalogue.read(id)), Head.index().get(id), id);
            }
        }
        assertEquals("x\tlinux,ipv6\tdrop-incoming,port-range,ListenDrops,SyncookiesSent\tA does b.\n",
                new Head("A does b.", List.of(Need.LINUX, Need.IPV6), true, true, Set.of("SyncookiesSent", "ListenDrops")).line("x"));
        assertEquals("y\t\t\tA.\n", new Head("A.", List.of(), false, false, Set.of()).line("y"));
    }

    /// A wait for a counter that the kernel has not would fail at its deadline, as if nothing had happened.
    @Test
    void aCounterThatAStepWaitsForIsLookedAtToo() throws Exception {
        Scenario waiting = ScenarioReader.read("""
                claim: c
                watch: w
                why: y
                actors:
                  server: {kind: server}
                steps:
                  - {actor: server, do: listen}
                  - {actor: machine, do: await-count, counter: ListenDrops, rose: 1, timeout: 1s}
                expect:
                  - {see: counter, name: ListenOverflows, rose: 0}
                """.getBytes(StandardCharsets.UTF_8), "waiting.yaml", "waiting", "own");
        assertEquals(Set.of("ListenDrops", "ListenOverflows"), Head.of(waiting).counters());
    }
}
