package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.command.TraceCommand;
import dev.lifeline.cli.start.Mentioned;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Bad input is one clear line on standard error, nothing on standard output, and exit code 2.
class UsageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "connect | trace connect: no target: write trace connect HOST:PORT or a URL for a real one, or trace connect --serve for a server of its own",
        "conect | trace: there is no command 'conect' (did you mean connect?): there are connect, serve, run, scenarios, step, explain, replay, export, doctor, help",
        "connect --serve --vew x | trace connect: there is no option '--vew' (did you mean --view?); see trace connect --help",
        "connect --serve --view wterfall | trace connect: the view 'wterfall' does not exist (did you mean waterfall?): there are waterfall, ladder, plain",
        "connect a:1 b:2 | trace connect: 'a:1' has a port already, and 'b:2' is one word too many: write one target, HOST:PORT",
        "connect a 1 2 | trace connect: there is one word too many: '2'; see trace connect --help",
        "connect db.example | trace connect: 'db.example' has no port: write db.example:PORT or db.example PORT, for example db.example:443",
        "connect db.example 70000 | trace connect: the port '70000' is too large: write 1 to 65535, for example db.example:443",
        "connect db.example:443 --insecure | trace connect: --insecure is for TLS: add --tls, or write an https URL",
        "connect db.example:443 --tls --insecure --cacert ca.pem | trace connect: --insecure takes any certificate, so --cacert has no use: leave one out",
        "connect db.example:443 --tls --cacert no-such.pem | trace connect: no-such.pem: there is no such file",
        "connect db.example:443 --tls --cert pom.xml | trace connect: pom.xml: there is no certificate: a line -----BEGIN CERTIFICATE----- is expected",
        "connect db.example:443 --tls --key k.pem | trace connect: --key is the key of a certificate: add --cert FILE",
        "connect db.example:443 --tls --keylog no/such/folder/keys | trace connect: no/such/folder/keys cannot be written: java.nio.file.NoSuchFileException: no/such/folder/keys",
        "connect db.example:443 --tls --sni a..b | trace connect: --sni 'a..b' is no host name",
        "connect db.example:443 --tls --alpn h2,,x | trace connect: --alpn 'h2,,x' names a protocol of 0 characters: write for example --alpn h2,http/1.1",
        "connect db.example/x | trace connect: 'db.example/x' has a path: write the URL, http://db.example/x, or for TCP alone db.example:443",
        "connect http://u:p@h/ | trace connect: the URL names a user before the @, and a recording would keep it: write it without, and --header 'Authorization: ...' for the password",
        "connect http:///x | trace connect: the URL has no host: write for example http://localhost:8080/",
        "connect http://h:x/ | trace connect: the port 'x' is not a number: write 1 to 65535, for example h:443",
        "connect http://h/ --send x | trace connect: --send writes bytes of your own where the request would be: write HOST:PORT and no option of HTTP, or leave --send out",
        "connect http://h/ --wait 1s | trace connect: --wait is for peers of which it is not known when they are done; an answer of HTTP says it: leave it out, or write --read-timeout or --idle-timeout",
        "connect http://h/ --header x | trace connect: --header 'x' has no colon: write --header 'NAME: VALUE'",
        "connect http://h/ --method G[T | trace connect: --method 'G[T' is none: write for example --method HEAD",
        "connect http://h/ --method CONNECT | trace connect: --method CONNECT asks a proxy for a tunnel: write an https URL, and --proxy http://HOST:PORT",
        "connect http://h/ --data a --data-file b | trace connect: --data and --data-file are both the body: leave one out",
        "connect http://h/ --data-file /nowhere/b | trace connect: --data-file: '/nowhere/b' does not exist",
        "connect http://h/ --data-file / | trace connect: --data-file: '/' is a folder",
        "connect http://h/ --requests 0 | trace connect: --requests 0 is outside 1 to 10000",
        "connect http://h/ --idle 1s | trace connect: --idle is the pause between two requests: add --requests 2",
        "connect http://h/ --proxy https://p | trace connect: --proxy: the proxy 'https://p' is not one of plain HTTP: write http://HOST:PORT",
        "connect a:1 --proxy p:1 | trace connect: --proxy is for requests of HTTP: write a URL, http://HOST/ or https://HOST/",
        "connect a:1 --send a --send-file b | trace connect: --send and --send-file are both what is written: leave one out",
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
        "explain | trace explain: no TEXT: write trace explain 'TEXT OF AN ERROR', or trace explain - for a log; see trace explain --help",
        "explain --lst | trace explain: there is no option '--lst' (did you mean --list?); see trace explain --help",
        "explain --list EPIPE | trace explain: --list explains no text: it prints all stages and codes. Leave one of the two out",
        "explan EPIPE | trace: there is no command 'explan' (did you mean explain?): there are connect, serve, run, scenarios, step, explain, replay, export, doctor, help",
        "replay | trace replay: no FILE: write trace replay FILE; see trace replay --help",
        "scenarios show | trace scenarios show: no ID: write trace scenarios show ID; see trace scenarios show --help",
        "connect --serve --record | trace connect: --record needs a value: write --record=FILE; see trace connect --help",
        "connect --serve --send --help | trace connect: --send needs a value: write --send=TEXT; see trace connect --help",
        "connect --serve --count x | trace connect: invalid value for option '--count': 'x' is no whole number: write for example --count 20",
        "connect --serve --width 1e2 | trace connect: invalid value for option '--width': '1e2' is no whole number: write for example --width 100",
        "connect --serve --count 99999999999 | trace connect: invalid value for option '--count': '99999999999' is out of range: write for example --count 20",
        "connect --serve --evidence portable,packet | trace connect: --evidence: portable stands alone: write --evidence portable, or a list of getaddrinfo, route, sockdiag, descriptors, packet",
        "time-wait | trace: there is no command 'time-wait'; trace help TIME_WAIT explains the word",
        "server | trace: there is no command 'server' (did you mean serve?): there are connect, serve, run, scenarios, step, explain, replay, export, doctor, help",
        "help xyzzy | trace help: there is no command or term 'xyzzy'; see trace --help, trace help terms",
        "help conect | trace help: there is no command or term 'conect' (did you mean connect?); see trace --help, trace help terms",
        "help acept-queue | trace help: there is no command or term 'acept-queue' (did you mean accept-queue?); see trace --help, trace help terms",
        "help mtu --widht 70 | trace help: there is no option '--widht' (did you mean --width?); see trace help --help",
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

    private static final String COMMANDS = "connect, serve, run, scenarios, step, explain, replay, export, doctor, help";

    private static Shell at(int columns) {
        return new Shell().with(new TerminalFacts(columns, false, false, Glyphs.ASCII));
    }

    /// With the prompt below it a screen has room for 23 lines.
    @ParameterizedTest
    @ValueSource(strings = {"", "connect", "serve", "run", "scenarios", "scenarios show", "scenarios new", "scenarios schema", "replay", "export",
        "doctor", "help"})
    void helpBeginsWithExamplesInOnePieceAndFitsAScreen(String command) {
        String[] words = (command + " --help").strip().split(" ");
        Shell.Ran ran = at(80).run(words);
        List<String> examples = ran.out().lines().dropWhile(line -> !line.startsWith("Example")).skip(1).takeWhile(line -> !line.isBlank()).toList();
        assertAll(() -> assertEquals(0, ran.code()), () -> assertEquals("", ran.err()), () -> assertFalse(examples.isEmpty(), ran.out()),
                () -> assertTrue(ran.out().indexOf("Example") <= ran.out().indexOf("\n\n") + 2, ran.out()),
                () -> examples.forEach(line -> assertTrue(line.startsWith("  ") && line.length() <= 78, line)),
                () -> assertTrue(ran.out().lines().count() <= 23, ran.out()),
                () -> ran.out().lines().forEach(line -> assertTrue(line.length() <= 80, line)),
                () -> at(120).run(words).out().lines().forEach(line -> assertTrue(line.length() <= 120, line)));
    }

    /// The short help leaves out no option for good, and says where the others are.
    @ParameterizedTest
    @ValueSource(strings = {"connect", "serve", "run", "scenarios", "explain", "replay", "export", "doctor"})
    void allOfAHelpHasEveryOption(String command) {
        String brief = at(80).run(command, "--help").out();
        String all = at(80).run(command, "--help", "--all").out();
        CommandSpec spec = TraceCommand.line(new String[] {command}, Io.process(), Mentioned.ALL).getSubcommands().get(command).getCommandSpec();
        for (OptionSpec option : spec.options()) {
            for (String name : option.names()) {
                assertTrue(option.usageHelp() || all.contains(name), name + " is not in\n" + all);
            }
        }
        all.lines().forEach(line -> assertTrue(line.length() <= 80, line));
        assertEquals(!brief.equals(all), brief.contains("All options: trace " + command + " --help --all"), brief);
        assertEquals(all, at(80).run("help", command, "--all").out());
    }

    @Test
    void nothingIsBrokenWithinATerm() {
        for (int columns = 60; columns <= 120; columns++) {
            String all = at(columns).run("connect", "--help", "--all").out() + at(columns).run("--help", "--all").out()
                    + at(columns).run("--help").out();
            for (String term : List.of("trace --help --all", "--view ladder", "--view plain", "(default 128)", "(default 100ms;", "10 lookup", "17 write", "130 interrupted")) {
                assertTrue(all.contains(term), term + " is broken at " + columns + " columns:\n" + all);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"help, --help", "-h, --help", "help --all, --help --all", "help connect, connect --help", "help scenarios, scenarios --help",
        "--help connect, connect --help", "-h run, run --help", "connect a:1 --count=3 --help, connect --help", "run half-close --help, run --help",
        "help run --all, run --help --all", "help help, help --help"})
    void helpIsTheSameHoweverItIsAskedFor(String one, String other) {
        Shell.Ran ran = new Shell().run(one.split(" "));
        assertAll(() -> assertEquals(0, ran.code()), () -> assertEquals(new Shell().run(other.split(" ")).out(), ran.out()),
                () -> assertTrue(ran.out().contains("Examples:"), ran.out()), () -> assertEquals("", ran.err()));
    }

    /// Help for what is not there would hide the mistake.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "conect --help | trace: there is no command 'conect' (did you mean connect?): there are " + COMMANDS,
        "--help conect | trace: there is no command 'conect' (did you mean connect?): there are " + COMMANDS,
        "connect --sevre --help | trace connect: there is no option '--sevre' (did you mean --serve?); see trace connect --help",
        "connect --help --sevre | trace connect: there is no option '--sevre' (did you mean --serve?); see trace connect --help",
        "connect a b c --help | trace connect: there is one word too many: 'c'; see trace connect --help",
        "connect --all | trace connect: there is no option '--all' (did you mean --tls?); see trace connect --help",
        "run bytes --help | trace run: bytes is a topic of N scenarios: trace run --all --topic bytes plays them, trace scenarios bytes lists them",
        "run half-clse --help | trace run: there is no scenario 'half-clse' (did you mean half-close?): trace scenarios lists them; a file of your own ends with .yaml",
        "scenarios show half-clse --help | trace scenarios show: there is no scenario 'half-clse' (did you mean half-close?): trace scenarios lists them",
    })
    void aMistakeIsOneWithHelpBehindIt(String command, String line) {
        Shell.Ran ran = new Shell().run(command.split(" "));
        String told = ran.err().replaceAll("of [0-9]+ scenarios", "of N scenarios");
        assertAll(() -> assertEquals(line + System.lineSeparator(), told), () -> assertEquals(2, ran.code()), () -> assertEquals("", ran.out()));
    }

    @Test
    void verboseIsTheDeepDetail() {
        String[] replay = {"replay", "samples/recordings/refused.ndjson"};
        String deep = at(80).run(replay[0], replay[1], "--detail", "deep").out();
        assertAll(() -> assertEquals(deep, at(80).run(replay[0], replay[1], "-v").out()),
                () -> assertEquals(deep, at(80).run(replay[0], replay[1], "--detail=brief", "--verbose").out()),
                () -> assertFalse(deep.equals(at(80).run(replay).out())));
    }

    @Test
    void traceAloneShowsWhatPeopleUseMost() {
        Shell.Ran ran = at(80).run();
        at(60).run().err().lines().forEach(line -> assertTrue(line.length() <= 60, line));
        assertAll(() -> assertEquals(2, ran.code()), () -> assertEquals("", ran.out()), () -> assertTrue(ran.err().lines().count() <= 15, ran.err()),
                () -> ran.err().lines().forEach(line -> assertTrue(line.length() <= 80, line)),
                () -> List.of("trace connect ", "trace serve ", "trace run ", "trace scenarios ", "trace explain ", "trace --help")
                        .forEach(word -> assertTrue(ran.err().contains(word), word + " is not in\n" + ran.err())));
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
