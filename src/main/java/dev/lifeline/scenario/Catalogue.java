package dev.lifeline.scenario;

import dev.lifeline.scenario.yaml.ScenarioReader;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Printable;
import dev.lifeline.text.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The scenarios that come with the program. The index is here, so that listing them by name reads no file, and playing one reads
/// one.
public final class Catalogue {

    private static final String SUFFIX = ".yaml";

    private static final List<Topic> TOPICS = List.of(
            new Topic("way-out", "The way out: look-up, route, source, connect",
                    List.of("happy-path", "lookup-order", "name-not-found",
                    "resolver-down", "route-and-source", "pinned-source", "family-mismatch", "ephemeral-ports-exhausted",
                    "race-v6-refused", "race-v6-silent", "race-all-fail", "race-personalities")),
            new Topic("way-in", "The way in: bind, listen, queues, accept", List.of("listen", "connected-not-accepted",
                    "accept-queue-overflow", "overflow-abort", "accept-burst", "busy-loop-late-accept", "admission-limit",
                    "descriptors-exhausted", "paused-on-accept", "address-in-use", "privileged-port", "restart-time-wait",
                    "graceful-shutdown", "syn-backlog", "storm-small-backlog", "storm-second-syn")),
            new Topic("bytes", "Bytes: writes, reads, buffers, ends",
                    List.of("chunk-boundaries", "backpressure", "nagle-delayed-ack",
                    "first-byte-timer", "bytes-before-handler", "half-close", "clean-close", "time-wait", "reset-on-read",
                    "reset-unread", "broken-pipe", "reset-while-connecting", "keep-alive-dead-peer", "linger",
                    "idle-close-race", "abandoned-body", "pipelining",
                    "blocking-nonblocking", "tcp-vs-udp")),
            new Topic("workers", "Workers: who accepts, who serves, and what waits for them", List.of("accept-by-boss-or-worker",
                    "keep-alive-exhausts-pool", "cpu-bound-handler", "blocking-call-in-loop")),
            new Topic("protocol", "Up to the handler: TLS, HTTP, and the server's event loop", List.of("tls-handshake", "tls-certificates", "tls-wrong-port", "http-request", "keep-alive", "slowloris", "post-streaming", "middleware-order",
                    "event-loop-phases", "worker-pool", "context-propagation", "exit-loses-bytes")),
            new Topic("between", "Between the two: proxies", List.of("proxy-without-backend", "proxy-acknowledged",
                    "proxy-half-close", "proxy-protocol")),
            new Topic("observers", "Two observers: what client and server can each know", List.of("two-clocks", "missing-event",
                    "loopback-against-remote", "listener-vs-ready")));

    /// The index, once it was asked for; several threads may read it.
    private static volatile Map<String, Head> heads;

    private Catalogue() {
    }

    /// A group of scenarios.
    ///
    /// @param name the folder
    /// @param title what it is about, for a person
    /// @param ids its scenarios, in the order in which they are listed
    public record Topic(String name, String title, List<String> ids) {
        public Topic {
            ids = List.copyOf(ids);
        }
    }

    /// Topics in the order in which they are listed.
    public static List<Topic> topics() {
        return TOPICS;
    }

    /// The topic that has a scenario of this name, or `null`.
    public static Topic topicOf(String id) {
        for (Topic topic : TOPICS) {
            if (topic.ids().contains(id)) {
                return topic;
            }
        }
        return null;
    }

    /// The scenario whose name is nearest to this, or `null` where none is near.
    public static String nearest(String id) {
        List<String> ids = new ArrayList<>();
        for (Topic topic : TOPICS) {
            ids.addAll(topic.ids());
        }
        return Nearest.of(id, ids);
    }

    /// Reads a scenario of the catalogue.
    ///
    /// @throws IllegalArgumentException where there is none of that name, with the nearest
    /// @throws IOException where the program's own files cannot be read
    /// @throws ScenarioException where its file is no scenario
    public static Scenario read(String id) throws IOException, ScenarioException {
        Topic topic = topicOf(id);
        if (topic == null) {
            String nearest = nearest(id);
            throw new IllegalArgumentException("there is no scenario " + Quoted.content(Printable.ascii(id))
                    + (nearest == null ? "; trace scenarios lists them" : "; did you mean " + nearest + "?"));
        }
        return ScenarioReader.read(bytes(topic, id), topic.name() + "/" + id + SUFFIX, id, topic.name());
    }

    /// Finds what a list shows of a scenario, without reading its file where the index has it.
    ///
    /// @throws IOException where the program's own files cannot be read
    /// @throws ScenarioException where its file is no scenario
    public static Head head(String id) throws IOException, ScenarioException {
        if (heads == null) {
            heads = Head.index();
        }
        Head head = heads.get(id);
        return head == null ? Head.of(read(id)) : head;
    }

    /// The bytes of a scenario's file, for those who want to begin with it.
    ///
    /// @throws IOException where the program's own files cannot be read
    public static byte[] bytes(Topic topic, String id) throws IOException {
        return bytes("catalogue/" + topic.name() + "/" + id + SUFFIX);
    }

    /// The bytes of the JSON Schema of scenario files, for editors.
    ///
    /// @throws IOException where the program's own files cannot be read
    public static byte[] schema() throws IOException {
        return bytes("catalogue/scenario.schema.json");
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = Catalogue.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("this build of the program has no file " + name);
            }
            return in.readNBytes(ScenarioReader.MAX_BYTES + 1);
        }
    }
}
