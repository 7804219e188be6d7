package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bad input is one clear line on standard error, nothing on standard output, and exit code 2.
class UsageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "connect | trace connect: no target: write trace connect HOST:PORT for a real one, or trace connect --serve for a server of its own",
        "conect | trace: there is no command 'conect' (did you mean connect?): there are connect, serve, run, scenarios, replay, export, doctor, help",
        "connect --serve --vew x | trace connect: there is no option '--vew' (did you mean --view?); see trace connect --help",
        "connect --serve --view wterfall | trace connect: the view 'wterfall' does not exist (did you mean waterfall?): there are waterfall, ladder, plain",
        "connect a:1 b:2 | trace connect: 'a:1' has a port already, and 'b:2' is one word too many: write one target, HOST:PORT",
        "connect a 1 2 | trace connect: there is one word too many: '2'; see trace connect --help",
        "connect db.example | trace connect: 'db.example' has no port: write db.example:PORT or db.example PORT, for example db.example:443",
        "connect db.example 70000 | trace connect: the port '70000' is too large: write 1 to 65535, for example db.example:443",
        "connect https://db.example/x | trace connect: 'https://db.example/x' asks for TLS, which is not built yet; the TCP connection below it: trace connect db.example:443",
        "connect db.example/x | trace connect: 'db.example/x' has a path: a TCP connection goes to a host and a port, write db.example:443",
        "connect a:1 -4 -6 | trace connect: -4 and -6 exclude each other: leave both out to use both families",
        "connect a:1 --count 0 | trace connect: --count 0 is outside 1 to 10000",
        "connect a:1 --behaviour echo | trace connect: --behaviour and --backlog are for a server of our own: add --serve",
        "connect a:1 --timeout 0 | trace connect: --timeout 0 leaves no time for anything: write for example --timeout 10s",
        "connect a:1 --evidence packets | trace connect: --evidence 'packets' is not known (did you mean packet?): there are auto, portable, or a list of getaddrinfo, route, sockdiag, descriptors, packet",
        "connect a:1 --source localhost | trace connect: --source 'localhost' is a name: write a numeric address of this machine, for example 127.0.0.1",
        "connect a:1 --send \\q | trace connect: --send: the escape at character 1 of '\\q' is not known: there are \\n \\r \\t \\\\ \\\" and \\xHH",
        "connect a:1 --width 20 | trace connect: --width 20 cannot be drawn: write 60 to 200",
        "connect --serve --backlog 0 | trace connect: --backlog 0 is less than 1",
        "connect --serve 192.0.2.1:80 | trace connect: --serve listens on this machine's loopback only, and '192.0.2.1' is 192.0.2.1: leave the host out, or write localhost",
        "serve 192.0.2.1:80 | trace serve: serve listens on this machine's loopback only, and '192.0.2.1' is 192.0.2.1: write localhost, 127.0.0.1 or [::1]",
        "serve --max-connections 0 | trace serve: --max-connections 0 is outside 1 to 10000",
        "replay | trace replay: no FILE: write trace replay FILE; see trace replay --help",
        "scenarios show | trace scenarios show: no ID: write trace scenarios show ID; see trace scenarios show --help",
        "connect --serve --record | trace connect: --record needs a value: write --record=FILE; see trace connect --help",
        "connect --serve --send --help | trace connect: --send needs a value: write --send=TEXT; see trace connect --help",
        "connect --serve --count x | trace connect: invalid value for option '--count': 'x' is no whole number: write for example --count 20",
        "connect --serve --width 1e2 | trace connect: invalid value for option '--width': '1e2' is no whole number: write for example --width 100",
        "connect --serve --count 99999999999 | trace connect: invalid value for option '--count': '99999999999' is out of range: write for example --count 20",
        "connect --serve --evidence portable,packet | trace connect: --evidence: portable stands alone: write --evidence portable, or a list of getaddrinfo, route, sockdiag, descriptors, packet",
        "help foo | trace: there is no command 'foo': there are connect, serve, run, scenarios, replay, export, doctor, help",
        "help conect | trace: there is no command 'conect' (did you mean connect?): there are connect, serve, run, scenarios, replay, export, doctor, help",
        "replay /no/such/file | trace replay: cannot read /no/such/file: there is no such file; check the path",
    })
    void oneLineSaysWhatAndWhatToTry(String command, String line) {
        Shell.Ran ran = new Shell().run(command.split(" "));
        assertAll(() -> assertEquals(line + System.lineSeparator(), ran.err()), () -> assertEquals(2, ran.code()),
                () -> assertEquals("", ran.out()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--timeout=-3s", "--timeout=3", "--timeout=3y", "--timeout=999h", "--timeout=1e9s", "--wait=", "--count=x",
        "--count=99999999999", "--color=blue", "--race=chrome", "--width=x", "--interval=-1s"})
    void aValueThatCannotBeReadIsOneLineThatNamesTheOption(String option) {
        Shell.Ran ran = new Shell().run("connect", "a:1", option);
        assertAll(() -> assertEquals(2, ran.code()), () -> assertEquals(1, ran.err().lines().count(), ran.err()),
                () -> assertTrue(ran.err().contains(option.substring(0, option.indexOf('='))), ran.err()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "{}", "{\"type\":\"event\"}", "\u0000\u0001\u0002", "[1,2]", "null"})
    void aFileThatIsNoRecordingIsOneLine(String content, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("run.ndjson"), content);
        Shell.Ran ran = new Shell().run("replay", file.toString());
        assertAll(() -> assertEquals(2, ran.code()), () -> assertEquals(1, ran.err().lines().count(), ran.err()),
                () -> assertTrue(ran.err().contains("run.ndjson"), ran.err()));
    }

    @Test
    void hostileWordsNeverReachTheTerminal() {
        Shell.Ran ran = new Shell().run("connect", "\u001b[2J\u0007:80", "--timeout", "1s");
        assertEquals(2, ran.code());
        assertTrue(ran.err().strip().chars().noneMatch(Character::isISOControl), ran.err());
    }

    @Test
    void aHostileFileNameNeverReachesTheTerminal() {
        Shell.Ran ran = new Shell().run("replay", "/no/\u001b[2Jsuch");
        assertEquals("trace replay: cannot read /no/\\x1b[2Jsuch: there is no such file; check the path" + System.lineSeparator(), ran.err());
    }

    @Test
    void aSourceZoneThatIsNoInterfaceIsSaid() {
        Shell.Ran ran = new Shell().run("connect", "[::1]:9", "--source", "fe80::1%nosuch");
        assertEquals("trace connect: --source 'fe80::1%nosuch' names an interface that this machine does not have" + System.lineSeparator(),
                ran.err());
        assertEquals(2, ran.code());
    }

    @Test
    void anUnwritableRecordFileIsSaidBeforeAnythingRuns(@TempDir Path folder) {
        Shell.Ran ran = new Shell().run("connect", "--serve", "--record", folder.resolve("no/such/run.ndjson").toString());
        assertEquals(2, ran.code());
        assertTrue(ran.err().endsWith("cannot be written: its folder does not exist" + System.lineSeparator()), ran.err());
        assertEquals("", ran.out());
    }

    @Test
    void helpLeadsWithExamplesAndFitsEightyColumns() {
        for (String command : new String[] {"", "connect", "serve", "run", "scenarios", "replay", "doctor"}) {
            Shell.Ran ran = new Shell().with(new dev.lifeline.terminal.TerminalFacts(80, false, false, dev.lifeline.text.Glyphs.ASCII))
                    .run(command.isEmpty() ? new String[] {"--help"} : new String[] {command, "--help"});
            assertEquals(0, ran.code());
            assertTrue(ran.out().indexOf("Example") < ran.out().indexOf("--"), ran.out());
            ran.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
        }
    }

    /// A broken example cannot be copied.
    @ParameterizedTest
    @ValueSource(strings = {"", "connect", "serve", "run", "scenarios", "scenarios show", "scenarios new", "scenarios schema", "replay", "export",
        "doctor"})
    void noExampleIsBrokenAtEightyColumns(String command) {
        Shell.Ran ran = new Shell().with(new dev.lifeline.terminal.TerminalFacts(80, false, false, dev.lifeline.text.Glyphs.ASCII))
                .run((command + " --help").strip().split(" "));
        List<String> examples = ran.out().lines().dropWhile(line -> !line.startsWith("Example")).skip(1).takeWhile(line -> !line.isBlank()).toList();
        assertAll(() -> assertEquals(0, ran.code()), () -> assertFalse(examples.isEmpty(), ran.out()),
                () -> examples.forEach(line -> assertTrue(line.startsWith("  ") && line.length() <= 78, line)),
                () -> ran.out().lines().forEach(line -> assertTrue(line.length() <= 80, line)));
    }

    /// The list of commands is made without their options, the help of one with all of them.
    @ParameterizedTest
    @CsvSource({"help, --help", "-h, --help", "help connect, connect --help", "help scenarios, scenarios --help",
        "help --help, help help"})
    void helpIsTheSameHoweverItIsAskedFor(String one, String other) {
        Shell.Ran ran = new Shell().run(one.split(" "));
        assertAll(() -> assertEquals(0, ran.code()), () -> assertEquals(new Shell().run(other.split(" ")).out(), ran.out()),
                () -> assertTrue(ran.out().contains("Show "), ran.out()), () -> assertEquals("", ran.err()));
    }

    @Test
    void helpForWhatIsNoCommandNamesThose() {
        Shell.Ran ran = new Shell().run("help", "conect");
        assertAll(() -> assertEquals(2, ran.code()), () -> assertEquals("trace: there is no command 'conect' "
                + "(did you mean connect?): there are connect, serve, run, scenarios, replay, export, doctor, help"
                + System.lineSeparator(), ran.err()));
    }

    @Test
    void theVersionIsOneLine() {
        Shell.Ran ran = new Shell().run("--version");
        assertEquals(0, ran.code());
        assertTrue(ran.out().startsWith("trace ") && ran.out().lines().count() == 1, ran.out());
    }

    /// A word is that word: nothing in a file becomes part of the command line, or is sent to somebody.
    @Test
    void aWordWithAnAtSignIsNoFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "--help");
        Shell.Ran ran = new Shell().run("connect", "--serve", "127.0.0.1", "--evidence", "portable", "--json", "--send", "@" + file);
        assertAll(() -> assertEquals(0, ran.code(), ran.err()), () -> assertTrue(ran.out().contains("\"@" + file + "\""), ran.out()));
    }
}
