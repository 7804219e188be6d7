package dev.lifeline.linux.descriptor;

/// A socket option by its numbers (socket(7), ip(7), ipv6(7), tcp(7); `asm-generic/socket.h`, `linux/in6.h`, `linux/tcp.h`).
public enum SocketOption {
    SO_TYPE(Level.SOCKET, 3),
    SO_ACCEPTCONN(Level.SOCKET, 30),
    SO_PROTOCOL(Level.SOCKET, 38),
    SO_DOMAIN(Level.SOCKET, 39),
    IP_RECVERR(Level.IP, 11),
    IPV6_RECVERR(Level.IPV6, 25),
    TCP_INFO(Level.TCP, 11),
    TCP_SAVE_SYN(Level.TCP, 27),
    TCP_SAVED_SYN(Level.TCP, 28);

    private static final class Level {
        static final int IP = 0;
        static final int SOCKET = 1;
        static final int TCP = 6;
        static final int IPV6 = 41;
    }

    private final int level;
    private final int number;

    SocketOption(int level, int number) {
        this.level = level;
        this.number = number;
    }

    int level() {
        return level;
    }

    int number() {
        return number;
    }
}
