package dev.lifeline.cli.explain;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.Shell;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

@Timeout(60)
class ExplainTest {

    private static final String REFUSED = "dial tcp 10.0.0.7:5432: connect: connection refused";
    private static final String LOG = """
            2026-12-01T02:48:39Z INFO started
            2026-12-01T02:48:40Z ERROR dial tcp 10.0.0.7:5432: connect: connection refused
            2026-12-01T02:48:41Z ERROR dial tcp 10.0.0.7:5432: connect: connection refused
            2026-12-01T02:48:42Z ERROR read tcp 10.0.0.1:4444->10.0.0.7:5432: read: connection reset by peer
            2026-12-01T02:48:43Z INFO stopped
            """;

    private static Shell.Ran explain(String... words) {
        return shell().run(words(words));
    }

    private static Shell shell() {
        return new Shell().with(new TerminalFacts(80, false, false, Glyphs.UNICODE));
    }

    private static String[] words(String... words) {
        List<String> args = new java.util.ArrayList<>(List.of("explain"));
        args.addAll(List.of(words));
        return args.toArray(new String[0]);
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ECONNRESET | read | ECONNRESET",
        "dial tcp: lookup db on 10.0.0.2:53: no such host | lookup | ENOTFOUND",
        "dial tcp 10.0.0.7:5432: connect: connection refused | connect | ECONNREFUSED",
        "Error: connect ECONNREFUSED 127.0.0.1:5432 | connect | ECONNREFUSED",
        "java.net.SocketTimeoutException: Read timed out | read | TIMEOUT",
        "curl: (60) SSL certificate problem: certificate has expired | tls | CERT_EXPIRED",
        "bind() to 0.0.0.0:80 failed (98: Address already in use) | bind | EADDRINUSE",
    })
    void aTextIsPlacedOnItsStage(String text, String stage, String code) {
        Shell.Ran ran = explain(text);
        assertAll(() -> assertEquals(0, ran.code()), () -> assertEquals("", ran.err()),
                () -> assertTrue(ran.line("stage").matches(stage + "[:,].*"), ran.out()), () -> assertTrue(ran.line("code").startsWith(code + ":"), ran.out()),
                () -> assertTrue(ran.out().contains("\nproved        "), ran.out()), () -> assertTrue(ran.out().contains("\nnot proved    "), ran.out()),
                () -> assertTrue(ran.out().contains("^^^"), ran.out()));
    }

    @Test
    void theTraceThatWouldProveItIsFilledIn() {
        assertEquals("trace connect 10.0.0.7:5432", explain(REFUSED).line("next"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "hello world", "\u0000\u0001\u001b[2J", "all connections are fine"})
    void aTextWithoutAnErrorIsNone(String text) {
        Shell.Ran ran = explain(text);
        assertAll(() -> assertEquals(0, ran.code()), () -> assertTrue(ran.line("stage").startsWith("none"), ran.out()),
                () -> assertTrue(ran.out().chars().allMatch(c -> c == '\n' || c >= ' '), ran.out()));
        assertTrue(explain("--json", text).out().startsWith("{\"stage\":\"none\",\"alternatives\":[],\"code\":null,"), text);
    }

    @Test
    void aMistypedCodeIsGuessed() {
        Shell.Ran ran = explain("ECONRESET");
        assertEquals("trace explain: did you mean ECONNRESET?\n", ran.err().replace("\r", ""));
    }

    @Test
    void wordsWithoutQuotesAreOneText() {
        assertEquals(explain(REFUSED).out(), explain(REFUSED.split(" ")).out());
    }

    /// Every field is there, whatever the text tells.
    @Test
    void jsonHasEachFieldOnce() {
        String line = explain("--json", "read tcp 10.0.0.1:4444->10.0.0.7:5432: read: connection reset by peer").out();
        assertEquals("""
                {"stage":"read","alternatives":[],"code":"ECONNRESET","operation":"read","local":{"host":"10.0.0.1","port":4444},\
                "remote":{"host":"10.0.0.7","port":5432},"runtime":"Go","confidence":"high",\
                """, line.substring(0, line.indexOf("\"words\"")));
        assertTrue(line.endsWith("\"nel\":{\"phase\":\"connection\",\"type\":\"tcp.reset\"},\"proxy_status\":\"connection_terminated\","
                + "\"scenario\":\"reset-on-read\",\"command\":\"trace connect 10.0.0.7:5432\"}\n"), line);
        for (String text : List.of("", "ECONNRESET", "FATAL: password authentication failed for user \"x\"")) {
            assertEquals(15, fields(explain("--json", text).out().lines().findFirst().orElseThrow()), text);
        }
    }

    /// Counts the fields of an object, and finds out that it is one.
    private static int fields(String json) {
        int fields = 0;
        int depth = 0;
        try (JsonParser parser = new JsonFactory().createParser(tools.jackson.core.ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                fields += depth == 1 && token == JsonToken.PROPERTY_NAME ? 1 : 0;
            }
        }
        return fields;
    }

    @Test
    void aLogIsSummedUp() {
        Shell.Ran ran = shell().readingFrom(in(LOG)).run("explain", "-");
        assertEquals("""
                5 lines: 3 errors of connections, from 2026-12-01T02:48:40Z to
                2026-12-01T02:48:42Z.

                by stage    connect 2, read 1
                by code     ECONNREFUSED 2, ECONNRESET 1
                by remote   10.0.0.7:5432 3

                2  connect ECONNREFUSED, 10.0.0.7:5432, from 02:48:40Z to 02:48:41Z
                   2026-12-01T02:48:40Z ERROR dial tcp 10.0.0.7:5432: connect: connection refus…
                1  read ECONNRESET, 10.0.0.7:5432, at 02:48:42Z
                   2026-12-01T02:48:42Z ERROR read tcp 10.0.0.1:4444->10.0.0.7:5432: read: conn…

                next        trace connect 10.0.0.7:5432
                """.replaceAll("(?m)^   20.*$", "   example"), ran.out().replaceAll("(?m)^   [^ ].*$", "   example"));
        assertAll(() -> assertEquals(0, ran.code()), () -> assertEquals("", ran.err()));
    }

    @Test
    void ofALogEachErrorIsALineOfJson() {
        List<String> lines = shell().readingFrom(in(LOG)).run("explain", "--json", "-").out().lines().toList();
        assertEquals(3, lines.size());
        assertTrue(lines.getFirst().contains("\"stage\":\"connect\"") && lines.getFirst().endsWith(",\"line\":2,\"time\":\"2026-12-01T02:48:40Z\"}"), lines.getFirst());
        assertTrue(lines.getLast().contains("\"stage\":\"read\"") && lines.getLast().endsWith(",\"line\":4,\"time\":\"2026-12-01T02:48:42Z\"}"), lines.getLast());
    }

    /// A pipe from one command is no log: its error is told in full.
    @Test
    void theOnlyErrorOfALogIsToldInFull() {
        assertEquals(explain(REFUSED).out(), shell().readingFrom(in(REFUSED + "\n")).run("explain", "-").out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "hello\nworld\n", "\u0000\uffff"})
    void aLogWithoutAnErrorSaysSo(String log) {
        Shell.Ran ran = shell().readingFrom(in(log)).run("explain", "-");
        assertTrue(ran.out().contains(": no error of a connection"), ran.out());
        List<String> json = shell().readingFrom(in(log)).run("explain", "--json", "-").out().lines().toList();
        assertEquals(1, json.size());
        assertTrue(json.getFirst().startsWith("{\"stage\":\"none\""), json.getFirst());
    }

    @Test
    void secretsAreNotRepeated() {
        String text = "GET https://user:hunter2@db.example:443/x?token=abc123 failed: Connection refused";
        for (String[] words : new String[][] {{text}, {"--json", text}, {"--accessible", text}}) {
            String out = explain(words).out();
            assertFalse(out.contains("hunter2") || out.contains("abc123"), out);
        }
        String log = shell().readingFrom(in(text + "\n" + text + "\n")).run("explain", "-").out();
        assertFalse(log.contains("hunter2") || log.contains("abc123"), log);
    }

    @Test
    void ctrlCSumsUpWhatWasRead() throws Exception {
        PipedOutputStream log = new PipedOutputStream();
        PipedInputStream end = new PipedInputStream(log);
        Shell shell = shell().readingFrom(end);
        CompletableFuture<Shell.Ran> running = CompletableFuture.supplyAsync(() -> shell.run("explain", "-"));
        shell.interrupt().join().accept("INT");
        Shell.Ran ran = running.join();
        assertEquals(130, ran.code());
        assertEquals("0 lines so far: no error of a connection.\n", ran.out());
        log.close();
    }

    @Test
    void aReaderThatHasGoneEndsItInSilence() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        for (String[] words : new String[][] {{"--json", "-"}, {"-"}, {"--list"}, {"--list", "--json"}, {"ECONNRESET"}}) {
            Shell.Ran ran = shell().readingFrom(in(LOG.repeat(50))).writingTo(gone).run(words(words));
            assertEquals("0 ", ran.code() + " " + ran.err());
        }
    }

    @Test
    void aFailedReadIsOneLine() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Is a directory");
            }
        };
        Shell.Ran ran = shell().readingFrom(broken).run("explain", "-");
        assertAll(() -> assertEquals(2, ran.code()), () -> assertEquals("trace explain: standard input cannot be read: Is a directory", ran.err().strip()),
                () -> assertEquals("", ran.out()));
    }

    @Test
    void aTerminalIsToldThatItIsWaitedFor() {
        TerminalFacts terminal = new TerminalFacts(80, false, false, Glyphs.UNICODE, 80, true);
        Shell.Ran ran = new Shell().with(terminal).readingFrom(in(REFUSED)).run("explain", "-");
        assertTrue(ran.err().startsWith("Reading a log from this terminal: paste it"), ran.err());
        assertEquals(explain(REFUSED).out(), ran.out());
    }

    @Test
    void theListHasEveryStage() {
        String list = explain("--list").out();
        for (String stage : List.of("lookup", "bind", "route", "connect", "accept", "tls", "read", "write", "idle", "protocol", "none")) {
            assertTrue(list.contains("\n" + stage + "  ") || list.startsWith(stage + "  "), stage);
        }
        assertTrue(explain("--list", "--json").out().startsWith("{\"stage\":\"lookup\",\"code\":\"ENOTFOUND\",\"meaning\":\"No such name\","
                + "\"nel\":{\"phase\":\"dns\",\"type\":\"dns.name_not_resolved\"},\"proxy_status\":\"dns_error\",\"scenario\":\"name-not-found\"}\n"));
    }

    @Test
    void colourIsAnAdditionOnly() {
        String plain = explain(REFUSED).out();
        String coloured = explain("--color=always", REFUSED).out();
        assertTrue(coloured.contains("\u001b["), coloured);
        assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
    }

    /// What a failed run prints can be given to explain, in each view.
    @ParameterizedTest
    @CsvSource({"--view, waterfall", "--view, plain", "--detail, brief", "--view, ladder"})
    void whatTraceItselfPrintsIsUnderstood(String option, String value) throws IOException {
        String target;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            target = "127.0.0.1:" + taken.getLocalPort();
        }
        Shell.Ran failed = shell().run("connect", target, "--evidence", "portable", "--width", "200", option, value);
        assertEquals(13, failed.code());
        Map<String, String> wanted = Map.of("stage", "\"stage\":\"connect\"", "code", "\"code\":\"ECONNREFUSED\"");
        String headline = failed.out().lines().filter(line -> line.startsWith(target) || line.startsWith("The trace of") || line.contains("FAILED")).findFirst()
                .orElseThrow(() -> new AssertionError(failed.out()));
        for (String text : List.of(headline, failed.out())) {
            String said = explain("--json", text).out();
            wanted.values().forEach(field -> assertTrue(said.lines().allMatch(line -> line.contains(field)), text + "\n" + said));
        }
        String verdict = shell().run("connect", target, "--evidence", "portable", "--json").out().lines().filter(line -> line.contains("\"type\":\"verdict\"")).findFirst()
                .orElseThrow();
        assertTrue(explain("--json", verdict).out().contains("\"stage\":\"connect\""), verdict);
    }
}
