package dev.lifeline.cli.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.command.TraceCommand;
import dev.lifeline.client.Resolver;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// A command line means the same, whether all options were built to read it or only those that it mentions.
class MentionedTest {

    private static final String REFUSED = "refused";

    @ParameterizedTest
    @ValueSource(strings = {
        "connect --serve",
        "connect localhost:80 --timeout 3s",
        "connect localhost 80 --timeout 3s",
        "connect --serve localhost:0 --send ping --expect pong --count=3 --interval 0 --json --record x.ndjson",
        "connect --serve=false a:1",
        "connect --serve --behavior echo",
        "connect --serve --behaviour=late-accept=1ms --view=ladder --width 100 --color never --ascii --accessible",
        "connect a:1 --race node --source 127.0.0.1 --ipv4 --evidence portable --wait 1s --quiet 1s --reset",
        "connect -- a:1",
        "connect a:1 --send @arguments",
        "connect a:1 -46",
        "connect a:1 -4 --count 2",
        "connect -6 a:1",
        "connect a:1 -4 -6",
        "serve --max-connections 2 --idle-timeout 3s --backlog 4 localhost:0",
        "run half-close --view plain",
        "run --check a.yaml b.yaml",
        "run --all --topic bytes --sandbox",
        "replay run.ndjson --width 100",
    })
    void aCommandLineMeansTheSame(String text) {
        String[] words = text.split(" ");
        String all = read(words, Mentioned.ALL);
        assertFalse(all.equals(REFUSED), text);
        assertEquals(all, read(words, Mentioned.by(words)));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "connect a:1 --send --json",
        "connect a:1 --send -4",
        "connect a:1 -x",
        "connect -x 4 a:1",
        "connect a:1 --send=--json",
        "connect a:1 --vew ladder",
        "connect a:1 --serv",
        "connect a:1 --count",
        "connect a:1 --count x",
        "connect a:1 b:2 c:3",
        "connect --jsonn",
        "serve --serve",
        "replay",
        "replay --view plain",
        "run --topic",
    })
    void whatIsRefusedWithAllIsRefusedWithFew(String text) {
        String[] words = text.split(" ");
        assertEquals(REFUSED, read(words, Mentioned.ALL));
        assertEquals(REFUSED, read(words, Mentioned.by(words)));
    }

    @Test
    void onlyWhatIsMentionedIsBuilt() {
        String[] words = {"connect", "--serve", "--behavior", "echo", "-4"};
        CommandLine line = TraceCommand.line(words, Io.process(), Mentioned.by(words)).getSubcommands().get("connect");
        assertEquals(List.of("--serve", "--behaviour", "-4"),
                line.getCommandSpec().options().stream().map(option -> option.names()[0]).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-h", "-46", "-4h", "-ofile", "--send=-4", "--help", "--help=true"})
    void aWordThatCanMeanSeveralOptionsMeansAll(String word) {
        assertTrue(Mentioned.by("connect", word).all());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "connect --help",
        "connect --help=true",
        "connect -h",
        "connect a:1 --count=3 --help",
        "serve --help=true",
        "run --help=true",
        "replay --help=true",
        "connect a:1 --vew ladder",
        "connect a:1 -x",
        "connect a:1 --view ladr",
        "connect a:1 --count x",
        "connect a:1 --count",
        "connect a:1 --timeout 3",
        "connect a:1 --color=pink",
        "connect a:1 b:2",
        "connect a b c",
        "connect --help=maybe",
        "connect --serve=perhaps",
        "serve --serve",
        "run --topic",
        "run --all half-close",
        "replay",
    })
    void helpAndErrorsAreTheSameText(String text) {
        String[] words = text.split(" ");
        assertEquals(told(words, Mentioned.ALL), told(words, Mentioned.by(words)));
    }

    private static String told(String[] words, Mentioned mentioned) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Io io = new Io(InputStream.nullInputStream(), out, new PrintStream(err, true, StandardCharsets.UTF_8), Map.of(),
                new TerminalFacts(100, false, false, Glyphs.UNICODE), Resolver.SYSTEM, action -> { });
        int code = Cli.run(Asked.of(words), io, mentioned);
        return code + "\n" + out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    private static String read(String[] words, Mentioned mentioned) {
        try {
            ParseResult result = TraceCommand.line(words, Io.process(), mentioned).parseArgs(words).subcommand();
            TreeMap<String, List<String>> given = new TreeMap<>();
            result.matchedArgs().forEach(arg -> given.put(arg.isOption() ? arg.toString() : "word", arg.stringValues()));
            return given.toString();
        } catch (ParameterException e) {
            return REFUSED;
        }
    }
}
