package dev.lifeline.text;

import java.net.Inet6Address;
import java.net.InetAddress;

/// Numeric addresses as people write them: IPv6 in the form of RFC 5952, which the JDK does not print (it writes `0:0:0:0:0:0:0:1`).
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
