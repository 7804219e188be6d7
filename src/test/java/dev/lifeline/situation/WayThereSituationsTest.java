package dev.lifeline.situation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What lies between the two ends: a way that loses some packets and not others, an address of another interface, a rule that
/// sends packets elsewhere.
@Timeout(240)
@EnabledOnOs(value = OS.LINUX, disabledReason = "network namespaces are of Linux")
class WayThereSituationsTest {

    /// A connection that this machine forgot, and the server did not: its reset was dropped on the way.
    private static final String FORGOTTEN = """
            client nft 'add table ip f; add chain ip f o { type filter hook output priority 0; }; add rule ip f o tcp flags & rst == rst drop'
            client python3 -c "import socket,struct
            s=socket.socket(); s.setsockopt(1,2,1); s.bind(('10.8.0.1',40000)); s.connect(('10.8.0.2',80))
            s.setsockopt(1,13,struct.pack('ii',1,0)); s.close()"
            """;

    @ParameterizedTest
    @EnumSource(Witness.class)
    void aServerThatStillHasTheOldConnectionSaysSo(Witness witness) throws Exception {
        Situation old = Situation.in(Site.CABLE).peer("server", "10.8.0.2 80 5 hold").with(FORGOTTEN);
        String said = "older connection between the same two ends";
        Told gone = old.with("client nft delete table ip f").trace("connect 10.8.0.2:80 --source 10.8.0.1:40000 --wait 50ms --view plain").told(witness)
                .never("reset by the client").exits(0);
        Told stays = old.trace("connect 10.8.0.2:80 --source 10.8.0.1:40000 --timeout 1500ms --view plain").told(witness).exits(13);
        if (witness == Witness.ALL) {
            gone.says("had an " + said);
            stays.says("still has an " + said).never("no answer");
        } else {
            gone.never(said);
            stays.never(said);
        }
    }

    private static final String FORWARD = "router nft 'add table ip f; add chain ip f w"
            + " { type filter hook forward priority 0; };";
    private static final String ACKS_DROPPED = FORWARD + " add rule ip f w tcp dport 80 tcp flags & (syn|ack) == ack drop;"
            + " add rule ip f w tcp dport 80 tcp flags & (fin|psh) != 0 drop'";
    private static final String NAT = "client nft 'add table ip n; add chain ip n o { type nat hook output priority -100; };"
            + " add rule ip n o ip daddr 10.96.0.10 tcp dport ";

    private static Situation acksDropped() {
        return Situation.in(Site.ROUTED).with(ACKS_DROPPED).peer("server", "10.2.0.2 80 5 hold");
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void anAckThatTheServerDidNotTakeIsNoHandshake(Witness witness) throws Exception {
        Told told = acksDropped().trace("connect 10.2.0.2:80 --send ask --timeout 1500ms").told(witness)
                .never("handshake completed", "handshake with 10.2.0.2:80 completed", "fell silent", "had taken the connection")
                .exits(16);
        if (witness == Witness.ALL) {
            told.says("SYN-ACK came again", "had not taken that ACK");
        } else {
            told.never("not taken").says("Connect returned");
        }
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void alsoWhereNothingWasSentItIsNotKnownThatTheServerHasIt(Witness witness) throws Exception {
        Told told = acksDropped().trace("connect 10.2.0.2:80 --wait 1500ms --timeout 1600ms").told(witness)
                .never("handshake completed", "handshake with 10.2.0.2:80 completed", "kernel's handshake took").exits(0);
        if (witness == Witness.ALL) {
            told.says("connected here, not taken there", "That the server has the connection", "TCP_DEFER_ACCEPT");
        } else {
            told.never("not taken there").says("a SYN-ACK had come");
        }
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void theInterfaceIsThatOfTheKernelsRoute(Witness witness) throws Exception {
        Told told = Situation.in(Site.ROUTED).with("""
                client ip addr add 10.9.0.2/32 dev lo; client ip route add 10.2.0.0/24 via 10.1.0.1 src 10.9.0.2
                router ip route add 10.9.0.2 via 10.1.0.2""").peer("server", "10.2.0.2 80 5 accept read=1 write=y close")
                .trace("connect 10.2.0.2:80 --send a").told(witness).says("10.9.0.2")
                .never("through lo", "lo, source", "65536").exits(0);
        if (witness == Witness.PORTABLE) {
            told.never("c0", "mtu");
        } else {
            told.says("from 10.9.0.2 through c0", "dev c0 mtu 1500");
        }
    }

    @Test
    void packetsOfFullSizeThatVanishAreToldAsThat() throws Exception {
        Situation narrow = Situation.in(Site.ROUTED).with("""
                router ip link set s1 mtu 1000
                client ip link set c0 gso_max_segs 1 gso_max_size 1500; server ip link set s0 gso_max_segs 1 gso_max_size 1500
                router ip link set c1 gso_max_segs 1; router ip link set s1 gso_max_segs 1""");
        Situation silent = narrow.with("router nft 'add table ip f; add chain ip f o { type filter hook output priority 0; };"
                + " add rule ip f o icmp type destination-unreachable drop'");
        String big = "connect 10.2.0.2:80 --send " + "x".repeat(3000) + " --timeout 2s";
        String server = "10.2.0.2 80 5 accept read=3000 write=y close";
        silent.peer("server", server).trace(big).told(Witness.ALL)
                .says("packets of full size", "1,500 bytes", "tracepath -n 10.2.0.2").exits(16);
        narrow.peer("server", server).trace(big).told(Witness.ALL).never("full size", "tracepath").exits(0);
    }

    @Test
    void bytesThatVanishWithoutBeingLargeAreNotToldAsTooLarge() throws Exception {
        Situation.in(Site.ROUTED).with(FORWARD + " add rule ip f w tcp dport 80 tcp flags & psh != 0 drop'")
                .peer("server", "10.2.0.2 80 5 hold").trace("connect 10.2.0.2:80 --send ask --timeout 1500ms").told(Witness.ALL)
                .says("without an acknowledgement").never("full size", "handshake completed").exits(16);
    }

    @Test
    void aDestinationThatWasTranslatedHereIsNotToldAsDropped() throws Exception {
        Situation nat = Situation.in(Site.ROUTED).with(NAT + "80 dnat to 10.2.0.2:8080'")
                .with("client nft 'add rule ip n o ip daddr 10.96.0.10 tcp dport 81 dnat to 10.2.0.2:8081'")
                .with("client nft 'add rule ip n o ip daddr 10.96.0.10 tcp dport 82 dnat to 10.2.0.2:8082'")
                .with("server nft 'add table ip f; add chain ip f w { type filter hook input priority 0; };"
                        + " add rule ip f w tcp dport 8082 drop'").peer("server", "10.2.0.2 8080 5 accept read=1 write=y close");
        nat.trace("connect 10.96.0.10:80 --send a").told(Witness.ALL).says("NAT on this machine sent it on to 10.2.0.2:8080").exits(0);
        nat.trace("connect 10.96.0.10:81 --timeout 1500ms").told(Witness.ALL).says("NAT")
                .never("or behind that firewall").exits(13);
        nat.trace("connect 10.96.0.10:82 --timeout 1500ms").told(Witness.ALL).says("NAT")
                .never("A firewall rule here would drop it").exits(13);
    }

    @Test
    void aSilentFarHostMayHaveAFullQueue() throws Exception {
        Situation.in(Site.ROUTED).with(FORWARD + " add rule ip f w drop'")
                .trace("connect 10.2.0.2:80 --timeout 1500ms").told(Witness.ALL)
                .says("accept queue is full", "nothing came back").exits(13);
    }
}
