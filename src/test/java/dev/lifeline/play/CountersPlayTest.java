package dev.lifeline.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.FindingState;
import dev.lifeline.model.counter.KernelCounter;
import dev.lifeline.scenario.judge.Finding;
import dev.lifeline.scenario.yaml.ScenarioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Counters of the kernel rise by what their line says, and not without it.
@Timeout(60)
class CountersPlayTest {

    /// Each play happens in a network namespace of its own, so that nobody else is counted.
    ///
    /// @param end how the connection ends, as steps
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            peer close, client close  | ActiveOpens 1, PassiveOpens 1, AttemptFails 0, EstabResets 0, OutRsts 0, TCPAbortOnClose 0, TCPAbortOnData 0
            peer reset, client close  | ActiveOpens 1, TCPAbortOnData 1, OutRsts 1, EstabResets 2, TCPAbortOnClose 0
            client write, peer close, client close | TCPAbortOnClose 1, TCPAbortOnData 0, OutRsts 1
            other connect, peer close, client close | ActiveOpens 2, PassiveOpens 1, AttemptFails 1, OutRsts 1
            """)
    void eachRisesByWhatHappened(String steps, String counters) throws Exception {
        StringBuilder file = new StringBuilder("""
                claim: c
                watch: w
                why: y
                needs: [sockdiag, namespace]
                actors:
                  server: {kind: server}
                  closed: {kind: server}
                  client: {kind: client, to: server}
                  other: {kind: client, to: closed}
                steps:
                  - {actor: server, do: listen}
                  - {actor: closed, do: bind}
                  - {actor: client, do: connect}
                  - {actor: server, do: accept, as: peer}
                """);
        for (String step : steps.strip().split(", ")) {
            String[] words = step.split(" ");
            file.append("  - {actor: ").append(words[0]).append(", do: ").append(words[1]).append(words[1].equals("write")
                    ? ", text: unread}\n  - {actor: machine, do: await-state, of: peer, receive-queue: 6" : "").append("}\n");
        }
        file.append("expect:\n");
        List<String> wanted = new ArrayList<>();
        for (String counter : counters.strip().split(", ")) {
            String[] words = counter.split(" ");
            file.append("  - {see: counter, name: ").append(words[0]).append(", rose: ").append(words[1]).append("}\n");
            wanted.add(words[0] + " rose by " + words[1]);
        }
        List<Finding> findings = play(file.toString());
        assertEquals(wanted, findings.stream().map(Finding::observed).toList());
        assertEquals(Set.of(FindingState.HELD), new TreeSet<>(findings.stream().map(Finding::state).toList()));
    }

    private static List<Finding> play(String file) throws Exception {
        try {
            return PlayedScenarios.findings(ScenarioReader.read(file.getBytes(StandardCharsets.UTF_8), "counters.yaml", "counters", "own"));
        } catch (CannotPlayException e) {
            Assumptions.abort(e.getMessage());
            throw e;
        }
    }

    /// Each line of both files begins with the name of a group, and `nstat` writes that before each of its counters.
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the counters are the Linux kernel's")
    void nstatCallsThemByTheirGroups() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String file : List.of("netstat", "snmp")) {
            for (String line : Files.readAllLines(Path.of("/proc/self/net", file))) {
                String group = line.substring(0, line.indexOf(':'));
                for (String name : line.substring(group.length() + 1).strip().split(" ")) {
                    names.add(group + name);
                }
            }
        }
        for (KernelCounter counter : KernelCounter.values()) {
            assertTrue(names.contains(counter.nstat()), counter.nstat());
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the counters are the Linux kernel's")
    void thisKernelHasThemAll() throws IOException {
        String known = Files.readString(Path.of("/proc/self/net/netstat")) + Files.readString(Path.of("/proc/self/net/snmp"));
        List<String> unknown = KernelCounter.labels().stream().filter(each -> !known.contains(" " + each + " ") && !known.contains(" " + each + "\n")).toList();
        assertEquals(List.of(), unknown);
        assertEquals(null, CountersTrial.lack(KernelCounter.labels()));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the counters are the Linux kernel's")
    void oneThatTheKernelDoesNotHaveCannotBeShown() {
        MissingNeed lack = CountersTrial.lack(Set.of("TCPNoSuchThing"));
        assertEquals("this kernel has no counter TCPNoSuchThing (/proc/self/net/netstat, /proc/self/net/snmp)", lack.reason());
        assertEquals(null, CountersTrial.lack(Set.of()));
    }
}
