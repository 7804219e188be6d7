package dev.lifeline.situation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.linux.ChildJvm;
import dev.lifeline.race.Personality;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The real program and `--race` beside it, in the same network: a name with a silent IPv6 address and an IPv4 address that answers.
/// Each personality that names a version is compared only with that very version; of another, the test says so and is skipped.
class RealProgramRaceTest {

    /// Begins the reason of a skip that is no gap: `.ci/run` demands every other test of root.
    private static final String OPTIONAL = "optional: ";

    /// How far apart the starts of the second attempt may lie: each is counted from the start of the first, on a busy machine.
    private static final double APART_MILLIS = 300;
    private static final double DAY_MILLIS = 86_400_000;

    /// The silent address belongs to a neighbour that nobody is, so a SYN to it leaves and nothing comes back.
    private static final String NETWORK = """
            ip -6 addr add 2001:db8::2/64 dev c0 nodad
            ip -6 neigh add 2001:db8::1 lladdr 02:00:00:00:00:99 dev c0 nud permanent
            ip addr add 192.0.2.1/32 dev lo
            file hosts '2001:db8::1 race.test\\n192.0.2.1 race.test\\n'
            file nsswitch.conf 'hosts: files\\n'
            peer client 192.0.2.1 8000 9 accept read=1 write=HTTP/1.0_200_OK close
            """;

    /// A program that prints its attempts.
    private enum Program {
        CURL("curl --version", "curl ([0-9]+[.][0-9]+)",
                "curl -sv --trace-time -o /dev/null --connect-timeout 4 -m 8 http://race.test:8000/ 2>&1 || :",
                "(?:(..):(..):(..[.][0-9]+) )?[*] +Trying \\[?([0-9a-f:.]+?)\\]?:8000", "Connected to race.test \\((.+?)\\)"),
        WGET("wget --version", "Wget ([0-9]+[.][0-9]+)",
                "wget -T 1 -t 1 -O /dev/null http://race.test:8000/ 2>&1 || :",
                "(?:(..):(..):(..[.][0-9]+) )?Connecting to race.test .*?[|](.+?)[|]:8000",
                "[|]([^|]+)[|]:8000[.]{3} connected"),
        NC("nc -h", "Debian patchlevel ([0-9]+[.][0-9]+)",
                "echo x | timeout 8 nc -v -w 1 race.test 8000 2>&1 || :",
                "(?:(..):(..):(..[.][0-9]+) )?(?:nc: connect|Connection) to race.test \\((.+?)\\)",
                "Connection to race.test \\((.+?)\\) .*succeeded"),
        NODE("node --version", "v([0-9]+)[.]",
                "node -e \"const s=require('net').connect({host:'race.test',port:8000});"
                        + "const at=()=>new Date().toISOString().slice(11,23);"
                        + "s.on('connectionAttempt',a=>console.log(at()+' try '+a));"
                        + "s.on('connect',()=>{console.log('won '+s.remoteAddress);s.destroy()})\" || :",
                "(?:(..):(..):(..[.][0-9]+) )?try (.+)", "won (.+)");

        private final String versionCommand;
        private final Pattern version;
        private final String command;
        private final Pattern attempt;
        private final Pattern winner;

        Program(String versionCommand, String version, String command, String attempt, String winner) {
            this.versionCommand = versionCommand;
            this.version = Pattern.compile(version);
            this.command = command;
            this.attempt = Pattern.compile(attempt);
            this.winner = Pattern.compile(winner);
        }
    }

    /// The addresses in the order in which they were tried, the one that connected, and how long after the first attempt the second
    /// began (ms; negative where the program does not say).
    private record Course(List<String> tried, String winner, double gap) {
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(240)
    void tracedAttemptsAreThoseOfTheProgramOfThisVersion(Program program) throws IOException, InterruptedException {
        String name = program.name().toLowerCase(Locale.ROOT);
        ChildJvm.Ended version = ChildJvm.run(List.of("sh", "-c", program.versionCommand + " 2>&1"));
        Matcher found = program.version.matcher(version.text());
        assumeTrue(found.find(), OPTIONAL + name + " is not on this machine, or does not say its version");
        String personality = name + "-" + found.group(1);
        assumeTrue(Personality.named(personality) != null, OPTIONAL + "there is no personality for " + personality);
        Situation beside = Situation.in(Site.CABLE).with(NETWORK).with(program.command).with("echo the-trace")
                .trace("connect race.test:8000 --send x --wait 500ms --view plain --width 150 --timeout "
                        + (program == Program.WGET || program == Program.NC ? "1s" : "4s") + " --race " + personality);
        Told told;
        Course real;
        Course ours;
        int tries = 0;
        do {
            told = beside.told(Witness.PORTABLE);
            int half = told.screen().indexOf("the-trace");
            assertTrue(half > 0, told.screen());
            real = course(told.screen().substring(0, half), program.attempt, program.winner);
            ours = ours(told.screen().substring(half));
            // Again where one of them had to wait for a CPU.
        } while (++tries < 4 && real.gap() >= 0 && Math.abs(real.gap() - ours.gap()) >= APART_MILLIS);
        assertEquals(List.of("2001:db8::1", "192.0.2.1"), real.tried(), told.screen());
        assertEquals(real.tried(), ours.tried(), told.screen());
        assertEquals("192.0.2.1", real.winner(), told.screen());
        assertEquals(real.winner(), ours.winner(), told.screen());
        assertEquals(program == Program.CURL || program == Program.NODE, real.gap() >= 0, "does it say when? " + told.screen());
        assertTrue(real.gap() < 0 || Math.abs(real.gap() - ours.gap()) < APART_MILLIS,
                "the second attempt began after " + real.gap() + " ms there, after " + ours.gap() + " ms here");
    }

    private static Course course(String text, Pattern attempt, Pattern winner) {
        List<String> tried = new ArrayList<>();
        List<Double> at = new ArrayList<>();
        Matcher each = attempt.matcher(text);
        while (each.find()) {
            tried.add(each.group(4));
            if (each.group(1) != null) {
                double minutes = Integer.parseInt(each.group(1)) * 60 + Integer.parseInt(each.group(2));
                at.add((minutes * 60 + Double.parseDouble(each.group(3))) * 1000);
            }
        }
        Matcher won = winner.matcher(text);
        return new Course(tried, won.find() ? won.group(1) : null, at.size() < 2 ? -1 : (at.get(1) - at.get(0) + DAY_MILLIS) % DAY_MILLIS);
    }

    private static Course ours(String text) {
        List<String> tried = new ArrayList<>();
        List<Double> at = new ArrayList<>();
        Matcher each = Pattern.compile("At ([0-9.]+) (ms|s) the client, attempt [0-9], started to connect to "
                + "\\[?([0-9a-f:.]+?)\\]?:8000; (?:after [^;.]* )?it (was connected|was given up|failed)").matcher(text.replaceAll("\\s+", " "));
        String winner = null;
        while (each.find()) {
            tried.add(each.group(3));
            at.add(Double.parseDouble(each.group(1)) * (each.group(2).equals("s") ? 1000 : 1));
            winner = each.group(4).equals("was connected") ? each.group(3) : winner;
        }
        assertNotNull(winner, text);
        return new Course(tried, winner, at.size() < 2 ? -1 : at.get(1) - at.get(0));
    }
}
