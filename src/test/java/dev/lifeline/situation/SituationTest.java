package dev.lifeline.situation;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The rooms of the situations themselves: each network carries a connection, and a rule in it is one.
@Timeout(240)
@EnabledOnOs(value = OS.LINUX, disabledReason = "network namespaces are of Linux")
class SituationTest {

    @ParameterizedTest
    @EnumSource(Witness.class)
    void eachNetworkCarriesAConnection(Witness witness) throws Exception {
        Situation.in(Site.LOOPBACK).peer("server", "127.0.0.1 80 5 accept read=3 'write=yes' close")
                .trace("connect 127.0.0.1:80 --send 'ab\\n' --view plain").told(witness).says("3 bytes").exits(0);
        Situation.in(Site.CABLE).peer("server", "fd08::2 80 5 accept read=1 write=y close")
                .trace("connect [fd08::2]:80 --send a --view plain").told(witness).says("1 byte").exits(0);
        Situation.in(Site.ROUTED).peer("server", "10.2.0.2 80 5 accept read=1 write=y close")
                .trace("connect 10.2.0.2:80 --send a --view plain").told(witness).says("1 byte").exits(0);
    }

    @Test
    void aRuleOfTheRouterTakesEffect() throws Exception {
        Situation.in(Site.ROUTED).peer("server", "10.2.0.2 80 5 hold")
                .with("router nft 'add table ip f; add chain ip f w { type filter hook forward priority 0; }; add rule ip f w drop'")
                .trace("connect 10.2.0.2:80 --timeout 1500ms --view plain").told(Witness.ALL).says("nothing came back").exits(13);
    }
}
