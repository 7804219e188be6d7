package dev.lifeline.cli.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.start.Cli;
import dev.lifeline.client.Resolver;
import dev.lifeline.model.Target;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A proxy in the environment is not used, and a person who has one is told so.
@Timeout(60)
class ProxyNoteTest {

    private static final String PROXY = "http://proxy.example:3128";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();

    /// Names have no address here: nothing leaves this machine.
    private final Resolver nobody = host -> {
        throw new UnknownHostException(host);
    };

    private Io io() {
        return new Io(InputStream.nullInputStream(), out, new PrintStream(err, true, StandardCharsets.UTF_8), environment,
                new TerminalFacts(80, false, false, Glyphs.ASCII), nobody, _ -> { });
    }

    private String said(String target) {
        err.reset();
        ProxyNote.say(Target.of(target), io());
        return err.toString(StandardCharsets.UTF_8);
    }

    private static String note(String variable) {
        return "trace connect: " + variable + " is set and not used: this connection is direct" + System.lineSeparator();
    }

    @ParameterizedTest
    @CsvSource({"http_proxy, 80", "HTTP_PROXY, 80", "https_proxy, 80", "https_proxy, 443", "HTTPS_PROXY, 443", "all_proxy, 5432", "ALL_PROXY, 5432"})
    void aVariableThatIsSetIsNamedInALine(String variable, int port) {
        environment.put(variable, PROXY);
        assertEquals(note(variable), said("db.example:" + port));
    }

    @Test
    void theOneThatFitsThePortIsNamed() {
        for (String variable : List.of("http_proxy", "https_proxy", "all_proxy")) {
            environment.put(variable, PROXY);
        }
        assertEquals(note("https_proxy"), said("db.example:443"));
        assertEquals(note("http_proxy"), said("db.example:80"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:9", "127.0.0.1:9", "[::1]:9", "app.localhost:9"})
    void loopbackNeedsNoProxy(String target) {
        environment.put("http_proxy", PROXY);
        assertEquals("", said(target));
    }

    @Test
    void anEmptyVariableIsNone() {
        assertEquals("", said("db.example:80"));
        environment.put("http_proxy", "");
        assertEquals("", said("db.example:80"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "db.example:80     | *",
        "db.example:80     | other.test, db.example",
        "db.example:80     | .example",
        "db.example:80     | example",
        "DB.Example.:80    | db.example",
        "db.example:80     | db.example:80",
        "192.0.2.7:80      | 192.0.2.0/24",
        "192.0.2.7:80      | 10.0.0.0/8 192.0.2.7",
        "[2001:db8::7]:80  | 2001:db8::/32",
        "[2001:db8::7]:80  | [2001:db8::7]",
    })
    void aTargetThatIsExceptedIsNotSpokenOf(String target, String list) {
        environment.put("http_proxy", PROXY);
        for (String variable : List.of("no_proxy", "NO_PROXY")) {
            environment.put(variable, list);
            assertEquals("", said(target), variable);
            environment.remove(variable);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "db.example:80     | mydb.example",
        "mydb.example:80   | db.example",
        "db.example:80     | db.example:81",
        "db.example:80     | ,",
        "192.0.2.7:80      | 192.0.3.0/24",
        "192.0.2.7:80      | 192.0.2.0/99",
        "192.0.2.7:80      | 2001:db8::/32",
        "db.example:80     | 10.0.0.0/x",
    })
    void anotherExceptionChangesNothing(String target, String list) {
        environment.put("http_proxy", PROXY);
        environment.put("no_proxy", list);
        assertEquals(note("http_proxy"), said(target));
    }

    /// It stands on standard error and in no recording: the trace is the same without it.
    @Test
    void aRunSaysItBesideItsTrace() {
        environment.put("http_proxy", PROXY);
        int code = Cli.run(new String[] {"connect", "db.example:80", "--evidence", "portable", "--json"}, io());
        assertAll(() -> assertEquals(10, code), () -> assertEquals(note("http_proxy"), err.toString(StandardCharsets.UTF_8)),
                () -> assertFalse(out.toString(StandardCharsets.UTF_8).contains("proxy"), out::toString));
    }

    @Test
    void aServerOfOurOwnIsHere() {
        environment.put("http_proxy", PROXY);
        int code = Cli.run(new String[] {"connect", "--serve", "127.0.0.1", "--evidence", "portable"}, io());
        assertAll(() -> assertEquals(0, code), () -> assertEquals("", err.toString(StandardCharsets.UTF_8)));
    }
}
