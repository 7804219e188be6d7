package dev.lifeline.situation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A name server that answers A and AAAA each in its own time, and the race of RFC 8305 that begins without the slower one.
@Timeout(60)
@EnabledOnOs(value = OS.LINUX, disabledReason = "network namespaces are of Linux")
class FamiliesApartTest {

    /// 10.8.0.9 is a neighbour that nobody is: a SYN to it leaves, and nothing comes back. The resolver is patient.
    private static final Situation CABLE = Situation.in(Site.CABLE)
            .with("ip neigh add 10.8.0.9 lladdr 02:00:00:00:00:99 dev c0 nud permanent")
            .peer("server", "fd08::2 80 9 accept read=1 write=y close").peer("server", "10.8.0.2 80 9 accept read=1 write=y close");

    private static Situation names(String words) {
        return CABLE.with("names " + words).with("file resolv.conf 'nameserver 127.0.0.1\\noptions timeout:9 attempts:1\\n'")
                .trace("connect name.test:80 --race rfc8305 --send a --timeout 20s --view plain");
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void anAddressThatComesDuringTheRaceWinsIt(Witness witness) throws Exception {
        Told told = names("name.test/A=10.8.0.9 name.test/AAAA=fd08::2@1500").told(witness).exits(0)
                .says("The handshake with [fd08::2]:80 completed");
        if (witness == Witness.PORTABLE) {
            told.never("alone", "added", "not answered yet");
        } else {
            told.says("asked for AAAA alone", "asked for A alone", "had the answer for A: 10.8.0.9", "AAAA not answered yet",
                    "put the race off for AAAA, by 50 ms at most", "had the answer for AAAA: fd08::2",
                    "added [fd08::2]:80 to the race, in this order now: [fd08::2]:80")
                    .never("The name has 1 address (resolver).", "stopped waiting");
        }
    }

    @Test
    void aSilentFamilyHoldsNothingUp() throws Exception {
        names("name.test/A=silent name.test/AAAA=fd08::2").told(Witness.ALL).exits(0)
                .says("The handshake with [fd08::2]:80 completed", "A not answered yet", "stopped waiting for A: the race was over")
                .never("put the race off", "added");
        names("name.test/A=10.8.0.2 name.test/AAAA=silent").told(Witness.ALL).exits(0)
                .says("The handshake with 10.8.0.2:80 completed", "put the race off for AAAA",
                        "stopped waiting for AAAA: the race was over").never("added");
    }

    @Test
    void aFailedFamilyIsToldApart() throws Exception {
        names("name.test/A=10.8.0.2@1500 name.test/AAAA=2").told(Witness.ALL).exits(0)
                .says("The handshake with 10.8.0.2:80 completed", "had the answer for AAAA: no address (EAI_AGAIN)",
                        "had the answer for A: 10.8.0.2");
        names("name.test=2").told(Witness.ALL).exits(10).says("EAI_AGAIN", "answered SERVFAIL for name.test");
        names("other.test=0").told(Witness.ALL).exits(10).says("answered NXDOMAIN (no such name) for name.test");
        names("name.test=0").told(Witness.ALL).exits(10).says("answered that there is no such address for name.test");
    }

    @Test
    void aRaceThatHasLostWaitsForTheOtherFamily() throws Exception {
        names("name.test/A=10.8.0.2 name.test/AAAA=fd08::2@1500").with("client ip route add unreachable 10.8.0.2").told(Witness.ALL).exits(0)
                .says("The handshake with [fd08::2]:80 completed", "added [fd08::2]:80");
        names("name.test/A=10.8.0.2 name.test/AAAA=0@1500").with("client ip route add unreachable 10.8.0.2").told(Witness.ALL)
                .says("had the answer for AAAA: no address (EAI_NODATA)").never("added").exits(13);
    }

    @Test
    void theDelayFollowsWhatTheKernelRemembers() throws Exception {
        Situation known = names("name.test/A=10.8.0.2 name.test/AAAA=silent").with("exec 3<>/dev/tcp/10.8.0.2/80; printf a >&3; cat <&3; exec 3>&-");
        known.told(Witness.ALL).exits(0).says("after 10.8.0.2:80, by the kernel's round-trip times to it");
        known.toldBy("getaddrinfo").exits(0).never("round-trip times");
        names("name.test/A=10.8.0.2 name.test/AAAA=silent").told(Witness.ALL).exits(0).never("round-trip times");
    }

    @Test
    void theHostsFileAnswersForBothAtOnce() throws Exception {
        CABLE.with("file hosts 'fd08::2 name.test\\n10.8.0.2 name.test\\n'").trace("connect name.test:80 --send a --view plain")
                .told(Witness.ALL).exits(0).never("alone", "not answered");
    }

    @Test
    void otherProgramsAskOnce() throws Exception {
        CABLE.with("names name.test/A=10.8.0.2 name.test/AAAA=0").trace("connect name.test:80 --race go --send a --view plain")
                .told(Witness.ALL).exits(0).never("alone", "not answered");
    }

    @Test
    void theWaterfallHasARowForEach() throws Exception {
        names("name.test/A=10.8.0.2 name.test/AAAA=silent").trace("connect name.test:80 --race rfc8305 --send a --view waterfall")
                .told(Witness.ALL).exits(0).says(" AAAA ", "not answered (the race was over)", " A ");
    }
}
