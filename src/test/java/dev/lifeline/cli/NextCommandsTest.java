package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.cli.command.TraceCommand;
import dev.lifeline.cli.start.Mentioned;
import dev.lifeline.diagnosis.texts.TextFile;
import dev.lifeline.linux.ChildJvm;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.ParseResult;

/// The commands that verdicts tell a person to run: each is one that its program takes.
class NextCommandsTest {

    /// As `ss -ltn 'sport = :80'`: letters of options, a state, a filter (ss(8)); and the like for the others.
    private static final List<Pattern> GRAMMAR = List.of(
            Pattern.compile("ss -[tu]?[lanpio]*[tu]?[lanpio]+( state time-wait)?( '[sd]port = :[0-9]+')?"),
            Pattern.compile("ip route( get [0-9.]+( from [0-9.]+)?)?"), Pattern.compile("ip neigh( show [0-9.]+)?"),
            Pattern.compile("ip (rule|maddr|route show table all type (prohibit|blackhole))"), Pattern.compile("ip -brief( -6)? (address|link)"), Pattern.compile("nft list ruleset"),
            Pattern.compile("getent ahosts [a-z.]+"), Pattern.compile("tracepath -n [0-9.]+"), Pattern.compile("sysctl net[.][a-z0-9_.]+"),
            Pattern.compile("ulimit -n"), Pattern.compile("cat /(etc|proc)/[a-z/.-]+"), Pattern.compile("ps -fp [0-9]+"),
            Pattern.compile("openssl s_client -connect [a-z0-9.:]+( -(showcerts|msg|prexit|noservername|tls1_2|(alpn|cipher|groups) [A-Za-z0-9,:@=/.-]+))?"
                    + "( </dev/null( [|] openssl x509 -noout( -(dates|subject|sha256|fingerprint|ext subjectAltName))+)?)?"),
            Pattern.compile("curl -v( --http2-prior-knowledge)? https?://[a-z0-9.:/]+"), Pattern.compile("date -u"),
            Pattern.compile("find /proc -maxdepth 3 -lname 'socket:(\\*|\\\\\\[[0-9]+\\\\\\])'"));

    private static final List<String> WRONG = List.of("Usage", "invalid option", "is garbage", "is wrong", "prefix is expected", "bison",
            "is unknown");

    /// What is put in the place of a value.
    private static String filled(String command) {
        return command.replaceAll("[{](address|source|nextHop|silentServer|unreachedServer)[}]", "127.0.0.1")
                .replaceAll("[{](port|localPort|holderProcess|holderInode)[}]", "80").replaceAll("[{](other|target)[}]", "db.test:443")
                .replaceAll("[{](sentTo|elsewhere)[}]", "127.0.0.1:443").replace("{host}", "db.test").replace("{url}", "https://db.test/hello");
    }

    static Set<String> commands() {
        Set<String> all = new TreeSet<>();
        for (TextFile file : TextFile.values()) {
            file.sections().values().forEach(sections -> sections.forEach(section -> section.next().forEach(each -> all.add(filled(each)))));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void itsProgramTakesIt(String command) {
        assertFalse(command.contains("{"), "a value that this test does not know: " + command);
        if (!command.startsWith("trace ")) {
            assertTrue(GRAMMAR.stream().anyMatch(each -> each.matcher(command).matches()), command);
            return;
        }
        String[] words = command.substring("trace ".length()).replace("'", "").split(" ");
        ParseResult result = TraceCommand.line(words, Io.process(), Mentioned.by(words)).parseArgs(words);
        assertNotNull(result.subcommand(), command);
        assertEquals(List.of(), result.subcommand().unmatched());
    }

    /// They only look, at this machine.
    @Test
    void theProgramThatIsInstalledDoesNotSayThatItIsUsedWrongly() throws Exception {
        assumeTrue(ChildJvm.run(List.of("sh", "-c", "command -v ss && command -v ip")).exit() == 0, "ss and ip are not installed (iproute2)");
        for (String command : commands()) {
            if (command.startsWith("ss ") || command.startsWith("ip ")) {
                String said = ChildJvm.run(List.of("sh", "-c", command + " 2>&1")).text();
                for (String wrong : WRONG) {
                    assertFalse(said.contains(wrong), command + ": " + said);
                }
            }
        }
    }

    @Test
    void whatIsWrongIsFound() throws Exception {
        assumeTrue(ChildJvm.run(List.of("sh", "-c", "command -v ss")).exit() == 0, "ss is not installed");
        assertTrue(ChildJvm.run(List.of("sh", "-c", "ss -tQ 2>&1")).text().contains("invalid option"));
        assertFalse(GRAMMAR.stream().anyMatch(each -> each.matcher("ss -ltn sport = :80").matches()));
    }
}
