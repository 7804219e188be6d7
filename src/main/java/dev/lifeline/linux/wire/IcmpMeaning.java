package dev.lifeline.linux.wire;

/// Meanings of types and codes of ICMP (RFC 792, RFC 1122, RFC 1812) and ICMPv6 (RFC 4443), in the words of their standards.
public final class IcmpMeaning {

    private static final String[] UNREACHABLE = {"network unreachable", "host unreachable", "protocol unreachable",
        "port unreachable", "fragmentation needed", "source route failed", "destination network unknown", "destination host unknown",
        "source host isolated", "network administratively prohibited", "host administratively prohibited",
        "network unreachable for this type of service", "host unreachable for this type of service",
        "communication administratively prohibited", "host precedence violation", "precedence cutoff in effect"};

    private static final String[] UNREACHABLE_6 = {"no route to destination", "communication administratively prohibited",
        "beyond scope of source address", "address unreachable", "port unreachable", "source address failed policy",
        "reject route to destination", "error in source routing header"};

    private static final String[] EXCEEDED = {"time to live exceeded in transit", "fragment reassembly time exceeded"};

    private static final String[] EXCEEDED_6 = {"hop limit exceeded in transit", "fragment reassembly time exceeded"};

    private static final String[] PARAMETER_6 = {"erroneous header field", "unrecognized next header type",
        "unrecognized IPv6 option"};

    private IcmpMeaning() {
    }

    /// The meaning of a message, for example `host unreachable`; its numbers where the standards have no word for it.
    ///
    /// @param six whether the message is of ICMPv6
    public static String of(boolean six, int type, int code) {
        return six ? icmp6(type, code) : icmp(type, code);
    }

    private static String icmp(int type, int code) {
        return switch (type) {
            case 3 -> word(UNREACHABLE, "destination unreachable", code);
            case 11 -> word(EXCEEDED, "time exceeded", code);
            case 12 -> "parameter problem";
            default -> "ICMP type " + type + ", code " + code;
        };
    }

    private static String icmp6(int type, int code) {
        return switch (type) {
            case 1 -> word(UNREACHABLE_6, "destination unreachable", code);
            case 2 -> "packet too big";
            case 3 -> word(EXCEEDED_6, "time exceeded", code);
            case 4 -> word(PARAMETER_6, "parameter problem", code);
            default -> "ICMPv6 type " + type + ", code " + code;
        };
    }

    private static String word(String[] words, String type, int code) {
        return code >= 0 && code < words.length ? words[code] : type + ", code " + code;
    }
}
