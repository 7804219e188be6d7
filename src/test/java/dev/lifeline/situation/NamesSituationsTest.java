package dev.lifeline.situation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Names that lead elsewhere than they say, or nowhere: what the look-up proves, and what it does not.
@Timeout(240)
@EnabledOnOs(value = OS.LINUX, disabledReason = "network namespaces are of Linux")
class NamesSituationsTest {

    private static final Situation MACHINE = Situation.in(Site.LOOPBACK);

    @ParameterizedTest
    @EnumSource(Witness.class)
    void theUnspecifiedAddressIsNoDestination(Witness witness) throws Exception {
        Situation blocked = MACHINE.with("file hosts '127.0.0.1 localhost\\n0.0.0.0 blocked.test\\n:: six.test\\n'");
        blocked.trace("connect blocked.test:443").told(witness)
                .says("Connect to 127.0.0.1:443, this machine, was refused", "0.0.0.0 is no destination", "no packet went to another machine")
                .never("in the name of 0.0.0.0", "to 0.0.0.0:443", "came from the host itself").exits(13);
        blocked.trace("connect six.test:443").told(witness)
                .says("Connect to [::1]:443, this machine, was refused", ":: is no destination").never("[::]:443", "came from the host").exits(13);
        blocked.peer("server", "127.0.0.1 80 5 accept read=1 write=y close").trace("connect blocked.test:80 --send a").told(witness)
                .says("0.0.0.0 is no destination", "The handshake with 127.0.0.1:80 completed").exits(0);
        MACHINE.trace("connect 0.0.0.0:443").told(witness)
                .says("Connect to 127.0.0.1:443, this machine, was refused", "0.0.0.0 is no destination").never("blocks a name").exits(13);
    }

    @ParameterizedTest
    @EnumSource(value = Witness.class, names = "PORTABLE", mode = EnumSource.Mode.EXCLUDE)
    void aSearchDomainMakesAnotherName(Witness witness) throws Exception {
        Situation searching = MACHINE.with("names api.example.com.corp.test=127.0.0.1 www.example.com=127.0.0.1")
                .with("file resolv.conf 'nameserver 127.0.0.1\\nsearch corp.test\\noptions ndots:5 timeout:1 attempts:1\\n'")
                .peer("server", "127.0.0.1 80 5 accept close");
        searching.trace("connect api.example.com:80 --wait 10ms").told(witness)
                .says("api.example.com.corp.test has 1 address", "The answer is not for api.example.com",
                        "the search domain corp.test")
                .never("The name has 1 address");
        searching.trace("connect api.example.com:81").told(witness).says("The answer is not for api.example.com").exits(13);
        searching.trace("connect www.example.com:80 --wait 10ms").told(witness).says("The name has 1 address")
                .never("search domain", "The answer is not of");
    }

    @Test
    void withoutTheCanonicalNameNothingIsSaidOfIt() throws Exception {
        MACHINE.with("names api.example.com.corp.test=127.0.0.1")
                .with("file resolv.conf 'nameserver 127.0.0.1\\nsearch corp.test\\noptions ndots:5 timeout:1 attempts:1\\n'")
                .trace("connect api.example.com:81").told(Witness.PORTABLE).never("search domain", "The answer is not of").exits(13);
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void whatTookTheTimeIsTold(Witness witness) throws Exception {
        MACHINE.with("names slow.test/A=127.0.0.1 slow.test/AAAA=silent fail.test=2").peer("server", "127.0.0.1 80 5 accept close")
                .trace("connect slow.test:80 --race serial --wait 10ms").told(witness).says("slow at", "lookup: ").exits(0);
        MACHINE.with("names fail.test=2").trace("connect fail.test:80").told(witness)
                .says(witness == Witness.ALL ? "answered SERVFAIL" : "None was silent").never("was silent, failed").exits(10);
        MACHINE.with("names none.test=silent").trace("connect none.test:80").told(witness)
                .says(witness == Witness.ALL ? "did not answer" : "The resolver was silent").never("None was silent").exits(10);
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void theNameServersSayWhatTheySaid(Witness witness) throws Exception {
        Situation servers = MACHINE.with("names fail.test=2 deny.test=5 none.test=silent only.test/A=127.0.0.1 only.test/AAAA=silent empty.test=0");
        told(servers.trace("connect fail.test:80"), witness, "name server 127.0.0.1 answered SERVFAIL for fail.test")
                .never("REFUSED", "NXDOMAIN", "did not answer").exits(10);
        told(servers.trace("connect deny.test:80"), witness, "name server 127.0.0.1 answered REFUSED for deny.test")
                .never("SERVFAIL for", "did not answer").exits(10);
        told(servers.trace("connect none.test:80"), witness, "name server 127.0.0.1 did not answer for none.test")
                .never("answered SERVFAIL", "answered REFUSED").exits(10);
        told(servers.trace("connect gone.test:80"), witness, "name server 127.0.0.1 answered NXDOMAIN (no such name) for gone.test")
                .never("SERVFAIL", "did not answer").exits(10);
        told(servers.trace("connect empty.test:80"), witness, "name server 127.0.0.1 answered that there is no such address for empty.test")
                .never("NXDOMAIN", "did not answer").exits(10);
        told(servers.trace("connect none.test:80 --timeout 500ms"), witness, "Until then name server 127.0.0.1 did not answer for none.test")
                .exits(10);
        told(servers.peer("server", "127.0.0.1 80 5 accept close").trace("connect only.test:80 --race serial --wait 10ms"), witness,
                "name server 127.0.0.1 did not answer for only.test (AAAA)").says("slow at", "lookup: ").exits(0);
        told(MACHINE.with("file resolv.conf 'nameserver 127.0.0.53\\noptions timeout:1 attempts:1\\n'").trace("connect a.test:80"), witness,
                "name server 127.0.0.53 was not reached (an ICMP error came) for a.test").never("did not answer").exits(10);
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void ofTwoServersTheOneThatHeldItUpIsNamed(Witness witness) throws Exception {
        told(MACHINE.with("names a.test=127.0.0.1").peer("server", "127.0.0.1 80 5 accept close")
                .with("client nft 'add table ip f; add chain ip f i { type filter hook input priority 0; }; "
                        + "add rule ip f i udp dport 53 ip daddr 127.0.0.9 drop'")
                .with("file resolv.conf 'nameserver 127.0.0.9\\nnameserver 127.0.0.1\\noptions timeout:1 attempts:1\\n'")
                .trace("connect a.test:80 --wait 10ms"), witness, "name server 127.0.0.9 did not answer for a.test")
                .says("slow at", "lookup: ").never("127.0.0.1 did not answer").exits(0);
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void theNamesOfTheSearchListAreNamed(Witness witness) throws Exception {
        told(MACHINE.with("names x=2")
                .with("file resolv.conf 'nameserver 127.0.0.1\\nsearch ns.local corp.test\\noptions ndots:5 timeout:1 attempts:1\\n'")
                .trace("connect api.example.com:80"), witness,
                "answered NXDOMAIN (no such name) for api.example.com.ns.local, api.example.com.corp.test and api.example.com").exits(10);
    }

    /// Where packets are seen the words stand there; where they are not, no name server is spoken of.
    private static Told told(Situation situation, Witness witness, String words) throws Exception {
        Told told = situation.told(witness);
        return witness == Witness.ALL ? told.says(words) : told.never("name server 127");
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void aLinkLocalAddressNeedsItsZone(Witness witness) throws Exception {
        Situation.in(Site.CABLE).trace("connect [fe80::1]:80 --timeout 2s").told(witness)
                .says("does not say on which interface").never("blackhole").exits(11);
    }
}
