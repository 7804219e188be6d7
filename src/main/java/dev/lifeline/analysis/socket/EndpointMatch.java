package dev.lifeline.analysis.socket;

import dev.lifeline.model.Endpoint;

/// Compares ends as different observers write them.
public final class EndpointMatch {

    private EndpointMatch() {
    }

    /// Tells whether what was seen can be the end that is known; of an end that is not known, all can.
    public static boolean fit(Endpoint known, Endpoint seen) {
        return known == null
                || (known.port() == Endpoint.UNKNOWN_PORT || known.port() == seen.port()) && sameAddress(known, seen);
    }

    /// Tells whether the addresses are the same. Only the application writes the zone of a link-local address; packets have none.
    public static boolean sameAddress(Endpoint one, Endpoint other) {
        return bare(one.address()).equals(bare(other.address()));
    }

    /// Tells whether a listener at this address takes connections to all.
    public static boolean isWildcard(Endpoint end) {
        String address = end.address();
        return address.equals("0.0.0.0") || address.equals("::") || address.equals("0:0:0:0:0:0:0:0");
    }

    /// 127.0.0.0/8 (RFC 1122 section 3.2.1.3) and `::1` (RFC 4291 section 2.5.3), as the JDK and as people write it.
    public static boolean isLoopback(String address) {
        String bare = bare(address);
        return bare.startsWith("127.") || bare.equals("::1") || bare.equals("0:0:0:0:0:0:0:1");
    }

    /// An address without its zone.
    public static String bare(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }
}
