package dev.lifeline.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    static final Path FOLDER = Path.of("samples/scenarios");

    /// What the tool must be able to show, section by section.
    private static final Map<String, Set<String>> WANTED = Map.of(
            "way-out", Set.of("happy-path", "lookup-order", "name-not-found", "resolver-down", "route-and-source",
            "pinned-source",
                    "family-mismatch", "ephemeral-ports-exhausted", "race-v6-refused", "race-v6-silent", "race-all-fail",
                    "race-personalities"),
            "way-in", Set.of("listen", "connected-not-accepted", "accept-queue-overflow", "overflow-abort", "accept-burst",
                    "busy-loop-late-accept", "admission-limit", "descriptors-exhausted", "paused-on-accept", "address-in-use",
                    "privileged-port", "restart-time-wait", "graceful-shutdown", "syn-backlog", "storm-small-backlog",
                    "storm-second-syn"),
            "bytes", Set.of("chunk-boundaries", "backpressure", "nagle-delayed-ack", "first-byte-timer", "bytes-before-handler",
                    "half-close", "clean-close", "time-wait", "reset-on-read", "reset-unread", "broken-pipe",
                    "reset-while-connecting", "keep-alive-dead-peer", "linger", "idle-close-race", "abandoned-body", "pipelining",
                    "blocking-nonblocking", "tcp-vs-udp"),
            "between", Set.of("proxy-without-backend", "proxy-acknowledged", "proxy-half-close", "proxy-protocol"),
            "workers", Set.of("accept-by-boss-or-worker", "keep-alive-exhausts-pool", "cpu-bound-handler", "blocking-call-in-loop"),
            "protocol", Set.of("tls-handshake", "tls-certificates", "tls-wrong-port", "http-request", "keep-alive", "slowloris", "post-streaming", "middleware-order",
                    "event-loop-phases", "worker-pool", "context-propagation", "exit-loses-bytes"),
            "observers", Set.of("two-clocks", "missing-event", "loopback-against-remote", "listener-vs-ready"));

    /// Scenarios whose files are still to be written. It must become empty.
    private static final Set<String> NOT_YET = Set.of();

    @Test
    void theIndexHasExactlyWhatIsWanted() {
        assertEquals(WANTED.keySet(), new HashSet<>(Catalogue.topics().stream().map(Catalogue.Topic::name).toList()));
        for (Catalogue.Topic topic : Catalogue.topics()) {
            assertEquals(new TreeSet<>(WANTED.get(topic.name())), new TreeSet<>(topic.ids()), topic.name());
            assertEquals(topic.ids().size(), Set.copyOf(topic.ids()).size(), "none is there twice");
        }
    }

    @Test
    void everyFileIsInTheIndexAndEveryScenarioOfTheIndexHasItsFile() throws IOException {
        Set<String> files = new TreeSet<>();
        for (Path file : files()) {
            files.add(FOLDER.relativize(file).toString());
        }
        Set<String> indexed = new TreeSet<>();
        for (Catalogue.Topic topic : Catalogue.topics()) {
            for (String id : topic.ids()) {
                if (!NOT_YET.contains(id)) {
                    indexed.add(topic.name() + "/" + id + ".yaml");
                }
            }
        }
        assertEquals(indexed, files);
    }

    @Test
    void everyScenarioOfTheCatalogueCanBeRead() throws Exception {
        List<String> read = new ArrayList<>();
        for (Catalogue.Topic topic : Catalogue.topics()) {
            for (String id : topic.ids()) {
                if (!NOT_YET.contains(id)) {
                    Scenario scenario = Catalogue.read(id);
                    assertEquals(id, scenario.id());
                    assertEquals(topic.name(), scenario.topic());
                    assertTrue(scenario.claim().endsWith("."), id + ": the claim is a sentence");
                    read.add(id);
                }
            }
        }
        assertEquals(files().size(), read.size());
    }

    @Test
    void aMistypedNameIsGuessed() {
        assertEquals("broken-pipe", Catalogue.nearest("broken-pip"));
        assertEquals("happy-path", Catalogue.nearest("Happy_Path"));
        assertEquals("race-v6-silent", Catalogue.nearest("race-v6-silnet"));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Catalogue.read("brokenpipe"));
        assertEquals("there is no scenario \"brokenpipe\"; did you mean broken-pipe?", e.getMessage());
        e = assertThrows(IllegalArgumentException.class, () -> Catalogue.read("\u001b[31m/../../etc"));
        assertEquals("there is no scenario \"\\x1b[31m/../../etc\"; trace scenarios lists them", e.getMessage());
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }
}
