package dev.lifeline.race;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Family;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The order in which Go's own resolver puts the addresses of a name, which is not getaddrinfo's: RFC 6724 section 6 with the
/// policy table of that RFC (section 2.1), where glibc has one of its own. So Go tries IPv4 before a unique local address
/// (fc00::/7, precedence 3 against 35), and glibc after it.
///
/// Go follows rules 1, 2, 5, 6, 8, 9 (IPv6 alone, 64 bits) and 10; source: Go 1.19 to 1.27, src/net/addrselect.go. Rule 10 leaves
/// equals in the order of the look-up, which is getaddrinfo's here and that of the answers there. A Go program that was built or
/// told to ask getaddrinfo (`GODEBUG=netdns=cgo`) does not sort.
final class DestinationOrder {

    private static final int LINK_LOCAL = 0x2;
    private static final int SITE_LOCAL = 0x5;
    private static final int GLOBAL = 0xe;

    private static final int HALF_OF_BITS = 64;

    /// The policy table by its longest prefixes first: prefix, its length, precedence, label.
    private static final Policy[] TABLE = {
        new Policy(bits("::1"), 128, 50, 0), new Policy(mapped(new byte[4]), 96, 35, 4), new Policy(bits("::"), 96, 1, 3),
        new Policy(bits("2001::"), 32, 5, 5), new Policy(bits("2002::"), 16, 30, 2), new Policy(bits("3ffe::"), 16, 1, 12),
        new Policy(bits("fec0::"), 10, 1, 11), new Policy(bits("fc00::"), 7, 3, 13), new Policy(bits("::"), 0, 40, 1)};

    private record Policy(byte[] prefix, int length, int precedence, int label) {
    }

    /// An address with what the rules ask about it.
    ///
    /// @param bits 16 bytes; of IPv4 the mapped form (RFC 4291 section 2.5.5.2)
    record Rated(byte[] bits, boolean v4, int scope, int precedence, int label) {
    }

    private record Way(Endpoint destination, Rated to, Rated from) {
    }

    private DestinationOrder() {
    }

    /// Sorts destinations; equals stay as they stood.
    ///
    /// @param destinations as the look-up gave them
    /// @param sources the address that the kernel would send from to each; one without a way is missing
    static List<Endpoint> of(List<Endpoint> destinations, Map<Endpoint, Endpoint> sources) {
        List<Way> ways = new ArrayList<>(destinations.size());
        for (Endpoint each : destinations) {
            Endpoint source = sources.get(each);
            ways.add(new Way(each, rated(each.address()), source == null ? null : rated(source.address())));
        }
        ways.sort(DestinationOrder::compare);
        List<Endpoint> sorted = new ArrayList<>(ways.size());
        for (Way each : ways) {
            sorted.add(each.destination());
        }
        return List.copyOf(sorted);
    }

    /// Negative where the first is the better one.
    private static int compare(Way a, Way b) {
        if (a.from == null || b.from == null) {
            // Rule 1: avoid unusable destinations.
            return Boolean.compare(a.from == null, b.from == null);
        }
        // Rule 2: prefer matching scope.
        int order = Boolean.compare(b.to.scope == b.from.scope, a.to.scope == a.from.scope);
        if (order == 0) {
            // Rule 5: prefer matching label.
            order = Boolean.compare(b.to.label == b.from.label, a.to.label == a.from.label);
        }
        if (order == 0) {
            // Rule 6: prefer higher precedence.
            order = Integer.compare(b.to.precedence, a.to.precedence);
        }
        if (order == 0) {
            // Rule 8: prefer smaller scope.
            order = Integer.compare(a.to.scope, b.to.scope);
        }
        if (order == 0 && !a.to.v4 && !b.to.v4) {
            // Rule 9: use longest matching prefix.
            order = Integer.compare(common(b.from, b.to), common(a.from, a.to));
        }
        return order;
    }

    /// The facts of a numeric address; a zone does not count.
    static Rated rated(String address) {
        int percent = address.indexOf('%');
        boolean v4 = Family.of(address) == Family.IPV4;
        byte[] raw = bits(percent < 0 ? address : address.substring(0, percent));
        byte[] bits = v4 ? mapped(raw) : raw;
        for (Policy each : TABLE) {
            if (matching(bits, each.prefix) >= each.length) {
                return new Rated(bits, v4, scope(bits, v4), each.precedence, each.label);
            }
        }
        throw new AssertionError("::/0 holds every address");
    }

    /// RFC 6724 section 3.1 and 3.2, as Go has it: site-local is fec0::/10 by its second byte, IPv4 multicast is global.
    private static int scope(byte[] bits, boolean v4) {
        if (v4) {
            boolean near = bits[12] == 127 || (bits[12] & 0xff) == 169 && (bits[13] & 0xff) == 254;
            return near ? LINK_LOCAL : GLOBAL;
        }
        int first = bits[0] & 0xff;
        int top = bits[1] & 0xc0;
        boolean loopback = matching(bits, TABLE[0].prefix) == 128;
        if (loopback || first == 0xfe && top == 0x80) {
            return LINK_LOCAL;
        }
        if (first == 0xff) {
            return bits[1] & 0xf;
        }
        return first == 0xfe && top == 0xc0 ? SITE_LOCAL : GLOBAL;
    }

    /// The number of leading bits that two addresses share, at most 64 of IPv6 and 32 of IPv4; 0 across the families.
    static int common(Rated a, Rated b) {
        if (a.v4 != b.v4) {
            return 0;
        }
        int same = matching(a.bits, b.bits);
        return a.v4 ? same - 96 : Math.min(same, HALF_OF_BITS);
    }

    private static int matching(byte[] a, byte[] b) {
        int bits = 0;
        for (int i = 0; i < a.length; i++) {
            int differ = (a[i] ^ b[i]) & 0xff;
            if (differ != 0) {
                return bits + Integer.numberOfLeadingZeros(differ) - 24;
            }
            bits += 8;
        }
        return bits;
    }

    private static byte[] bits(String literal) {
        return InetAddress.ofLiteral(literal).getAddress();
    }

    private static byte[] mapped(byte[] v4) {
        byte[] bits = new byte[16];
        bits[10] = (byte) 0xff;
        bits[11] = (byte) 0xff;
        System.arraycopy(v4, 0, bits, 12, v4.length);
        return bits;
    }
}
