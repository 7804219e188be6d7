package dev.lifeline.scenario.word;

import java.util.Locale;

/// Switches of the kernel that each network namespace has for itself (sysctl(8); the kernel's Documentation/networking/ip-sysctl.rst):
/// those that show in the life of a connection, with the values that it takes.
public enum KernelSwitch {
    TCP_KEEPALIVE_TIME(Unit.SECONDS, 1, Limit.MOST_SECONDS, "with keep-alive: so long without a segment before the first probe"),
    TCP_KEEPALIVE_INTVL(Unit.SECONDS, 1, Limit.MOST_SECONDS, "with keep-alive: so long between two probes"),
    TCP_KEEPALIVE_PROBES(Unit.COUNT, 1, Limit.BYTE, "with keep-alive: so many probes without an answer end the connection"),
    TCP_SYN_RETRIES(Unit.COUNT, 1, 127, "how often a SYN is sent again before connect has failed"),
    TCP_SYN_LINEAR_TIMEOUTS(Unit.COUNT, 0, 127, "after the first, so many more come a second apart; the time doubles only then"),
    TCP_SYNACK_RETRIES(Unit.COUNT, 0, Limit.BYTE, "how often a SYN-ACK is sent again before the half-open connection is forgotten"),
    TCP_SYNCOOKIES(Unit.COUNT, 0, 2, "whether a full SYN queue is answered without memory: 0 never, 1 when it is full, 2 always"),
    TCP_MAX_SYN_BACKLOG(Unit.COUNT, 1, Limit.MILLION,
            "with tcp_syncookies 0: three quarters may be half open, then SYNs of hosts not known before are dropped"),
    TCP_ABORT_ON_OVERFLOW(Unit.FLAG, 0, 1,
            "whether the last ACK of a handshake is reset where the accept queue is full; a SYN is dropped in any case"),
    TCP_RETRIES1(Unit.COUNT, 0, Limit.BYTE, "after so many retransmissions the route is asked for anew"),
    TCP_RETRIES2(Unit.COUNT, 0, Limit.BYTE, "so many retransmissions without an ACK end an established connection"),
    TCP_ORPHAN_RETRIES(Unit.COUNT, 0, Limit.BYTE, "the same for one that its program has closed; 0 stands for 8"),
    TCP_FIN_TIMEOUT(Unit.SECONDS, 1, Limit.MOST_SECONDS, "so long a closed socket waits in FIN_WAIT2 for the peer's FIN"),
    TCP_TW_REUSE(Unit.COUNT, 0, 2, "whether connect may take a port in TIME_WAIT again: 0 no, 1 yes, 2 on loopback"),
    TCP_MAX_TW_BUCKETS(Unit.COUNT, 0, Limit.MILLION, "how many sockets may be in TIME_WAIT; more are destroyed at once"),
    TCP_RFC1337(Unit.FLAG, 0, 1, "whether a reset leaves a socket in TIME_WAIT alone"),
    TCP_TIMESTAMPS(Unit.COUNT, 0, 2, "the timestamp option: 0 off, 1 with a random offset, 2 without"),
    TCP_SACK(Unit.FLAG, 0, 1, "selective acknowledgements"),
    TCP_WINDOW_SCALING(Unit.FLAG, 0, 1, "the window scale option; without it no window is larger than 64 KiB"),
    TCP_ECN(Unit.COUNT, 0, 2, "explicit congestion notification: 0 off, 1 asked for, 2 only when asked"),
    TCP_FASTOPEN(Unit.COUNT, 0, 3, "data in the SYN: 1 for clients, 2 for servers, 3 for both, 0 for none"),
    TCP_SLOW_START_AFTER_IDLE(Unit.FLAG, 0, 1, "whether a connection that was idle begins with a small window again"),
    TCP_AUTOCORKING(Unit.FLAG, 0, 1, "whether small writes wait for one that is still on its way out"),
    TCP_MODERATE_RCVBUF(Unit.FLAG, 0, 1, "whether receive buffers grow by themselves"),
    IP_LOCAL_PORT_RANGE(Unit.PORTS, 1024, 0xFFFF, "from which the kernel chooses the port of an outgoing connection"),
    IP_UNPRIVILEGED_PORT_START(Unit.COUNT, 0, 0x8000, "below this port only the privileged may listen; not above ip_local_port_range"),
    IP_NONLOCAL_BIND(Unit.FLAG, 0, 1, "whether bind takes addresses that the machine does not have"),
    IP_DEFAULT_TTL(Unit.COUNT, 1, Limit.BYTE, "how many hops a packet may go"),
    SOMAXCONN(Unit.COUNT, 0, 0xFFFF, "the upper limit of what listen(2) may ask for: the length of the accept queue");

    /// Limits that several have. Seconds: the kernel keeps them as ticks in a signed number.
    private static final class Limit {
        static final long MOST_SECONDS = 2_147_483;
        static final long BYTE = 255;
        static final long MILLION = 1_000_000;
    }

    /// Ways in which values are written.
    public enum Unit {
        SECONDS, COUNT, FLAG, PORTS
    }

    private final String label = name().toLowerCase(Locale.ROOT);
    private final Unit unit;
    private final Bound within;
    private final String doc;

    KernelSwitch(Unit unit, long least, long most, String doc) {
        this.unit = unit;
        this.within = new Bound(least + " to " + most, least, most);
        this.doc = doc;
    }

    /// Its name, without what stands before it in `/proc/sys/net`.
    public String label() {
        return label;
    }

    /// Its whole name, as sysctl(8) writes it.
    public String sysctl() {
        return (this == SOMAXCONN ? "net.core." : "net.ipv4.") + label;
    }

    public Unit unit() {
        return unit;
    }

    /// The numbers that it takes, of seconds where it has a unit.
    public Bound within() {
        return within;
    }

    /// Says what it does, in a line.
    public String doc() {
        return doc;
    }

    /// Says how its value is written: `1s to 32767s`.
    public String range() {
        return switch (unit) {
            case SECONDS -> within.least() + "s to " + within.most() + "s";
            case COUNT -> within.text();
            case FLAG -> "0 or 1";
            case PORTS -> "a range within " + within.least() + "-" + within.most();
        };
    }

    /// Finds the one of this name, short or whole; `null` for none.
    public static KernelSwitch named(String name) {
        for (KernelSwitch each : values()) {
            if (each.label.equals(name) || each.sysctl().equals(name)) {
                return each;
            }
        }
        return null;
    }

    /// Reads a value.
    ///
    /// @return as the kernel wants it
    /// @throws IllegalArgumentException with what is wrong, and what to write
    public String parse(String text) {
        return switch (unit) {
            case SECONDS -> Long.toString(SecondsText.parse(text, within));
            case COUNT -> number(text);
            case FLAG -> number(text.equals("true") ? "1" : text.equals("false") ? "0" : text);
            case PORTS -> ports(text);
        };
    }

    /// Holds a bare number to what it takes.
    ///
    /// @throws IllegalArgumentException with what is wrong, and what to write
    public String number(String text) {
        if (!Literals.isDigits(text) || text.length() > 9 || !within.holds(Long.parseLong(text))) {
            throw new IllegalArgumentException("it is out of range; write " + (unit == Unit.SECONDS ? within.text() + " (seconds)" : range()));
        }
        return text;
    }

    private String ports(String text) {
        PortsText range = PortsText.parse(text);
        if (range.chosen() || !within.holds(range.first())) {
            throw new IllegalArgumentException("it is out of range; write " + range() + ", for example 40000-40010");
        }
        return range.first() + " " + range.last();
    }
}
