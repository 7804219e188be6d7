package dev.lifeline.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.word.KernelSwitch;
import dev.lifeline.scenario.yaml.ScenarioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Switches of the kernel: set in the play's namespace, and nowhere else.
@Timeout(60)
class SwitchesTest {

    private static String own(KernelSwitch which) throws IOException {
        return Files.readAllLines(Path.of("/proc/sys", which.sysctl().split("\\."))).getFirst().replace('\t', ' ');
    }

    private static List<PlayEvent.SwitchSet> set(Seen seen) {
        return seen.all(PlayEvent.SwitchSet.class);
    }

    private static Scenario file(String set, String steps) throws Exception {
        String file = "claim: c\nwatch: w\nwhy: y\n" + set + "actors: {server: {kind: server}, client: {kind: client, to: server}}\nsteps:\n" + steps
                + "expect: [{see: stage, of: client, stage: connect}]\n";
        return ScenarioReader.read(file.getBytes(StandardCharsets.UTF_8), "s.yaml", "s", "own");
    }

    @Test
    void whatTheFileSetsIsSetBeforeTheFirstStep() throws Exception {
        Scenario scenario = file("set: {ip_local_port_range: 41000-41003, somaxconn: 3}\n",
                "  - {actor: server, do: listen}\n  - {actor: client, do: connect}\n  - {actor: machine, do: look}\n");
        assertTrue(scenario.isApart(), "it needs a namespace, and says so by itself");
        String before = own(KernelSwitch.SOMAXCONN);
        Seen seen = Seen.play(scenario, EvidenceChoice.AUTO);
        int port = ((Outcome.Connected) seen.finished("client", Stage.CONNECT)).tuple().local().port();
        assertTrue(port >= 41_000 && port <= 41_003, () -> "port " + port);
        assertEquals(List.of(new PlayEvent.SwitchSet("machine", "net.ipv4.ip_local_port_range", "32768 60999", "41000 41003"),
                new PlayEvent.SwitchSet("machine", "net.core.somaxconn", "4096", "3")), set(seen));
        assertEquals(before, own(KernelSwitch.SOMAXCONN), "the machine's own is what it was");
    }

    @Test
    void aStepSetsThemLater() throws Exception {
        Seen seen = Seen.play(file("", "  - {actor: server, do: listen}\n  - {actor: client, do: connect}\n"
                + "  - {actor: machine, do: set, ip_local_port_range: 41005-41005}\n  - {actor: client, do: connect}\n"
                + "  - {actor: client, do: connect}\n"), EvidenceChoice.AUTO);
        assertTrue(seen.text().contains("127.0.0.1:41005"), seen::text);
        seen.failed("client", Stage.CONNECT, ErrorCode.EADDRNOTAVAIL);
    }

    @Test
    void theOlderWordMeansTheSame() throws Exception {
        Seen seen = Seen.play(file("", "  - {actor: machine, do: sysctl, name: net.ipv4.tcp_fin_timeout, value: 7}\n"
                + "  - {actor: machine, do: set, tcp_fin_timeout: 8s}\n"), EvidenceChoice.AUTO);
        assertEquals(List.of(new PlayEvent.SwitchSet("machine", "net.ipv4.tcp_fin_timeout", "60", "7"),
                new PlayEvent.SwitchSet("machine", "net.ipv4.tcp_fin_timeout", "7", "8")), set(seen));
    }

    /// The reader would have it played apart: here that is left out on purpose.
    @Test
    void aPlayWithoutANamespaceNeverChangesTheMachine() throws Exception {
        String before = own(KernelSwitch.TCP_FIN_TIMEOUT);
        Scenario apart = file("set: {tcp_fin_timeout: 13s}\n", "  - {actor: machine, do: set, tcp_fin_timeout: 14s}\n"
                + "  - {actor: machine, do: sysctl, name: net.ipv4.tcp_fin_timeout, value: 15}\n");
        Scenario here = new Scenario("s", "own", "c", "w", "y", List.of(), List.of(), apart.actors(), apart.steps(), List.of(), null);
        Seen seen = Seen.play(here, EvidenceChoice.AUTO);
        assertEquals(before, own(KernelSwitch.TCP_FIN_TIMEOUT));
        assertEquals(List.of(), set(seen));
        assertTrue(seen.remarked("the machine's own switches are not touched"), seen::text);
    }

    /// Each end of each range is one that this kernel takes; a kernel that has no such switch says so.
    @ParameterizedTest
    @EnumSource(KernelSwitch.class)
    void theKernelTakesWhatTheTableSays(KernelSwitch which) throws Exception {
        String least = text(which, which.within().least());
        String most = text(which, which.within().most());
        Seen seen = Seen.play(file("", "  - {actor: machine, do: set, " + which.label() + ": " + least + "}\n  - {actor: machine, do: set, "
                + which.label() + ": " + most + "}\n"), EvidenceChoice.AUTO);
        if (!Files.exists(Path.of("/proc/sys", which.sysctl().split("\\.")))) {
            assertTrue(seen.remarked("this kernel has no " + which.sysctl()), seen::text);
            return;
        }
        List<PlayEvent.SwitchSet> set = set(seen);
        assertEquals(2, set.size(), seen::text);
        assertNotEquals(set.getFirst().after(), set.getLast().after());
        assertEquals(which.parse(most), set.getLast().after());
    }

    private static String text(KernelSwitch which, long number) {
        return switch (which.unit()) {
            case SECONDS -> number + "s";
            case COUNT, FLAG -> Long.toString(number);
            case PORTS -> number + "-" + which.within().most();
        };
    }
}
