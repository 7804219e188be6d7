package dev.lifeline.linux.packet;

/// Types and codes of errors in words: RFC 792, RFC 1122 section 3.2.2.1, RFC 1812 section 5.2.7.1, RFC 4443.
final class IcmpWords {

    private static final String[] UNREACHABLE = {"network unreachable", "host unreachable", "protocol unreachable",
        "port unreachable", "fragmentation needed", "source route failed", "network unknown", "host unknown",
        "source host isolated",
        "network administratively prohibited", "host administratively prohibited", "network unreachable for this service",
        "host unreachable for this service", "communication administratively prohibited"};
    private static final String[] UNREACHABLE_SIX = {"no route to destination", "communication administratively prohibited",
        "beyond scope of source address", "address unreachable", "port unreachable", "source address failed policy",
        "route to destination rejected"};

    private IcmpWords() {
    }

    static String of(boolean six, int type, int code) {
        if (six) {
            return switch (type) {
                case 1 -> word(UNREACHABLE_SIX, "destination unreachable", code);
                case 2 -> "packet too big";
                case 3 -> exceeded(code);
                default -> other(type, code);
            };
        }
        return switch (type) {
            case 3 -> word(UNREACHABLE, "destination unreachable", code);
            case 11 -> exceeded(code);
            default -> other(type, code);
        };
    }

    private static String exceeded(int code) {
        return code == 0 ? "time to live exceeded in transit" : "fragment reassembly time exceeded";
    }

    private static String word(String[] words, String type, int code) {
        return code < words.length ? words[code] : type + ", code " + code;
    }

    private static String other(int type, int code) {
        return "type " + type + ", code " + code;
    }
}
