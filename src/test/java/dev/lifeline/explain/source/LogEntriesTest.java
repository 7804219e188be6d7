package dev.lifeline.explain.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.explain.Confidence;
import dev.lifeline.explain.ErrorStage;
import dev.lifeline.explain.rule.Phrase;
import dev.lifeline.explain.rule.PhraseBook;
import dev.lifeline.explain.rule.PhrasePattern;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Holds the ways of runtimes to write one error over several lines: what stands between two `====` is one entry.
class LogEntriesTest {

    private static final PhraseBook WORDS = PhraseBook.of(List.of(phrase("refused"), phrase("соединение разорвано")));

    @ParameterizedTest
    @ValueSource(strings = {"""
            java.net.ConnectException: Connection refused
            \tat java.base/sun.nio.ch.Net.pollConnect(Native Method)
            Caused by: java.net.ConnectException: refused
            \t... 3 more
            ====
            java.net.SocketException: refused
            """, """
            2026-12-01 02:48:39,123 ERROR [main] Foo - failed
            java.net.ConnectException: Connection refused
            \tat java.base/sun.nio.ch.Net.pollConnect(Native Method)

            Caused by: x.Y: refused
            ====
            2026-12-01 02:48:40,123 ERROR [main] Foo - refused
            """, """
            Dec 01, 2026 2:48:39 AM com.foo.Bar run
            SEVERE: failed
            java.net.ConnectException: Connection refused
            \tat Foo.bar(Foo.java:1)
            """, """
            ERROR:root:failed
            Traceback (most recent call last):
              File "x.py", line 1, in <module>
                s.connect()
            ConnectionRefusedError: [Errno 111] Connection refused

            During handling of the above exception, another exception occurred:

            Traceback (most recent call last):
              File "x.py", line 3, in <module>
            urllib.error.URLError: <urlopen error [Errno 111] Connection refused>
            ====
            Traceback (most recent call last):
              File "x.py", line 1, in <module>
            refused
            ====
            refused again
            """, """
            panic: dial tcp 127.0.0.1:1: connect: connection refused

            goroutine 1 [running]:
            main.main()
            \t/tmp/x.go:12 +0x1d
            exit status 2
            ====
            refused
            """, """
            thread 'main' panicked at src/main.rs:4:5:
            called `Result::unwrap()` on an `Err` value: Os { code: 111, kind: ConnectionRefused, message: "Connection refused" }
            note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace
            ====
            Error: failed

            Caused by:
                0: error sending request
                1: Connection refused (os error 111)
            """, """
            Unhandled exception. System.Net.Http.HttpRequestException: Connection refused (localhost:1)
             ---> System.Net.Sockets.SocketException (111): Connection refused
               at System.Net.Sockets.Socket.AwaitableSocketAsyncEventArgs.ThrowException()
               --- End of inner exception stack trace ---
            """, """
            /usr/lib/ruby/net/http.rb:987:in `initialize': Failed to open TCP connection (Connection refused)
            \tfrom /usr/lib/ruby/net/http.rb:987:in `open'
            /usr/lib/ruby/net/http.rb:987:in `connect': Connection refused (Errno::ECONNREFUSED)
            \tfrom x.rb:1:in `<main>'
            """, """
            PHP Fatal error:  Uncaught PDOException: SQLSTATE[HY000] [2002] Connection refused in /tmp/x.php:3
            Stack trace:
            #0 /tmp/x.php(3): PDO->__construct()
            #1 {main}

            Next RuntimeException: refused in /tmp/x.php:5
            Stack trace:
            #0 {main}
              thrown in /tmp/x.php on line 3
            """, """
            Error: connect ECONNREFUSED refused
                at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1607:16) {
              errno: -111,
              code: 'ECONNREFUSED'
            }

            Node.js v20.11.1
            """, """
            * connect to 127.0.0.1 port 1 failed: Connection refused
            * Closing connection
            curl: (7) Failed to connect
            ====
            curl: (7) refused
            """, """
            npm ERR! code ECONNREFUSED
            npm ERR! refused
            """, """
            psql: error: connection to server at "localhost" (127.0.0.1), port 1 failed: Connection refused
            \tIs the server running on that host and accepting TCP/IP connections?
            ====
            2026/12/01 02:48:39 [error] 7#7: *1 connect() failed (111: Connection refused) while connecting to upstream
            ====
            2026/12/01 02:48:40 refused
            """})
    void whatBelongsTogetherIsOneEntry(String text) throws IOException {
        List<String> expected = List.of(text.split("====\n"));

        List<String> entries = read(text.replace("====\n", "")).stream().map(LogEntry::text).toList();

        assertEquals(String.join("====\n", expected).replace("\n\n", "\n"), String.join("\n====\n", entries) + "\n");
    }

    @Test
    void whatACollectorPutsBeforeEachLineIsTakenOffTheLinesThatGoOn() throws IOException {
        assertEquals("""
                web-1  | java.net.ConnectException: refused
                \tat Foo.bar(Foo.java:1)
                Caused by: refused
                ====
                db-1   | refused
                ====
                2026-12-01T02:48:39.123456789Z stderr F java.net.ConnectException: refused
                \tat Foo.bar(Foo.java:1)
                ====
                Dec 01 02:48:39 host app[7]: refused
                  more of it
                """.replace("\n====\n", "\n"), String.join("\n", read("""
                web-1  | java.net.ConnectException: refused
                web-1  | \tat Foo.bar(Foo.java:1)
                web-1  | Caused by: refused
                db-1   | refused
                2026-12-01T02:48:39.123456789Z stderr F java.net.ConnectException: refused
                2026-12-01T02:48:39.123456799Z stderr F \tat Foo.bar(Foo.java:1)
                Dec 01 02:48:39 host app[7]: refused
                Dec 01 02:48:39 host app[7]:   more of it
                """).stream().map(LogEntry::text).toList()) + "\n");
    }

    @Test
    void onlyEntriesThatMayHoldARuleBecomeText() throws IOException {
        List<LogEntry> entries = read("all is well\n\tand goes on\n\nit was refused\r\nused\rREFUSED \u001b[31mre\u001b[1mfused\u001b[0m\nСОЕДИНЕНИЕ разорвано");

        assertEquals(List.of("4 it was refused", "6 REFUSED refused", "7 СОЕДИНЕНИЕ разорвано"),
                entries.stream().map(entry -> entry.line() + " " + entry.text()).toList());
    }

    @Test
    void aLineOfJsonSaysItsMessagesErrorsAndStacks() throws IOException {
        List<LogEntry> entries = read("""
                {"level":50,"time":1764557319123,"pid":7,"hostname":"web","err":{"type":"Error","message":"connect refused","stack":"Error: connect refused\\n    at x","code":"ECONNREFUSED","port":1},"msg":"failed"}
                {"@timestamp":"2026-12-01T02:48:39Z","message":"nothing else","log":{"level":"ERROR"},"error.stack_trace":"java.net.ConnectException: refused\\n\\tat Foo"}
                {"t":{"$date":"2026-12-01T02:48:39.000+01:00"},"s":"I","msg":"m","attr":{"error":"HostUnreachable: refused"}}
                {"log":"{\\"msg\\":\\"inner refused\\"}\\n","stream":"stderr","time":"2026-12-01T02:48:39Z"}
                {"message":"\\u0441оединение разорвано"}
                {"message":"cut refused","error":"it is n
                { refused }
                """);

        assertEquals(List.of("Error: connect refused\n    at x\n  code: 'ECONNREFUSED',\n  port: 1,\nfailed",
                "nothing else\njava.net.ConnectException: refused\n\tat Foo", "m\nHostUnreachable: refused", "inner refused", "соединение разорвано",
                "cut refused", "{ refused }"), entries.stream().map(LogEntry::text).toList());
        assertEquals("1764557319123", entries.getFirst().time().text());
        assertEquals(1764557319123L, entries.getFirst().time().millis());
        assertEquals(entries.get(1).time().millis() - 3_600_000, entries.get(2).time().millis());
    }

    @Test
    void aLineThatIsTooLongKeepsItsBeginningAndItsEnd() throws IOException {
        List<LogEntry> entries = read("refused " + "x".repeat(10 << 20) + " end\nrefused too\n" + "y".repeat(300_000) + "refused");

        assertEquals(3, entries.size());
        assertTrue(entries.getFirst().text().startsWith("refused xx") && entries.getFirst().text().endsWith("x end"));
        assertTrue(entries.getFirst().text().length() < 50_000);
        assertEquals(new LogEntry("refused too", 2, null), entries.get(1));
        assertTrue(entries.get(2).text().endsWith("yrefused"));
    }

    @Test
    void aTraceWithoutEndIsCutButKeepsItsCauses() throws IOException {
        StringBuilder text = new StringBuilder("java.net.SocketException: refused\n");
        for (int i = 0; i < 5000; i++) {
            text.append("\tat com.example.Deep.down(Deep.java:").append(i).append(")\n");
        }
        List<LogEntry> entries = read(text + "Caused by: the very last\nnext\n");

        assertEquals(1, entries.size());
        assertTrue(entries.getFirst().text().endsWith("Caused by: the very last"));
        assertTrue(entries.getFirst().text().lines().count() <= EntryDraft.MOST_LINES + 1);
    }

    @Test
    void nothingInNothingOut() throws IOException {
        for (String text : List.of("", "\n", "\r\n\r\n", "\u0000\u0000", "x", "refuse", "\u001b[")) {
            assertEquals(List.of(), read(text), text);
        }
        assertNull(new LogEntries(InputStream.nullInputStream(), WORDS).next());
    }

    @Test
    void zerosOfUtf16AreNoHindrance() throws IOException {
        byte[] bytes = "it was refused\r\n".getBytes(StandardCharsets.UTF_16LE);

        assertEquals("it was refused", new LogEntries(new ByteArrayInputStream(bytes), WORDS).next().text());
    }

    private static List<LogEntry> read(String text) throws IOException {
        LogEntries entries = new LogEntries(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), WORDS);
        List<LogEntry> read = new ArrayList<>();
        for (LogEntry entry = entries.next(); entry != null; entry = entries.next()) {
            read.add(entry);
        }
        return read;
    }

    private static Phrase phrase(String says) {
        return new Phrase("test", 1, null, List.of(ErrorStage.CONNECT), "X", null, List.of(new PhrasePattern(says)), List.of(), List.of(), null,
                false, null, null, Confidence.HIGH, List.of("x"));
    }
}
