package dev.lifeline.situation;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Ports of this machine: none is free, another socket has it, or the listener is at another address.
@Timeout(60)
@EnabledOnOs(value = OS.LINUX, disabledReason = "network namespaces are of Linux")
class PortsSituationsTest {

    private static final Situation MACHINE = Situation.in(Site.LOOPBACK);

    @ParameterizedTest
    @EnumSource(Witness.class)
    void noPortOfTheRangeIsFree(Witness witness) throws Exception {
        Situation full = MACHINE.peer("server", "127.0.0.1 80 9 hold")
                .with("sysctl -qw net.ipv4.ip_local_port_range='40000 40001'; exec 7<>/dev/tcp/127.0.0.1/80 8<>/dev/tcp/127.0.0.1/80");
        full.trace("connect 127.0.0.1:80 --source 127.0.0.1:0").told(witness)
                .says("No port is free for a socket that is bound to 127.0.0.1", "IP_BIND_ADDRESS_NO_PORT")
                .never("another socket of this machine has that address and port", "not seen the kernel's sockets").exits(12);
        full.trace("connect 127.0.0.1:80").told(witness).says("found no local address and port")
                .never("not seen the kernel's sockets").exits(13);
        full.trace("connect --serve 127.0.0.1:0").told(witness).says("No port is free for a server on 127.0.0.1")
                .never("another socket has that address and port").exits(12);
    }
}
