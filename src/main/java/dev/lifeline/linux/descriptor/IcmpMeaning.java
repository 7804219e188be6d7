package dev.lifeline.linux.descriptor;

/// What types and codes of ICMP (RFC 792, RFC 1122, RFC 1812) and ICMPv6 (RFC 4443) mean, in the words of their standards.
final class IcmpMeaning {

    private static final String[] UNREACHABLE = {"network unreachable", "host unreachable", "protocol unreachable", "port unreachable",
            "fragmentation needed", "source route failed", "destination network unknown", "destination host unknown",
            "source host isolated", "network administratively prohibited", "host administratively prohibited",
            "network unreachable for this type of service", "host unreachable for this type of service",
            "communication administratively prohibited", "host precedence violation", "precedence cutoff in effect"};

    private static final String[] UNREACHABLE_6 = {"no route to destination", "communication administratively prohibited",
            "beyond scope of source address", "address unreachable", "port unreachable", "source address failed policy",
            "reject route to destination", "error in source routing header"};

    private static final String[] TIME_EXCEEDED = {"hop limit exceeded in transit", "fragment reassembly time exceeded"};

    private static final String[] PARAMETER_6 = {"erroneous header field", "unrecognized next header type",
            "unrecognized IPv6 option"};

    private IcmpMeaning() {
    }

    static String ofIcmp(int type, int code) {
        return switch (type) {
            case 3 -> of(UNREACHABLE, "ICMP", type, code);
            case 11 -> of(TIME_EXCEEDED, "ICMP", type, code);
            case 12 -> "parameter problem";
            default -> unnamed("ICMP", type, code);
        };
    }

    static String ofIcmp6(int type, int code) {
        return switch (type) {
            case 1 -> of(UNREACHABLE_6, "ICMPv6", type, code);
            case 2 -> "packet too big";
            case 3 -> of(TIME_EXCEEDED, "ICMPv6", type, code);
            case 4 -> of(PARAMETER_6, "ICMPv6", type, code);
            default -> unnamed("ICMPv6", type, code);
        };
    }

    private static String of(String[] words, String protocol, int type, int code) {
        return code >= 0 && code < words.length ? words[code] : unnamed(protocol, type, code);
    }

    private static String unnamed(String protocol, int type, int code) {
        return protocol + " type " + type + " code " + code;
    }
}
