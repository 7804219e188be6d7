package dev.lifeline.situation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// NAT of the machine itself: the SYN leaves with another destination than the program connected to.
@Timeout(240)
@EnabledOnOs(value = OS.LINUX, disabledReason = "network namespaces are of Linux")
class TranslationSituationsTest {

    private static final String SAID = "NAT on this machine";

    private static Situation service(String rule) {
        return Situation.in(Site.ROUTED).peer("server", "10.2.0.2 8080 5 accept read=1 write=y close")
                .with("client nft 'add table ip n; add chain ip n o { type nat hook output priority -100; }; "
                        + "add rule ip n o ip daddr 10.96.0.10 " + rule + "'");
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void aServiceAddressIsSentOnAndAnswers(Witness witness) throws Exception {
        told(service("tcp dport 80 dnat to 10.2.0.2:8080").trace("connect 10.96.0.10:80 --send a"), witness, "sent it on to 10.2.0.2:8080")
                .never("NAT on this machine may have", "a firewall rule").exits(0);
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void aServiceAddressIsSentOnAndRefused(Witness witness) throws Exception {
        told(service("tcp dport 81 dnat to 10.2.0.2:8081").trace("connect 10.96.0.10:81"), witness, "sends it on to 10.2.0.2:8081")
                .never("a firewall rule here would drop").exits(13);
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void aServiceAddressIsSentOnAndSilent(Witness witness) throws Exception {
        told(service("tcp dport 82 dnat to 10.2.0.2:8082")
                .with("server nft 'add table ip f; add chain ip f i { type filter hook input priority 0; }; add rule ip f i tcp dport 8082 drop'")
                .trace("connect 10.96.0.10:82 --timeout 1500ms"), witness, "sends it on to 10.2.0.2:8082")
                .never("a firewall rule here would drop").exits(13);
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void aPortOfThisMachineIsRedirected(Witness witness) throws Exception {
        told(Situation.in(Site.LOOPBACK).peer("server", "127.0.0.1 8080 5 accept read=1 write=y close")
                .with("client nft 'add table ip n; add chain ip n o { type nat hook output priority -100; }; add rule ip n o tcp dport 80 redirect to :8080'")
                .trace("connect 127.0.0.1:80 --send a"), witness, "sent it on to 127.0.0.1:8080").never("0 from the client").exits(0);
    }

    /// By packets alone: the table of tracked connections is not asked.
    @Test
    void theSynTellsWhereTheTableIsNotRead() throws Exception {
        Situation nat = service("tcp dport 80 dnat to 10.2.0.2:8080");
        nat.trace("connect 10.96.0.10:80 --send a").toldBy("packet").says(SAID + " sent it on to 10.2.0.2:8080: its SYN left")
                .says("packets", "from the client").never("0 from the client", "0 from the server", "conntrack").exits(0);
        Situation.in(Site.LOOPBACK).peer("server", "127.0.0.1 8080 5 accept read=1 write=y close")
                .with("client nft 'add table ip n; add chain ip n o { type nat hook output priority -100; }; add rule ip n o tcp dport 80 redirect to :8080'")
                .trace("connect 127.0.0.1:80 --send a").toldBy("packet").says(SAID + " sent it on to 127.0.0.1:8080: its SYN left")
                .never("0 from the client", "0 from the server", "which was not watched").exits(0);
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void whereNothingIsChangedNothingIsSaid(Witness witness) throws Exception {
        service("tcp dport 80 dnat to 10.2.0.2:8080").trace("connect 10.2.0.2:8080 --send a").told(witness).never(SAID).exits(0);
        service("tcp dport 80 dnat to 10.2.0.2:8080").trace("connect 10.2.0.2:8081").told(witness).never(SAID).exits(13);
    }

    /// The table is the kernel's: it can be read without packets, and not without native calls.
    private static Told told(Situation situation, Witness witness, String words) throws Exception {
        Told told = situation.told(witness);
        return witness == Witness.PORTABLE ? told.never(SAID) : told.says(SAID, words);
    }
}
