package dev.lifeline.cli.command;

import dev.lifeline.cli.Io;
import dev.lifeline.analysis.socket.EndpointMatch;
import dev.lifeline.model.Target;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;

/// Says that a connection is direct where the environment names a proxy, which curl and others would have used.
///
/// A note to the person, and nothing of the trace: the connection is the same without the variable, and a recording would tell others
/// of the environment.
final class ProxyNote {

    private static final int HTTPS = 443;

    private final Map<String, String> environment;
    private final Target target;

    private ProxyNote(Map<String, String> environment, Target target) {
        this.environment = environment;
        this.target = target;
    }

    /// Says it where it is so.
    static void say(Target target, Io io) {
        String variable = new ProxyNote(io.environment(), target).ignored();
        if (variable != null) {
            io.complain("connect", variable + " is set and not used: this connection is direct");
        }
    }

    /// The variable that programs would have gone by, or `null` where they would not have used a proxy for this target either.
    private String ignored() {
        boolean https = target.port() == HTTPS;
        for (String name : new String[] {https ? "https_proxy" : "http_proxy", https ? "http_proxy" : "https_proxy", "all_proxy"}) {
            String set = set(name) != null ? name : set(name.toUpperCase(Locale.ROOT)) != null ? name.toUpperCase(Locale.ROOT) : null;
            if (set != null) {
                return here() || excepted() ? null : set;
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
    private boolean excepted() {
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
