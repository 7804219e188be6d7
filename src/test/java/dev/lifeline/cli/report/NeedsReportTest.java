package dev.lifeline.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lifeline.observe.Availability;
import dev.lifeline.observe.sockdiag.SockDiagSource;
import dev.lifeline.play.MissingNeed;
import dev.lifeline.play.NeedsTrial;
import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Needs of many scenarios, and why a machine lacks them.
class NeedsReportTest {

    private static Scenario needing(Need... needs) {
        return new Scenario("x", "bytes", "c", "w", "y", List.of(), List.of(needs), List.of(), List.of(), List.of(), null);
    }

    @Test
    void eachNeedIsTriedOnceForAllThatHaveIt() {
        List<Need> tried = new ArrayList<>();
        NeedsReport needs = new NeedsReport(new NeedsTrial(need -> {
            tried.add(need);
            return need == Need.PACKET ? new MissingNeed("packet", "no right", "sudo trace run \u2026") : null;
        }));
        assertNull(needs.missing(needing()));
        assertNull(needs.missing(needing(Need.SOCKDIAG)));
        assertNull(needs.missing(needing(Need.SOCKDIAG, Need.LINUX)));
        assertEquals("packet: no right; to enable: sudo trace run ...", needs.missing(needing(Need.PACKET, Need.SOCKDIAG)));
        assertEquals("packet: no right; to enable: sudo trace run ...", needs.missing(needing(Need.LINUX, Need.PACKET)));
        assertEquals(List.of(Need.SOCKDIAG, Need.LINUX, Need.PACKET), tried);
    }

    @Test
    void settingsOfTheMachineDoNotCountInANamespace() {
        NeedsReport needs = new NeedsReport(new NeedsTrial(need -> need == Need.NAMESPACE ? null
                : new MissingNeed(need.label(), "off", null)));
        assertEquals("syn-cookies: off", needs.missing(needing(Need.SYN_COOKIES)));
        assertNull(needs.missing(needing(Need.SYN_COOKIES, Need.NAMESPACE, Need.PRIVILEGED_PORTS)));
    }

    @Test
    void allThatIsMissingIsOneSafeLineAndNothingIsAdvisedWhereNothingHelps() {
        assertEquals("linux: \\x1b[2J; and ipv6: off; to enable: sysctl", NeedsReport.sentence(
                List.of(new MissingNeed("linux", "\u001b[2J", null), new MissingNeed("ipv6", "off", "sysctl"))));
    }

    @Test
    void whatTheMachineGivesIsFound() {
        Assumptions.assumeTrue(new SockDiagSource().probe() instanceof Availability.Available,
                "the kernel's sockets are not readable here");
        assertNull(new NeedsReport().missing(needing(Need.SOCKDIAG, Need.LINUX)));
    }
}
