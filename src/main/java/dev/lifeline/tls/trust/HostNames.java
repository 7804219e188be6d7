package dev.lifeline.tls.trust;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Names of a certificate, and whether one is that of a host (RFC 9525 section 6). The common name is none of them.
final class HostNames {

    private static final int DNS = 2;
    private static final int ADDRESS = 7;

    private HostNames() {
    }

    /// The DNS names and addresses of a certificate, in its order.
    static List<String> of(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            for (List<?> each : all == null ? List.<List<?>>of() : all) {
                int type = (Integer) each.getFirst();
                if (type == DNS || type == ADDRESS) {
                    names.add((String) each.get(1));
                }
            }
        } catch (CertificateParsingException none) {
            // It names nobody.
        }
        return names;
    }

    /// Says if one of the names is this host's: an address by its value, a name without regard to case, where a first label `*` stands
    /// for any one label.
    static boolean match(List<String> names, String host) {
        InetAddress address = address(host);
        String wanted = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        for (String name : names) {
            if (address != null ? address.equals(address(name)) : matches(name.toLowerCase(Locale.ROOT), wanted.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String name, String host) {
        if (!name.startsWith("*.")) {
            return name.equals(host);
        }
        int dot = host.indexOf('.');
        return dot > 0 && host.substring(dot).equals(name.substring(1)) && name.indexOf('.', 2) > 0;
    }

    private static InetAddress address(String text) {
        // No look-up: what is no address in digits is a name.
        if (text.isEmpty() || Character.digit(text.charAt(0), 16) < 0 && text.indexOf(':') < 0) {
            return null;
        }
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException name) {
            return null;
        }
    }
}
