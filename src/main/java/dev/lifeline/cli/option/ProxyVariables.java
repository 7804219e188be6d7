package dev.lifeline.cli.option;

import dev.lifeline.analysis.socket.EndpointMatch;
import dev.lifeline.model.Target;
import dev.lifeline.model.protocol.Scheme;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;

/// The proxies that the environment names, as curl and others read them.
public final class ProxyVariables {

    private static final int HTTPS = 443;

    private final Map<String, String> environment;
    private final Target target;

    /// @param target the server that is to be asked
    public ProxyVariables(Map<String, String> environment, Target target) {
        this.environment = environment;
        this.target = target;
    }

    /// The variable that programs would have gone by; `null` where they would not have used a proxy for this target either.
    public String ignored() {
        String set = first(https() ? new String[] {"https_proxy", "http_proxy", "all_proxy"} : new String[] {"http_proxy", "https_proxy", "all_proxy"});
        return set == null || here() || excepted() ? null : set;
    }

    /// The variable with the proxy for this target, or `null`.
    String forScheme() {
        return first(https() ? "https_proxy" : "http_proxy", "all_proxy");
    }

    private boolean https() {
        return target.scheme() == Scheme.TCP ? target.port() == HTTPS : target.scheme().secured();
    }

    private String first(String... names) {
        for (String name : names) {
            for (String each : new String[] {name, name.toUpperCase(Locale.ROOT)}) {
                if (set(each) != null) {
                    return each;
                }
            }
        }
        return null;
    }

    private String set(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    private boolean here() {
        String host = target.host().toLowerCase(Locale.ROOT);
        return host.equals("localhost") || host.endsWith(".localhost") || EndpointMatch.isLoopback(host);
    }

    /// Tells whether `no_proxy` names the host, a domain that it is in, or a network of its address, as curl(1) reads it.
    boolean excepted() {
        String list = set("no_proxy") != null ? set("no_proxy") : set("NO_PROXY");
        if (list == null) {
            return false;
        }
        String host = bare(target.host());
        for (String entry : list.split("[, ]+")) {
            String name = bare(entry);
            if (entry.equals("*") || !name.isEmpty() && (host.equals(name) || host.endsWith("." + name) || host.equals(withoutPort(name)) || within(host, name))) {
                return true;
            }
        }
        return false;
    }

    private static String bare(String name) {
        String small = name.toLowerCase(Locale.ROOT).replace("[", "").replace("]", "");
        int from = small.startsWith(".") ? 1 : 0;
        return small.substring(from, small.length() > from && small.endsWith(".") ? small.length() - 1 : small.length());
    }

    private String withoutPort(String name) {
        String port = ":" + target.port();
        return name.endsWith(port) ? name.substring(0, name.length() - port.length()) : name;
    }

    /// Tells whether a numeric address is in a network such as `10.0.0.0/8`.
    private static boolean within(String host, String network) {
        int slash = network.indexOf('/');
        if (slash < 0) {
            return false;
        }
        try {
            byte[] address = InetAddress.ofLiteral(host).getAddress();
            byte[] prefix = InetAddress.ofLiteral(network.substring(0, slash)).getAddress();
            int bits = Integer.parseInt(network.substring(slash + 1));
            if (address.length != prefix.length || bits < 0 || bits > address.length * Byte.SIZE) {
                return false;
            }
            for (int i = 0; i < bits; i++) {
                int mask = 0x80 >> i % Byte.SIZE;
                if ((address[i / Byte.SIZE] & mask) != (prefix[i / Byte.SIZE] & mask)) {
                    return false;
                }
            }
            return true;
        } catch (IllegalArgumentException e) {
            // A name, or an entry that no program could read: it excepts nothing.
            return false;
        }
    }
}
