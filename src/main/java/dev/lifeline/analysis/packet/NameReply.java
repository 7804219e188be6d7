package dev.lifeline.analysis.packet;

/// The end of a question to a name server, as the packets show it.
public enum NameReply {
    /// No answer was seen.
    NONE,
    /// An ICMP error came instead.
    UNREACHABLE,
    /// An answer with addresses, or one that shows no more than that it is none of the others.
    ADDRESSES,
    /// The name is there, and has no such address (NOERROR).
    NO_ADDRESS,
    /// There is no such name (NXDOMAIN).
    NO_NAME,
    /// The server could not find out (SERVFAIL).
    SERVER_FAILURE,
    /// The server does not answer this machine, or this question (REFUSED).
    REFUSED,
    /// Another error.
    OTHER,
    /// The answer was cut off: TCP is asked then, of which nothing is known.
    CUT;

    private static final int SERVFAIL = 2;
    private static final int NXDOMAIN = 3;
    private static final int REFUSED_CODE = 5;

    /// The end that an answer is (RFC 1035 section 4.1.1).
    ///
    /// @param code RCODE
    /// @param addresses how many it has; -1 where that is not known
    static NameReply of(int code, int addresses, boolean cut) {
        return switch (code) {
            case 0 -> cut ? CUT : addresses == 0 ? NO_ADDRESS : ADDRESSES;
            case SERVFAIL -> SERVER_FAILURE;
            case NXDOMAIN -> NO_NAME;
            case REFUSED_CODE -> REFUSED;
            default -> OTHER;
        };
    }
}
