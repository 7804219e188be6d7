package dev.lifeline.text;

import java.net.Inet6Address;
import java.net.InetAddress;

/// Numeric addresses as people write them: IPv6 in the form of RFC 5952, which the JDK does not print (it writes
/// `0:0:0:0:0:0:0:1`).
public final class AddressText {

    private static final int GROUPS = 8;

    private AddressText() {
    }

    /// The numeric text of an address, with its zone where it has one. Never asks a resolver.
    public static String of(InetAddress address) {
        if (!(address instanceof Inet6Address six)) {
            return address.getHostAddress();
        }
        byte[] bytes = six.getAddress();
        int[] groups = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            groups[i] = (bytes[2 * i] & 0xFF) << 8 | bytes[2 * i + 1] & 0xFF;
        }
        StringBuilder text = new StringBuilder(40);
        append(groups, text);
        String jdk = six.getHostAddress();
        int zone = jdk.indexOf('%');
        return zone < 0 ? text.toString() : text.append(jdk, zone, jdk.length()).toString();
    }

    /// Tells whether a text is an IPv4 address: four numbers with dots between, and no other of the forms of `inet_aton(3)`.
    public static boolean isIpv4(String text) {
        int parts = 0;
        int digits = 0;
        int value = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '.';
            if (c == '.' && digits > 0 && value <= 255) {
                parts++;
                digits = 0;
                value = 0;
            } else if (c >= '0' && c <= '9' && digits < 3) {
                value = value * 10 + c - '0';
                digits++;
            } else {
                return false;
            }
        }
        return parts == 4;
    }

    /// Tells whether a text is an IPv6 address without zone (RFC 4291 section 2.2).
    public static boolean isIpv6(String text) {
        if (!looksLikeIpv6(text)) {
            return false;
        }
        try {
            Inet6Address.ofLiteral(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Tells whether a text holds only what an IPv6 address is made of, a colon among it.
    public static boolean looksLikeIpv6(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ':' && c != '.' && (c >= 0x80 || Character.digit(c, 16) < 0)) {
                return false;
            }
        }
        return text.indexOf(':') >= 0;
    }

    /// RFC 5952 section 4.2: the first longest run of at least two zero groups becomes `::`.
    private static void append(int[] groups, StringBuilder out) {
        int start = -1;
        int length = 1;
        for (int i = 0; i < GROUPS; i++) {
            int run = 0;
            while (i + run < GROUPS && groups[i + run] == 0) {
                run++;
            }
            if (run > length) {
                start = i;
                length = run;
            }
            i += run;
        }
        for (int i = 0; i < GROUPS; i++) {
            if (i == start) {
                out.append("::");
                i += length - 1;
                continue;
            }
            if (i > 0 && i != start + length) {
                out.append(':');
            }
            out.append(Integer.toHexString(groups[i]));
        }
    }
}
