package dev.lifeline.situation;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Ports of this machine: none is free, another socket has it, or the listener is at another address.
@Timeout(240)
@EnabledOnOs(value = OS.LINUX, disabledReason = "network namespaces are of Linux")
class PortsSituationsTest {

    private static final Situation MACHINE = Situation.in(Site.LOOPBACK);

    /// A program that does what stands behind it, and keeps its sockets.
    private static final String PYTHON = "hold() { mkfifo /run/held; python3 -c \"import socket,time\n$1\nprint('ready',flush=True)\n"
            + "time.sleep(99)\" > /run/held & read -r said < /run/held; [ \"$said\" = ready ]; }; hold ";

    /// Where it looked for the process; again, where the machine was too busy for that, and it names the user only.
    private static Told named(Situation situation, Witness witness) throws Exception {
        Told told = situation.told(witness);
        for (int again = 0; again < 4 && !told.has("(process"); again++) {
            told = situation.told(witness);
        }
        return told;
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void noPortOfTheRangeIsFree(Witness witness) throws Exception {
        Situation full = MACHINE.peer("server", "127.0.0.1 80 9 hold")
                .with("sysctl -qw net.ipv4.ip_local_port_range='40000 40001'; exec 7<>/dev/tcp/127.0.0.1/80 8<>/dev/tcp/127.0.0.1/80");
        full.trace("connect 127.0.0.1:80 --source 127.0.0.1:0").told(witness)
                .says("No port is free for a socket that is bound to 127.0.0.1", "IP_BIND_ADDRESS_NO_PORT")
                .never("another socket on this machine has that address and port", "not seen the kernel's sockets").exits(12);
        full.trace("connect 127.0.0.1:80").told(witness).says("found no local address and port")
                .never("not seen the kernel's sockets").exits(13);
        full.trace("connect --serve 127.0.0.1:0").told(witness).says("No port is free for a server on 127.0.0.1")
                .never("another socket has that address and port").exits(12);
    }

    @ParameterizedTest
    @EnumSource(Witness.class)
    void aListenerHasThePort(Witness witness) throws Exception {
        boolean looks = witness != Witness.PORTABLE;
        Situation taken = MACHINE.peer("server", "0.0.0.0 80 9 hold").trace("connect --serve 127.0.0.1:80");
        Told told = (looks ? named(taken, witness) : taken.told(witness)).exits(12)
                .never("old connections that wait in TIME_WAIT", "an old connection has it");
        told.says(looks ? "80 listens (process" : "a listener, a connection, an old one in TIME_WAIT, or a socket that is only bound");
        told.says(looks ? "ps -fp" : "ss -tanp").never(looks ? "ss -" : "listens (");
    }

    @ParameterizedTest
    @EnumSource(value = Witness.class, names = "PORTABLE", mode = EnumSource.Mode.EXCLUDE)
    void anotherSocketHasThePort(Witness witness) throws Exception {
        named(MACHINE.with(PYTHON + "'c=socket.socket(); c.bind((\"127.0.0.1\",90))'").trace("connect --serve 127.0.0.1:90"), witness)
                .says("127.0.0.1:90 is bound (process", "and neither listens nor is connected")
                .never("It listens", "A connection has it", "An old connection").exits(12);
        named(MACHINE.peer("server", "127.0.0.1 80 9 hold")
                .with(PYTHON + "'c=socket.socket(); c.bind((\"127.0.0.1\",91)); c.connect((\"127.0.0.1\",80))'")
                .trace("connect --serve 127.0.0.1:91"), witness)
                .says("A connection has it: 127.0.0.1:91 to 127.0.0.1:80, ESTABLISHED (process").never("91 listens", "is bound (")
                .exits(12);
        MACHINE.with(PYTHON + "'s=socket.socket(); s.bind((\"127.0.0.1\",92)); s.listen(1); c=socket.create_connection((\"127.0.0.1\",92));"
                + " d,_=s.accept(); d.close(); c.recv(1); c.close(); s.close(); o=socket.socket(); o.bind((\"127.0.0.1\",93))'").trace("connect --serve 127.0.0.1:92").told(witness)
                .says("An old connection has it: 127.0.0.1:92 to", "no program holds it")
                .never("92 listens", "is bound (", "ss -tanp", "127.0.0.1:93").exits(12);
    }

    @ParameterizedTest
    @EnumSource(value = Witness.class, names = "PORTABLE", mode = EnumSource.Mode.EXCLUDE)
    void aRefusalNamesTheListenerThatIsElsewhere(Witness witness) throws Exception {
        Situation four = MACHINE.peer("server", "127.0.0.1 80 9 hold");
        four.trace("connect [::1]:80").told(witness)
                .says("That port has a listener at 127.0.0.1:80, not at ::1", "trace connect 127.0.0.1:80").never("Yet ").exits(13);
        MACHINE.trace("connect 127.0.0.1:80").told(witness).says("has no listener of that port at any address")
                .never("has a listener at", "Yet ", "is bound").exits(13);
        named(MACHINE.with(PYTHON + "'c=socket.socket(); c.bind((\"127.0.0.1\",90))'").trace("connect 127.0.0.1:90"), witness)
                .says("127.0.0.1:90 is bound (process", "and does not listen").never("has a listener at", "Yet ").exits(13);
        MACHINE.with(PYTHON + "'c=socket.socket(); c.bind((\"127.0.0.1\",90))'").trace("connect 127.0.0.1:94").told(witness)
                .says("has no listener of that port at any address").never("is bound", "127.0.0.1:90").exits(13);
    }

    @ParameterizedTest
    @EnumSource(value = Witness.class, names = "PORTABLE", mode = EnumSource.Mode.EXCLUDE)
    void aRefusalInSpiteOfAListenerIsARule(Witness witness) throws Exception {
        MACHINE.peer("server", "127.0.0.1 80 9 hold")
                .with("nft 'add table ip f; add chain ip f i { type filter hook input priority 0; };"
                        + " add rule ip f i tcp dport 80 reject with tcp reset'")
                .trace("connect 127.0.0.1:80").told(witness).says("Yet 127.0.0.1:80 listens", "nft list ruleset")
                .never("not at 127.0.0.1", "at any address").exits(13);
    }

    /// A network where the refusal came from elsewhere: the sockets here say nothing of it.
    @ParameterizedTest
    @EnumSource(Witness.class)
    void aRefusalOfAnotherMachineIsNotLookedAtHere(Witness witness) throws Exception {
        Situation.in(Site.CABLE).peer("client", "0.0.0.0 80 9 hold").trace("connect 10.8.0.2:80").told(witness)
                .never("has a listener at", "Yet ", "The socket table, looked at").exits(13);
    }
}
