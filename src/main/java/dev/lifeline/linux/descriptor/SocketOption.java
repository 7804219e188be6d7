package dev.lifeline.linux.descriptor;

/// A socket option by its numbers (socket(7), ip(7), ipv6(7), tcp(7); `asm-generic/socket.h`, `linux/in6.h`, `linux/tcp.h`).
public enum SocketOption {
    SO_TYPE(Level.SOCKET, 3),
    SO_LINGER(Level.SOCKET, 13),
    SO_ATTACH_FILTER(Level.SOCKET, 26),
    SO_DETACH_FILTER(Level.SOCKET, 27),
    SO_ACCEPTCONN(Level.SOCKET, 30),
    SO_PROTOCOL(Level.SOCKET, 38),
    SO_DOMAIN(Level.SOCKET, 39),
    IP_RECVERR(Level.IP, 11),
    IP_LOCAL_PORT_RANGE(Level.IP, 51),
    IPV6_RECVERR(Level.IPV6, 25),
    TCP_SYNCNT(Level.TCP, 7),
    TCP_DEFER_ACCEPT(Level.TCP, 9),
    TCP_QUICKACK(Level.TCP, 12),
    TCP_USER_TIMEOUT(Level.TCP, 18),
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
